"""Whom an office cannot serve: the country of those whom its bearer meets."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.lexicon.cues import read_cues
from elshi.lexicon.engagements import find_triggers
from elshi.mentions.offices import ENVOYS
from elshi.mentions.scenes import Scene
from elshi.model.markup import Person

_MEETING = frozenset({"ru", "en"})  # where the parts in a talk are told by order or case
_NAMING = frozenset({"country", "nationality", "place"})
_PAIR = 2
_TALKS = frozenset({"meeting", "call", "consultations", "commission"})


def find_opposed(scenes: Sequence[Scene], person: Person, people: Sequence[Person]) -> frozenset[str]:
    """Return the countries of those whom a sentence has the bearer of an office meet or write to.

    'Посла Румынии принял заместитель министра': the host is no Romanian, whatever country is named most.
    """
    meetings = [
        scene
        for scene in scenes
        if any(scene.sentence.span.covers(t.span) for t in person.titles)
        and any(_parts_sides(scene, f.value.type, people) for f in find_triggers(scene.sentence))
    ]
    met = (p for p in people if p is not person)
    return frozenset(code for p in met for scene in meetings for code in _find_served(scene, person, p))


def _parts_sides(scene: Scene, kind: str, people: Sequence[Person]) -> bool:
    """Tell whether who stands in a sentence of that kind is of two sides: talks of two, and messages."""
    return kind == "message" or (kind in _TALKS and _tells_who_meets(scene, people))


def _tells_who_meets(scene: Scene, people: Sequence[Person]) -> bool:
    """Tell whether a sentence can set two officials against each other: a Kazakh one names just the two."""
    if scene.sentence.language == "kk":
        named = [p for p in people if any(scene.sentence.span.covers(m) for m in p.mentions)]
        envoys = any(t.office in ENVOYS for p in named for t in p.titles)  # who can be met at a post
        return len(named) == _PAIR and not envoys
    return scene.sentence.language in _MEETING


def _find_served(scene: Scene, person: Person, other: Person) -> frozenset[str]:
    """Return whom `other` is said to serve in `scene`, none where the two can be of one side.

    Those who are listed ('министр A и посол B') can, and an envoy with a post can be received at home.
    """
    told = (t for t in other.titles if scene.sentence.span.covers(t.span))
    stated = frozenset(t.represents for t in told if t.represents and not t.posted_to)
    return frozenset() if not stated or _are_listed(scene, person, other) else stated


def find_of_neighbour(scenes: Sequence[Scene], person: Person, people: Sequence[Person]) -> frozenset[str]:
    """Return the only country that the report names, where it is that of somebody listed beside `person`.

    'Crown Prince X and Energy Minister of Brazil Y spoke': of X the report tells no country.
    """
    named = [m for scene in scenes for m in scene.mentions if m.label in _NAMING and m.value]
    if len(named) != 1:
        return frozenset()
    scene = next(scene for scene in scenes if scene.sentence.span.covers(named[0].span))
    if not scene.sentence.span.covers(person.mentions[0]):
        return frozenset()
    others = (p for p in people if p is not person and scene.sentence.span.covers(p.mentions[0]))
    listed = (p for p in others if _are_listed(scene, person, p))
    codes = (t.represents for p in listed for t in p.titles if scene.sentence.span.covers(t.span))
    return frozenset(code for code in codes if code and code == named[0].value)


def _are_listed(scene: Scene, person: Person, other: Person) -> bool:
    """Tell whether only a comma or 'and' stands between the two, their offices left out."""
    links = read_cues("person_links", scene.sentence.language)
    first, second = sorted((person, other), key=lambda p: p.mentions[0])
    name = second.mentions[0]
    start = max((m.stop for m in first.mentions if m.start < name.start), default=0)
    stop = min((t.span.start for t in second.titles if t.span.start >= start), default=name.start)
    between = [t for t in scene.sentence.tokens if start <= t.span.start < stop]
    return all(t.text == "," or t.lower in links for t in between)

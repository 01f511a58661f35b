"""Whom an office serves when the words beside it do not say: the country or body it must be.

A report says 'the President' of its own country, and names the side once ('с непальской стороны'). Each
answer is drawn from words of the report; where none speaks, the title keeps no country.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from elshi.lexicon.offices import find_implied, find_office_in
from elshi.lexicon.places import capital_of
from elshi.mentions.delegations import find_side
from elshi.mentions.home import rank_homes
from elshi.mentions.hosts import (
    find_abroad,
    find_country_of_talks,
    find_host,
    find_partners,
    find_receiver,
    find_roving,
    find_sender,
    find_visited,
)
from elshi.mentions.nearby import words_after
from elshi.mentions.offices import ENVOYS
from elshi.mentions.opposites import find_of_neighbour, find_opposed
from elshi.mentions.scenes import Scene
from elshi.mentions.titles import read_code
from elshi.model.markup import Person, Title
from elshi.model.report import Report

_SINGLE = frozenset({"head_of_state", "head_of_government", "foreign_minister"})  # one in a state
_OF_BODIES = frozenset({"secretary_general", "deputy_secretary_general", "director_general", "executive"})
_WORDS_OF_CHAMBER = 2  # after an office, of what it is: 'спикер Мажилиса Парламента'


def settle_allegiance(
    report: Report, scenes: Sequence[Scene], people: Sequence[Person]
) -> tuple[Person, ...]:
    """Return `people` with the country or body of each office filled in where the report implies it."""
    homes = rank_homes(report, scenes, people)
    return tuple(
        _settle(person, scenes, people, _choose_home(person, scenes, people, homes)) for person in people
    )


def _choose_home(
    person: Person, scenes: Sequence[Scene], people: Sequence[Person], homes: Sequence[str]
) -> str | None:
    """Return the likeliest home that `person` can be of: a state has one president, who travels abroad."""
    held = {(t.office, t.represents) for p in people if p is not person for t in p.titles if not t.former}
    mine = [t.office for t in person.titles if t.office in _SINGLE]
    visited = {code for title in person.titles for code in find_abroad(scenes, title, people)}
    opposed = find_opposed(scenes, person, people)
    visited |= {code for title in person.titles for code in find_partners(scenes, title, people)}
    free = [home for home in homes if not any((office, home) in held for office in mine)]
    visited |= find_of_neighbour(scenes, person, people)
    free = [home for home in free if home not in visited | opposed]
    turn = _count_before(person, people) if mine else 0
    return free[turn] if turn < len(free) else None


def _count_before(person: Person, people: Sequence[Person]) -> int:
    """Return how many share the office in a list before `person`: 'министры иностранных дел А и Б'."""
    spans = {title.span for title in person.titles if not title.represents}
    before = people[: people.index(person)]
    return sum(any(t.span in spans for t in p.titles) for p in before)


def _settle(person: Person, scenes: Sequence[Scene], people: Sequence[Person], home: str | None) -> Person:
    served = (t.represents for t in person.titles if not t.former)
    known = next((party for party in served if party), None) or person.country
    titles = []
    for title in person.titles:
        number = next(i for i, scene in enumerate(scenes) if scene.sentence.span.covers(title.span))
        party, rule = (
            (title.represents, title.rule)
            if title.represents
            else _find_served(title, scenes, number, people, known=known, home=home)
        )
        titles.append(_name_by_country(_post(replace(title, represents=party, rule=rule), scenes[number])))
    country = next((t.represents for t in titles if t.represents), None) or person.country
    return replace(person, titles=tuple(titles), country=country or _find_delegation(person, scenes))


def _find_delegation(person: Person, scenes: Sequence[Scene]) -> str | None:
    """Return the country whose delegation somebody without a stated office leads."""
    if person.titles:
        return None
    scene = next(scene for scene in scenes if scene.sentence.span.covers(person.mentions[0]))
    return find_side(scene, person.mentions[0])


def _find_served(  # noqa: PLR0913 - all that a report can tell of it
    title: Title,
    scenes: Sequence[Scene],
    number: int,
    people: Sequence[Person],
    *,
    known: str | None,
    home: str | None,
) -> tuple[str | None, str]:
    """Return the country or body served and the way in which the report tells it, the surest way first."""
    scene = scenes[number]
    in_body = title.office in _OF_BODIES
    words = " ".join((title.text, *words_after(scene.sentence, title.span, _WORDS_OF_CHAMBER)))
    ways: tuple[tuple[str, Callable[[], str | None]], ...] = (
        ("side", lambda: find_side(scene, title.span)),
        ("other_office", lambda: known),
        ("implied", lambda: find_implied(words, scene.sentence.language)),
        ("same_office", lambda: _find_same_office(scene, title)),
        (
            "last_body",
            lambda: _find_last_body(scenes[max(0, number - 1) : number + 1], title) if in_body else None,
        ),
        ("host", lambda: None if in_body else find_host(scene, title, people, home)),
        ("receiver", lambda: None if in_body else find_receiver(scene, title)),
        ("visited", lambda: None if in_body else find_visited(scenes, number, title)),
        ("home", lambda: _infer_from_home(title, scenes, number, people, home)),
    )
    found = ((find(), rule) for rule, find in ways)
    return next(
        ((party, rule) for party, rule in found if party and not _cannot_have(party, title)), (None, "")
    )


def _cannot_have(party: str, title: Title) -> bool:
    """Tell whether the party is no state, and so has no president, or is where the envoy is posted."""
    posted = title.office in ENVOYS and party == title.posted_to
    return posted or (title.office in _SINGLE and capital_of(party) is None)


def _infer_from_home(
    title: Title, scenes: Sequence[Scene], number: int, people: Sequence[Person], home: str | None
) -> str | None:
    """Return `home`, unless who is met is an envoy of it at a post that the sentence leaves open."""
    if title.office in _OF_BODIES:
        return home
    abroad = title.office not in ENVOYS and find_roving(scenes[number], people, home)
    return None if abroad else find_sender(scenes, scenes[number], title, home)


def _find_same_office(scene: Scene, title: Title) -> str | None:
    """Read 'given by the US President he met President Olsen': the office stated once with its country."""
    words = tuple(title.text.lower().split())
    for mention in scene.mentions:
        after = words_after(scene.sentence, mention.span, len(words))
        known = mention.label in {"country", "nationality"}
        if known and mention.span.stop < title.span.start and after == words:
            return read_code(mention)
    return None


def _find_last_body(scenes: Sequence[Scene], title: Title) -> str | None:
    bodies = [m for s in scenes for m in s.mentions if m.label == "body" and m.span.start < title.span.start]
    return read_code(bodies[-1]) if bodies else None


def _name_by_country(title: Title) -> Title:
    """Name the office by what it is in its country: the US Secretary of State is the foreign minister."""
    office = find_office_in(title.text, title.represents)
    return replace(title, office=office) if office else title


def _post(title: Title, scene: Scene) -> Title:
    """Give an envoy the country where the sentence places the talks, if none else is named."""
    if title.office not in ENVOYS or title.posted_to:
        return title
    place = find_country_of_talks(scene)
    return replace(title, posted_to=place) if place and place != title.represents else title

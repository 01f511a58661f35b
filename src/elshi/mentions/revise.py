"""Names of people as the encoder sees them, where the capitals alone tell too much or too little."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from elshi.lexicon.cues import read_cues
from elshi.lexicon.endings import read_endings
from elshi.mentions.persons import Name
from elshi.mentions.runs import SHORTEST_NAME
from elshi.mentions.scenes import FULL, Scene
from elshi.model.markup import Mention, Sentence
from elshi.model.span import Span

_SURE = 0.9  # of the encoder, before a name by capitals is taken away, cut anew or added
_OTHERS = frozenset({"body", "event", "document", "project", "place"})


def revise_names(scene: Scene, encoded: Sequence[Mention]) -> Scene:
    """Return `scene` with its names as the encoder has them where it is sure.

    A run of capitals that is a body or an event is no person; a full name that the run cuts wrongly is
    cut as the encoder has it; a full name that no run shows is added. `encoded` are the report's.
    """
    span = scene.sentence.span
    sure = [m for m in encoded if m.confidence >= _SURE and span.covers(m.span)]
    persons = [m for m in sure if m.label == "person"]
    others = [m for m in sure if m.label in _OTHERS]
    names = [n for n in scene.names if not _is_other(n, persons, others)]
    for person in persons:
        name = _take_name(scene, person.span)
        if name is not None and name not in names and not _drops_surname(scene, name, names):
            if any(n.span.overlaps(name.span) and n.stop > name.stop for n in names):
                continue  # the inflected end of a name is of it: 'Пак Чжун Хомен'
            names = [n for n in names if not n.span.overlaps(name.span)] + [name]
    return replace(scene, names=tuple(sorted(names, key=lambda n: n.first)))


def _is_other(name: Name, persons: Sequence[Mention], others: Sequence[Mention]) -> bool:
    """Tell whether the run is something else by all that the encoder says."""
    if name.parts < FULL or any(p.span.overlaps(name.span) for p in persons):
        return False
    return any(o.span.covers(name.span) for o in others)


def _drops_surname(scene: Scene, name: Name, names: Sequence[Name]) -> bool:
    """Tell whether the surname before name and patronymic would be lost: 'Сеитов Марат Ерланович'."""
    last = scene.sentence.tokens[name.stop - 1].lower
    patronymic = last.endswith(read_endings("patronymics", scene.sentence.language))
    return patronymic and any(n.stop == name.stop and n.first < name.first for n in names)


def _take_name(scene: Scene, span: Span) -> Name | None:
    """Return the name at `span`, None where a country, a body or an office has some of its words."""
    first, stop = _find_tokens(scene.sentence, span)
    honorifics = read_cues("honorifics", scene.sentence.language)
    while first < stop and scene.sentence.tokens[first].lower in honorifics:
        first += 1
    tokens = scene.sentence.tokens[first:stop]
    taken = [m.span for m in scene.mentions if m.label in {"country", "nationality", "body"}]
    taken += [office.span for office in scene.offices]
    if not any(t.capital for t in tokens) or any(t.span.overlaps(s) for t in tokens for s in taken):
        return None
    particles = read_cues("particles", scene.sentence.language)
    written = [t for t in tokens if len(t.text) > SHORTEST_NAME and t.lower not in particles]
    if len(written) < FULL:
        return None
    return Name(first, stop, Span(tokens[0].span.start, tokens[-1].span.stop), len(written))


def _find_tokens(sentence: Sentence, span: Span) -> tuple[int, int]:
    """Return the tokens [first, stop) that `span` touches."""
    first = bisect_right(sentence.tokens, span.start, key=lambda token: token.span.stop)
    return first, bisect_left(sentence.tokens, span.stop, lo=first, key=lambda token: token.span.start)

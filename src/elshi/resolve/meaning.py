"""Whether two wordings in different languages say the same: by what neither language changes.

Figures, due days, names that the lexicon has codes for, kinds of engagement and topics are the same in every
language. Most wordings share too little of it to be sure: without something that few other wordings have (a
figure, a day, a body, a treaty, a series) the two are only a doubt for a person to judge.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from elshi.lexicon.engagements import find_triggers
from elshi.lexicon.gazetteer import find_names
from elshi.lexicon.topics import find_topics
from elshi.model.markup import Mention
from elshi.model.report import Language, Paragraph
from elshi.model.span import Span
from elshi.model.when import read_bounds
from elshi.resolve.people import Score
from elshi.resolve.profile import Profile
from elshi.text.segment import split_sentences

UNSPECIFIC = 5.0  # points that two wordings get at most that share nothing few others have
_FIGURE = re.compile(r"\d+(?:[.,  ]\d{3})*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_FEW = frozenset({"body", "document", "project", "event"})  # names that few wordings share
_SPECIFIC = 2.0  # points of what few wordings share
# What sharing something of a part is worth, and what it costs to share nothing of it.
_PARTS = {"names": (_SPECIFIC, -3.0), "types": (1.5, -1.5), "countries": (0.5, -1.0), "topics": (0.5, -0.5)}
_MONTH, _SEASON = 31, 92


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a wording says in every language alike; cities are 'City|CC', the others codes."""

    figures: frozenset[str]
    names: frozenset[str]
    cities: frozenset[str]
    countries: frozenset[str]
    types: frozenset[str]
    topics: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """The scores of two wordings; `specific` tells that they share what few others have."""

    scores: tuple[Score, ...]
    specific: bool


def compare_meanings(one: Profile, other: Profile, field: str) -> Likeness:
    """Return how much two wordings in different languages, of one side and the same days, have in common."""
    a, b = (_read(f"{p.fields.get(field) or ''}", p.language) for p in (one, other))
    dues = one.fields.get("due"), other.fields.get("due")
    days = frozenset(str(int(str(due)[-2:])) for due in dues if due and _DAY.search(str(due)))
    found = [_compare_figures(a.figures - days, b.figures - days), _compare_cities(a.cities, b.cities)]
    found += [_share(part, getattr(a, part), getattr(b, part)) for part in _PARTS]
    found.append(_compare_dues(*dues))
    scores = tuple(score for score in found if score)
    return Likeness(scores, any(score.value >= _SPECIFIC for score in scores))


@functools.lru_cache(maxsize=4096)
def _read(words: str, language: Language) -> Meaning:
    sentences = split_sentences(words, (Paragraph(Span(0, len(words)), language),))
    names = [m for sentence in sentences for m in find_names(sentence) if m.value]
    return Meaning(
        figures=frozenset(_list_figures(words)),
        names=_take(names, _FEW),
        cities=_take(names, frozenset({"place"})),
        countries=_take(names, frozenset({"country", "nationality"})),
        types=frozenset(found.value.type for s in sentences for found in find_triggers(s)),
        topics=frozenset(topic for s in sentences for topic, _ in find_topics(s)),
    )


def _take(names: Iterable[Mention], labels: frozenset[str]) -> frozenset[str]:
    return frozenset(m.value for m in names if m.label in labels and m.value)


def _list_figures(words: str) -> Iterator[str]:
    """Yield the figures of a wording without years and with no marks between thousands."""
    for figure in _FIGURE.findall(words):
        plain = re.sub(r"\D", "", figure)
        if not _YEAR.fullmatch(plain):
            yield plain


def _compare_figures(one: frozenset[str], other: frozenset[str]) -> Score | None:
    if not one or not other:
        return None
    both = ", ".join(sorted(one & other))
    return Score(_SPECIFIC, f"{both} in both") if both else Score(-4.0, "other figures")


def _compare_cities(one: frozenset[str], other: frozenset[str]) -> Score | None:
    """Compare the cities: two of them, as the ends of a line, are shared by few."""
    if not one or not other:
        return None
    both = sorted(one & other)
    if not both:
        return Score(-2.0, "other cities")
    return Score(_SPECIFIC if len(both) > 1 else 1.0, f"{', '.join(both)} in both")


def _share(part: str, one: frozenset[str], other: frozenset[str]) -> Score | None:
    """Return the points of one part, where both wordings have something of it."""
    if not one or not other:
        return None
    points, against = _PARTS[part]
    both = ", ".join(sorted(one & other))
    return Score(points, f"{both} in both") if both else Score(against, f"other {part}")


def _compare_dues(one: object, other: object) -> Score | None:
    """Compare by when two promises are due; a day tells more than a year."""
    if not one and not other:
        return None
    if not one or not other:
        return Score(-1.0, "only one has a due day")
    try:
        bounds, others = read_bounds(str(one)), read_bounds(str(other))
    except ValueError:  # `check` lists it
        return None
    if bounds != others:
        overlap = bounds[1] == others[1]
        return Score(0.5, f"both due until {bounds[1]}") if overlap else Score(-4.0, f"due {one} and {other}")
    first, last = bounds
    width = (last - first).days if first and last else 0
    points = 2.5 if width == 0 else 2.0 if width <= _MONTH else 1.5 if width <= _SEASON else 1.0
    return Score(points, f"both due {one}")

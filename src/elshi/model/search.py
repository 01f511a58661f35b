"""A search in words: what was asked, and what was found, with the form in which each word was met."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from elshi.model.entry import Entry
from elshi.model.query import Query

# How a word was met, the closest first: as asked, another form of it, another spelling (script, Kazakh
# letters), a word that differs by a slip.
Form = Literal["written", "inflected", "spelling", "typo"]
WantedKind = Literal["word", "prefix", "phrase"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing asked for: a word, the beginning of one (`word*`), or words in a row ("…"), folded."""

    text: str
    kind: WantedKind


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What was asked: words, all of which must be met, and fields (`who:`, `country:` …) as a `Query`.

    `plain` is the question without fields and signs, for comparing meanings.
    """

    wanted: tuple[Wanted, ...]
    fields: Query
    plain: str


@dataclass(frozen=True, slots=True)
class Match:
    """How one thing asked for was met in an entry; `found` names the word where it is another one."""

    asked: str
    form: Form
    found: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found: `score` orders hits (higher is better), `matches` say how each word was met.

    `similarity` is the cosine of the question and the words of the entry that are nearest to it in meaning,
    None where meanings were not compared or did not bring the entry.
    """

    entry: Entry
    score: float
    matches: tuple[Match, ...] = field(default=())
    similarity: float | None = None

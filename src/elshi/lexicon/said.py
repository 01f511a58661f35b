"""Words by which reports say what was stated, proposed, promised and presided over."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from elshi.errors import LexiconError
from elshi.lexicon.load import Row, read_file, read_table
from elshi.lexicon.match import Found, Phrases
from elshi.model.frame import ChairRole, InitiativeStatus, Stance
from elshi.model.markup import Token
from elshi.model.report import Language

Subject = Literal["stances", "initiatives", "commitments", "chairmanships", "speech"]
CommitmentKind = Literal[
    "agreed", "decided", "promised", "instructed", "intended", "announced", "act", "future", "happening",
    "deadline",
]  # fmt: skip
SpeechKind = Literal[
    "said",
    "according",
    "joint",
    "pronoun",
    "side",
    "relative",
    "official",
    "background",
    "anaphor",
    "forum",
    "session",
    "home",
    "press",
]
NOTHING = "nothing"
_WEAK = frozenset({"built", "acted"})  # manners that give way to any other phrase, however short

# Which field of an entry says what its words mean, which says how to go on, and what each may hold.
_MEANINGS: dict[Subject, tuple[str, frozenset[str]]] = {
    "stances": ("stance", frozenset(get_args(Stance))),
    "initiatives": ("status", frozenset(get_args(InitiativeStatus))),
    "commitments": ("kind", frozenset(get_args(CommitmentKind))),
    "chairmanships": ("role", frozenset(get_args(ChairRole))),
    "speech": ("kind", frozenset(get_args(SpeechKind))),
}
_MANNERS: dict[Subject, tuple[str, frozenset[str]]] = {
    "stances": ("needs", frozenset({"subject", "speaker", "neighbour"})),
    "initiatives": ("kind", frozenset({"proposes", "named", "begun", "built", "acted", NOTHING})),
    "commitments": ("needs", frozenset({"subject"})),
    "chairmanships": ("holder", frozenset({"subject", "receiver", "owner", "country", "state"})),
    "speech": ("needs", frozenset({"subject"})),
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a phrase of the lexicon means, and how its holder is to be found.

    `means` is a stance, status, kind or role; `before` and `after` are endings, one of which the
    word right before or right after the phrase must have; empty tuples ask for nothing.
    """

    means: str
    manner: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file: the trigger, its patterns, and sentences that do and do not hold it."""

    trigger: Trigger
    words: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@functools.cache
def read_entries(subject: Subject, language: Language) -> tuple[Entry, ...]:
    """Return the entries of `<language>/<subject>.yml`. Raises LexiconError on one that breaks the schema."""
    path = f"{language}/{subject}.yml"
    return tuple(_read_entry(row, subject, path) for row in read_table(path))


def find_triggers(
    subject: Subject, tokens: Sequence[Token], language: Language
) -> tuple[Found[Trigger], ...]:
    """Return the triggers in `tokens`, in order and without overlaps, the longest of two kept.

    A longer phrase that means nothing blocks what it covers and is itself left out.
    """
    fitting = [f for f in _phrases(subject, language).find_all(tokens) if _has_neighbours(f, tokens)]
    if not fitting:
        return ()
    taken: set[int] = set()
    chosen = []
    for found in sorted(
        fitting, key=lambda f: (f.value.manner in _WEAK, f.first - f.stop, f.value.means != NOTHING, f.first)
    ):
        if taken.isdisjoint(range(found.first, found.stop)):
            taken.update(range(found.first, found.stop))
            chosen.append(found)
    return tuple(sorted((f for f in chosen if f.value.means != NOTHING), key=lambda f: f.first))


@functools.cache
def read_words(role: str, language: Language) -> frozenset[str]:
    """Return the small words of `language` that play `role` ('negation', 'preposition'), if it has any."""
    table: dict[str, list[str]] = read_file(f"{language}/links.yml")
    return frozenset(table.get(role, ()))


@functools.cache
def _phrases(subject: Subject, language: Language) -> Phrases[Trigger]:
    entries = read_entries(subject, language)
    return Phrases([(words, entry.trigger) for entry in entries for words in entry.words], language)


def _has_neighbours(found: Found[Trigger], tokens: Sequence[Token]) -> bool:
    trigger = found.value
    before = tokens[found.first - 1].lower if found.first else ""
    after = tokens[found.stop].lower if found.stop < len(tokens) else ""
    return (not trigger.before or before.endswith(trigger.before)) and (
        not trigger.after or after.endswith(trigger.after)
    )


def _read_entry(row: Row, subject: Subject, path: str) -> Entry:
    problem = next(_find_problems(row, subject), None)
    if problem:
        message = f"lexicon/data/{path}: {problem} in the entry {row.get('words', row)}"
        raise LexiconError(message)
    (meaning, _), (manner, _) = _MEANINGS[subject], _MANNERS[subject]
    trigger = Trigger(
        row[meaning], row.get(manner, "subject"), tuple(row.get("before", ())), tuple(row.get("after", ()))
    )
    return Entry(trigger, tuple(row["words"]), tuple(row["yes"]), tuple(row["no"]))


def _find_problems(row: Row, subject: Subject) -> Iterator[str]:
    meaning, meanings = _MEANINGS[subject]
    manner, manners = _MANNERS[subject]
    unknown = row.keys() - {meaning, manner, "words", "before", "after", "yes", "no"}
    if unknown:
        yield f"unknown field {min(unknown)!r}"
    missing = {meaning, "words", "yes", "no"} - row.keys()
    if missing:
        yield f"no {min(missing)!r}"
    if row.get(meaning) not in meanings | {NOTHING}:
        yield f"unknown {meaning} {row.get(meaning)!r}"
    if manner in row and row[manner] not in manners:
        yield f"unknown {manner} {row[manner]!r}"

"""Jobs of anybody, as Russian news writes them: wider than the offices of diplomacy."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from elshi.errors import LexiconError
from elshi.lexicon.load import read_table
from elshi.lexicon.match import Found, Phrases
from elshi.model.markup import Sentence, Token
from elshi.model.span import Span
from elshi.text.morphology import open_russian

JobKind = Literal["plain", "portfolio", "state", "envoy", "none"]
_PATH = "ru/jobs.yml"
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class JobEntry:
    """One entry of jobs.yml: how the words after a job are to be taken, its patterns, its examples."""

    kind: JobKind
    patterns: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@functools.cache
def read_jobs() -> tuple[JobEntry, ...]:
    """Return the entries of jobs.yml. Raises LexiconError on an unknown kind or a missing example."""
    entries = tuple(
        JobEntry(row["kind"], tuple(row["patterns"]), tuple(row["yes"]), tuple(row["no"]))
        for row in read_table(_PATH)
    )
    for entry in entries:
        if entry.kind not in get_args(JobKind) or not entry.yes or not entry.no:
            message = f"lexicon/data/{_PATH}: {entry.kind!r} is no kind or has no examples"
            raise LexiconError(message)
    return entries


@functools.cache
def read_workplaces() -> frozenset[str]:
    """Return the nouns in base form for bodies that people work for, known without a name of their own."""
    return frozenset(word for row in read_table(_PATH) for word in row.get("workplaces", ()))


@functools.cache
def _job_phrases() -> Phrases[JobKind]:
    return Phrases([(pattern, entry.kind) for entry in read_jobs() for pattern in entry.patterns], "ru")


def find_jobs(sentence: Sentence) -> tuple[Found[JobKind], ...]:
    """Return the jobs of a Russian `sentence` in order, none in another language.

    What the lexicon does not list is a job too where it is a noun for somebody, with its adjectives:
    'главный хранитель'. Whether it is one of a body is for the caller to see.
    """
    if sentence.language != "ru":
        return ()
    listed = _job_phrases().find(sentence.tokens)
    covered = {index for found in listed for index in range(found.first, found.stop)}
    free = [i for i, token in enumerate(sentence.tokens) if i not in covered and _is_bearer(token)]
    found = [*listed, *(_widen(sentence, index) for index in free)]
    return _join(
        sorted((job for job in found if job.value != "none"), key=lambda job: job.first), sentence.tokens
    )


def _join(found: Iterable[Found[JobKind]], tokens: Sequence[Token]) -> tuple[Found[JobKind], ...]:
    """Return `found` with those side by side made one: 'советник президента'."""
    joined: list[Found[JobKind]] = []
    for job in found:
        before = joined[-1] if joined else None
        if before and before.stop == job.first and _is_genitive(tokens[job.first]):
            joined[-1] = Found(before.span.join(job.span), before.first, job.stop, job.value)
        else:
            joined.append(job)
    return tuple(joined)


def _is_genitive(token: Token) -> bool:
    return any(parse.tag.case == "gent" for parse in open_russian().parse(token.lower))


def _is_bearer(token: Token) -> bool:
    """Tell whether the token is a common noun for one person."""
    if not token.text.isalpha() or token.text != token.lower or len(token.text) < _SHORTEST:
        return False
    parse = open_russian().parse(token.lower)[0]
    return parse.tag.POS == "NOUN" and "anim" in parse.tag and "sing" in parse.tag


def _widen(sentence: Sentence, index: int) -> Found[JobKind]:
    """Return the noun at `index` as a job, with the adjectives that the lexicon does not list."""
    first = index
    while first and open_russian().parse(sentence.tokens[first - 1].lower)[0].tag.POS == "ADJF":
        if not sentence.tokens[first - 1].text.islower():
            break
        first -= 1
    span = Span(sentence.tokens[first].span.start, sentence.tokens[index].span.stop)
    return Found(span, first, index + 1, "plain")

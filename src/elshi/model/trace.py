"""What every stage of reading found in one text, and what it saw and dropped: `elshi try` shows it."""

from __future__ import annotations

from dataclasses import dataclass

from elshi.model.frame import Reading
from elshi.model.report import Report
from elshi.model.span import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Words that a stage took for something: what it is, the rule, and the fields it gave them.

    `fields` are names, values in words, and the rule of each where it has one of its own.
    """

    span: Span
    words: str
    what: str
    rule: str
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """Words that a stage saw, what they could have been, and the cause for which they are not."""

    span: Span
    words: str
    what: str
    cause: str


@dataclass(frozen=True, slots=True)
class StageTrace:
    """One stage: the words that called for it (`matched`), what it found, and what it dropped."""

    name: str
    about: str
    matched: tuple[Finding, ...] = ()
    found: tuple[Finding, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """The reading of one text with the trace of each stage, in the order in which they run."""

    reading: Reading
    stages: tuple[StageTrace, ...] = ()


def find_words(report: Report, span: Span, what: str, rule: str, **fields: object) -> Finding:
    """Return the words of `span` as a finding; `fields` without a value are left out."""
    named = tuple((name, str(value), "") for name, value in fields.items() if value not in (None, "", ()))
    return Finding(span, span.quote(report.text), what, rule, named)


def drop_words(report: Report, span: Span, what: str, cause: str) -> Dropped:
    """Return the words of `span` as something seen and dropped."""
    return Dropped(span, span.quote(report.text), what, cause)

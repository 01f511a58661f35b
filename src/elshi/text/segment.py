"""Sentences and words with their places in the text."""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections.abc import Iterator, Sequence

import yaml

from elshi.model.markup import Sentence, Token
from elshi.model.report import Paragraph
from elshi.model.span import Span

_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_TOKEN = re.compile(
    rf"""
      \d+(?:[.,:]\d+)+              # 12.04.2024, 3,5, 15:42
    | \d+(?:[-\u2011](?:{_LETTER})+)+   # 66-й, 8-ші, 80th is below
    | \d+(?:{_LETTER})*             # 2026, 80th
    | (?:[A-Z]\.){{2,}}             # U.S.
    | (?:{_LETTER}|\d)+(?:[-\u2011'\u2019\u02bc](?:{_LETTER}|\d)+)*   # Нур-Султан, ЮНЕСКО-ның, Côte d'Ivoire
    | \S
    """,
    re.VERBOSE,
)
_END = re.compile(r"""[.!?…]+["»”')\]]*(?=\s+["«“'(\[]?[^\Wa-zа-яёәғқңөұүһі_]|\s+[–—-]\s|\s*$)""")
_LONGEST_ABBREVIATION = 12  # letters before the stop
_INITIAL = re.compile(r"(?:^|[\s.(«\"])[^\W\d_]\.$")


def fold_lower(word: str) -> str:
    """Return `word` in lower case with 'ё' as 'е', the form in which words are compared."""
    return word.lower().replace("ё", "е")


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """Return the words, numbers and marks of `text` inside `span`, in order and without blanks."""
    return tuple(
        Token(Span(m.start(), m.end()), m[0], fold_lower(m[0]))
        for m in _TOKEN.finditer(text, span.start, span.stop)
    )


def split_sentences(
    text: str, paragraphs: Sequence[Paragraph], skip: Sequence[Span] = ()
) -> tuple[Sentence, ...]:
    """Return the sentences of `paragraphs`, leaving out what `skip` covers (boilerplate, datelines).

    A sentence never reaches over the end of its paragraph, nor over a skipped stretch.
    """
    return tuple(
        Sentence(span, number, paragraph.language, tokenize(text, span))
        for number, paragraph in enumerate(paragraphs)
        for span in find_sentences(text, paragraph, skip)
    )


def find_sentences(text: str, paragraph: Paragraph, skip: Sequence[Span] = ()) -> Iterator[Span]:
    """Yield where the sentences of one paragraph stand, as `split_sentences` has them."""
    for piece in _leave_out(paragraph.span, skip):
        yield from _split(text, piece)


def _leave_out(span: Span, skip: Sequence[Span]) -> Iterator[Span]:
    start = span.start
    for hole in sorted(hole for hole in skip if hole.overlaps(span)):
        if start < hole.start:
            yield Span(start, hole.start)
        start = max(start, hole.stop)
    if start < span.stop:
        yield Span(start, span.stop)


def _split(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for end in _END.finditer(text, span.start, span.stop):
        if _is_abbreviation(text, start, end):
            continue
        yield from _trim(text, start, end.end())
        start = end.end()
    yield from _trim(text, start, span.stop)


def _trim(text: str, start: int, stop: int) -> Iterator[Span]:
    while start < stop and text[start].isspace():
        start += 1
    while start < stop and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        yield Span(start, stop)


def _is_abbreviation(text: str, start: int, end: re.Match[str]) -> bool:
    """Tell whether the stop at `end` closes an abbreviation or an initial, and no sentence."""
    if end[0] != ".":
        return False
    before = text[max(start, end.start() - _LONGEST_ABBREVIATION) : end.start() + 1]
    last = re.split(r"[\s(«\"]", before)[-1]
    return bool(_INITIAL.search(before)) or last.lower() in _abbreviations()


@functools.cache
def _abbreviations() -> frozenset[str]:
    source = importlib.resources.files("elshi.text") / "data" / "abbreviations.yml"
    return frozenset(yaml.safe_load(source.read_text("utf-8")))

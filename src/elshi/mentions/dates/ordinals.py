"""Ordinal numbers of sessions, rounds and meetings as mentions."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from elshi.lexicon.load import read_file
from elshi.mentions.dates.expressions import fold
from elshi.mentions.dates.numerals import is_roman, read_ordinal
from elshi.mentions.dates.patterns import Pattern, compile_pattern, write_ordinal_pattern
from elshi.model.markup import Mention, Sentence
from elshi.model.report import Language
from elshi.model.span import Span
from elshi.text.remember import remember

# A Roman numeral behind a capitalised word is a ruler's ('Карл XVI') unless a session or the like
# follows ('The VIII session'); before 'век' it is a century.
_RULER = re.compile(r"[^\W\d_]*[^\W\d_a-zа-яәғқңөұүһі][^\W\d_]+\s+$")
_CENTURY = re.compile(r"\s*[-–—]?\s*(?:[IVXLC]+\s+)?(?:век|столети|вв?\.|ғасыр|centur)", re.IGNORECASE)


@remember
def find_ordinals(sentence: Sentence) -> tuple[Mention, ...]:
    """Return the ordinal numbers of `sentence` as mentions, `value` the number in digits."""
    return tuple(_find(sentence))


def _find(sentence: Sentence) -> Iterator[Mention]:
    text = _rebuild(sentence)
    folded = fold(text)
    pattern, unless_before, unless_after, edition = _load(sentence.language)
    for found in pattern.finditer(folded):
        number = read_ordinal(found[0], sentence.language)
        if not number or unless_before.match(folded, found.end()):
            continue
        before = folded[: found.start()]
        if unless_after.search(before):
            continue
        if is_roman(found[0]) and _is_name(found[0], before, folded[found.end() :], edition):
            continue
        start = sentence.span.start + found.start()
        span = Span(start, start + len(found[0]))
        yield Mention("ordinal", span, text[found.start() : found.end()], str(number), "ordinal")


def _is_name(written: str, before: str, behind: str, edition: Pattern) -> bool:
    """Tell whether a Roman numeral belongs to a ruler, a century, or is a single letter in a list."""
    alone = len(written) == 1 and not re.match(r"\s+[^\W\d_]", behind)
    ruler = _RULER.search(before) and not edition.match(behind)
    return alone or bool(ruler) or bool(_CENTURY.match(behind))


def _rebuild(sentence: Sentence) -> str:
    """Return the sentence's words at their places, blanks between them; it carries no text of its own."""
    letters = [" "] * (sentence.span.stop - sentence.span.start)
    for token in sentence.tokens:
        start = token.span.start - sentence.span.start
        letters[start : start + len(token.text)] = token.text
    return "".join(letters)


@functools.cache
def _load(language: Language) -> tuple[Pattern, Pattern, Pattern, Pattern]:
    table = read_file(f"{language}/dates.yml")["ordinals"]
    return (
        compile_pattern(rf"(?<!\w)(?<!\w[.,:/-])(?:{write_ordinal_pattern(table)})(?![\w-])"),
        compile_pattern(rf"[\s-]+{table['unless_before']}"),
        compile_pattern(rf"{table['unless_after']}\s+$"),
        compile_pattern(rf"\s+{table['edition']}"),
    )

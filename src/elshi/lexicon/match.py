"""Phrases of the lexicon found in a sentence, whatever their inflection.

A pattern is a row of elements separated by blanks:

- `word`   any form of the word
- `=word`  exactly this form
- `word*`  any word that begins so
- `a|b`    either element
- `_`      any one token
- `...`    up to four tokens

Letter case does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from elshi.errors import LexiconError
from elshi.model.markup import Token
from elshi.model.report import Language
from elshi.model.span import Span
from elshi.text.morphology import is_base_form, read_lemmas
from elshi.text.segment import fold_lower

Value = TypeVar("Value")
LONGEST_GAP = 4


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: the base forms, exact forms and beginnings that fill it."""

    lemmas: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    anything: bool = False
    gap: bool = False

    def fits(self, lower: str, lemmas: frozenset[str]) -> bool:
        """Tell whether a token with this lower-case form and these base forms fills the place."""
        return (
            self.anything
            or lower in self.forms
            or not self.lemmas.isdisjoint(lemmas)
            or bool(self.beginnings and lower.startswith(self.beginnings))
        )


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A phrase found: its span, its tokens [first, stop) of the sentence, and what it stands for."""

    span: Span
    first: int
    stop: int
    value: Value


class Phrases(Generic[Value]):
    """A set of patterns of one language, each standing for a value."""

    def __init__(self, entries: Iterable[tuple[str, Value]], language: Language) -> None:
        """Compile `entries`, pairs of pattern and value. Raises LexiconError on an empty pattern."""
        self.language = language
        self._by_word: dict[str, list[tuple[tuple[Element, ...], Value]]] = defaultdict(list)
        self._by_beginning: list[tuple[tuple[Element, ...], Value]] = []
        for pattern, value in entries:
            self._add(compile_pattern(pattern, language), value)

    def _add(self, elements: tuple[Element, ...], value: Value) -> None:
        first = elements[0]
        if first.beginnings or first.anything:
            self._by_beginning.append((elements, value))
        else:
            for key in first.lemmas | first.forms:
                self._by_word[key].append((elements, value))

    def find_all(self, tokens: Sequence[Token]) -> tuple[Found[Value], ...]:
        """Return every match in `tokens`, also overlapping ones, by place and then the longest first."""
        lemmas = [read_lemmas(token.lower, self.language) for token in tokens]
        found = {
            (first, stop, id(value)): Found(_span(tokens, first, stop), first, stop, value)
            for first in range(len(tokens))
            for elements, value in self._candidates(tokens[first].lower, lemmas[first])
            for stop in _match(elements, tokens, lemmas, first)
        }
        return tuple(sorted(found.values(), key=lambda f: (f.first, -f.stop)))

    def find(self, tokens: Sequence[Token]) -> tuple[Found[Value], ...]:
        """Return matches that do not overlap, longest first chosen, in text order."""
        taken: set[int] = set()
        chosen: list[Found[Value]] = []
        for found in sorted(self.find_all(tokens), key=lambda f: (f.first - f.stop, f.first)):
            if taken.isdisjoint(range(found.first, found.stop)):
                taken.update(range(found.first, found.stop))
                chosen.append(found)
        return tuple(sorted(chosen, key=lambda f: f.first))

    def _candidates(
        self, lower: str, lemmas: frozenset[str]
    ) -> Iterator[tuple[tuple[Element, ...], Value]]:
        for key in sorted(lemmas | {lower}, key=lambda key: (-len(key), key)):
            yield from self._by_word.get(key, ())
        yield from self._by_beginning


def compile_pattern(pattern: str, language: Language) -> tuple[Element, ...]:
    """Return the elements of `pattern`. Raises LexiconError where it has none or begins with a gap."""
    elements = tuple(_compile_element(part, language) for part in pattern.split())
    if not elements or elements[0].gap or elements[-1].gap:
        message = f"pattern {pattern!r}: a pattern needs a word at its beginning and its end"
        raise LexiconError(message)
    return elements


def _compile_element(part: str, language: Language) -> Element:
    if part == "...":
        return Element(gap=True)
    if part == "_":
        return Element(anything=True)
    options = [fold_lower(option) for option in part.split("|") if option]
    return Element(
        lemmas=frozenset(
            form for o in options if o[0] != "=" and o[-1] != "*" for form in _base_forms(o, language)
        ),
        forms=frozenset(o[1:] for o in options if o[0] == "="),
        beginnings=tuple(o[:-1] for o in options if o[-1] == "*"),
    )


def _base_forms(word: str, language: Language) -> frozenset[str]:
    """Return what a token's base forms must meet.

    A dictionary form stands for itself, so that 'meeting' does not find 'met' nor 'министрі'
    'министр'; an inflected Russian form ('иностранных') stands for the words it may belong to.
    """
    return frozenset({word}) if is_base_form(word, language) else read_lemmas(word, language)


def _match(
    elements: Sequence[Element], tokens: Sequence[Token], lemmas: Sequence[frozenset[str]], first: int
) -> Iterator[int]:
    """Yield each token index at which `elements` can stop when they begin at `first`."""
    if not elements:
        yield first
    elif elements[0].gap:
        for skipped in range(LONGEST_GAP + 1):
            yield from _match(elements[1:], tokens, lemmas, first + skipped)
    elif first < len(tokens) and elements[0].fits(tokens[first].lower, lemmas[first]):
        yield from _match(elements[1:], tokens, lemmas, first + 1)


def _span(tokens: Sequence[Token], first: int, stop: int) -> Span:
    return Span(tokens[first].span.start, tokens[stop - 1].span.stop)

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

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from elshi.errors import LexiconError
from elshi.lexicon.index import TokenIndex, index_tokens
from elshi.model.markup import Token
from elshi.model.report import Language
from elshi.model.span import Span
from elshi.text.morphology import is_base_form, read_lemmas
from elshi.text.segment import fold_lower

Value = TypeVar("Value")
GAP = "..."
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


class _Pattern(Generic[Value]):
    """A pattern of `language`, split into `parts`, and the `value` it stands for."""

    __slots__ = ("_rest", "first", "language", "parts", "value")

    def __init__(self, parts: tuple[str, ...], value: Value, language: Language) -> None:
        self.parts, self.value, self.language = parts, value, language
        self.first = compile_element(parts[0], language)
        self._rest: tuple[Element, ...] | None = None

    @property
    def rest(self) -> tuple[Element, ...]:
        """Return the elements after the first, compiled when they are first needed: most never are."""
        if self._rest is None:
            self._rest = tuple(compile_element(part, self.language) for part in self.parts[1:])
        return self._rest


class Phrases(Generic[Value]):
    """A set of patterns of one language, each standing for a value."""

    def __init__(self, entries: Iterable[tuple[str, Value]], language: Language) -> None:
        """Index `entries`, pairs of pattern and value. Raises LexiconError on an empty pattern.

        Only the first element of each pattern is compiled now: most patterns are never needed further.
        """
        self.language = language
        self._by_word: dict[str, list[_Pattern[Value]]] = defaultdict(list)
        self._by_beginning: list[_Pattern[Value]] = []
        for pattern, value in entries:
            self._add(_Pattern(split_pattern(pattern), value, language))
        self._any_beginning = _join([pattern.first for pattern in self._by_beginning])

    def _add(self, pattern: _Pattern[Value]) -> None:
        first = pattern.first
        if first.beginnings or first.anything:
            self._by_beginning.append(pattern)
        else:
            for key in first.lemmas | first.forms:
                self._by_word[key].append(pattern)

    def find_all(self, tokens: Sequence[Token]) -> tuple[Found[Value], ...]:
        """Return every match in `tokens`, also overlapping ones, by place and then the longest first."""
        found: tuple[Found[Value], ...] = _search(self, index_tokens(tuple(tokens), self.language))
        return found

    def find(self, tokens: Sequence[Token]) -> tuple[Found[Value], ...]:
        """Return matches that do not overlap, longest first chosen, in text order."""
        found = self.find_all(tokens)
        return choose_longest(found) if len(found) > 1 else found

    def find_beginnings(self, index: TokenIndex) -> Iterator[tuple[int, _Pattern[Value]]]:
        """Yield the patterns whose first place a token fills, and the token's number.

        Of one token those of the longest word come first, since it is nearest to what is written.
        """
        words = self._by_word.keys() & index.places.keys()
        for word in sorted(words, key=lambda word: (-len(word), word)):
            for first in index.places[word]:
                lower = index.tokens[first].lower
                for pattern in self._by_word[word]:
                    if word in pattern.first.lemmas or lower == word:
                        yield first, pattern
        for first, token in enumerate(index.tokens) if self._by_beginning else ():
            lemmas = index.lemmas[first]
            if self._any_beginning.fits(token.lower, lemmas):
                for pattern in self._by_beginning:
                    if pattern.first.fits(token.lower, lemmas):
                        yield first, pattern


def choose_longest(matches: Iterable[Found[Value]]) -> tuple[Found[Value], ...]:
    """Return those of `matches` that do not overlap, longest first chosen, in text order."""
    taken: set[int] = set()
    chosen: list[Found[Value]] = []
    for found in sorted(matches, key=lambda f: (f.first - f.stop, f.first)):
        if taken.isdisjoint(range(found.first, found.stop)):
            taken.update(range(found.first, found.stop))
            chosen.append(found)
    return tuple(sorted(chosen, key=lambda f: f.first))


@functools.lru_cache(maxsize=8192)  # some hundred sentences: whoever asks again asks of the same report
def _search(phrases: Phrases[Any], index: TokenIndex) -> tuple[Found[Any], ...]:
    """Return what `find_all` does; the same phrases are sought in one sentence by several stages."""
    found = {
        (first, stop, id(pattern.value)): Found(_span(index.tokens, first, stop), first, stop, pattern.value)
        for first, pattern in phrases.find_beginnings(index)
        for stop in _find_stops(pattern, index, first)
    }
    return tuple(sorted(found.values(), key=lambda f: (f.first, -f.stop)))


def split_pattern(pattern: str) -> tuple[str, ...]:
    """Return the elements of `pattern` as written.

    Raises LexiconError where it has none, or where a gap is at its beginning or end.
    """
    parts = tuple(pattern.split())
    if not parts or GAP in {parts[0], parts[-1]}:
        message = f"pattern {pattern!r}: a pattern needs a word at its beginning and its end"
        raise LexiconError(message)
    return parts


@functools.cache
def compile_element(part: str, language: Language) -> Element:
    """Return the element that is written `part`."""
    if part == GAP:
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


def _join(elements: Sequence[Element]) -> Element:
    """Return the element that fits whatever one of `elements` fits."""
    return Element(
        lemmas=frozenset(lemma for element in elements for lemma in element.lemmas),
        forms=frozenset(form for element in elements for form in element.forms),
        beginnings=tuple(beginning for element in elements for beginning in element.beginnings),
        anything=any(element.anything for element in elements),
    )


def _find_stops(pattern: _Pattern[Any], index: TokenIndex, first: int) -> Sequence[int]:
    """Return each token number at which `pattern` can stop whose first element token `first` fills."""
    tokens, lemmas = index.tokens, index.lemmas
    at, end = first + 1, len(tokens)
    for number, element in enumerate(pattern.rest):
        if element.gap:
            return _find_stops_behind_gap(pattern.rest[number:], index, at)
        if at >= end or not element.fits(tokens[at].lower, lemmas[at]):
            return ()
        at += 1
    return (at,)


def _find_stops_behind_gap(elements: Sequence[Element], index: TokenIndex, at: int) -> Sequence[int]:
    """Return each token number at which `elements` can stop when they begin at token `at`, if any."""
    reached, end = [at], len(index.tokens)
    for element in elements:
        if element.gap:
            reached = sorted({at + skipped for at in reached for skipped in range(LONGEST_GAP + 1)})
        else:
            reached = [
                at + 1
                for at in reached
                if at < end and element.fits(index.tokens[at].lower, index.lemmas[at])
            ]
        if not reached:
            break
    return reached


def _span(tokens: Sequence[Token], first: int, stop: int) -> Span:
    return Span(tokens[first].span.start, tokens[stop - 1].span.stop)

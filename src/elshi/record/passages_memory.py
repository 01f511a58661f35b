"""What frames are searched by, in the plain meaning that every store follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from elshi.record.near import choose_near, count_slips, list_trigrams
from elshi.record.search_terms import GAP, Column, Terms, pick_vocabulary


def has_terms(terms: Terms, column: Column, wanted: Sequence[str]) -> bool:
    """Tell whether a frame has one of `wanted` in this column: a word, words in a row, a beginning*."""
    held: tuple[str, ...] = getattr(terms, column)
    return any(_has(held, term) for term in wanted)


def _has(held: Sequence[str], term: str) -> bool:
    if term.endswith("*"):
        return any(word.startswith(term[:-1]) for word in held)
    if " " not in term:
        return term in held
    return GAP not in term and f" {term} " in f" {' '.join(held)} "


def find_near(word: str, frames: Iterable[Terms]) -> tuple[str, ...]:
    """Return the words of `frames` that differ from `word` by a slip of the hand."""
    if not count_slips(word):
        return ()
    pieces = list_trigrams(word)
    known = {other for terms in frames for other in pick_vocabulary(terms)}
    return choose_near(word, (other for other in known if pieces & list_trigrams(other)))

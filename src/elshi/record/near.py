"""Words that differ from one asked for by a slip of the hand."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA

_SHORTEST = 5  # letters; slips in shorter words give other words
_LONG = 9
_PIECES = 4  # three-letter pieces that one slip, or two letters swapped, changes at most
_MOST = 5


def count_slips(word: str) -> int:
    """Return how many slips are forgiven in a word of this length: none in a short one, two in a long one."""
    return 0 if len(word) < _SHORTEST else 1 if len(word) < _LONG else 2


def count_pieces(word: str) -> int:
    """Return how many three-letter pieces a word within the slips forgiven shares with `word`, at least 1."""
    return max(1, len(list_trigrams(word)) - _PIECES * count_slips(word))


def list_trigrams(word: str) -> frozenset[str]:
    """Return the three-letter pieces of `word` with its beginning and end marked."""
    marked = f"^{word}$"
    return frozenset(marked[start : start + 3] for start in range(len(marked) - 2))


def choose_near(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the words of `known` that differ from `word` by the fewest slips, at most five, sorted.

    A slip is a letter too many, too few, another one, or two swapped.
    """
    most = count_slips(word)
    found = [(distance, other) for other in known if 0 < (distance := OSA.distance(word, other)) <= most]
    fewest = min(found, default=(0, ""))[0]
    return tuple(other for distance, other in sorted(found) if distance == fewest)[:_MOST]

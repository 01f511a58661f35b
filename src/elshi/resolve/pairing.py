"""Which part of one name stands for which of another."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from elshi.resolve.name_parts import ParsedName, Part, read_name_data
from elshi.text.sounds import find_keys, fold_spelling, is_cyrillic, measure_distance

PairKind = Literal["word", "initial", "woman"]
WOMAN = 0.1  # what it costs to take '-ова' for '-ов'
LONGEST_CHUNK = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Parts of two names that stand for one another: their places, what has to be believed, and how."""

    first: tuple[int, int]
    second: tuple[int, int]
    distance: float
    kind: PairKind


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs of two names, and the words and initials of each that are left over (places)."""

    pairs: tuple[Pair, ...]
    left_first: tuple[int, ...]
    left_second: tuple[int, ...]


def pair_parts(first: ParsedName, second: ParsedName) -> Pairing:
    """Return the best pairs, whole words before initials, cheaper before dearer, none using a part twice.

    Words written apart on one side may stand for one on the other ('Jae-myung', 'Джэмён'; 'al Busaidi').
    """
    chosen: list[Pair] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for pair in sorted(_list_pairs(first.parts, second.parts), key=_rank):
        ours, theirs = range(*pair.first), range(*pair.second)
        if used[0].isdisjoint(ours) and used[1].isdisjoint(theirs):
            used[0].update(ours)
            used[1].update(theirs)
            chosen.append(pair)
    return Pairing(tuple(chosen), _list_left(first.parts, used[0]), _list_left(second.parts, used[1]))


def _rank(pair: Pair) -> tuple[bool, float, int]:
    return pair.kind == "initial", pair.distance, abs(pair.first[0] - pair.second[0])


def _list_left(parts: Sequence[Part], used: set[int]) -> tuple[int, ...]:
    return tuple(i for i, p in enumerate(parts) if i not in used and p.kind in {"word", "initial"})


def _list_pairs(first: Sequence[Part], second: Sequence[Part]) -> Iterator[Pair]:
    ours, theirs = list_chunks(tuple(first)), list_chunks(tuple(second))
    for one, spelt in ours:
        for other, spelt_other in theirs:
            if one[1] - one[0] > 1 < other[1] - other[0]:
                continue
            found = match_words(spelt, spelt_other)
            if found:
                # Of equals the one that leaves nothing over: 'Ван Ли' is not 'Ван' and something else.
                yield Pair(one, other, found[0], found[1])
    yield from _list_initial_pairs(first, second)


def _list_initial_pairs(first: Sequence[Part], second: Sequence[Part]) -> Iterator[Pair]:
    for i, one in enumerate(first):
        for j, other in enumerate(second):
            kinds = {one.kind, other.kind}
            # The first initial is that of the given name: 'А. Бекетов' is not Марат Айдосович.
            if "patronymic" in kinds and (i == _find_initial(first) or j == _find_initial(second)):
                continue
            if "initial" in kinds and "particle" not in kinds and shorten_alike(one.text, other.text):
                yield Pair((i, i + 1), (j, j + 1), 0.0, "initial")


def _find_initial(parts: Sequence[Part]) -> int:
    """Return the place of the first initial, -1 where there is none."""
    return next((i for i, part in enumerate(parts) if part.kind == "initial"), -1)


@functools.lru_cache(maxsize=65536)
def list_chunks(parts: tuple[Part, ...]) -> tuple[tuple[tuple[int, int], str], ...]:
    """Return the words of a name and what neighbours give written together, with their places."""
    chunks = []
    for start in range(len(parts)):
        for stop in range(start + 1, min(len(parts), start + LONGEST_CHUNK) + 1):
            chunk = parts[start:stop]
            if chunk[-1].kind == "word" and all(p.kind in {"word", "particle"} for p in chunk):
                chunks.append(((start, stop), fold_spelling("".join(p.spelt for p in chunk))))
    return tuple(chunks)


@functools.lru_cache(maxsize=131072)
def match_words(first: str, second: str) -> tuple[float, PairKind] | None:
    """Return the distance of two folded words that may be one, and how they are; None where they are two."""
    if find_keys(first).isdisjoint(find_keys(second)):
        return None
    distance = measure_distance(first, second)
    if distance is not None:
        return distance, "word"
    men = _as_man(first), _as_man(second)
    if men != (first, second) and None not in men:
        distance = measure_distance(*men)
        return (distance + WOMAN, "woman") if distance is not None else None
    return None


def _as_man(word: str) -> str:
    """Return the man's form of a surname that ends like a woman's."""
    for woman, man in read_name_data()["women"]:
        if word.endswith(woman) and len(word) > len(woman) + 1:
            return str(word.removesuffix(woman) + man)
    return word


@functools.lru_cache(maxsize=65536)
def is_near(first: Part, second: Part) -> bool:
    """Tell whether two words would be one if twice as much were believed of their spelling."""
    if {first.kind, second.kind} != {"word"}:
        return False
    return measure_distance(first.spelt, second.spelt, 2.0) is not None


@functools.lru_cache(maxsize=65536)
def shorten_alike(first: str, second: str) -> bool:
    """Tell whether two parts, at least one of them an initial, may shorten or begin the same name."""
    heads = _list_heads(first.lower()), _list_heads(second.lower())
    if is_cyrillic(first.lower()) == is_cyrillic(second.lower()) and first[0].lower() == second[0].lower():
        return True
    return any(heads[0] & set(group) and heads[1] & set(group) for group in read_name_data()["initials"])


def _list_heads(word: str) -> set[str]:
    """Return the longest beginning of `word` that the table of initials has."""
    known = {head for group in read_name_data()["initials"] for head in group}
    return {next((word[:n] for n in (4, 3, 2, 1) if word[:n] in known), word[:1])}

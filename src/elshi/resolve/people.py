"""Whether two names are one person's: for now by the skeletons that name spellings share across scripts."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass

from elshi.resolve.profile import Someone
from elshi.text.translit import name_key

_NEAR = 2  # letters by which two long words of a name may differ
_LONG = 6


@dataclass(frozen=True, slots=True)
class Score:
    """How much one comparison speaks for (above 0) or against (below 0) two things being one, and why."""

    value: float
    reason: str


def same_person(one: Someone, other: Someone) -> bool:
    """Tell whether the two are taken for one person: by the register, or by any of their spellings."""
    if one.entity and other.entity:
        return one.entity == other.entity
    return any(same_name(a, b) for a, b in itertools.product(one.names, other.names))


@functools.lru_cache(maxsize=65536)
def same_name(one: str, other: str) -> bool:
    """Tell whether every word of the shorter name stands in the longer one, at least one not an initial."""
    short, long = sorted((list_words(one), list_words(other)), key=len)
    left, whole = list(long), 0
    for word in short:
        found = next((w for w in left if _match(word, w)), None)
        if found is None:
            return False
        left.remove(found)
        whole += min(len(word), len(found)) > 1
    return whole > 0 and (whole > 1 or len(short) == 1 or len(short) != whole)


@functools.lru_cache(maxsize=65536)
def list_words(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded so that its spellings in several scripts agree."""
    return tuple(name_key(name).split())


def _match(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return min(len(one), len(other)) >= _LONG and _differ(one, other) <= 1 + (len(one) > _LONG + _NEAR)


@functools.lru_cache(maxsize=65536)
def _differ(one: str, other: str) -> int:
    """Return in how many letters two words differ (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != wanted))
    return row[-1]

"""Russian names back to the nominative: case and gender found for all parts of a name together."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from elshi.text.family_first import read_family_first
from elshi.text.russian_parts import (
    GENDERS,
    RUSSIAN_CASES,
    NamePart,
    PartReading,
    RussianCase,
    find_cheapest,
    read_costs,
    read_part,
)

_PART = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class NameReading:
    """A whole name: its nominative, its gender, and the cases it may stand in as written."""

    nominative: str
    gender: str
    cases: frozenset[str]


@functools.lru_cache(maxsize=16384)
def read_russian_name(name: str) -> NameReading:
    """Return the likeliest reading of the Russian `name` as it stands in a text.

    For each case and gender the cheapest readings of the parts are added up (see
    data/russian_names.yml); the cheapest sum wins, and the nominative wins a tie.
    """
    parts = find_parts(name)
    costs = read_costs()
    best: dict[tuple[RussianCase, str], tuple[int, tuple[PartReading, ...]]] = {}
    for gender in GENDERS:
        for case in RUSSIAN_CASES:
            chosen = _choose(parts, case, gender)
            extra = costs["feminine_cost"] if gender == "femn" else 0
            if chosen is not None:
                best[case, gender] = (sum(reading.cost for reading in chosen) + extra, chosen)
    if not best:
        return NameReading(name, "masc", frozenset({"nomn"}))
    oblique = costs["oblique_cost" if len(parts) > 1 else "oblique_alone_cost"]
    case, gender = min(
        best, key=lambda pair: (best[pair][0] + (pair[0] != "nomn") * oblique, pair[0] != "nomn")
    )
    nominative = _rewrite(name, parts, best[case, gender][1])
    return NameReading(nominative, gender, _find_cases(parts, best[case, gender][1]))


@functools.lru_cache(maxsize=16384)
def find_nominatives(word: str) -> frozenset[str]:
    """Return every nominative, in lower case, that one word of a Russian name may come from."""
    part = NamePart(0, len(word), word, last=True, hyphened=False)
    return frozenset(reading.nominative.lower() for reading in read_part(part))


@functools.lru_cache(maxsize=16384)
def find_cases(word: str, nominative: str) -> frozenset[str]:
    """Return the cases that `word` can be of the Russian name `nominative`, one part each; empty if none."""
    part = NamePart(0, len(word), word, last=True, hyphened=False)
    return frozenset(str(r.case) for r in read_part(part) if r.nominative.lower() == nominative.lower())


def find_parts(name: str) -> tuple[NamePart, ...]:
    """Return the words of `name` that may decline: no initials, no particles ('да', 'бин', 'Аль')."""
    articles = read_costs()["articles"]
    words = list(_PART.finditer(name))
    leading = [word for word in words[:-1] if word[0].lower() in articles]
    joined = {after.start() for before, after in pairwise(words) if before in leading}
    found = [
        word
        for word in words
        if word[0][0].isupper() and name[word.end() : word.end() + 1] != "." and word not in leading
    ]
    eastern = len(found) > 1 and found[0][0].lower() in read_family_first()
    return tuple(
        NamePart(
            start=match.start(),
            stop=match.end(),
            text=match[0],
            last=match is found[-1],
            hyphened=name[match.end() : match.end() + 1] == "-" and match is not found[-1],
            eastern=eastern,
            joined=match.start() in joined,
        )
        for match in found
    )


def _choose(parts: Iterable[NamePart], case: str, gender: str) -> tuple[PartReading, ...] | None:
    """Return the cheapest reading of each part in `case` and `gender`, None where a part has none."""
    chosen = []
    for part in parts:
        cheapest = find_cheapest(part, case, gender)
        if cheapest is None:
            return None
        chosen.append(cheapest)
    return tuple(chosen)


def _find_cases(parts: tuple[NamePart, ...], chosen: tuple[PartReading, ...]) -> frozenset[str]:
    """Return the cases in which every part reads as in `chosen`, at no greater cost."""
    allowed = [
        {
            reading.case
            for reading in read_part(part)
            if (reading.nominative, reading.gender) == (ours.nominative, ours.gender)
            and reading.cost <= ours.cost
        }
        for part, ours in zip(parts, chosen, strict=True)
    ]
    return frozenset(RUSSIAN_CASES).intersection(*allowed)


def _rewrite(name: str, parts: Iterable[NamePart], readings: Iterable[PartReading]) -> str:
    """Return `name` with each part in its nominative and all else as it stands."""
    written, done = [], 0
    for part, reading in zip(parts, readings, strict=True):
        written += [name[done : part.start], reading.nominative]
        done = part.stop
    return "".join(written) + name[done:]

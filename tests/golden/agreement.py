"""How far a reading of an example agrees with the gold record written by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
Same = Callable[[Json, Json], bool]
LEAST_SHARED = 0.6  # of the words of gold's surface must stand in the quoted words


@dataclass(frozen=True, slots=True)
class Tally:
    """How many records both have, only the reading has, and only gold has."""

    both: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Count the two together."""
        return Tally(self.both + other.both, self.extra + other.extra, self.missed + other.missed)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall, 1.0 where there is nothing to find or to miss."""
        total = 2 * self.both + self.extra + self.missed
        return 2 * self.both / total if total else 1.0


def compare_reading(reading: Json, gold: Json) -> dict[str, Tally]:
    """Return a tally for each kind of record, and one for the participants of the engagements paired.

    A gold record marked optional counts neither way.
    """
    tallies = {
        kind: _tally(reading[kind], gold[kind], pair(reading[kind], gold[kind], same))
        for kind, same in SAME.items()
    }
    engagements = pair(reading["engagements"], gold["engagements"], same_engagement)
    tallies["participants"] = sum((_tally_people(*both) for both in engagements), Tally())
    return tallies


def pair(found: Iterable[Json], gold: Iterable[Json], same: Same) -> list[tuple[Json, Json]]:
    """Pair each gold record, the required ones first, with the first record found that is the same."""
    free = list(found)
    pairs: list[tuple[Json, Json]] = []
    for wanted in sorted(gold, key=lambda record: bool(record.get("optional"))):
        match = next((record for record in free if same(record, wanted)), None)
        if match is not None:
            free.remove(match)
            pairs.append((match, wanted))
    return pairs


def same_engagement(found: Json, gold: Json) -> bool:
    """Tell whether both are of one type and share most of gold's people, or, without people, the parties."""
    if found["type"] != gold["type"]:
        return False
    people = gold["participants"]
    if not people:
        return set(found["parties"]) == set(gold["parties"]) and found["status"] == gold["status"]
    shared = sum(any(same_person(p, q) for q in found["participants"]) for p in people)
    return 2 * shared > len(people)


def same_person(one: Json, other: Json) -> bool:
    """Tell whether the surfaces name one person: each word of the shorter begins a word of the longer alike.

    Endings differ by case ('Альжанов', 'Альжановым'), so seven tenths of the shorter word decide.
    """
    short, long = sorted((_words(one["surface"]), _words(other["surface"])), key=len)
    return bool(short) and all(any(_begin_alike(word, w) for w in long) for word in short)


def same_tenure(found: Json, gold: Json) -> bool:
    """Tell whether both put the same person in the same office."""
    return found["office"] == gold["office"] and same_person(found, gold)


def same_stance(found: Json, gold: Json) -> bool:
    """Tell whether both quote the same words for the same stance."""
    return found["stance"] == gold["stance"] and same_words(found, gold)


def same_words(found: Json, gold: Json) -> bool:
    """Tell whether the quoted words hold most of gold's surface."""
    quoted = set(_words(" ".join(evidence["quote"] for evidence in found["evidence"])))
    wanted = set(_words(gold["surface"]))
    return len(wanted & quoted) >= LEAST_SHARED * len(wanted)


SAME: dict[str, Same] = {
    "engagements": same_engagement,
    "positions": same_stance,
    "initiatives": same_words,
    "commitments": same_words,
    "tenures": same_tenure,
    "chairmanships": same_words,
}


def _tally(found: list[Json], gold: list[Json], pairs: list[tuple[Json, Json]]) -> Tally:
    both = sum(not wanted.get("optional") for _, wanted in pairs)
    required = sum(not wanted.get("optional") for wanted in gold)
    return Tally(both, len(found) - len(pairs), required - both)


def _tally_people(found: Json, gold: Json) -> Tally:
    if gold.get("optional"):
        return Tally()
    people, wanted = found["participants"], gold["participants"]
    return _tally(people, wanted, pair(people, wanted, same_person))


def _words(text: str) -> list[str]:
    return re.findall(r"\w{2,}", text.casefold())


def _begin_alike(one: str, other: str) -> bool:
    length = max(2, int(0.7 * min(len(one), len(other))))
    return one[:length] == other[:length]


def sum_tallies(each: Iterable[dict[str, Tally]]) -> dict[str, Tally]:
    """Add the tallies of many readings, kind by kind."""
    total: dict[str, Tally] = {}
    for tallies in each:
        for kind, tally in tallies.items():
            total[kind] = total.get(kind, Tally()) + tally
    return total


def describe_tallies(tallies: dict[str, Tally]) -> Iterator[str]:
    """Yield one line a kind: what both have, what is extra, what is missed, and F1."""
    for kind, tally in sorted(tallies.items()):
        counts = f"both {tally.both:3}  extra {tally.extra:3}  missed {tally.missed:3}"
        yield f"{kind:14} {counts}  F1 {tally.f1:.3f}"

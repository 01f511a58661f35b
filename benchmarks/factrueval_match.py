"""The organisers' matching of facts, in their easy mode: the best assignment of answers to gold."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.factrueval_gold import Argument, Fact

_WEIGHTS = {"position": 0.5}
_SHORT, _LONG = 1, 9  # up to and from these lengths other slips are forgiven than one letter
_MOST = 20000  # assignments that are all tried; where there are more, one answer is moved at a time


@dataclass(frozen=True, slots=True)
class Score:
    """Sums over documents: the quality of gold and of answers matched, and how many of each there are."""

    of_gold: float = 0.0
    of_answers: float = 0.0
    gold: int = 0
    answers: int = 0

    def __add__(self, other: Score) -> Score:
        """Return the sums of both."""
        return Score(
            self.of_gold + other.of_gold,
            self.of_answers + other.of_answers,
            self.gold + other.gold,
            self.answers + other.answers,
        )

    @property
    def precision(self) -> float:
        """Return the quality per answer."""
        return self.of_answers / self.answers if self.answers else 0.0

    @property
    def recall(self) -> float:
        """Return the quality per fact of gold."""
        return self.of_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def compare(gold: Sequence[Fact], answers: Sequence[Fact]) -> Score:
    """Return the score of the best assignment of `answers` to `gold`, facts of one type in one document."""
    options = [[None, *(i for i, fact in enumerate(gold) if _may_match(fact, a))] for a in answers]
    size = 1
    for row in options:
        size *= len(row)
    if size <= _MOST:
        chosen: Sequence[int | None] = max(
            itertools.product(*options), key=lambda c: _rate(gold, answers, c).f1, default=()
        )
    else:
        chosen = _climb(gold, answers, options)
    return _rate(gold, answers, chosen)


def _climb(
    gold: Sequence[Fact], answers: Sequence[Fact], options: Sequence[Sequence[int | None]]
) -> Sequence[int | None]:
    chosen: list[int | None] = [None] * len(answers)
    for _ in range(2):
        for index, row in enumerate(options):
            chosen[index] = max(
                row, key=lambda i: _rate(gold, answers, [*chosen[:index], i, *chosen[index + 1 :]]).f1
            )
    return chosen


def _rate(gold: Sequence[Fact], answers: Sequence[Fact], chosen: Sequence[int | None]) -> Score:
    """Return the score of one assignment: `chosen` gives each answer its fact, or None."""
    score = Score(answers=sum(i is None for i in chosen))
    for index, fact in enumerate(gold):
        matched = [answer for answer, i in zip(answers, chosen, strict=True) if i == index]
        if fact.hard:
            continue
        quality = _measure(fact, matched)
        score += Score(quality, quality * len(matched), 1, len(matched))
    return score


def _measure(fact: Fact, answers: Sequence[Fact]) -> float:
    """Return how well `answers` together give the arguments of `fact`, and how well they hold together."""
    if not answers:
        return 0.0
    of: list[set[int]] = [set() for _ in fact.arguments]  # the answers that give each argument
    wrong = 0.0
    for number, answer in enumerate(answers):
        for argument in answer.arguments:
            found = next((i for i, own in enumerate(fact.arguments) if _same(own, argument)), None)
            if found is None:
                wrong += _weigh(argument)
            else:
                of[found].add(number)
    right = sum(_weigh(own) for own, by in zip(fact.arguments, of, strict=True) if by)
    missed = sum(_weigh(own) for own, by in zip(fact.arguments, of, strict=True) if not by)
    extracted = right / (right + wrong + missed)
    given = [by for by in of if by]
    pairs = list(itertools.combinations(given, 2))
    together = sum(bool(a & b) for a, b in pairs) / len(pairs) if pairs and len(answers) > 1 else 1.0
    return (extracted + together * extracted) / 2


def _weigh(argument: Argument) -> float:
    return _WEIGHTS.get(argument.name, 1.0)


def _may_match(fact: Fact, answer: Fact) -> bool:
    return any(
        own.name != "position" and _same(own, given) for own in fact.arguments for given in answer.arguments
    )


def _same(one: Argument, other: Argument) -> bool:
    if one.name != other.name:
        return False
    return any(is_close(a, b) for a in one.values for b in other.values)


def is_close(one: str, other: str) -> bool:
    """Tell whether two values are one with a slip: a letter, two in a long value, none in a short one."""
    longest = max(len(one), len(other))
    allowed = 0 if longest <= _SHORT else 2 if longest >= _LONG else 1
    return one == other or (abs(len(one) - len(other)) <= allowed and _distance(one, other) <= allowed)


def _distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]

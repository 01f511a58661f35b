"""What comes of comparing two things: how sure, what follows, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "different", "unsure"]
SAME = 0.75
DIFFERENT = 0.35


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two things are one: `score` from 0 (surely two) to 1 (surely one), and the reasons in words."""

    score: float
    verdict: Verdict
    reasons: tuple[str, ...]


def judge_score(score: float, *reasons: str) -> Comparison:
    """Return the comparison of `score`: same from 0.75, different up to 0.35, unsure between."""
    verdict: Verdict = "same" if score >= SAME else "different" if score <= DIFFERENT else "unsure"
    return Comparison(round(score, 3), verdict, reasons)

"""Precision, recall and F1 of what was found against what is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

Found = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure: `value` None where it could not be measured, `wanted` what it should reach."""

    name: str
    value: float | None
    wanted: float | None
    counts: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts, by label, of what is there, what was found, and what of it is right."""

    there: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, there: AbstractSet[Found], found: AbstractSet[Found]) -> None:
        """Count one text."""
        self.there.update(one[2] for one in there)
        self.found.update(one[2] for one in found)
        self.right.update(one[2] for one in there & found)

    def tell(self, name: str, wanted: float | None, label: str | None = None) -> Figure:
        """Return F1 as a figure, of one `label` or of all."""
        there, found, right = (
            one.total() if label is None else one[label] for one in (self.there, self.found, self.right)
        )
        value = 2 * right / (there + found) if there + found else None
        precision, recall = right / max(found, 1), right / max(there, 1)
        return Figure(name, value, wanted, f"P {precision:.3f} R {recall:.3f} of {there}")

"""What is said of what became of commitments, on pages and in pictures."""

from __future__ import annotations

from collections.abc import Mapping

from elshi.locales.tongue import N_
from elshi.model.fate import FateState

FATE_NAMES: Mapping[FateState, str] = {
    "open": N_("open"),
    "due": N_("due now"),
    "overdue": N_("overdue"),
    "fulfilled": N_("kept"),
    "withdrawn": N_("withdrawn"),
}

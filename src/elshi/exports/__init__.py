"""The forms in which a register can leave Elshi: one file of code each, one line in EXPORTS."""

from __future__ import annotations

from collections.abc import Mapping

from elshi.exports import jsonl, tables
from elshi.exports.base import Export

__all__ = ["EXPORTS"]

EXPORTS: Mapping[str, Export] = {
    "jsonl": Export("one JSON object a line, reports and entries; `elshi` reads it back", jsonl.write_folder),
    "csv": Export("one table a kind of entry, for spreadsheets", tables.write_folder),
}

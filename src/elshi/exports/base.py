"""What an export is given, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from elshi.model.entry import Dossier, EntryKind, Filing


class Holdings(Protocol):
    """All that a register holds, read as it is taken. Each call begins anew."""

    def read_filings(self) -> Iterator[Filing]:
        """Yield every report."""
        ...

    def read_dossiers(self, kind: EntryKind | None = None) -> Iterator[Dossier]:
        """Yield every entry, or every one of a kind, with its statements."""
        ...


@dataclass(frozen=True, slots=True)
class Export:
    """A form in which the register can leave: what it is for, and what writes it into a folder.

    `write` returns the files it made. It may raise OSError.
    """

    purpose: str
    write: Callable[[Holdings, Path], tuple[Path, ...]]

"""What an export is given, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from elshi.model.entity import Entity
from elshi.model.entry import Dossier, EntryKind, Filing, Link, StoredFrame
from elshi.model.judgement import Doubt, Judgement


class Holdings(Protocol):
    """All that a register holds, read as it is taken. Each call begins anew."""

    def read_filings(self) -> Iterator[Filing]:
        """Yield every report."""
        ...

    def read_dossiers(self, kind: EntryKind | None = None) -> Iterator[Dossier]:
        """Yield every entry, or every one of a kind, with its statements."""
        ...

    def read_digests(self) -> dict[str, str]:
        """Return by which configuration each report was read."""
        ...

    def read_rejected(self) -> Iterator[tuple[StoredFrame, Link]]:
        """Yield the frames that stand in no entry because a person rejected them."""
        ...

    def read_entities(self) -> Iterator[Entity]:
        """Yield whom and what the register knows by name."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """Return what people judged, withdrawn judgements too."""
        ...

    def read_doubts(self) -> Iterator[Doubt]:
        """Yield the pairs of frames of which the machine was not sure."""
        ...


@dataclass(frozen=True, slots=True)
class Export:
    """A form in which the register can leave: what it is for, and what writes it into a folder.

    `write` returns the files it made. It may raise OSError.
    """

    purpose: str
    write: Callable[[Holdings, Path], tuple[Path, ...]]

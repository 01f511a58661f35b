"""What every engine takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from elshi.errors import SourceError
from elshi.model.frame import Reading
from elshi.record.base import Receipt
from elshi.settings import DEFAULT_ENCODER, DEFAULT_LARGEST_BYTES

Outcome = Reading | SourceError | None  # None: it was known already, and not read again
Knows = Callable[[Receipt], bool]


@dataclass(frozen=True, slots=True)
class Way:
    """How reports are read; equal ways give equal readings of equal bytes.

    `published` is the day they were published, where it is given; `encoder` is used where the settings
    choose none; `largest_bytes` is the most that one report may have. `marked` readings keep their markup,
    which only `elshi mentions` shows and which is half of what goes from process to process.
    """

    published: str | None = None
    encoder: str = DEFAULT_ENCODER
    largest_bytes: int = DEFAULT_LARGEST_BYTES
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a reading comes from: the receipt of its capture, and the id that its source gives it."""

    receipt: Receipt
    source: str
    line: int | None
    id: str | None


@dataclass(frozen=True, slots=True)
class Done:
    """One capture and what came of it; `origin` is None where there was no capture to read."""

    origin: Origin | None
    outcome: Outcome


Shard = tuple[Done, ...]


class Engine(Protocol):
    """Reads all that some paths hold."""

    def map(self, paths: Sequence[str], knows: Knows | None = None) -> Iterator[Shard]:
        """Yield what came of each report under `paths`, in the order of input.

        What is in one shard is written together. Whatever `knows` says yes to is left out of the work where
        that can be, with None for its outcome. Raises ElshiError where the work cannot go on.
        """
        ...

    def close(self) -> None:
        """Let go of processes and folders. Closing twice does no harm."""
        ...

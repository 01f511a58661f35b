"""Files that are wholly written or not there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replace_whole(path: Path) -> Iterator[Path]:
    """Give a path to write to; what was written there stands under `path` once the block is left well."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.unfinished")
    try:
        yield unfinished
        with unfinished.open("rb") as stream:
            os.fsync(stream.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def write_lines(path: Path, lines: Iterable[str], end: str = "\n") -> Path:
    """Write `lines` as UTF-8 into `path`, each with `end`; until all are there under another name."""
    with replace_whole(path) as unfinished, unfinished.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(f"{line}{end}" for line in lines)
    return path

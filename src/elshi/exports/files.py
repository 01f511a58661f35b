"""Files that are wholly written or not there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def write_lines(path: Path, lines: Iterable[str], end: str = "\n") -> Path:
    """Write `lines` as UTF-8 into `path`, each with `end`; until all are there under another name."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.unfinished")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(f"{line}{end}" for line in lines)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path

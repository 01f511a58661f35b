"""Where `elshi read --out` writes: one JSON file a report, under a name no other report has."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from elshi.cli.output import Json, write_json
from elshi.errors import UsageError

if TYPE_CHECKING:
    from elshi.engines.base import Origin

_LONGEST = 80  # characters of a name: 80 Cyrillic letters, a number and .json fit in 255 bytes
_UNSAFE = re.compile(r"[^\w.-]+")


class OutFolder:
    """A folder of records, made when first needed."""

    def __init__(self, folder: Path) -> None:
        """Write into `folder`; raises UsageError where it cannot be made."""
        self._folder = folder
        self._taken: set[str] = set()
        make_folder(folder)

    def write(self, origin: Origin, record: Json) -> Path:
        """Write `record` whole or not at all, and return its file. Raises UsageError where it cannot."""
        path = self._folder / f"{self._choose(name_record(origin))}.json"
        half = path.with_name(f".{path.name}.part")
        try:
            half.write_text(write_json(record) + "\n", encoding="utf-8")
            half.replace(path)
        except OSError as error:
            raise _refuse(path, error) from error
        return path

    def _choose(self, stem: str) -> str:
        # Some systems take 'A.json' and 'a.json' for one file, so names are compared in one case.
        name, number = stem, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.casefold())
        return name


def make_folder(folder: Path) -> None:
    """Make `folder` where it is absent; raises UsageError where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refuse(folder, error) from error


def name_record(origin: Origin) -> str:
    """Return the stem of the file for what comes from `origin`: its id, else the file's own stem (and line).

    What comes from outside is kept to letters, digits, '.', '_' and '-', so that an id such as
    '../../etc/passwd' stays in the folder.
    """
    stem = Path(origin.source).stem if origin.source != "-" else "stdin"
    if origin.line is not None:
        stem = origin.id or f"{stem}-{origin.line}"
    return _UNSAFE.sub("_", stem).strip(".")[:_LONGEST] or "report"


def _refuse(path: Path, error: OSError) -> UsageError:
    return UsageError(f"{path} cannot be written: {os.strerror(error.errno or 0)}; give another --out")

"""Folders: the files in them that are reports, each as old as its last change."""

from __future__ import annotations

from pathlib import Path

from elshi.errors import Message, SourceError
from elshi.sources.paths import walk_folder
from elshi.sources.table import find_source
from elshi.watch.listed import Found, Listed
from elshi.watch.plan import Watched


def list_folder(source: Watched) -> Found:
    """Return the files under the folder that `elshi add` reads. Raises SourceError where it is not there."""
    if not Path(source.address).is_dir():
        raise SourceError(
            source.address, Message("there is no such folder"), Message("make it, or give another one")
        )
    listed: list[Listed] = []
    faults: list[str] = []
    for found in walk_folder(Path(source.address)):
        if isinstance(found, SourceError):
            faults.append(found.message)
        elif find_source(found):
            try:
                state = found.stat()
            except OSError as error:
                faults.append(f"{found}: {error.strerror}")
                continue
            listed.append(Listed(str(found), str(found), f"{state.st_mtime_ns}-{state.st_size}"))
    return Found(tuple(listed), tuple(faults))

"""Paths as people give them: files, folders, and '-' for standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from elshi.errors import Message, SourceError
from elshi.sources.remote import is_address, list_address, open_address
from elshi.sources.single import Found, explain
from elshi.sources.sniff import HEAD
from elshi.sources.streams import open_by_content, open_standard_input
from elshi.sources.table import DOCUMENTS, find_source, tell_source


def open_paths(paths: Sequence[str | Path], largest_bytes: int) -> Found:
    """Yield a capture for each report under `paths` and a SourceError for each thing that is none.

    The order is that of `paths`, within a folder that of the names. Nothing is read before it is asked
    for, and no more than `largest_bytes` of one report. A file given by name is opened whatever its
    suffix, and where the suffix is none of SOURCES its content decides. In a folder only the suffixes of
    SOURCES count (a README beside the reports is none), hidden files and folders are passed over, and
    documents that Elshi does not read (DOCUMENTS) are named as errors.
    """
    for found in find_files(paths):
        if isinstance(found, SourceError):
            yield found
        else:
            yield from open_file(found, largest_bytes)


def find_files(paths: Sequence[str | Path]) -> Iterator[str | Path | SourceError]:
    """Yield the files that `open_paths` opens and what it names as errors, in its order; opens none.

    Standard input is the file '-'.
    """
    for path in paths:
        if is_address(path):
            yield from list_address(str(path))
        elif path != "-" and Path(path).is_dir():
            yield from _search_folder(Path(path))
        else:
            yield path


def open_file(path: str | Path, largest_bytes: int) -> Found:
    """Yield what the file (or standard input, '-') holds; see `open_paths`."""
    if path == "-":
        return open_standard_input(largest_bytes)
    if is_address(path):
        return open_address(str(path), largest_bytes)
    source = find_source(Path(path)) or tell_source(_read_head(Path(path)))
    return (source.open if source else open_by_content)(Path(path), largest_bytes)


def _read_head(path: Path) -> bytes:
    """Return how a file begins; nothing where it cannot be read or is a pipe, which its opening sees to."""
    if not path.is_file():
        return b""
    try:
        with path.open("rb") as stream:
            return stream.read(HEAD)
    except OSError:
        return b""


def _search_folder(folder: Path) -> Iterator[Path | SourceError]:
    empty = True
    for found in walk_folder(folder):
        if isinstance(found, SourceError) or find_source(found):
            yield found
        elif found.suffix.lower() in DOCUMENTS:
            cause = Message("Elshi does not read %(suffix)s files", suffix=found.suffix.lower())
            yield SourceError(str(found), cause, Message("save the report as plain text or HTML"))
        else:
            continue
        empty = False
    if empty:
        advice = Message("give a folder with .txt, .html or .jsonl files")
        yield SourceError(str(folder), Message("there are no reports in this folder"), advice)


def walk_folder(folder: Path) -> Iterator[Path | SourceError]:
    """Yield the files under `folder` in the order of their names, hidden ones left out.

    A folder that may not be entered is a SourceError; a link to a folder is not followed, so a link to a
    folder above cannot go round for ever.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield explain(str(folder), error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from walk_folder(Path(entry.path))
        elif _is_readable(entry):
            yield Path(entry.path)


def _is_readable(entry: os.DirEntry[str]) -> bool:
    """Tell whether `entry` is a file, or a link to one or to nothing, which is named when it is opened."""
    try:
        return entry.is_file() or (entry.is_symlink() and not entry.is_dir())
    except OSError:  # a link to itself
        return True

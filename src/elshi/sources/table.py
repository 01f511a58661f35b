"""SOURCES: the written table of the kinds of file that Elshi reads. A new kind is a file and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from elshi.sources.single import Found, open_page, open_text
from elshi.sources.tables import open_records
from elshi.sources.warc import open_warc


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of file: its name, the suffixes it is known by in a folder, and what opens it."""

    name: str
    suffixes: tuple[str, ...]
    open: Callable[[Path, int], Found]


SOURCES: tuple[Source, ...] = (
    Source("plain text", (".txt",), open_text),
    Source("web page", (".html", ".htm", ".xhtml"), open_page),
    Source("web archive", (".warc", ".warc.gz"), open_warc),
    Source("JSON lines", (".jsonl", ".ndjson"), open_records),
)

# Files that hold reports in a form Elshi does not read: in a folder they are named, not passed over.
DOCUMENTS = (
    ".pdf",
    ".doc",
    ".docx",
    ".odt",
    ".rtf",
    ".epub",
    ".xls",
    ".xlsx",
    ".csv",
    ".eml",
    ".zip",
    ".gz",
)


def find_source(path: Path) -> Source | None:
    """Return the line of SOURCES for the end of the name of `path`, None where there is none."""
    name = path.name.lower()
    return next((source for source in SOURCES if path.suffix and name.endswith(source.suffixes)), None)

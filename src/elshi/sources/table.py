"""SOURCES: the written table of the kinds of file that Elshi reads. A new kind is a file and a line here."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from elshi.sources.mail import open_mbox
from elshi.sources.parquet import open_parquet
from elshi.sources.single import Found, open_page, open_text
from elshi.sources.tables import open_records
from elshi.sources.telegram import open_telegram
from elshi.sources.warc import open_warc


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of file: its name, the ends of names it is known by in a folder, and what opens it.

    `begins` matches how its content begins where the name tells nothing; `many` tells that it may hold more
    reports than can be counted without reading it.
    """

    name: str
    suffixes: tuple[str, ...]
    open: Callable[[Path, int], Found]
    begins: re.Pattern[bytes] | None = None
    many: bool = False


# An object in which messages or chats come soon, as Telegram Desktop writes it.
_TELEGRAM = re.compile(rb"\{\s*\"(?:name|about|chats)\".{0,3000}?\"(?:messages|list)\"\s*:", re.DOTALL)

SOURCES: tuple[Source, ...] = (
    Source("plain text", (".txt",), open_text),
    Source("web page", (".html", ".htm", ".xhtml"), open_page),
    Source("web archive", (".warc", ".warc.gz"), open_warc, re.compile(rb"WARC/\d"), many=True),
    Source("Parquet table", (".parquet",), open_parquet, re.compile(rb"PAR1"), many=True),
    Source("Telegram channel", ("result.json",), open_telegram, _TELEGRAM, many=True),
    Source("mail", (".mbox",), open_mbox, re.compile(rb"From \S+ [^\r\n]*\d{4}\r?\n"), many=True),
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


def tell_source(head: bytes) -> Source | None:
    """Return the line of SOURCES for a file that begins with `head`, None where none is told by that."""
    return next((source for source in SOURCES if source.begins and source.begins.match(head)), None)

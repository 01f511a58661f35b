"""What comes in: a capture (bytes as received) and the report cleaned from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from elshi.model.span import Span

Language = Literal["kk", "ru", "en"]
LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
PublishedBasis = Literal["metadata", "prefix", "byline", "dateline", "url", "inferred", "none"]
MediaType = Literal["text", "html", "record"]


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as received from a source, with what the source itself says of them. Never changed.

    `source` is the path or URL shown to people; `line` the one-based line of a JSON-lines file.
    `record` media come from JSON lines and carry their text already decoded as UTF-8.
    """

    source: str
    data: bytes
    media_type: MediaType
    line: int | None = None
    id: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """The line's opening that says where and when it was filed: 'Астана. 12 марта. KAZAKHSTAN TODAY -'.

    `city` and `date` are as written, None where the dateline lacks them.
    """

    span: Span
    city: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the text: its span without the line break, and its language."""

    span: Span
    language: Language


@dataclass(frozen=True, slots=True)
class Report:
    """A text that never changes, with what is known about it. All offsets of a reading index `text`.

    `published` is EDTF ('2025-12-12'), None where unknown. `boilerplate` is read by nobody.
    `headline` is the title's own paragraph where the text repeats it.
    """

    id: str
    source: str
    text: str
    language: Language
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = "none"
    boilerplate: tuple[Span, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    headline: Span | None = None
    datelines: tuple[Dateline, ...] = field(default=())

"""What kind of content some bytes are, told by how they begin."""

from __future__ import annotations

import re
from typing import Literal

from elshi.errors import Message

Kind = Literal["text", "html", "records"]

HEAD = 4096  # bytes looked at

# First bytes of files that people keep beside their reports; sources: each format's specification.
MAGIC: tuple[tuple[bytes, Message], ...] = (
    (b"%PDF-", Message("a PDF document")),
    (b"PK\x03\x04", Message("a ZIP archive or an Office document")),
    (b"PK\x05\x06", Message("an empty ZIP archive")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Message("an old Office document")),
    (b"{\\rtf", Message("an RTF document")),
    (b"\x89PNG\r\n\x1a\n", Message("a PNG image")),
    (b"\xff\xd8\xff", Message("a JPEG image")),
    (b"GIF87a", Message("a GIF image")),
    (b"GIF89a", Message("a GIF image")),
    (b"II*\x00", Message("a TIFF image")),
    (b"MM\x00*", Message("a TIFF image")),
    (b"RIFF", Message("a picture, sound or film (RIFF)")),
    (b"OggS\x00", Message("a sound recording (Ogg)")),
    (b"ID3\x03", Message("a sound recording (MP3)")),
    (b"ID3\x04", Message("a sound recording (MP3)")),
    (b"\x1f\x8b", Message("a gzip archive")),
    (b"BZh91AY", Message("a bzip2 archive")),
    (b"\xfd7zXZ\x00", Message("an xz archive")),
    (b"7z\xbc\xaf\x27\x1c", Message("a 7-Zip archive")),
    (b"Rar!\x1a\x07", Message("a RAR archive")),
    (b"(\xb5/\xfd", Message("a Zstandard archive")),
    (b"SQLite format 3\x00", Message("an SQLite database")),
    (b"\x7fELF", Message("a program")),
    (b"MZ\x90\x00", Message("a program")),
    (b"PAR1\x15", Message("a Parquet table")),
)
_LEADING = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*")
_HTML = re.compile(
    rb"^(?:<\?xml[^>]*>\s*)?(?:<!--.{0,1000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_RECORD = re.compile(rb"^\{[ \t]*\"")


def name_binary(head: bytes) -> Message | None:
    """Return what the file is ('a PDF document') where `head` begins as no text does, else None.

    Bytes that begin like no format named here are left to decoding, which refuses control characters.
    """
    return next((name for magic, name in MAGIC if head.startswith(magic)), None)


def tell_kind(head: bytes) -> Kind:
    """Return whether `head` begins a web page, JSON-lines records, or text; UTF-16 is looked through."""
    plain = _LEADING.sub(b"", head[:HEAD].replace(b"\x00", b""))
    if _HTML.match(plain):
        return "html"
    return "records" if _RECORD.match(plain) else "text"

"""Bytes to text: which encoding a capture is in is told by its content, and nothing is replaced silently.

In this order: a byte order mark; UTF-16 without one; for a web page the charset it declares; UTF-8; and
the 8-bit encodings of old files, told apart by how well their letters fit the languages. A text with a
NUL is refused: it is binary data or damaged, and no press text has one.
"""

from __future__ import annotations

import codecs
import re

from elshi.clean.letters import choose_encoding, fits_language
from elshi.errors import Message, SourceError
from elshi.model.report import Capture

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LARGEST_CONTROL_SHARE = 0.02  # of the characters; old word processors leave some, binary data has more
SAVE_AS_UTF8 = Message("save it as UTF-8")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)


def decode(capture: Capture) -> str:
    """Return the text of `capture`, only a byte order mark taken off.

    Raises SourceError, naming the byte, where the bytes are text in no encoding that Elshi reads.
    """
    encoding, skip = tell_encoding(capture)
    try:
        text = capture.data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        cause = Message(
            "byte %(number)s (%(byte)s) is not %(encoding)s",
            number=error.start + skip + 1,
            byte=_show(capture.data, error.start + skip),
            encoding=encoding,
        )
        raise SourceError(capture.source, cause, SAVE_AS_UTF8, capture.line) from None
    _refuse_controls(capture, text)
    return text


def tell_encoding(capture: Capture) -> tuple[str, int]:
    """Return the name of the encoding of `capture` and the length of its byte order mark."""
    data = capture.data
    for mark, name in MARKS:
        if data.startswith(mark):
            return name, len(mark)
    if capture.media_type == "record":
        return "utf-8", 0
    if wide := _tell_utf16(data):
        return wide, 0
    declared = _read_charset(data) if capture.media_type == "html" else None
    return _tell_by_content(data, declared), 0


def _tell_utf16(data: bytes) -> str | None:
    """Return the UTF-16 byte order that makes sense of `data`, None where neither does.

    Blanks, line ends and Latin letters have a zero byte in UTF-16, and Cyrillic letters a byte of 4.
    """
    head = data[:4096]
    if len(data) % 2 or head.count(0) + head.count(4) < len(head) / 4:
        return None
    return next((name for name in ("utf-16-le", "utf-16-be") if fits_language(head, name)), None)


def _read_charset(data: bytes) -> str | None:
    """Return the charset that a page declares in its first 4096 bytes, None where Python knows none such."""
    found = _CHARSET.search(data[:4096])
    try:
        return codecs.lookup(found[1].decode("ascii")).name if found else None
    except LookupError:
        return None


def _tell_by_content(data: bytes, declared: str | None) -> str:
    """Return the encoding of bytes without a mark.

    Text that is valid UTF-8 beyond ASCII is UTF-8, whatever the page declares: no other encoding gives
    such bytes by chance. Damaged UTF-8 stays UTF-8, so that the damage is reported.
    """
    whole, broken = _count_utf8(data)
    if not broken or whole > broken:
        return "utf-8"
    if declared and declared != "utf-8" and _decodes(data, declared):
        return declared
    return choose_encoding(data) or "utf-8"


def _count_utf8(data: bytes) -> tuple[int, int]:
    """Return how many characters beyond ASCII are whole in UTF-8, and how many bytes are part of none."""
    text = data.decode("utf-8", "surrogateescape")
    broken = len(re.findall(r"[\udc80-\udcff]", text))
    return len(re.findall(r"[^\x00-\x7f]", text)) - broken, broken


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _refuse_controls(capture: Capture, text: str) -> None:
    """Raise SourceError where `text` has a NUL, or more control characters than a text has by accident."""
    controls = len(_CONTROL.findall(text))
    if "\x00" in text:
        cause = Message(
            "there is a NUL at character %(number)s: binary data, or a damaged text",
            number=text.index(chr(0)) + 1,
        )
    elif controls > len(text) * LARGEST_CONTROL_SHARE + 1:
        cause = Message(
            "%(controls)s of its %(all)s characters are control characters: binary data",
            controls=controls,
            all=len(text),
        )
    else:
        return
    raise SourceError(capture.source, cause, Message("give a report as text or HTML"), capture.line)


def _show(data: bytes, at: int) -> str:
    return f"0x{data[at]:02x}"

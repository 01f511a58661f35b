"""Bytes to text: which encoding a capture is in, told by its content."""

from __future__ import annotations

from elshi.errors import SourceError
from elshi.model.report import Capture


def decode(capture: Capture) -> str:
    """Return the text of `capture`."""
    try:
        return capture.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        cause = f"byte {error.start} is not UTF-8"
        raise SourceError(capture.source, cause, "save it as UTF-8", capture.line) from None

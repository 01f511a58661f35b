"""Knowing a capture again."""

from __future__ import annotations

import hashlib

from elshi.model.report import Capture
from elshi.record.base import Receipt


def make_receipt(capture: Capture) -> Receipt:
    """Return a digest of the capture: of its place, its bytes and all that its source says of it."""
    c = capture
    stated = (c.source, c.line, c.media_type, c.id, c.url, c.title, c.publisher, c.published)
    digest = hashlib.blake2b(repr(stated).encode(errors="backslashreplace"), digest_size=16)
    digest.update(c.data)
    return Receipt(digest.hexdigest(), write_place(c.source), c.line)


def write_place(source: str) -> str:
    """Return a path or URL as text that can be stored: bytes that are no character are spelled out."""
    return source.encode(errors="backslashreplace").decode()

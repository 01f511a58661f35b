"""What content is, told by how it begins."""

from __future__ import annotations

import pytest

from elshi.sources.sniff import MAGIC, name_binary, tell_kind


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"<!DOCTYPE html><html>", "html"),
        (b"\xef\xbb\xbf\n  <HTML lang='kk'>", "html"),
        ("<html><body>Елші</body></html>".encode("utf-16"), "html"),
        (b"<?xml version='1.0'?>\n<html>", "html"),
        (b"<!-- saved page -->\n<head>", "html"),
        (b"<p>Envoys met.</p>", "html"),
        (b'{"id": "1", "text": "Envoys met."}', "records"),
        (b"{ as the minister said }", "text"),
        (b"< 5 envoys met", "text"),
        ("Елшілер кездесті.".encode(), "text"),
        (b"", "text"),
    ],
)
def test_the_kind_of_content_is_told_by_its_beginning(head: bytes, kind: str) -> None:
    """A page begins with a tag, records with an object, and the rest is text."""
    assert tell_kind(head) == kind


@pytest.mark.parametrize(("magic", "name"), MAGIC)
def test_known_binary_formats_are_named(magic: bytes, name: str) -> None:
    """A person is told what the file is."""
    assert name_binary(magic + bytes(20)) == name


@pytest.mark.parametrize("text", ["BMW opens a plant", "МИД: послы прибыли", "GIFts were exchanged", "PK"])
def test_text_is_no_binary_format(text: str) -> None:
    """Letters that begin a format's mark do not make a text binary."""
    assert name_binary(text.encode()) is None

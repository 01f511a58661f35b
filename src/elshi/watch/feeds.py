"""RSS and Atom, read by feedparser from bytes. All text in them is text and never run, opened or fetched."""

from __future__ import annotations

import io
import zoneinfo
from typing import Any

import feedparser
import lxml.etree  # type: ignore[import-untyped] # lxml ships no types
import lxml.html  # type: ignore[import-untyped] # the same

from elshi.errors import Message, SourceError
from elshi.watch.listed import Found, Listed, read_day, read_link
from elshi.watch.plan import Watched

_BREAKS = frozenset({"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})
_NAMELESS = "without a title"
_SILENT = frozenset({"script", "style", "template", "noscript", "iframe"})


def read_feed(data: bytes, base: str, source: Watched) -> Found:
    """Return what the feed in `data`, had from `base`, lists.

    Entries without a link, where the pages are wanted, are faults. Raises SourceError where it is no feed.
    """
    # Given as a stream: bytes themselves feedparser would first try as the name of a file.
    parsed = feedparser.parse(io.BytesIO(data), sanitize_html=True, resolve_relative_uris=False)
    if not parsed.entries and not parsed.get("version"):
        cause = Message("it is no feed (%(error)s)", error=_say(parsed))
        raise SourceError(
            source.address, cause, Message("give the address of its RSS or Atom, or watch it as a listing")
        )
    zone = source.publisher.find_zone() if source.publisher else None
    found = [_read_entry(entry, base, source, zone) for entry in parsed.entries]
    return Found(
        tuple(item for item in found if isinstance(item, Listed)),
        tuple(item for item in found if isinstance(item, str)),
    )


def _read_entry(entry: Any, base: str, source: Watched, zone: zoneinfo.ZoneInfo | None) -> Listed | str:  # noqa: ANN401 - feedparser's
    title = read_text(entry.get("title"), entry.get("title_detail", {}).get("type"))
    link = read_link(base, entry.get("link"))
    # As stated: asked by name, feedparser gives the one of these for the other, and warns that it will not.
    updated, published = dict.get(entry, "updated"), dict.get(entry, "published")
    version, day = updated or published, read_day(published or updated, zone)
    if source.take == "page":
        if not link:
            named = title or entry.get("id") or _NAMELESS
            return Message("the entry %(title)r has no link to a page", title=named)
        return Listed(link, link, version, day, title)
    text = _read_content(entry)
    if not text:
        return Message("the entry %(title)r has no text", title=title or link or _NAMELESS)
    ident = entry.get("id") or link or f"{title} {day}"
    return Listed(f"{source.name}#{ident}", link or source.address, version, day, title, text)


def _read_content(entry: Any) -> str | None:  # noqa: ANN401 - feedparser's
    contents = [*entry.get("content", []), entry.get("summary_detail") or {}]
    texts = [read_text(content.get("value"), content.get("type")) for content in contents]
    return max((text for text in texts if text), key=len, default=None)


def read_text(value: str | None, kind: str | None = "text/html") -> str | None:
    """Return the words of `value` without markup, a paragraph a line; None where there are none."""
    if not value or not value.strip():
        return None
    if kind == "text/plain" or "<" not in value:
        return value.strip()
    try:
        tree = lxml.html.fragment_fromstring(value, create_parent="div")
    except (lxml.etree.LxmlError, ValueError):
        return value.strip()
    lines = (" ".join(line.split()) for line in "".join(_write_words(tree)).splitlines())
    return "\n".join(line for line in lines if line) or None


def _write_words(element: Any) -> list[str]:  # noqa: ANN401 - an element of lxml
    """Return the pieces of text below `element`, a line break around what stands on lines of its own."""
    pieces: list[str] = []
    for event, node in lxml.etree.iterwalk(element, events=("start", "end")):
        silent = not isinstance(node.tag, str) or node.tag in _SILENT
        if event == "start":
            pieces += ["\n" if node.tag in _BREAKS else "", "" if silent else node.text or ""]
        else:
            pieces += ["\n" if node.tag in _BREAKS else "", node.tail or "" if node is not element else ""]
    return pieces


def _say(parsed: Any) -> str:  # noqa: ANN401 - feedparser's
    return (
        " ".join(str(parsed["bozo_exception"]).split())[:120]
        if parsed.get("bozo_exception")
        else Message("nothing in it is an entry")
    )

"""Sitemaps (https://www.sitemaps.org/protocol.html), also with the extension for news (sitemap-news 0.9)."""

from __future__ import annotations

import gzip
import io
import zoneinfo

import lxml.etree  # type: ignore[import-untyped] # lxml ships no types

from elshi.errors import Message, SourceError
from elshi.watch.listed import Found, Listed, read_day, read_link
from elshi.watch.plan import Watched

_GZIP = b"\x1f\x8b"
_LARGEST = 52_428_800  # bytes, the most that the protocol allows a sitemap
_MOST_MAPS = 50  # of an index, those changed last; the others are faults and named


def read_sitemap(data: bytes, base: str, source: Watched) -> Found:
    """Return what the sitemap in `data`, had from `base`, lists; of an index the sitemaps to ask too.

    Raises SourceError where it is no sitemap.
    """
    root = _parse(_open(data, source), source)
    name = lxml.etree.QName(root).localname
    zone = source.publisher.find_zone() if source.publisher else None
    if name == "sitemapindex":
        return _read_index(root, base)
    if name != "urlset":
        cause = Message("it is no sitemap but <%(name)s>", name=name)
        raise SourceError(
            source.address, cause, Message("give the address of the sitemap that robots.txt names")
        )
    found = [_read_url(element, base, zone) for element in _children(root, "url")]
    return Found(
        tuple(item for item in found if isinstance(item, Listed)),
        tuple(item for item in found if isinstance(item, str)),
    )


def _open(data: bytes, source: Watched) -> bytes:
    if not data.startswith(_GZIP):
        return data
    try:
        with gzip.open(io.BytesIO(data)) as packed:
            plain = packed.read(_LARGEST + 1)
    except (OSError, EOFError) as error:
        raise SourceError(
            source.address,
            Message("it cannot be unpacked (%(error)s)", error=error),
            Message("ask its publisher"),
        ) from error
    if len(plain) > _LARGEST:
        cause = Message("it is larger than %(most)s bytes unpacked", most=f"{_LARGEST:,}")
        raise SourceError(source.address, cause, Message("watch a smaller sitemap of the site"))
    return plain


def _parse(data: bytes, source: Watched) -> lxml.etree._Element:
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return lxml.etree.fromstring(data, parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        cause = Message("it is no XML (%(error)s)", error=" ".join(str(error).split())[:120])
        raise SourceError(
            source.address, cause, Message("give the address of the sitemap that robots.txt names")
        ) from None


def _read_index(root: lxml.etree._Element, base: str) -> Found:
    maps = [
        (_text(element, "lastmod") or "", _text(element, "loc")) for element in _children(root, "sitemap")
    ]
    links = [
        link
        for _, loc in sorted(maps, key=lambda pair: pair[0], reverse=True)
        if (link := read_link(base, loc))
    ]
    left = len(maps) - len(links[:_MOST_MAPS])
    faults = (
        (
            Message(
                "%(left)s of the %(all)s sitemaps in the index are not asked: the oldest",
                left=left,
                all=len(maps),
            ),
        )
        if left
        else ()
    )
    return Found((), faults, tuple(links[:_MOST_MAPS]))


def _read_url(element: lxml.etree._Element, base: str, zone: zoneinfo.ZoneInfo | None) -> Listed | str:
    link = read_link(base, _text(element, "loc"))
    if not link:
        return Message(
            "%(link)r is no address that may be asked", link=_text(element, "loc") or "an entry without <loc>"
        )
    changed = _text(element, "lastmod")
    news = next(iter(_children(element, "news")), None)
    if news is None:
        return Listed(link, link, changed)
    stated = _text(news, "publication_date")
    return Listed(link, link, changed or stated, read_day(stated, zone), _text(news, "title"))


def _children(element: lxml.etree._Element, name: str) -> list[lxml.etree._Element]:
    return [c for c in element if isinstance(c.tag, str) and lxml.etree.QName(c).localname == name]


def _text(element: lxml.etree._Element, name: str) -> str | None:
    found = next(iter(_children(element, name)), None)
    words = "".join(found.itertext()).strip() if found is not None else ""
    return words or None

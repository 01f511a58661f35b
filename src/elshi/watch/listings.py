"""Pages that list reports: the links that a CSS selector finds."""

from __future__ import annotations

import re

import lxml.etree  # type: ignore[import-untyped] # lxml ships no types
import lxml.html  # type: ignore[import-untyped] # the same
from lxml.cssselect import CSSSelector  # type: ignore[import-untyped] # the same

from elshi.clean.decode import decode
from elshi.clean.nesting import make_harmless
from elshi.errors import Message, SourceError
from elshi.model.report import Capture
from elshi.watch.listed import Found, Listed, read_link
from elshi.watch.plan import Watched

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")  # lxml refuses a decoded page that declares its encoding


def read_listing(data: bytes, base: str, source: Watched) -> Found:
    """Return the links of the page in `data`, had from `base`, that the selector finds, each once.

    An element that is no link stands for the first link in it. Raises SourceError where there is none: the
    page has changed, or puts its links together only in a browser.
    """
    page = make_harmless(_DECLARATION.sub("", decode(Capture(source.address, data, "html")), count=1))
    try:
        tree = lxml.html.document_fromstring(page)
        base = (
            tree.xpath("string(//base/@href)") and read_link(base, tree.xpath("string(//base/@href)"))
        ) or base
        elements = CSSSelector(source.selector or "a")(tree)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise SourceError(
            source.address,
            Message("it is no web page (%(error)s)", error=error),
            Message("check the address"),
        ) from None
    hrefs = [element.get("href") or next(iter(element.xpath(".//a/@href")), None) for element in elements]
    links = dict.fromkeys(link for href in hrefs if (link := read_link(base, href)))
    if not links:
        cause = Message("the selector %(selector)r finds no link in it", selector=source.selector)
        raise SourceError(source.address, cause, Message("look at the page, and give another selector"))
    return Found(tuple(Listed(link, link) for link in links))

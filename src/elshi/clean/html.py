"""The main text of a web page, and what its metadata say of it. Nothing is ever fetched."""

from __future__ import annotations

import logging
import re

import lxml.etree  # type: ignore[import-untyped]  # lxml ships no types
import lxml.html  # type: ignore[import-untyped]  # the same
import trafilatura
from trafilatura.settings import Document

from elshi.clean.dates import read_full_date, write_pattern
from elshi.clean.nesting import make_harmless
from elshi.clean.page import Page
from elshi.errors import Message, SourceError
from elshi.model.report import Capture

LONGEST_STRETCH = 9_000_000  # characters between two tags; the parser drops what is beyond ten million bytes
ADVICE = Message("save the report's text as plain text")
# Where a page prints its day: the first elements below its heading, else the last one above, by class.
_DATED = "[contains(@class, 'date') or contains(@class, 'time') or contains(@itemprop, 'date') or self::time]"
PRINTED_DATES = (f"(//h1/following::*{_DATED})[position() <= 3]", f"(//h1/preceding::*{_DATED})[last()]")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")  # lxml refuses a decoded page that declares its encoding

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what went wrong is said in SourceError
logging.getLogger("htmldate").addHandler(logging.NullHandler())


def extract_page(capture: Capture, markup: str) -> Page:
    """Return the main text of the page `markup` (decoded from `capture`) with its metadata.

    Raises SourceError where no main text is found, or where the page cannot be parsed whole.
    """
    if max(map(len, markup.split("<"))) > LONGEST_STRETCH:
        cause = Message(
            "the page has more than %(most)s characters without a tag",
            most=f"{LONGEST_STRETCH:,}",
        )
        raise SourceError(capture.source, cause, ADVICE, capture.line)
    flat = make_harmless(_DECLARATION.sub("", markup, count=1))
    found = _extract(capture, flat)
    if found is None or not (found.text or "").strip():
        raise SourceError(capture.source, Message("no main text was found in the page"), ADVICE, capture.line)
    return Page(
        text=found.text or "",
        title=found.title,
        publisher=found.sitename,
        published=found.date,
        url=found.url,
        byline=_find_byline(flat),
    )


def _extract(capture: Capture, markup: str) -> Document | None:
    """Return what trafilatura finds. Only dates that the page states as such are asked for, no guesses."""
    try:
        found = trafilatura.bare_extraction(
            markup,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except (lxml.etree.LxmlError, ValueError, RecursionError) as error:
        cause = Message("the page could not be parsed: %(error)s", error=error)
        raise SourceError(capture.source, cause, ADVICE, capture.line) from None
    return found if isinstance(found, Document) else None


def _find_byline(markup: str) -> str | None:
    """Return the ISO day that the page prints beside its heading, None where it prints none."""
    try:
        tree = lxml.html.document_fromstring(markup)
    except (lxml.etree.LxmlError, ValueError):
        return None
    printed = (element.text_content() for path in PRINTED_DATES for element in tree.xpath(path))
    found = (re.search(write_pattern(year=True), words[:200], re.IGNORECASE) for words in printed)
    return next((day for match in found if match and (day := read_full_date(match[0]))), None)

"""Pages that the HTML parser would choke on, made harmless before it sees them; their text stays.

The parser (libxml2) drops what is nested deeper than its limit without a word, and takes quadratic time
over very many attributes of one element or very many empty paragraphs.
"""

from __future__ import annotations

import re

DEEPEST = 80  # elements inside one another; the parser stops at 256, news sites have some 30
LONGEST_TAG = 20_000  # characters; a longer tag (a picture written into it) loses its attributes

# Elements that the parser closes by itself ('<p>' ends the '<p>' before) or that hold nothing.
_UNCOUNTED = {
    "p", "li", "tr", "td", "th", "dt", "dd", "option", "br", "hr", "img", "input", "meta", "link", "source",
    "area", "base", "col", "embed", "param", "track", "wbr",
}  # fmt: skip
# What a flattened page keeps: its head, its headings and its paragraphs.
_KEPT = {
    "html", "head", "body", "title", "meta", "link", "script", "style", "noscript", "textarea", "template",
    "p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "time",
}  # fmt: skip
_INLINE = {
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "tt", "u",
}  # fmt: skip
# Control characters, which XML does not allow; HTML calls them errors and gives them no meaning.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f]|&#(?:0*(?:[0-8]|11|1[4-9]|2\d|3[01])|x0*(?:[0-8be-f]|1[0-9a-f]));?(?!\w)",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"(<(?:br|p)>)(?:\s*\1)+")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>?")


def make_harmless(markup: str) -> str:
    """Return `markup` without control characters, overlong tags and rows of empty paragraphs.

    Where it is too deep it is flattened.
    """
    short = _TAG.sub(_shorten, _CONTROL.sub("", markup))
    return _EMPTY.sub(r"\1", flatten(short) if measure_depth(short) > DEEPEST else short)


def measure_depth(markup: str) -> int:
    """Return how many counted elements are open at once where most are; one pass, no tree."""
    depth = deepest = 0
    for tag in _TAG.finditer(markup):
        if tag[2].lower() not in _UNCOUNTED and not tag[0].endswith("/>"):
            depth = max(depth - 1, 0) if tag[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def flatten(markup: str) -> str:
    """Return `markup` with only its headings and paragraphs: a block becomes a paragraph of its own."""
    return _TAG.sub(_replace, markup)


def _shorten(tag: re.Match[str]) -> str:
    return tag[0] if len(tag[0]) <= LONGEST_TAG else f"<{tag[1]}{tag[2]}>"


def _replace(tag: re.Match[str]) -> str:
    name = tag[2].lower()
    if name in _KEPT:
        return tag[0]
    return " " if name in _INLINE else "<p>"

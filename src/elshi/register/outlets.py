"""Where a report is from, as people call it: the publisher, else the site, else the folder."""

from __future__ import annotations

from urllib.parse import urlsplit


def name_outlet(publisher: str | None, source: str) -> str:
    """Return the publisher where one is known, else the host of a URL, else the folder of a file."""
    if publisher:
        return publisher
    if "://" in source:
        return (urlsplit(source).hostname or source).removeprefix("www.")
    return source.rpartition("/")[0] or "."

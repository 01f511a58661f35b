"""A capture's main text, and what its metadata say of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """The text to be stored, with the metadata found beside it; None where there is none.

    `byline` is the ISO day printed beside a page's heading, outside its main text.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    byline: str | None = None

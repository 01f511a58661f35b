"""Briefs: what the register holds of a country or person, written out in three languages with sources."""

from __future__ import annotations

from elshi.briefs.model import FORMATS, Brief, Footnote, Format, Paragraph, Piece, Request, Section, Sentence
from elshi.briefs.render import render_brief
from elshi.briefs.write import write_brief

__all__ = [
    "FORMATS",
    "Brief",
    "Footnote",
    "Format",
    "Paragraph",
    "Piece",
    "Request",
    "Section",
    "Sentence",
    "render_brief",
    "write_brief",
]

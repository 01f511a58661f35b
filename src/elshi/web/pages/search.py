"""Searching in words: what was asked, the entries that answer it, and in which form each word was met."""

from __future__ import annotations

from dataclasses import dataclass

from elshi.errors import UsageError
from elshi.model.search import Hit
from elshi.register import View
from elshi.web.asked import Asked
from elshi.web.filters import Filters

_DEEPEST = 40  # pages; who needs more asks for less


@dataclass(frozen=True, slots=True)
class Found:
    """One page of the hits, the best first; `more` tells that there are others. `question` is what was asked.

    `complaint` says why the question makes no sense, None where it does.
    """

    filters: Filters
    question: str
    hits: tuple[Hit, ...]
    more: bool
    complaint: str | None = None


def search(view: View, asked: Asked) -> Found:
    """Return what answers the question `q`."""
    filters, question = asked.filters, asked.filters.q
    if not question.strip() or filters.page > _DEEPEST:
        return Found(filters, question, (), more=False)
    first = (filters.page - 1) * filters.size
    try:
        hits = view.search(question, first + filters.size + 1)
    except UsageError as error:
        return Found(filters, question, (), more=False, complaint=error.message)
    return Found(filters, question, hits[first : first + filters.size], more=len(hits) > first + filters.size)

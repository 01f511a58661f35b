"""The one entry or report that an address names."""

from __future__ import annotations

from elshi.errors import UsageError
from elshi.model.entry import Account, Entry, Explanation
from elshi.register import View
from elshi.web.errors import Missing

MOST_FRAMES = 12  # of a tenure that thousands of reports tell; the page says how many there are


def find_entry(view: View, ident: str) -> Entry:
    """Return the entry whose id is, or begins with, `ident`. Raises Missing where there is none."""
    return explain_entry(view, ident)[0].entry


def explain_entry(view: View, ident: str) -> tuple[Explanation, int]:
    """Return why an entry is so, by its first and last frames, and how many it has. Raises Missing."""
    try:
        return view.explain_part(ident, MOST_FRAMES)
    except UsageError as error:
        raise Missing(error.message) from error


def find_account(view: View, ident: str) -> Account:
    """Return the report whose id is, or begins with, `ident`, with what it alone tells. Raises Missing."""
    try:
        return view.tell_report(ident)
    except UsageError as error:
        raise Missing(error.message) from error

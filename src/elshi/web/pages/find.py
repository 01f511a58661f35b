"""The one entry or report that an address names."""

from __future__ import annotations

from elshi.errors import UsageError
from elshi.model.entry import Account, Entry
from elshi.register import View
from elshi.web.errors import Missing


def find_entry(view: View, ident: str) -> Entry:
    """Return the entry whose id is, or begins with, `ident`. Raises Missing where there is none."""
    found = _find(view, ident)
    if isinstance(found, Entry):
        return found
    raise Missing(f"{ident!r} is a report, and no entry")  # noqa: EM102, TRY003 -- said once


def find_account(view: View, ident: str) -> Account:
    """Return the report whose id is, or begins with, `ident`, with its entries. Raises Missing."""
    found = _find(view, ident)
    if isinstance(found, Account):
        return found
    raise Missing(f"{ident!r} is an entry, and no report")  # noqa: EM102, TRY003 -- said once


def _find(view: View, ident: str) -> Entry | Account:
    try:
        return view.show(ident)
    except UsageError as error:
        raise Missing(str(error)) from error

"""The pages of a register on the morning of the tests, and an address of each that shows something."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from urllib.parse import urlencode

from elshi.model.entry import Entry
from elshi.model.query import Query
from elshi.register import Register
from elshi.web.app import write_path
from elshi.web.desk_routes import Room
from elshi.web.routes import Form, Page
from elshi.web.site import Site

NOW = dt.datetime(2026, 7, 1, 9, tzinfo=dt.UTC)


def make_site(register: Path) -> Site:
    """Return the pages of a register on the morning of the tests."""
    return Site(register, clock=lambda: NOW)


def write_address(page: Page, form: Form, register: Path) -> str:
    """Return an address of `page` in `form`; one that shows a thing shows one that the register has."""
    path = write_path(page, form)
    if page.name == "search":
        return f"{path}?q=Norway"
    if page.name == "brief":
        return f"{path}?country=NO"
    with Register.open(register, readonly=True) as opened:
        if page.name == "event":
            census = opened.census()
            return f"{path}?{urlencode({'event': census.columns['event'].values[0]})}"
        return path.replace("{ident}", find_ident(page.name, opened)) if "{ident}" in path else path


def write_any_address(page: Page | Room, register: Path) -> str:
    """Return an address of a page, be it one to read or one that people work on."""
    if isinstance(page, Page):
        return write_address(page, "html", register)
    with Register.open(register, readonly=True) as opened:
        return page.path.replace("{ident}", find_meeting(opened).id)


def find_ident(name: str, register: Register) -> str:
    """Return the id of something that the page of this name can show."""
    entry = find_meeting(register)
    known = {
        "entry": entry.id,
        "report": entry.reports[0],
        "person": register.census().columns["person"].values[0],
    }
    known |= {"office": "ambassador", "country": "KZ", "pair": "KZ-NO", "body": "UN", "chart": "pairs"}
    return str(known[name])


def find_meeting(register: Register) -> Entry:
    """Return a meeting at which somebody was named."""
    found = register.find(Query(kind="engagement", type="meeting", status="held"))
    return next(entry for entry in found if entry.fields["participants"])

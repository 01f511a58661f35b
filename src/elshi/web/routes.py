"""Every page in one table: its address, what makes its data, the forms it comes in, and who may see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from elshi.register import View
from elshi.web.asked import Asked
from elshi.web.languages import N_
from elshi.web.pages import engagements, entry, report, today
from elshi.web.site import Permission

FILTERS = (
    *("q", "who", "office", "country", "partner", "body", "type", "status", "topic", "told_in"),
    *("since", "until", "order", "page", "size"),
)
Form = Literal["html", "json", "csv", "ics"]
Section = Literal["desk", "who", "what", "about", ""]


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    - `path`: its address, with `{ident}` where it shows one thing; `.json`, `.csv`, `.ics` may follow.
    - `make`: what gives its data, which the template `NAME.html` shows and the JSON holds. It raises
      `Missing` where there is nothing of that id.
    - `section`: the part of the menu it stands in; none where it is reached from another page.
    - `asks`: the parameters it takes besides `as_of` and `lang`, by their names in `Filters`.
    - `lines`, `events`: what writes its CSV and its calendar, for the forms 'csv' and 'ics'.
    """

    name: str
    path: str
    title: str
    make: Callable[[View, Asked], object]
    forms: tuple[Form, ...] = ("html", "json")
    permission: Permission = "read"
    section: Section = ""
    asks: tuple[str, ...] = ()
    lines: Callable[[View, Asked], Iterator[str]] | None = None
    events: Callable[[View, Asked], Iterator[bytes]] | None = None


PAGES: tuple[Page, ...] = (
    Page("today", "/", N_("Today"), today.show_today, section="desk"),
    Page(
        "engagements",
        "/engagements",
        N_("Engagements"),
        engagements.list_engagements,
        ("html", "json", "csv", "ics"),
        section="desk",
        asks=FILTERS,
        lines=engagements.write_lines,
        events=engagements.write_events,
    ),
    Page("entry", "/entry/{ident}", N_("Entry"), entry.show_entry),
    Page("report", "/report/{ident}", N_("Report"), report.show_report, asks=("mark",)),
)
SECTIONS: tuple[tuple[Section, str], ...] = (
    ("desk", N_("Desk")),
    ("who", N_("Who")),
    ("what", N_("What")),
    ("about", N_("About")),
)


def find_page(name: str) -> Page:
    """Return the page of this name. Raises KeyError where there is none."""
    return {page.name: page for page in PAGES}[name]

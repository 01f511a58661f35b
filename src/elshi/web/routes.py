"""Every page in one table: its address, what makes its data, the forms it comes in, and who may see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from elshi.locales import N_
from elshi.register import View
from elshi.settings import Location
from elshi.watch.states import describe_sources
from elshi.web.asked import Asked
from elshi.web.pages import (
    briefs,
    commitments,
    entry,
    helping,
    listing,
    network,
    offices,
    people,
    picture,
    places,
    quality,
    reference,
    relations,
    report,
    search,
    sources,
    timeline,
    today,
    topics,
)  # fmt: skip
from elshi.web.site import Permission

FILTERS = (
    *("q", "who", "office", "country", "partner", "body", "type", "status", "topic", "told_in"),
    *("person", "event", "city", "outlet", "since", "until", "order", "page", "size"),
)
ENGAGEMENT_FACETS = (
    "country",
    "body",
    "type",
    "status",
    "office",
    "topic",
    "event",
    "told_in",
    "outlet",
    "year",
)
SAID_FACETS = ("country", "body", "told_in", "outlet", "year")
FileForm = Literal["csv", "ics", "md", "docx", "pdf"]
Form = Literal["html", "json"] | FileForm
Write = Callable[[View, Asked], Iterable[bytes]]
Section = Literal["desk", "who", "what", "about", ""]


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    - `path`: its address, with `{ident}` where it shows one thing; `.json`, `.csv`, `.ics` may follow.
    - `make`: what gives its data, which the template `NAME.html` shows and the JSON holds. It raises
      `Missing` where there is nothing of that id.
    - `section`: the part of the menu it stands in; none where it is reached from another page.
    - `asks`: the parameters it takes besides `as_of` and `lang`, by their names in `Filters`.
    - `files`: the files it can be had as besides HTML and JSON, each with what writes it in pieces.
    - `beside`: the rows it shows of what is kept beside the register, as `asked.beside`.
    - `copied`: it tells where its reports were copied to, by `asked.also_in`.
    """

    name: str
    path: str
    title: str
    make: Callable[[View, Asked], object]
    files: Mapping[FileForm, Write] = field(default_factory=dict)
    permission: Permission = "read"
    section: Section = ""
    asks: tuple[str, ...] = ()
    beside: Callable[[Location], Iterable[Mapping[str, Any]]] | None = None
    copied: bool = False

    @property
    def forms(self) -> tuple[Form, ...]:
        """Return the forms it comes in."""
        return ("html", "json", *self.files)


def _table(lines: Callable[[View, Asked], Iterator[str]]) -> dict[FileForm, Write]:
    """Return the file of a page that is a table too: `lines` writes its CSV."""
    return {"csv": lambda view, asked: (line.encode() for line in lines(view, asked))}


PAGES: tuple[Page, ...] = (
    Page("today", "/", N_("Today"), today.show_today, section="desk"),
    Page(
        "engagements", "/engagements", N_("Engagements"), listing.list_kind("engagement", ENGAGEMENT_FACETS),
        {**_table(listing.write_kind("engagement")), "ics": listing.write_events},
        section="desk", asks=FILTERS, copied=True,
    ),
    Page(
        "commitments", "/commitments", N_("Commitments"), commitments.show_board,
        _table(listing.write_kind("commitment")),
        section="desk", asks=(*FILTERS, "lane"),
    ),
    Page("timeline", "/timeline", N_("Timeline"), timeline.show_timeline, section="desk", asks=FILTERS),
    Page(
        "brief", "/brief", N_("Brief"), briefs.show_brief,
        {form: briefs.write_as(form) for form in briefs.FILES},
        section="desk", asks=("country", "body", "partner", "who", "since", "topic"),
    ),
    Page("search", "/search", N_("Search"), search.search, section="desk", asks=("q", "page", "size")),
    Page(
        "people", "/people", N_("People"), people.list_people, _table(people.write_people),
        section="who", asks=FILTERS,
    ),
    Page("person", "/person/{ident}", N_("Person"), people.show_person, asks=("page", "size")),
    Page(
        "offices", "/offices", N_("Offices"), offices.list_offices, _table(offices.write_offices),
        section="who", asks=FILTERS,
    ),
    Page("office", "/office/{ident}", N_("Office"), offices.show_office, asks=FILTERS),
    Page(
        "countries", "/countries", N_("Countries"), places.list_countries, _table(places.write_standings),
        section="who", asks=FILTERS,
    ),
    Page("country", "/country/{ident}", N_("Country"), relations.show_country),
    Page("pair", "/pair/{ident}", N_("Two countries"), relations.show_pair),
    Page(
        "forums", "/forums", N_("Bodies and events"), places.list_forums, _table(places.write_forums),
        section="who", asks=FILTERS,
    ),
    Page("body", "/body/{ident}", N_("Body"), relations.show_body),
    Page("event", "/event", N_("Event"), relations.show_event, asks=("event",)),
    Page(
        "positions", "/positions", N_("Positions"), topics.list_positions,
        _table(listing.write_kind("position")),
        section="what", asks=FILTERS,
    ),
    Page(
        "initiatives", "/initiatives", N_("Initiatives"),
        listing.list_kind("initiative", SAID_FACETS), _table(listing.write_kind("initiative")),
        section="what", asks=FILTERS, copied=True,
    ),
    Page(
        "network", "/network", N_("Network"), network.show_network, _table(network.write_network),
        section="what", asks=FILTERS,
    ),
    Page(
        "map", "/map", N_("Map"), places.list_cities, _table(places.write_cities),
        section="what", asks=FILTERS,
    ),
    Page(
        "chart",
        "/chart/{ident}",
        N_("Picture"),
        picture.show_picture,
        _table(picture.write_picture),
        asks=FILTERS,
    ),
    Page("entry", "/entry/{ident}", N_("Entry"), entry.show_entry, copied=True),
    Page("report", "/report/{ident}", N_("Report"), report.show_report, asks=("mark",), copied=True),
    Page(
        "sources", "/sources", N_("Sources"), sources.list_sources, _table(sources.write_sources),
        section="about", beside=describe_sources,
    ),
    Page(
        "reports", "/reports", N_("Reports"), sources.list_reports,
        section="about", asks=("outlet", "told_in", "since", "until", "page", "size"), copied=True,
    ),
    Page("quality", "/quality", N_("Quality"), quality.show_quality, section="about"),
    Page("reference", "/api", N_("Programming interface"), reference.show_reference, section="about"),
    Page(
        "help", "/help", N_("Help"), helping.show_help, _table(helping.write_codebook),
        section="about",
    ),
)  # fmt: skip
SECTIONS: tuple[tuple[Section, str], ...] = (
    ("desk", N_("Desk")),
    ("who", N_("Who")),
    ("what", N_("What")),
    ("about", N_("About")),
)


def find_page(name: str) -> Page:
    """Return the page of this name. Raises KeyError where there is none."""
    return {page.name: page for page in PAGES}[name]

"""A brief of a country, of two, or of a person: the page, and the same as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from elshi.briefs import Brief, Request, render_brief, write_brief
from elshi.briefs.layout import describe_brief
from elshi.lexicon.alphabet import rank_text
from elshi.lexicon.places import load_countries
from elshi.locales.names import name_party
from elshi.model.entry import Json
from elshi.register import View
from elshi.register.times import read_day
from elshi.web.asked import Asked
from elshi.web.filters import Filters

File = Literal["md", "docx", "pdf"]  # what is taken away; the page itself is the HTML
FILES: tuple[File, ...] = get_args(File)


@dataclass(frozen=True, slots=True)
class BriefPage:
    """A brief as `elshi.briefs.layout` describes it, None where nobody is asked about.

    `countries` are those that may be asked about, each a code and a name in the language of the page.
    """

    filters: Filters
    brief: Json | None
    countries: tuple[tuple[str, str], ...]


def show_brief(view: View, asked: Asked) -> BriefPage:
    """Return the brief that the address asks for. Raises UsageError for a code that nothing has."""
    filters = asked.filters
    wanted = filters.country or filters.body or filters.who
    brief = describe_brief(_write(view, read_request(asked))) if wanted else None
    names = ((code, name_party(code, asked.language)) for code in load_countries())
    return BriefPage(
        filters, brief, tuple(sorted(names, key=lambda pair: rank_text(pair[1], asked.language)))
    )


def write_as(form: File) -> Callable[[View, Asked], Iterator[bytes]]:
    """Return what writes the brief in `form`; it raises UsageError where nobody is asked about."""

    def write(view: View, asked: Asked) -> Iterator[bytes]:
        yield render_brief(_write(view, read_request(asked)), form)

    return write


def _write(view: View, request: Request) -> Brief:
    """Return the brief; who reads one often takes it away as a file too."""
    return view.recall(("brief", request), lambda: write_brief(view, request))


def read_request(asked: Asked) -> Request:
    """Return what the address asks for, as of its day or today."""
    filters = asked.filters
    return Request(
        asked.language,
        read_day(asked.as_of) if asked.as_of else asked.today,
        country=(filters.country or filters.body).upper() or None,
        other=filters.partner.upper() or None,
        person=filters.who or None,
        since=filters.ask().since,
        topic=filters.topic or None,
    )

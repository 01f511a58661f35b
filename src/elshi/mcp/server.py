"""The server: six tools over standard input and output, by the official library (extra `mcp`)."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any, Literal, ParamSpec

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations
from pydantic import Field

from elshi.briefs import Request, write_brief
from elshi.errors import ElshiError
from elshi.mcp.answers import NOTICE, answer_brief, answer_entries, answer_entry, answer_services
from elshi.model.entry import Json
from elshi.model.frame import EngagementType, Status
from elshi.model.query import Query
from elshi.model.report import Language
from elshi.register import Register, View
from elshi.register.times import read_day
from elshi.settings import Location, read_version

_Asked = ParamSpec("_Asked")
Code = Annotated[str | None, Field(description="A country (KZ, QA) or an international body (UN)")]
Day = Annotated[dt.date | None, Field(description="A day, 2026-03-12")]
AsOf = Annotated[str | None, Field(description="Answer as the register would have at this time (ISO 8601)")]
Limit = Annotated[int, Field(ge=1, le=100, description="How many at most")]
_INSTRUCTIONS = (
    "Elshi keeps a register of diplomatic engagements read from news in Kazakh, Russian and English. "
    "Every answer has ids and quotes: cite them. What the register does not hold is unknown, not untrue. "
    + NOTICE
)
_READS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def make_server(register: Location) -> MCPServer[Any]:
    """Return the server for the register at `register`, which is opened anew for each call, for reading."""
    server: MCPServer[Any] = MCPServer(
        "elshi", title="Elshi", instructions=_INSTRUCTIONS, version=read_version(), log_level="WARNING"
    )
    for tool in _list_tools(functools.partial(_open_view, register)):
        server.tool(annotations=_READS, structured_output=True)(_refuse_in_words(tool))
    return server


@contextmanager
def _open_view(register: Location, as_of: str | None) -> Iterator[View]:
    with Register.open(register, create=False, readonly=True) as opened:
        yield opened.as_of(as_of) if as_of else opened


def _refuse_in_words(tool: Callable[_Asked, Json]) -> Callable[_Asked, Json]:
    """Return `tool` with Elshi's own errors as answers that say what to do."""

    @functools.wraps(tool)
    def work(*values: _Asked.args, **asked: _Asked.kwargs) -> Json:
        try:
            return tool(*values, **asked)
        except ElshiError as error:
            raise ToolError(str(error)) from error

    return work


def _list_tools(view: Callable[[str | None], Any]) -> tuple[Callable[..., dict[str, Any]], ...]:
    """Return the tools, each asking the register that `view` opens as of a time."""

    def find_engagements(  # noqa: PLR0913, PLR0917 - one for each filter; the library names them
        country: Code = None,
        who: Annotated[str | None, Field(description="Words of a name, in any script")] = None,
        type: Literal[EngagementType] | None = None,  # noqa: A002 - the field's own name
        status: Literal[Status] | None = None,
        topic: Annotated[str | None, Field(description="transport, energy, security …")] = None,
        since: Day = None,
        until: Day = None,
        limit: Limit = 20,
        as_of: AsOf = None,
    ) -> dict[str, Any]:
        """Find meetings, calls, visits, conferences, signings and the like, the newest first, with quotes."""
        place = _place(country)
        query = Query(
            kind="engagement",
            who=who,
            type=type,
            status=status,
            topic=topic,
            since=since,
            until=until,
            **place,
        )
        with view(as_of) as opened:
            return _answer(opened, query, limit)

    def show_entry(
        id: Annotated[str, Field(description="The id of an entry or report, or its beginning")],  # noqa: A002
        as_of: AsOf = None,
    ) -> dict[str, Any]:
        """Show one entry with every quote behind it and where reports differ, or one report with its text."""
        with view(as_of) as opened:
            return answer_entry(opened, opened.show(id))

    def search(
        query: Annotated[
            str, Field(description="Words in any of the three languages; who: country: topic: …")
        ],
        limit: Limit = 10,
        as_of: AsOf = None,
    ) -> dict[str, Any]:
        """Search the whole register in words, the best answers first, with quotes."""
        with view(as_of) as opened:
            hits = opened.search(query, limit + 1)
            return answer_entries(opened, (hit.entry for hit in hits[:limit]), more=len(hits) > limit)

    def tenures_on(
        day: Annotated[dt.date, Field(description="The day asked about, 2026-03-12")],
        country: Annotated[
            str | None, Field(description="Whom they represent, or where they are posted")
        ] = None,
        office: Annotated[str | None, Field(description="ambassador, foreign_minister …")] = None,
        limit: Limit = 50,
        as_of: AsOf = None,
    ) -> dict[str, Any]:
        """Tell who held which office on a day, as far as reports show."""
        code = country.upper() if country else None
        with view(as_of) as opened:
            held = [
                service
                for service in opened.tenures(day)
                if code in {None, service.represents, service.posted_to} and office in {None, service.office}
            ]
        return answer_services(held[:limit], more=len(held) > limit)

    def list_commitments(
        country: Code = None, due_before: Day = None, limit: Limit = 30, as_of: AsOf = None
    ) -> dict[str, Any]:
        """List what was agreed or promised, the earliest due first, with quotes."""
        query = Query(kind="commitment", due_before=due_before, oldest_first=True, **_place(country))
        with view(as_of) as opened:
            return _answer(opened, query, limit)

    def brief(  # noqa: PLR0913, PLR0917 - one for each part of a request
        country: Code = None,
        other: Annotated[str | None, Field(description="Only what it has to do with this other one")] = None,
        person: Annotated[str | None, Field(description="Only what this person has to do with")] = None,
        language: Literal[Language] = "en",
        since: Day = None,
        topic: str | None = None,
        as_of: AsOf = None,
    ) -> dict[str, Any]:
        """Write a brief: last contacts, people, what was said and promised, differences, dates to come."""
        codes = {"country": country.upper() if country else None, "other": other.upper() if other else None}
        request = Request(language, read_day(as_of), person=person, since=since, topic=topic, **codes)
        with view(as_of) as opened:
            return answer_brief(write_brief(opened, request))

    return find_engagements, show_entry, search, tenures_on, list_commitments, brief


def _place(code: str | None) -> dict[str, Any]:
    """Return the filter for a country or a body: country codes have two letters."""
    if not code:
        return {}
    return {"country" if len(code) == len("KZ") and code.upper() != "UN" else "body": code.upper()}


def _answer(view: View, query: Query, limit: int) -> Json:
    found = list(itertools.islice(view.find(query), limit + 1))
    return answer_entries(view, found[:limit], more=len(found) > limit)

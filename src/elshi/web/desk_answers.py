"""From a request to what people work on, and from what they send to what is done."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from elshi.desk.errors import AbsentError, LateError
from elshi.desk.versions import ConflictError
from elshi.errors import Message, UsageError
from elshi.web.actions.work import Work
from elshi.web.describe import describe
from elshi.web.desk_routes import Action, Room, find_room
from elshi.web.errors import Unfit
from elshi.web.redirects import add_parameter, read_next
from elshi.web.respond import read_request, render_page
from elshi.web.rooms.compose import compose_value
from elshi.web.rooms.room import Seat
from elshi.web.site import Site

_MOST_FIELDS = 500  # of a form: a list has a chosen value for each row
SEE_OTHER = 303
UNFIT = 422
_WANTED = ("field", "value", "quote", "report", "note")  # of what was sent, for another try
_NO_STORE = {"Cache-Control": "no-store"}


def show_room(request: Request, room: Room, form: str, site: Site) -> Response:
    """Return a page that people work on, or the same as JSON."""
    person = site.admit(request, room.permission)
    asked, _ = read_request(request, site)
    with site.open_register(readonly=True) as register, site.open_desk() as desk:
        data = room.make(Seat(register, desk, person, asked, dict(request.query_params)))
    if form == "json":
        text = json.dumps(describe(data), ensure_ascii=False, indent=1)
        return Response(
            text.encode("utf-8", "backslashreplace"), media_type="application/json", headers=_NO_STORE
        )
    return _render(request, room, site, data)


def do_action(request: Request, action: Action, site: Site, sent: tuple[tuple[str, str], ...]) -> Response:
    """Do what was asked for, and send the browser on. Raises what `elshi.web.errors` has."""
    person = site.admit(request, action.permission)
    asked, _ = read_request(request, site)
    given = dict(sent)
    chosen = tuple(value for name, value in sent if name == "chosen")
    with site.open_register() as register, site.open_desk() as desk:
        work = Work(register, desk, person, asked, given, chosen)
        if action.room and given.get("step") == "preview":
            return _show_again(request, action.room, site, work.seat)
        try:
            done = action.act(work)
        except ConflictError:
            wanted = given | {"value": compose_value(given.get("field", ""), given) or ""}
            request.state.wanted = {name: wanted[name] for name in _WANTED if wanted.get(name)}
            raise
        except (AbsentError, LateError):
            raise
        except UsageError as error:
            if action.room is None:
                raise Unfit(error.message) from error
            return _show_again(request, action.room, site, replace(work.seat, problem=error.message), UNFIT)
        if action.room and done.secret:
            return _show_again(request, action.room, site, replace(work.seat, secret=done.secret))
    to = read_next(given["next"]) if given.get("next") else done.to
    return RedirectResponse(add_parameter(to, "done", done.ident), SEE_OTHER, _NO_STORE)


def read_sent(body: bytes) -> tuple[tuple[str, str], ...]:
    """Return the fields of a form in their order. Raises Unfit where it is none."""
    try:
        return tuple(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError as error:
        msg = Message("this is no form: %(error)s", error=error)
        raise Unfit(msg) from error


def _show_again(request: Request, name: str, site: Site, seat: Seat, status: int = 200) -> Response:
    """Return the room from which something was sent, with what was sent still in it."""
    room = find_room(name)
    return _render(request, room, site, room.make(seat), status)


def _render(request: Request, room: Room, site: Site, data: object, status: int = 200) -> Response:
    asked, _ = read_request(request, site)
    text = render_page(request, room.name, asked, room.title, page=data, forms=("html",))
    return HTMLResponse(text, status, _NO_STORE)

"""The pages that people work on, what they do there, and logging in, as routes of the application."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import Depends, FastAPI
from starlette.requests import Request
from starlette.responses import Response

from elshi.web.api.serving import read_body
from elshi.web.desk_answers import do_action, read_sent, show_room
from elshi.web.desk_routes import ACTIONS, ROOMS, Action, Room
from elshi.web.doorkeeper import Doorkeeper
from elshi.web.logins import show_login, take_login, take_logout
from elshi.web.site import Site


def add_desk(app: FastAPI, site: Site) -> None:
    """Add a route for each room, as page and as JSON, each action, and the login where there are users."""
    for room in ROOMS:
        for form in ("json", "html"):
            path = room.path if form == "html" else f"{room.path}.json"
            app.add_api_route(
                path,
                _make_room(room, form, site),
                methods=["GET"],
                name=f"{room.name}.{form}",
                include_in_schema=False,
            )
    for action in ACTIONS:
        app.add_api_route(
            action.path,
            _make_action(action, site),
            methods=["POST"],
            name=f"do.{action.name}",
            include_in_schema=False,
        )
    if isinstance(site.guard, Doorkeeper):
        _add_logins(app, site, site.guard)


def _make_room(room: Room, form: str, site: Site) -> Callable[[Request], Response]:
    def give(request: Request) -> Response:
        return show_room(request, room, form, site)

    return give


def _make_action(action: Action, site: Site) -> Callable[..., Response]:
    def do(request: Request, body: bytes = Depends(read_body)) -> Response:
        return do_action(request, action, site, read_sent(body))

    return do


def _add_logins(app: FastAPI, site: Site, door: Doorkeeper) -> None:
    def ask(request: Request) -> Response:
        return show_login(request, site)

    def enter(request: Request, body: bytes = Depends(read_body)) -> Response:
        return take_login(request, site, door, dict(read_sent(body)))

    def leave(request: Request) -> Response:
        return take_logout(request, door)

    app.add_api_route("/login", ask, methods=["GET"], name="login", include_in_schema=False)
    app.add_api_route("/login", enter, methods=["POST"], name="do.login", include_in_schema=False)
    app.add_api_route("/logout", leave, methods=["POST"], name="do.logout", include_in_schema=False)

"""Who may what: every route of the application by every role, by nobody, and made by a page elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_addresses import NAMES, ORIGIN, add_users, log_in, make_client, make_key
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute, Mount
from starlette.testclient import TestClient

from elshi.model.account import ROLES, Right, Role
from elshi.register import Register
from elshi.web.api.routes import CALLS
from elshi.web.app import make_app
from elshi.web.desk_routes import ACTIONS, ROOMS
from elshi.web.doorkeeper import Doorkeeper
from elshi.web.picturing import MEDIA
from elshi.web.routes import PAGES
from elshi.web.site import Site

PUBLIC = {"login", "do.login", "do.logout"}  # and the files under /static, which hold nothing of the register
SAFE = {"GET", "HEAD"}


def list_rights() -> dict[str, Right]:
    """Return the right that each route asks for, by the tables."""
    rights: dict[str, Right] = {"openapi": "read"}
    rights |= dict.fromkeys((f"chart.{form}" for form in MEDIA), "read")
    rights |= {f"{page.name}.{form}": page.permission for page in PAGES for form in page.forms}
    rights |= {f"{room.name}.{form}": room.permission for room in ROOMS for form in ("html", "json")}
    rights |= {f"do.{action.name}": action.permission for action in ACTIONS}
    return rights | {f"api.{call.name}": call.permission for call in CALLS}


def list_routes() -> list[BaseRoute]:
    """Return the routes of an application with users."""
    place = Path("none.db")
    return make_app(Site(place, guard=Doorkeeper(place))).routes


ROUTES = [route for route in list_routes() if isinstance(route, APIRoute) and route.name not in PUBLIC]


@pytest.fixture(scope="module")
def team_of_all(tmp_path_factory: pytest.TempPathFactory, hash_quickly: None) -> Path:
    """Give a register with a user in each role and nothing in it: who may is asked before what there is."""
    del hash_quickly
    path = tmp_path_factory.mktemp("rights") / "elshi.db"
    Register.open(path).close()
    add_users(path)
    return path


@pytest.fixture(scope="module")
def clients(team_of_all: Path) -> dict[Role | None, TestClient]:
    """Give a client logged in for each role, and one that is not."""
    roles: tuple[Role, ...] = tuple(NAMES)
    logged_in: dict[Role | None, TestClient] = {
        role: log_in(make_client(team_of_all), role) for role in roles
    }
    return logged_in | {None: make_client(team_of_all)}


@pytest.fixture(scope="module")
def keys(team_of_all: Path) -> dict[Role, dict[str, str]]:
    """Give the headers of a program of the user in each role."""
    return {role: make_key(team_of_all, role) for role in NAMES}


def ask(client: TestClient, route: APIRoute, **headers: str) -> int:
    """Ask for a route with nothing sent that could be done, and return the status."""
    (method,) = (route.methods or set()) - {"HEAD"}
    address = route.path.replace("{ident}", "eng-none")
    return client.request(method, address, headers=ORIGIN | headers, content=b"").status_code


def test_every_route_stands_in_a_table() -> None:
    """There is no way in that the tables of rights do not know, but the login and the files of the pages."""
    named = {route.name for route in ROUTES}
    assert named <= set(list_rights())
    others = [r for r in list_routes() if not isinstance(r, APIRoute)]
    assert [r.path for r in others if isinstance(r, Mount)] == ["/static"]
    assert len(others) == 1


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_each_role_may_what_the_table_says(clients: dict[Role | None, TestClient], route: APIRoute) -> None:
    """A role without the right is refused with 403, with it never; nobody is asked to log in, or gets 401."""
    right = list_rights()[route.name]
    for role, client in clients.items():
        status = ask(client, route)
        if role is None:
            shows = "GET" in (route.methods or ()) and route.name.endswith(".html")
            assert status == (303 if shows else 401), role
        elif right in ROLES[role]:
            assert status not in {401, 403, 500}, role
        else:
            assert status == 403, role


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_each_token_may_what_the_table_says(
    clients: dict[Role | None, TestClient],
    keys: dict[Role, dict[str, str]],
    route: APIRoute,
) -> None:
    """A program with the token of a user in a role has the same rights, without any cookie."""
    right = list_rights()[route.name]
    for role, key in keys.items():
        status = ask(clients[None], route, **key)
        assert (status == 403) == (right not in ROLES[role]), role


def test_a_key_that_is_none_opens_nothing(clients: dict[Role | None, TestClient]) -> None:
    """Not even for somebody who is logged in: what a program states counts."""
    for route in ROUTES[:10]:
        assert ask(clients["admin"], route, Authorization="Bearer elshi_none") == 401


WRITING = [route for route in ROUTES if not (route.methods or set()) & SAFE]


@pytest.mark.parametrize("route", WRITING, ids=lambda route: route.name)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost.elsewhere.example"},
        {"Origin": "http://localhost:81"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
def test_what_a_page_elsewhere_sends_is_refused(
    clients: dict[Role | None, TestClient], route: APIRoute, headers: dict[str, str]
) -> None:
    """Even an admin's browser does nothing that another site made it ask for."""
    assert ask(clients["admin"], route, **headers) == 403


def test_a_cookie_alone_is_not_enough_to_write(clients: dict[Role | None, TestClient]) -> None:
    """A request with the cookie that says nothing of where it comes from is refused; browsers always say."""
    assert clients["admin"].post("/undo").status_code == 403

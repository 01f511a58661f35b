"""Logging in and out: the only pages that everybody may see."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from elshi.desk.logins import LIFE, log_in, log_out
from elshi.desk.times import read_now
from elshi.locales import N_
from elshi.web.desk_answers import SEE_OTHER
from elshi.web.doorkeeper import Doorkeeper, name_cookie, read_address, refuse_hasty
from elshi.web.redirects import read_next
from elshi.web.respond import read_request, render_page
from elshi.web.site import Site

_NO_STORE = {"Cache-Control": "no-store"}
_WRONG = N_("This name and this password do not belong together.")


def show_login(request: Request, site: Site, problem: str = "", status: int = 200) -> Response:
    """Return the page that asks for name and password; `next` in the address is where to go afterwards."""
    asked, _ = read_request(request, site)
    to = read_next(request.query_params.get("next"))
    text = render_page(request, "login", asked, N_("Log in"), forms=("html",), to=to, problem=problem)
    return HTMLResponse(text, status, _NO_STORE)


def take_login(request: Request, site: Site, door: Doorkeeper, given: dict[str, str]) -> Response:
    """Begin a session and send the browser on, or ask again. Raises TooMany for somebody who must wait."""
    name, address = given.get("name", ""), read_address(request)
    both = f"{address} {name.strip().casefold()}"
    refuse_hasty(door.by_name, both)
    refuse_hasty(door.by_address, address)
    with door.open_desk() as desk:
        former = request.cookies.get(name_cookie(request))
        secret = log_in(desk, name, given.get("password", ""), read_now(), former)
    if secret is None:
        door.by_name.fail(both)
        door.by_address.fail(address)
        return show_login(request, site, _WRONG, 403)
    door.by_name.forget(both)
    response = RedirectResponse(read_next(given.get("next")), SEE_OTHER, _NO_STORE)
    response.set_cookie(
        name_cookie(request),
        secret,
        max_age=int(LIFE.total_seconds()),
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )
    return response


def take_logout(request: Request, door: Doorkeeper) -> Response:
    """End the session, and forget what the browser kept."""
    secret = request.cookies.get(name_cookie(request))
    if secret:
        with door.open_desk() as desk:
            log_out(desk, secret)
    response = RedirectResponse("/login", SEE_OTHER, _NO_STORE)
    response.delete_cookie(
        name_cookie(request), path="/", secure=request.url.scheme == "https", httponly=True, samesite="lax"
    )
    response.headers["Clear-Site-Data"] = '"cache"'
    return response

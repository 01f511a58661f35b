"""The application: a route for each form of each page, and what is said where something fails."""

from __future__ import annotations

import importlib.resources
from collections.abc import Callable

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.staticfiles import StaticFiles

from elshi.errors import ElshiError, RegisterError, UsageError
from elshi.settings import read_version
from elshi.web.asked import Asked
from elshi.web.errors import Missing, Refused
from elshi.web.filters import Filters
from elshi.web.headers import Headers
from elshi.web.languages import N_, choose_language
from elshi.web.parameters import list_parameters
from elshi.web.respond import answer, render_page
from elshi.web.routes import PAGES, Form, Page
from elshi.web.site import Site

LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")
_STATUSES: tuple[tuple[type[ElshiError], int], ...] = (
    (Missing, 404),
    (Refused, 403),
    (UsageError, 400),
    (RegisterError, 503),
    (ElshiError, 500),
)
_TITLES = {
    400: N_("This cannot be asked"),
    403: N_("You may not do this"),
    404: N_("Nothing is found here"),
    503: N_("The register cannot be read"),
}


def make_app(site: Site, hosts: tuple[str, ...] = LOCAL_HOSTS) -> FastAPI:
    """Return the pages of one register as an application that answers to `hosts` ('*': to any name)."""
    app = FastAPI(
        title="Elshi", version=read_version(), docs_url=None, redoc_url=None, openapi_url="/openapi.json"
    )
    # A page elsewhere can give its own name our address; such requests name a host that is not ours.
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.add_middleware(Headers)
    app.state.site = site
    for page in PAGES:
        for form in reversed(page.forms):  # addresses that end in .json before those that take any end
            _add_route(app, page, form, site)
    app.mount("/static", StaticFiles(directory=str(importlib.resources.files("elshi.web") / "static")))
    app.add_exception_handler(ElshiError, _explain)
    app.add_exception_handler(HTTPException, _explain_http)
    return app


def write_path(page: Page, form: Form) -> str:
    """Return the path of one form of a page."""
    if form == "html":
        return page.path
    return f"{'/today' if page.path == '/' else page.path}.{form}"


def _add_route(app: FastAPI, page: Page, form: Form, site: Site) -> None:
    app.add_api_route(
        write_path(page, form),
        _make_endpoint(page, form, site),
        methods=["GET"],
        name=f"{page.name}.{form}",
        operation_id=f"{page.name}_{form}",
        summary=page.title,
        tags=[form],
        include_in_schema=form != "html",
        openapi_extra={"parameters": list_parameters(page.path, page.asks)},
        response_class=Response,
    )


def _make_endpoint(page: Page, form: Form, site: Site) -> Callable[[Request], Response]:
    def give(request: Request) -> Response:
        return answer(request, page, form, site)

    return give


async def _explain(request: Request, error: Exception) -> Response:
    status = next(status for kind, status in _STATUSES if isinstance(error, kind))
    return _say(request, status, str(error))


async def _explain_http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _say(request, status, "" if status in _TITLES else str(getattr(error, "detail", "")))


def _say(request: Request, status: int, message: str) -> Response:
    if request.url.path.endswith((".json", ".csv", ".ics")) or request.url.path.startswith("/api/"):
        return JSONResponse({"error": message or _TITLES.get(status, ""), "status": status}, status)
    site: Site = request.app.state.site
    asked = Asked("", Filters(), choose_language(request), site.clock().date())
    title = _TITLES.get(status, N_("Something went wrong"))
    return HTMLResponse(render_page(request, "error", asked, title, message=message, forms=()), status)

"""The application: a route for each form of each page, and what is said where something fails."""

from __future__ import annotations

import importlib.resources
from collections.abc import Callable

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from elshi.errors import ElshiError
from elshi.settings import read_version
from elshi.web.api.serving import add_calls
from elshi.web.desk_serving import add_desk
from elshi.web.failures import explain, explain_http
from elshi.web.gate import Gate
from elshi.web.headers import Headers
from elshi.web.parameters import list_parameters
from elshi.web.picturing import add_pictures
from elshi.web.respond import answer
from elshi.web.routes import PAGES, Form, Page
from elshi.web.site import Site

LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")


def make_app(site: Site, hosts: tuple[str, ...] = LOCAL_HOSTS) -> FastAPI:
    """Return the pages of one register as an application that answers to `hosts` ('*': to any name)."""
    app = FastAPI(title="Elshi", version=read_version(), docs_url=None, redoc_url=None, openapi_url=None)
    # A page elsewhere can give its own name our address; such requests name a host that is not ours.
    app.add_middleware(Gate, say=explain)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.add_middleware(Headers)
    app.state.site = site
    add_pictures(app, site)
    for page in PAGES:
        for form in reversed(page.forms):  # addresses that end in .json before those that take any end
            _add_route(app, page, form, site)
    add_desk(app, site)
    add_calls(app, site)
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
    return explain(request, error)


async def _explain_http(request: Request, error: Exception) -> Response:
    return explain_http(request, error)

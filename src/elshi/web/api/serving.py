"""The calls as routes of the application, and the OpenAPI file that describes all of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from fastapi import Depends, FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from elshi.desk.errors import AbsentError, LateError
from elshi.errors import UsageError
from elshi.web.api.asking import Asking, Told
from elshi.web.api.routes import CALLS, Call, describe_call, list_responses
from elshi.web.errors import Unfit
from elshi.web.site import Site

OPENAPI = "/openapi.json"


async def read_body(request: Request) -> bytes:
    """Return what was sent; the gate has seen to it that it is not too much."""
    return await request.body()


def add_calls(app: FastAPI, site: Site) -> None:
    """Add a route for each call, and one for the OpenAPI file."""
    for call in CALLS:
        app.add_api_route(
            call.path,
            _make_endpoint(call, site),
            methods=[call.method],
            name=f"api.{call.name}",
            operation_id=f"api_{call.name}",
            summary=(call.do.__doc__ or "").split(".")[0].split(";")[0] + ".",
            tags=["api"],
            status_code=call.statuses[0],
            responses=list_responses(call),
            openapi_extra=describe_call(call),
            response_class=JSONResponse,
        )

    def describe_app(request: Request) -> Response:
        site.admit(request, "read")
        said = app.openapi()
        said.setdefault("components", {})["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        return JSONResponse(said)

    app.add_api_route(OPENAPI, describe_app, methods=["GET"], name="openapi", include_in_schema=False)


def _make_endpoint(call: Call, site: Site) -> Callable[..., Response]:
    if call.method == "GET":

        def read(request: Request) -> Response:
            return answer_call(request, call, site, b"")

        return read

    def write(request: Request, body: bytes = Depends(read_body)) -> Response:
        return answer_call(request, call, site, body)

    return write


def answer_call(request: Request, call: Call, site: Site, body: bytes) -> Response:
    """Answer one call. Raises what `elshi.web.errors` has for what cannot be answered."""
    person = site.admit(request, call.permission)
    sent = _read_json(body)
    writes = call.method == "POST"
    as_of = request.query_params.get("as_of")
    with (
        site.open_register(readonly=not writes) as register,
        site.open_desk() as desk,
        site.open_also_in(as_of) as also_in,
    ):
        view = register.as_of(as_of) if as_of else register
        view.count_with(site.counts)
        version = request.headers.get("if-match")
        asking = Asking(
            register,
            view,
            desk,
            person,
            request.path_params.get("ident", ""),
            request.query_params,
            sent,
            version.strip('"') if version is not None else None,
            also_in,
        )
        told = _do(call, asking)
    headers = {"Cache-Control": "no-store", **({"ETag": f'"{told.version}"'} if told.version else {})}
    return JSONResponse(told.data, told.status, headers)


def _do(call: Call, asking: Asking) -> Told:
    try:
        return call.do(asking)
    except (AbsentError, LateError):
        raise
    except UsageError as error:
        if call.method == "GET":
            raise
        raise Unfit(str(error)) from error


def _read_json(body: bytes) -> Any:  # noqa: ANN401 - any JSON
    """Return the JSON sent; None where nothing was. Raises Unfit where it is none."""
    if not body.strip():
        return None
    try:
        sent = json.loads(body, parse_constant=_refuse_constant)
        json.dumps(sent, ensure_ascii=False).encode()  # half characters are no text
    except (ValueError, RecursionError) as error:
        msg = f"this is no JSON: {error}"
        raise Unfit(msg) from error
    return sent


def _refuse_constant(name: str) -> float:
    message = f"{name} is no number of JSON"
    raise ValueError(message)

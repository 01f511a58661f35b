"""What is said where something cannot be: a page, or for programs the same as JSON, with the right status."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from elshi.desk.errors import AbsentError, LateError
from elshi.desk.versions import ConflictError
from elshi.errors import ElshiError, RegisterError, UsageError
from elshi.locales import N_
from elshi.model.entry import FIELDS, Entry, Json, describe_entry
from elshi.web.asked import Asked
from elshi.web.errors import PageError, TooMany, Unknown
from elshi.web.filters import Filters
from elshi.web.languages import choose_language
from elshi.web.respond import render_page
from elshi.web.site import Site

_STATUSES: tuple[tuple[type[ElshiError], int], ...] = (
    (AbsentError, 404),
    (ConflictError, 409),
    (LateError, 409),
    (UsageError, 400),
    (RegisterError, 503),
    (ElshiError, 500),
)  # of errors that know nothing of HTTP; those of pages have their own
TITLES = {
    400: N_("This cannot be asked"),
    401: N_("Log in first"),
    403: N_("You may not do this"),
    404: N_("Nothing is found here"),
    405: N_("This cannot be done here"),
    409: N_("Changed meanwhile"),
    413: N_("Too much was sent"),
    422: N_("This will not do"),
    428: N_("Say which version you saw"),
    429: N_("Too many attempts"),
    503: N_("The register cannot be read"),
}
_DATA = (".json", ".csv", ".ics", ".md", ".docx", ".pdf", ".svg", ".png")


def explain(request: Request, error: Exception) -> Response:
    """Return the answer to a request that failed with one of our errors."""
    status = _find_status(error)
    if isinstance(error, Unknown) and request.method == "GET" and not wants_data(request):
        here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?{urlencode({'next': here})}", 303, {"Cache-Control": "no-store"})
    if isinstance(error, ConflictError):
        return _explain_conflict(request, error)
    response = _say(request, status, error.message if isinstance(error, ElshiError) else str(error))
    if isinstance(error, TooMany):
        response.headers["Retry-After"] = str(error.seconds)
    if isinstance(error, Unknown):
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def explain_http(request: Request, error: Exception) -> Response:
    """Return the answer to a request that the framework refused."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _say(request, status, "" if status in TITLES else str(getattr(error, "detail", "")))


def wants_data(request: Request) -> bool:
    """Tell whether a program asks: by the address, or with a token."""
    path = request.url.path
    return path.endswith(_DATA) or path.startswith("/api/") or "authorization" in request.headers


def _find_status(error: Exception) -> int:
    if isinstance(error, PageError):
        return error.status
    return next(status for kind, status in _STATUSES if isinstance(error, kind))


def _say(request: Request, status: int, message: str) -> Response:
    headers = {"Cache-Control": "no-store"}
    if wants_data(request):
        return JSONResponse({"error": message or TITLES.get(status, ""), "status": status}, status, headers)
    title = TITLES.get(status, N_("Something went wrong"))
    text = render_page(request, "error", _ask(request), title, message=message, forms=())
    return HTMLResponse(text, status, headers)


def _explain_conflict(request: Request, error: ConflictError) -> Response:
    seen, now = error.seen, error.now
    if wants_data(request):
        both = {"seen": seen and describe_entry(seen), "now": now and describe_entry(now)}
        return JSONResponse({"error": str(error), "status": 409, **both}, 409)
    wanted = getattr(request.state, "wanted", None)
    entry = now or seen
    kind = entry.kind if entry else "engagement"
    again = f"/entry/{error.ident}/correct?{urlencode(wanted)}" if wanted else ""
    field = wanted.get("field", "") if wanted else ""
    text = render_page(
        request, "conflict", _ask(request), TITLES[409], forms=(), rows=_compare(kind, seen, now, field),
        kind=kind, now=now, wanted=wanted, again=again,
    )  # fmt: skip
    return HTMLResponse(text, 409, {"Cache-Control": "no-store"})


def _compare(kind: str, seen: Entry | None, now: Entry | None, wanted: str) -> list[Json]:
    """Return the fields that differ, and the `wanted` one, each with what it was and what it is."""
    ours, theirs = (entry.fields if entry else {} for entry in (seen, now))
    names = FIELDS[kind]  # type: ignore[index] # the kind of an entry
    rows = [{"field": name, "seen": ours.get(name), "now": theirs.get(name)} for name in names]
    return [row for row in rows if row["seen"] != row["now"] or row["field"] == wanted]


def _ask(request: Request) -> Asked:
    site: Site = request.app.state.site
    return Asked("", Filters(), choose_language(request), site.clock().date())

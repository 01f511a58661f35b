"""From a request to an answer: the same data as a page, as JSON, as a table, as a calendar."""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import replace
from typing import IO

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse

from elshi.model.account import Person
from elshi.model.entry import Entry
from elshi.register import View
from elshi.settings import read_version
from elshi.web.asked import Asked
from elshi.web.copied import NOWHERE
from elshi.web.describe import describe
from elshi.web.desk_routes import ROOMS, Room
from elshi.web.doorkeeper import Doorkeeper
from elshi.web.filters import Filters
from elshi.web.languages import COOKIE, choose_language
from elshi.web.links import KEPT, Links
from elshi.web.routes import PAGES, SECTIONS, FileForm, Form, Page
from elshi.web.site import Site
from elshi.web.templating import load_templates
from elshi.web.visits import VISIT, Visit, read_visit
from elshi.web.wording import load_wording

_YEAR_SECONDS = 365 * 24 * 3600
_IN_MEMORY = 4 * 1024 * 1024  # bytes of a table; more waits on the disk until it is sent
_CHUNK = 64 * 1024
_DONE = re.compile(r"(bat|pro)-[0-9a-f]{12}|saved")  # what was just done; a batch can be undone
MEDIA: Mapping[FileForm, str] = {
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def answer(request: Request, page: Page, form: Form, site: Site) -> Response:
    """Return `page` in `form`, or that nothing has changed since the visitor last got it."""
    site.admit(request, page.permission)
    asked, visit = read_request(request, site)
    if page.beside:
        asked = replace(asked, beside=tuple(page.beside(site.register)))
    copied = site.open_also_in(asked.as_of) if page.copied else nullcontext(NOWHERE)
    with site.open_view(asked.as_of) as view, copied as also_in:
        asked = replace(asked, also_in=also_in)
        tag = write_tag(request, view, asked, form)
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers={"ETag": tag})
        response = _render(request, page, form, view, asked)
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Vary"] = "Accept-Language, Cookie"
    if form == "html":
        _set_cookies(request, response, asked, visit if page.name == "today" else None)
    return response


def read_request(request: Request, site: Site) -> tuple[Asked, Visit]:
    """Return what the request asks, and the visit that it is part of. Raises UsageError for nonsense."""
    given, now = request.query_params, site.clock()
    visit = read_visit(request.cookies.get(VISIT), now)
    asked = Asked(
        ident=request.path_params.get("ident", ""),
        filters=Filters.read(given),
        language=choose_language(request),
        today=now.date(),
        as_of=given.get("as_of") or None,
        visited=visit.before,
        mark=given.get("mark", ""),
    )
    return asked, visit


def write_tag(request: Request, view: View, asked: Asked, form: Form) -> str:
    """Return a tag that is the same as long as the answer is."""
    user = read_person(request)
    shown = (asked.language, str(asked.today), asked.visited, asked.beside, asked.also_in.stamp)
    parts = (view.stamp(), str(request.url), form, *shown, user, read_version())
    return f'"{hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()}"'


def read_person(request: Request) -> Person:
    """Return who asks, somebody without a name and rights where nobody was asked for them."""
    person: Person = getattr(request.state, "person", Person("", frozenset()))
    return person


def _read_done(request: Request) -> str:
    done = request.query_params.get("done", "")
    return done if _DONE.fullmatch(done) else ""


def render_page(request: Request, name: str, asked: Asked, title: str, **data: object) -> str:
    """Return the template `name` with `data` and what every page shows around it."""
    template = load_templates(asked.language).get_template(f"{name}.html")
    kept = {key: request.query_params[key] for key in KEPT if request.query_params.get(key)}
    known: tuple[Page | Room, ...] = (*PAGES, *ROOMS)
    links = Links({page.name: page.path for page in known}, kept)
    here, person = request.url.path, read_person(request)
    return template.render(
        asked=asked,
        name=name,
        title=title,
        link=links.write,
        menu=[
            (heading, [p for p in known if p.section == section and p.permission in person.rights])
            for section, heading in SECTIONS
        ],
        here=here,
        person=person,
        users=isinstance(request.app.state.site.guard, Doorkeeper),
        done=_read_done(request),
        kept=kept,
        switch=lambda code: str(request.url.include_query_params(lang=code)).replace(
            str(request.base_url), "/", 1
        ),
        **data,
    )


def _render(request: Request, page: Page, form: Form, view: View, asked: Asked) -> Response:
    if form == "html":
        return _render_html(request, page, view, asked)
    if form == "json":
        return _render_json(page, view, asked)
    return _render_file(page, form, view, asked)


def _render_html(request: Request, page: Page, view: View, asked: Asked) -> Response:
    data = page.make(view, asked)
    wording = load_wording(asked.language)

    def name_of(person: str) -> str:
        return next((wording.name_entity(entity) for entity in view.find_entities((person,))), person)

    def tongue_of(entry: Entry) -> str:
        return view.census().find_language(entry.id) or asked.language

    known = {"page": data, "forms": page.forms, "name_of": name_of, "tongue_of": tongue_of}
    return HTMLResponse(render_page(request, page.name, asked, page.title, **known))


def _render_json(page: Page, view: View, asked: Asked) -> Response:
    text = json.dumps(describe(page.make(view, asked)), ensure_ascii=False, indent=1)
    return Response(text.encode("utf-8", "backslashreplace"), media_type="application/json")


def _render_file(page: Page, form: FileForm, view: View, asked: Asked) -> Response:
    # A register is read in one thread and sent in another, so all of it is written down in between.
    written: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 -- closed when it is sent
    try:
        written.writelines(page.files[form](view, asked))
    except BaseException:
        written.close()
        raise
    length = written.tell()
    written.seek(0)
    response = StreamingResponse(_read_chunks(written), media_type=MEDIA[form])
    response.headers["Content-Length"] = str(length)
    response.headers["Content-Disposition"] = f'attachment; filename="{page.name}.{form}"'
    return response


def _read_chunks(written: IO[bytes]) -> Iterator[bytes]:
    with written:
        while chunk := written.read(_CHUNK):
            yield chunk


def _set_cookies(request: Request, response: Response, asked: Asked, visit: Visit | None) -> None:
    secure = request.url.scheme == "https"
    if "lang" in request.query_params:
        response.set_cookie(
            COOKIE, asked.language, max_age=_YEAR_SECONDS, samesite="lax", secure=secure, httponly=True
        )
    if visit:
        response.set_cookie(
            VISIT, visit.write(), max_age=_YEAR_SECONDS, samesite="lax", secure=secure, httponly=True
        )

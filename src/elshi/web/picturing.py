"""The drawings of pictures: SVG for pages, PNG to take away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from elshi.charts import THEMES, Chart, Theme, draw_png, draw_svg
from elshi.web.errors import Missing
from elshi.web.pages.picture import name_picture, plan_picture
from elshi.web.parameters import list_parameters
from elshi.web.respond import read_request, write_tag
from elshi.web.routes import FILTERS
from elshi.web.site import Site

Drawing = Literal["svg", "png"]
MEDIA: dict[Drawing, str] = {"svg": "image/svg+xml", "png": "image/png"}


def add_pictures(app: FastAPI, site: Site) -> None:
    """Add the address of each form of drawing, before that of the page, which takes any end."""
    for form, media in MEDIA.items():
        app.add_api_route(
            f"/chart/{{ident}}.{form}",
            _make_endpoint(form, site),
            methods=["GET"],
            name=f"chart.{form}",
            operation_id=f"chart_{form}",
            summary="Picture",
            tags=[form],
            openapi_extra={
                "parameters": list_parameters("/chart/{ident}", FILTERS),
                "responses": {"200": {"description": "The drawing", "content": {media: {}}}},
            },
            response_class=Response,
        )


def _make_endpoint(form: Drawing, site: Site) -> Callable[[Request], Response]:
    def give(request: Request) -> Response:
        return answer_drawing(request, form, site)

    return give


def answer_drawing(request: Request, form: Drawing, site: Site) -> Response:
    """Return the drawing that is asked for, or that nothing has changed since the visitor last got it.

    Raises Missing where there is nothing to draw.
    """
    site.admit(request, "read")
    asked, _ = read_request(request, site)
    with site.open_view(asked.as_of) as view:
        tag = write_tag(request, view, asked, "html")
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers={"ETag": tag})
        chart, theme = plan_picture(view, asked), _read_theme(request)
        drawing = view.recall((form, theme.name, name_picture(asked)), lambda: _draw(chart, form, theme))
    return Response(
        drawing,
        media_type=MEDIA[form],
        headers={"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Accept-Language, Cookie"},
    )


def _read_theme(request: Request) -> Theme:
    wanted = request.query_params.get("theme", "")
    return next((theme for theme in THEMES.values() if theme.name == wanted), THEMES["light"])


def _draw(chart: Chart, form: Drawing, theme: Theme) -> bytes:
    if chart.plot is None:
        raise Missing(chart.words)
    return draw_svg(chart, theme).encode() if form == "svg" else draw_png(chart, theme)

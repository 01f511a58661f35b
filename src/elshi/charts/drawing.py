"""From a chart to SVG and PNG, by Altair and the Vega that comes inside vl-convert; nothing is fetched.

The SVG has neither script nor style and refers to nothing outside, so that a page with a strict
Content-Security-Policy shows it as an image. All words in it are escaped by Vega.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import Any
from xml.sax.saxutils import escape

from elshi.charts.chart import Chart
from elshi.charts.palette import LIGHT, Theme
from elshi.errors import Message, UsageError
from elshi.locales.dates import write_time_locale

ADVICE = "pip install 'elshi[charts]'"
_FONT = "Liberation Sans, Arial, sans-serif"
_SCALE = 2.0  # dots of a PNG for one of the SVG, so that it is sharp in print
_CLIP = re.compile(r"(?<=[#\"])clip\d+(?=[)\"])")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLANNING = Lock()


def can_draw() -> bool:
    """Tell whether the libraries that draw are installed."""
    return all(importlib.util.find_spec(name) for name in ("altair", "vl_convert"))


def draw_svg(chart: Chart, theme: Theme = LIGHT) -> str:
    """Return the picture as SVG with its title and description.

    Raises UsageError where there is nothing to draw, or where the extra `charts` is not installed.
    """
    drawn = _number_clips(
        _load_library("vl_convert", "vl-convert").vegalite_to_svg(
            plan_drawing(chart, theme), **_options(chart)
        )
    )
    opening, rest = drawn.split(">", 1)
    about = f"<title>{escape(_clean(chart.title))}</title><desc>{escape(_clean(chart.words))}</desc>"
    return f'{opening} role="img" lang="{chart.language}">{about}{rest}'


def _number_clips(svg: str) -> str:
    """Return the drawing with its clip paths counted from one: Vega counts on from one to the next."""
    numbers = {
        name: f"clip{number}" for number, name in enumerate(dict.fromkeys(_CLIP.findall(svg)), start=1)
    }
    return _CLIP.sub(lambda found: numbers[found[0]], svg)


def draw_png(chart: Chart, theme: Theme = LIGHT) -> bytes:
    """Return the picture as PNG. Raises UsageError as `draw_svg` does."""
    drawn: bytes = _load_library("vl_convert", "vl-convert").vegalite_to_png(
        plan_drawing(chart, theme), scale=_SCALE, **_options(chart)
    )
    return drawn


def plan_drawing(chart: Chart, theme: Theme = LIGHT) -> dict[str, Any]:
    """Return the Vega-Lite specification of the chart; the tests check it against Altair's schema.

    Raises UsageError where there is nothing to draw, or where Altair is not installed.
    """
    if chart.plot is None:
        message = Message("there is nothing to draw: %(words)s", words=chart.words)
        raise UsageError(message)
    alt = _load_library("altair", "Altair")
    with _leave_unchecked():
        plan: dict[str, Any] = chart.plot(alt, theme).properties(title=chart.title).to_dict(validate=False)
    whole = plan | {"config": _style(theme), "background": theme.paper, "padding": _pad(chart)}
    return {key: _clean(part) for key, part in whole.items()}


@contextmanager
def _leave_unchecked() -> Iterator[None]:
    """Let Altair not check each part against its schema, which takes most of the time; one thread at once.

    Whether it checks is a setting of the whole process, which two threads would put back in the wrong order.
    """
    with _PLANNING, _load_library("altair.utils.schemapi", "Altair").debug_mode(arg=False):
        yield


def _pad(chart: Chart) -> dict[str, int]:
    """Return the room around the drawing: words are wider where a browser lacks the font they were set in."""
    return {"left": 24, "top": 8, "bottom": 8, "right": 8 + 2 * len(chart.title)}


def _style(theme: Theme) -> dict[str, Any]:
    words = {
        "labelColor": theme.ink,
        "titleColor": theme.ink,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "labelLimit": 260,
        "titleFontWeight": "normal",
    }
    lines = {"gridColor": theme.faint, "domainColor": theme.faint, "tickColor": theme.faint}
    return {
        "aria": False,  # its English would be read inside pictures in any language
        "font": _FONT,
        "axis": words | lines,
        "legend": words | {"symbolSize": 90},
        "header": words,
        "title": {"color": theme.ink, "fontSize": 15, "anchor": "start", "offset": 12, "limit": 900},
        "view": {"stroke": None},
        "text": {"color": theme.ink},
    }


def _options(chart: Chart) -> dict[str, Any]:
    return {"allowed_base_urls": [], "time_format_locale": write_time_locale(chart.language)}


def _clean(part: Any) -> Any:  # noqa: ANN401 - any part of a specification, which is JSON
    """Return it without the characters that XML cannot hold; Vega's engine would end the process at some."""
    match part:
        case str():
            return _NOT_XML.sub("\ufffd", part)
        case dict():
            return {key: _clean(value) for key, value in part.items()}
        case list() | tuple():
            return [_clean(value) for value in part]
        case _:
            return part


@cache
def _load_library(module: str, name: str) -> Any:  # noqa: ANN401 - a module
    try:
        return importlib.import_module(module)
    except ImportError:
        message = Message(
            "pictures need %(library)s, which is not installed; %(advice)s", library=name, advice=ADVICE
        )
        raise UsageError(message) from None

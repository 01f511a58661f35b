"""Pictures as files: safe to show in a page with a strict policy, whatever people are called."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from diary import draw, tell_meeting, tell_position, tell_promise

from elshi.charts import PICTURES, THEMES, Chart, can_draw, drawing
from elshi.charts.files import write_file
from elshi.errors import UsageError
from elshi.model.frame import Reading
from elshi.model.report import LANGUAGES, Language

pytestmark = pytest.mark.skipif(not can_draw(), reason="the extra 'charts' is not installed")
SVG = "{http://www.w3.org/2000/svg}"
HARMLESS = frozenset(
    ["svg", "g", "path", "line", "rect", "text", "tspan", "title", "desc", "defs", "clipPath"]
)
EVIL = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]><svg onload=alert(1)>",
    "&lt;b&gt;&amp;",
    "javascript:alert(1)",
    "{{7*7}} ${7*7}",
    "'; drop table people; --",
    "datum.constructor('x')()",
    "a\u0000b\u001b\uffff",
    "https://evil.example/x.png",
    "url(https://evil.example)",
)
READINGS = (
    tell_meeting(
        "2026-05-04", [("Samir Khalil", "foreign_minister", "JO"), ("Дәурен Әбілов", "minister", "KZ")]
    ),
    tell_promise("2026-12"),
    tell_position("2026-02-03", "water"),
)


def tell_evil() -> tuple[Reading, ...]:
    """Make meetings of people, in cities, whose names attack whoever shows them."""
    return (
        tuple(
            tell_meeting(
                f"2026-05-{day:02}", [(name, "minister", "JO"), ("Dana", "ambassador", "KZ")], city=name
            )
            for day, name in enumerate(EVIL, start=1)
        )
        + READINGS
    )


def list_dangers(svg: str) -> list[str]:
    """Return every element and attribute of an SVG that runs, styles, or refers to something outside."""
    dangers = []
    for element in ET.fromstring(svg).iter():  # noqa: S314 -- drawn here, and what is tested
        if element.tag.removeprefix(SVG) not in HARMLESS:
            dangers.append(element.tag)
        for name, value in element.attrib.items():
            outside = "url(" in value and not value.startswith("url(#")
            if name.startswith("on") or name.endswith(("href", "style")) or outside:
                dangers.append(f"{name}={value}")
    return dangers


@pytest.mark.parametrize("name", PICTURES)
def test_whatever_people_are_called_a_picture_is_safe(name: str) -> None:
    """Names, offices and cities that hold markup, scripts and addresses are shown as they are written."""
    chart = draw(name, tell_evil())
    assert list_dangers(drawing.draw_svg(chart)) == []


def test_the_check_of_dangers_finds_them() -> None:
    """A script, a handler, a style and an outer reference are each found."""
    bad = (
        '<svg xmlns="http://www.w3.org/2000/svg" onload="x"><script/><g style="fill:red"/>'
        '<image href="http://evil.example"/><path fill="url(http://evil.example)"/></svg>'
    )
    assert len(list_dangers(bad)) == 6


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_says_in_its_language_what_it_shows(language: Language, theme: str) -> None:
    """The SVG has the title, the words and the language of the chart, and the paper of its theme."""
    chart = draw("pairs", READINGS, language)
    svg = drawing.draw_svg(chart, next(t for t in THEMES.values() if t.name == theme))
    root = ET.fromstring(svg)  # noqa: S314 -- drawn here
    assert root.get("lang") == language
    assert (root[0].text, root[1].text) == (chart.title, chart.words)
    assert chart.title in "".join(root.itertext())
    assert next(t.paper for t in THEMES.values() if t.name == theme) in svg


@pytest.mark.parametrize("name", ["map", "people"])
def test_a_picture_is_the_same_each_time(name: str) -> None:
    """Two drawings of the same register do not differ in a letter, so that a browser may keep one."""
    assert drawing.draw_svg(draw(name, READINGS, "kk")) == drawing.draw_svg(draw(name, READINGS, "kk"))


def test_dates_on_axes_are_those_of_the_language() -> None:
    """May is 'мам.' in Kazakh and 'мая' or 'май' in Russian; English months stay in English pictures."""
    readings = [*READINGS, tell_meeting("2026-06-14", [("A B", "minister", "JO"), ("C D", "minister", "KZ")])]
    drawn = {language: drawing.draw_svg(draw("pairs", readings, language)) for language in LANGUAGES}
    assert "мам." in drawn["kk"]
    assert "май" in drawn["ru"]
    assert "May" in drawn["en"]
    assert "May" not in drawn["kk"] + drawn["ru"]


@pytest.fixture(scope="module")
def chart() -> Chart:
    """Make a picture of one meeting."""
    return draw("map", READINGS)


@pytest.mark.parametrize(
    ("ending", "beginning"), [(".svg", b"<svg"), (".png", b"\x89PNG"), (".csv", b"City,Country,Engagements")]
)
def test_the_ending_of_a_file_chooses_its_form(
    chart: Chart, tmp_path: Path, ending: str, beginning: bytes
) -> None:
    """Map.svg, map.png and map.csv hold what their names say, and nothing else is left in the folder."""
    path = tmp_path / f"map{ending}"
    write_file(chart, path, "dark")
    assert path.read_bytes().startswith(beginning)
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_to_draw_is_said() -> None:
    """Drawing an empty picture tells what there is not."""
    with pytest.raises(UsageError, match="there is nothing to draw: No engagement whose place is known"):
        drawing.draw_svg(draw("map", ()))

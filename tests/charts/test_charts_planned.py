"""Pictures before they are drawn: what Altair is not asked to check while somebody waits is checked here."""

from __future__ import annotations

from typing import Any

import pytest
from diary import draw, tell_meeting, tell_position, tell_promise

from elshi.charts import PICTURES, THEMES, Chart, Theme, can_draw, drawing, network

if not can_draw():
    pytest.skip("the extra 'charts' is not installed", allow_module_level=True)

import altair as alt
from altair.utils import schemapi
from jsonschema import ValidationError  # type: ignore[import-untyped]  # it comes with Altair, without types

READINGS = (
    tell_meeting("2026-05-04", [("Samir Khalil", "foreign_minister", "JO"), ("Dana Abil", "minister", "KZ")]),
    tell_meeting("2026-06-20", [("Una Berg", "ambassador", "NO"), ("Dana Abil", "minister", "KZ")], "Oslo"),
    tell_promise("2026-12"),
    tell_position("2026-02-03", "water"),
)


def check(plan: dict[str, Any]) -> None:
    """Let Altair read a specification, which it does as far as the schema of Vega-Lite allows it."""
    alt.Chart.from_dict(plan, validate=True)


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_a_specification_of_vega_lite(name: str) -> None:
    """What Vega is given to draw, with its style and data, is as the schema says."""
    check(drawing.plan_drawing(draw(name, READINGS, "kk"), THEMES["dark"]))


def test_so_is_a_matrix(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where those who met are too many for signs and lines, the squares are as the schema says."""
    monkeypatch.setattr(network, "LARGEST", 1)
    chart = draw("people", READINGS)
    assert "too many for signs" in chart.words
    check(drawing.plan_drawing(chart))


def plan_wrongly(alt: Any, theme: Theme) -> Any:  # noqa: ANN401 - as plots are
    """Make a chart with a mark that there is not."""
    return alt.Chart(alt.InlineData(values=({"x": theme.name},)), mark="blot")


def test_the_check_finds_what_is_wrong() -> None:
    """A mark that there is not is planned without a word, and found by the check."""
    plan = drawing.plan_drawing(Chart("blot", "en", "Blot", "One blot.", (), (), plan_wrongly))
    with pytest.raises(ValidationError, match="blot"):
        check(plan)


def test_altair_checks_for_others_as_before() -> None:
    """After a picture is planned, Altair checks what anybody else in the process makes with it."""
    drawing.plan_drawing(draw("pairs", READINGS))
    wrong: Any = "blot"
    with pytest.raises(schemapi.SchemaValidationError):
        alt.Axis(orient=wrong)

"""Pictures of the register, each with its data as a table and what is to be seen on it in words."""

from __future__ import annotations

from elshi.charts.ask import Ask
from elshi.charts.chart import Chart, write_csv
from elshi.charts.drawing import ADVICE, can_draw, draw_png, draw_svg
from elshi.charts.palette import THEMES, Theme
from elshi.charts.table import PICTURES, make_chart

__all__ = [
    "ADVICE",
    "PICTURES",
    "THEMES",
    "Ask",
    "Chart",
    "Theme",
    "can_draw",
    "draw_png",
    "draw_svg",
    "make_chart",
    "write_csv",
]

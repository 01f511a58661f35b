"""A picture before it is drawn: its data as a table, what is to be seen on it in words, and its plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from elshi.charts.palette import Theme
from elshi.exports.tables import write_row
from elshi.model.report import Language

Cell = str | int | None
# From the module `altair` and a theme to an Altair chart. Its data are tuples: Altair copies lists, with all
# that is in them, each time it puts layers together.
Plot = Callable[[Any, Theme], Any]


@dataclass(frozen=True, slots=True)
class Chart:
    """One picture of the register in one language.

    `words` say what is to be seen, for those who do not see it; `rows` are all the data, under `columns`.
    `plot` is None where there is nothing to draw, which `words` then say.
    """

    name: str
    language: Language
    title: str
    words: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    plot: Plot | None


def write_csv(chart: Chart) -> Iterator[str]:
    """Yield the CSV lines of the data, with their ends; no cell is a formula."""
    yield write_row(chart.columns)
    yield from (write_row(row) for row in chart.rows)

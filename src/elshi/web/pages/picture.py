"""A picture of the register beside its data and what is to be seen on it in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from elshi.charts import PICTURES, Ask, Chart, can_draw, make_chart, write_csv
from elshi.charts.chart import Cell
from elshi.lexicon.codebook import name_code
from elshi.locales import open_tongue
from elshi.locales.names import name_party
from elshi.register import View
from elshi.web.asked import Asked
from elshi.web.errors import Missing
from elshi.web.filters import Filters


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its data under `columns`, and whether it can be drawn (there is something, and with what).

    `words` tell what is to be seen; `whole` is false where there is nothing to draw.
    """

    name: str
    title: str
    words: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    filters: Filters
    whole: bool
    drawn: bool


def show_picture(view: View, asked: Asked) -> Picture:
    """Return the picture that the address names, of what its filters ask for."""
    chart = plan_picture(view, asked)
    whole = chart.plot is not None
    return Picture(
        chart.name, chart.title, chart.words, chart.columns, chart.rows, asked.filters, whole,
        whole and can_draw(),
    )  # fmt: skip


def write_picture(view: View, asked: Asked) -> Iterator[str]:
    """Yield the data of the picture as CSV."""
    return write_csv(plan_picture(view, asked))


def plan_picture(view: View, asked: Asked) -> Chart:
    """Return the picture before it is drawn. Raises Missing where there is none of that name."""
    if asked.ident not in PICTURES:
        message = f"there is no picture called {asked.ident!r}; give one of {', '.join(PICTURES)}"
        raise Missing(message)
    query = replace(asked.filters.ask(None), limit=None, offset=0)
    return make_chart(
        asked.ident, Ask(view, query, open_tongue(asked.language), asked.today, name_subject(asked))
    )


def name_subject(asked: Asked) -> str:
    """Return what the filters narrow the picture to, in words: 'Jordan – Kazakhstan, transport'."""
    filters, language = asked.filters, asked.language
    parties = [name_party(c.upper(), language) for c in (filters.country, filters.body, filters.partner) if c]
    codes = [(group, getattr(filters, group)) for group in ("type", "status", "office", "topic")]
    named = [name_code(group, code, language) for group, code in codes if code]
    return ", ".join(part for part in (" – ".join(parties), filters.who, *named) if part)

"""A picture of the register beside its data and what is to be seen on it in words."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace

from elshi.charts import PICTURES, Ask, Chart, can_draw, make_chart, write_csv
from elshi.charts.chart import Cell
from elshi.errors import Message
from elshi.locales import open_tongue
from elshi.register import View
from elshi.web.asked import Asked
from elshi.web.choosing import choose
from elshi.web.codes import GROUP_OF
from elshi.web.errors import Missing
from elshi.web.filters import Filters
from elshi.web.wording import load_wording


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
        message = Message(
            "there is no picture called %(name)r; give one of %(known)s",
            name=asked.ident,
            known=", ".join(PICTURES),
        )
        raise Missing(message)
    return view.recall(name_picture(asked), lambda: _plan(view, asked))


def name_picture(asked: Asked) -> Hashable:
    """Return all that decides a picture besides the register."""
    return "picture", asked.ident, asked.filters, asked.language, asked.today


def _plan(view: View, asked: Asked) -> Chart:
    query = replace(asked.filters.ask(None), limit=None, offset=0)
    ask = Ask(
        view, query, open_tongue(asked.language), asked.today, name_subject(view, asked),
        lambda kind: choose(view, asked.filters, kind),
    )  # fmt: skip
    return make_chart(asked.ident, ask)


def name_subject(view: View, asked: Asked) -> str:
    """Return what the filters narrow the picture to, in words: 'Jordan – Kazakhstan, transport'."""
    filters, wording = asked.filters, load_wording(asked.language)
    codes = (filters.country, filters.body, filters.partner)
    parties = " – ".join(wording.name_party(code.upper()) for code in codes if code)
    people = [wording.name_entity(e) for e in view.find_entities([filters.person] if filters.person else [])]
    named = [
        wording.name_value(n, getattr(filters, n))
        for n in (*GROUP_OF, "event", "city")
        if getattr(filters, n)
    ]
    parts = (parties, *people, filters.who, *named)
    return ", ".join(part for part in parts if part)

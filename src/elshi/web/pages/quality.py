"""How well Elshi reads, as measured when this version was made, and what this register holds."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from dataclasses import dataclass
from typing import Any

from elshi.locales import N_
from elshi.model.entry import KINDS
from elshi.model.query import Query
from elshi.register import View
from elshi.web.asked import Asked
from elshi.web.choosing import Count

# What each measured figure is called; quality.toml has them by these names.
MEASURES = {
    "engagements": N_("engagements found"),
    "participants": N_("participants found"),
    "positions": N_("positions found"),
    "initiatives": N_("initiatives found"),
    "commitments": N_("commitments found"),
    "tenures": N_("tenures found"),
    "chairmanships": N_("chairmanships found"),
    "type": N_("type right"),
    "status": N_("status right"),
    "date": N_("date right"),
    "country": N_("country right"),
    "city": N_("city right"),
    "parties": N_("parties right"),
    "part_of": N_("part of which other engagement right"),
    "office": N_("office right"),
    "represents": N_("whom each one represents right"),
    "topics": N_("topics right"),
    "due": N_("due date of commitments right"),
}


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure between 0 and 1, on reports that the writers of the rules read, and on others."""

    name: str
    read: float
    unread: float


@dataclass(frozen=True, slots=True)
class Quality:
    """The figures with the day and the number of reports, and the state of this register.

    `kinds` counts its entries, `dated` the engagements with a known date, `judged` the judgements in force
    of people, `problems` what could not be read.
    """

    measured: str
    read_reports: int
    unread_reports: int
    found: tuple[Measure, ...]
    fields: tuple[Measure, ...]
    reports: int
    kinds: tuple[Count, ...]
    engagements: int
    dated: int
    judged: int
    problems: int


def show_quality(view: View, asked: Asked) -> Quality:
    """Return the measured figures, and what this register holds."""
    del asked
    census, figures = view.census(), load_figures()
    engagements = census.select(Query(kind="engagement"))
    counts = dict(census.count("kind", census.select(Query())))
    return Quality(
        measured=figures["measured"],
        read_reports=figures["reports"]["read"],
        unread_reports=figures["reports"]["unread"],
        found=tuple(Measure(name, *pair) for name, pair in figures["found"].items()),
        fields=tuple(Measure(name, *pair) for name, pair in figures["fields"].items()),
        reports=len(census.filed),
        kinds=tuple(Count(kind, counts.get(kind, 0)) for kind in KINDS),
        engagements=int(engagements.sum()),
        dated=int((engagements & (census.day > 0)).sum()),
        judged=sum(judgement.withdrawn_at is None for judgement in view.judgements()),
        problems=len(view.problems()),
    )


@functools.cache
def load_figures() -> dict[str, Any]:
    """Return what quality.toml holds."""
    source = importlib.resources.files("elshi.web") / "quality.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))

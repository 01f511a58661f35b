"""Dates to come: what is planned, what falls due, who takes a chair."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from elshi.briefs.bench import Bench, take
from elshi.briefs.contacts import find_plans, is_over, write_contact
from elshi.briefs.model import Paragraph, Section
from elshi.briefs.promises import name_promisers
from elshi.briefs.said import find_said, name_holder
from elshi.model.entry import Entry
from elshi.model.fate import UNDONE
from elshi.model.when import read_bounds

MOST_COMING = 15


def write_coming(bench: Bench) -> Section:
    """Return the section: what is planned, what falls due, who takes a chair, the earliest first."""
    planned = (entry for entry in find_plans(bench) if not is_over(bench, entry.fields["date"]))
    plans, more = take(planned, MOST_COMING)
    promised = find_said(bench, "commitment", since=bench.request.day)
    due, others = take((e for e in promised if bench.tell_fate(e).state in UNDONE), MOST_COMING)
    chairs, rest = take(_find_chairs(bench), MOST_COMING)
    dated = [(e.fields["date"], write_contact(bench, e)) for e in plans]
    dated += [(e.fields["due"], _write_due(bench, e)) for e in due]
    dated += [(e.fields["period"], _write_chair(bench, e)) for e in chairs]
    ordered = sorted(dated, key=lambda pair: _read_last(pair[0]))
    return bench.section("coming", [said for _, said in ordered], more=more or others or rest)


def _find_chairs(bench: Bench) -> Iterator[Entry]:
    """Yield the chairmanships that have not begun; they are nobody's business with one other country."""
    for entry in bench.find("chairmanship", since=bench.request.day) if not bench.request.other else ():
        first = read_bounds(entry.fields["period"])[0] if entry.fields["period"] else None
        if first and first > bench.request.day and entry.fields["role"]:
            yield entry


def _read_last(edtf: str | None) -> dt.date:
    """Return the last day that a date may mean; what is open or unknown comes last."""
    return (read_bounds(edtf)[1] if edtf else None) or dt.date.max


def _write_due(bench: Bench, entry: Entry) -> Paragraph:
    why = bench.explain(entry)
    words, cited = bench.quote(why, "what", "surface")
    by = name_promisers(bench, entry.fields["by"])
    sentence = bench.say(
        cited or bench.notes.cite(why, "due"),
        "comes",
        "due",
        entry=entry.id,
        when=bench.date(entry.fields["due"]),
        by=by or bench.phrases.word("by_unknown"),
        words=words,
    )
    return (sentence,)


def _write_chair(bench: Bench, entry: Entry) -> Paragraph:
    why, fields = bench.explain(entry), entry.fields
    sentence = bench.say(
        bench.notes.cite(why, "period", "holder", "role"),
        "comes",
        "chair",
        entry=entry.id,
        when=bench.date(fields["period"]),
        role=bench.phrases.word("roles", fields["role"]),
        body=name_holder(bench, fields["body"], None),
        holder=name_holder(bench, fields["holder"], None) if fields["holder"] else "—",
    )
    return (sentence,)

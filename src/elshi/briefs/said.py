"""What was said and put forward: positions and initiatives, in the words of the reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from elshi.briefs.bench import Bench, take
from elshi.briefs.contacts import find_engagements
from elshi.briefs.model import Paragraph, Section
from elshi.briefs.terms import Term
from elshi.lexicon.codebook import name_code
from elshi.lexicon.places import body, is_country
from elshi.model.entry import Entry, EntryKind

MOST_SAID = 15
_MOST_REPORTS = 200  # contacts of two countries whose reports are looked at for what they said


def write_said(bench: Bench) -> Section:
    """Return the section of positions, then of initiatives."""
    positions, more = take(find_said(bench, "position"), MOST_SAID)
    initiatives, others = take(find_said(bench, "initiative"), MOST_SAID)
    paragraphs = [_write_position(bench, entry) for entry in positions]
    paragraphs += [_write_initiative(bench, entry) for entry in initiatives]
    return bench.section("said", paragraphs, more=more or others)


def find_said(bench: Bench, kind: EntryKind, **filters: Any) -> Iterator[Entry]:  # noqa: ANN401 - of Query
    """Yield entries of a kind; of two countries those that reports on their contacts tell."""
    entries = bench.find(kind, **filters)
    if bench.request.other is None:
        yield from entries
        return
    contacts, _ = take(find_engagements(bench), _MOST_REPORTS)
    reports = {report for contact in contacts for report in contact.reports}
    yield from (entry for entry in entries if reports & set(entry.reports))


def name_holder(bench: Bench, holder: str, represents: str | None) -> Term:
    """Return who holds a position: a country or body by its code, else a person."""
    if is_country(holder) or body(holder):
        return bench.names.name_party(holder)
    return bench.names.title_person({"name": holder, "represents": represents})


def _write_position(bench: Bench, entry: Entry) -> Paragraph:
    why, fields = bench.explain(entry), entry.fields
    words, cited = bench.quote(why, "target", "surface")
    person = {"name": fields["holder"], "entity": fields.get("entity"), "spellings": fields.get("spellings")}
    code = is_country(fields["holder"]) or body(fields["holder"])
    holder: Term = (
        bench.names.name_party(fields["holder"])
        if code
        else bench.names.title_person(person | {"represents": fields["represents"], "office": None})
    )
    sentence = bench.say(
        cited or bench.notes.cite(why, "stance"),
        "position",
        entry=entry.id,
        when=bench.date(fields["date"], "when") if fields["date"] else None,
        holder=holder,
        stance=bench.phrases.word("stances", fields["stance"]),
        words=words,
    )
    return (sentence,)


def _write_initiative(bench: Bench, entry: Entry) -> Paragraph:
    why, fields = bench.explain(entry), entry.fields
    proposer = fields["proposer"]
    words, cited = bench.quote(why, "name", "surface")
    sentence = bench.say(
        cited or bench.notes.cite(why, "name"),
        "initiative" if proposer else "initiative_unknown",
        entry=entry.id,
        by=bench.names.name_party(proposer) if proposer else None,
        words=words,
        status=name_code("initiative_status", fields["status"] or "", bench.request.language),
    )
    return (sentence,)

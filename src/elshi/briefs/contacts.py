"""The last contacts: what took place between whom, when and where, on what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from elshi.briefs.bench import Bench, take
from elshi.briefs.model import Paragraph, Section, Sentence
from elshi.briefs.phrases import Quoted
from elshi.briefs.terms import Several, Term
from elshi.lexicon.codebook import name_code
from elshi.model.entry import Entry, Explanation
from elshi.model.when import read_bounds

MOST_CONTACTS = 10
_MOST_PEOPLE = 4  # in one sentence with cases; more are listed behind a colon
_PAST = ("held", "ongoing", "cancelled")
_OVER = {"planned": "lapsed", "proposed": "offered", "ongoing": "went_on"}  # on a day that has passed


def write_contacts(bench: Bench) -> Section:
    """Return the section of what was held, goes on, or was called off."""
    past = (entry for entry in find_engagements(bench) if entry.fields["status"] in _PAST)
    entries, more = take(past, MOST_CONTACTS)
    return bench.section("contacts", [write_contact(bench, entry) for entry in entries], more=more)


def find_engagements(bench: Bench, status: str | None = None) -> Iterator[Entry]:
    """Yield the engagements (of one status) that all countries of the request have to do with."""
    for entry in bench.find("engagement", status=status, partner=bench.request.other):
        people = entry.fields["participants"] or ()
        concerned = {*(entry.fields["parties"] or ()), *(p["represents"] for p in people)}
        if bench.request.codes <= concerned:
            yield entry


def find_plans(bench: Bench) -> Iterator[Entry]:
    """Yield the engagements that are planned, then those that are only proposed."""
    yield from find_engagements(bench, "planned")
    yield from find_engagements(bench, "proposed")


def is_over(bench: Bench, edtf: str | None) -> bool:
    """Tell whether a date lies wholly before the day of the brief; an unknown one does not."""
    last = read_bounds(edtf)[1] if edtf else None
    return last is not None and last < bench.request.day


def write_contact(bench: Bench, entry: Entry) -> Paragraph:
    """Return the sentences on one engagement: what, event, topics, and what is unknown of it."""
    why = bench.explain(entry)
    return tuple(_write_all(bench, entry, why))


def _write_all(bench: Bench, entry: Entry, why: Explanation) -> Iterator[Sentence]:
    fields, ident = entry.fields, entry.id
    yield _write_main(bench, entry, why)
    if _is_visit(bench, fields) and _list_sides(bench, fields)[1]:
        others = Several(_list_sides(bench, fields)[1], bench.phrases)
        yield bench.say(bench.notes.cite(why, "participants", "parties"), "also", entry=ident, others=others)
    event, cited = bench.quote(why, "event")
    if event:
        yield bench.say(cited, "event", entry=ident, event=event)
    if fields["topics"]:
        topics = ", ".join(name_code("topic", code, bench.request.language) for code in fields["topics"])
        yield bench.say(bench.notes.cite(why, "topics"), "topics", entry=ident, topics=topics)
    yield from _write_unknown(bench, fields, ident)


def _write_main(bench: Bench, entry: Entry, why: Explanation) -> Sentence:
    fields, phrases = entry.fields, bench.phrases
    kind = phrases.read("types", fields["type"] or "other")
    manner = _choose_manner(bench, fields)
    first, second = _list_sides(bench, fields)
    everybody = first if first and _is_visit(bench, fields) else (*first, *second)
    notes = bench.notes.cite(why, "status", "type", "date", "place", "parties", "participants")
    return bench.say(
        notes,
        "contact" if fields["status"] in {None, "held", "ongoing"} else "contact_not_held",
        manner,
        entry=entry.id,
        when=bench.date(fields["date"], "when") if fields["date"] else None,
        where=bench.names.name_place(fields["place"]),
        verb=_choose_verb(bench, fields, kind),
        what=kind["what"],
        whose=kind.get("whose", ""),
        first=Several(first, phrases) if first else None,
        second=Several(second, phrases) if second else None,
        all=Several(everybody, phrases) if everybody else None,
    )


def _choose_verb(bench: Bench, fields: Mapping[str, Any], kind: Mapping[str, Any]) -> str:
    status = fields["status"] or "held"
    if is_over(bench, fields["date"]):
        status = _OVER.get(status, status)
    return str(kind.get(status) or bench.phrases.read("verbs", status)[kind["gender"]])


def _choose_manner(bench: Bench, fields: Mapping[str, Any]) -> str:
    """Return how the sentence goes: with cases where all names can be declined and are not too many."""
    how = bench.phrases.read("types", fields["type"] or "other", "how")
    first, second = _list_sides(bench, fields)
    if how == "of":
        return "of" if first and _declines(first) else "visit"
    if not first and not second:
        return "alone"
    if how == "pair" and not (first and second):
        how = "among"
    return str(how) if _declines((*first, *second)) else "list"


def _declines(terms: Sequence[Term]) -> bool:
    return len(terms) <= _MOST_PEOPLE and all(term.declines for term in terms)


def _list_sides(bench: Bench, fields: Mapping[str, Any]) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """Return the people of side a (of a visit those from elsewhere), then the others.

    A party for whom nobody is named speaks for itself; whom a visit leads to is said by its place.
    """
    people = fields["participants"] or ()
    host = (fields["place"] or {}).get("country") if _is_visit(bench, fields) else None
    guests = [p for p in people if host and p["represents"] not in {None, host}]
    leading = guests or [p for p in people if p["side"] == "a"]
    spoken = {host, *(person["represents"] for person in people)}
    silent: list[Term] = [bench.names.name_party(c) for c in fields["parties"] or () if c not in spoken]
    first: list[Term] = [bench.names.title_person(p) for p in leading]
    second: list[Term] = [bench.names.title_person(p) for p in people if p not in leading]
    if not people:
        first, silent = list(silent[:1]), silent[1:]
    return tuple(first), (*second, *silent)


def _is_visit(bench: Bench, fields: Mapping[str, Any]) -> bool:
    return bool(bench.phrases.read("types", fields["type"] or "other", "how") == "of")


def _write_unknown(bench: Bench, fields: Mapping[str, Any], ident: str) -> Iterator[Sentence]:
    """Yield a sentence for each of date, place and people that nobody knows."""
    kind = bench.phrases.read("types", fields["type"] or "other")
    if fields["status"] in {"planned", "proposed"} and is_over(bench, fields["date"]):
        yield bench.say((), "lapsed", entry=ident, unknown=True)
    if not fields["date"]:
        known = bench.phrases.read("reasons")
        reason = fields["date_reason"] or "none"
        said = str(known[reason]) if reason in known else Quoted(reason, "en")
        yield bench.say((), "no_date", entry=ident, unknown=True, reason=said)
    if not fields["place"] and not kind.get("placeless"):
        yield bench.say((), "no_place", entry=ident, unknown=True)
    if not fields["participants"]:
        yield bench.say((), "no_people", entry=ident, unknown=True)

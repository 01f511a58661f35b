"""Who is who: people of the country and envoys to it, their offices, and how reports write both."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from elshi.briefs.bench import Bench, take
from elshi.briefs.dates import Dated
from elshi.briefs.model import Paragraph, Section, Sentence
from elshi.briefs.phrases import Quoted
from elshi.model.entry import Entry, Explanation

MOST_PEOPLE = 12


def write_people(bench: Bench) -> Section:
    """Return the section of those seen in an office on or before the day of the brief."""
    entries, more = take(_find_tenures(bench), MOST_PEOPLE)
    return bench.section("people", [_write_person(bench, entry) for entry in entries], more=more)


def _find_tenures(bench: Bench) -> Iterator[Entry]:
    """Yield the tenures, one a person and office; of two countries those of the first and envoys to it."""
    seen: set[str] = set()
    for entry in bench.find("tenure", on=bench.request.day, since=None):
        fields = entry.fields
        key = json.dumps([fields.get("entity") or fields["person"], fields["office"], fields["posted_to"]])
        if key not in seen and _concerns(bench, fields):
            seen.add(key)
            yield entry


def _concerns(bench: Bench, fields: Mapping[str, Any]) -> bool:
    country, other = bench.request.country, bench.request.other
    if country is None or fields["represents"] == country:
        return True
    return fields["posted_to"] == country and other in {None, fields["represents"]}


def _write_person(bench: Bench, entry: Entry) -> Paragraph:
    why = bench.explain(entry)
    return tuple(_write_all(bench, entry, why))


def _write_all(bench: Bench, entry: Entry, why: Explanation) -> Iterator[Sentence]:
    fields, ident = {**entry.fields, "name": entry.fields["person"]}, entry.id
    name = bench.names.name_person(fields)
    title = bench.names.title_office(fields["office"], fields["represents"], fields["posted_to"])
    notes = bench.notes.cite(why, "office", "represents", "posted_to", "person")
    if title:
        yield bench.say(notes, "person", entry=ident, name=name, office=title)
    else:
        yield bench.say((), "person_unknown", entry=ident, unknown=True, name=name)
    written, cited = _list_quoted(bench, why, "office_text")
    if written:
        yield bench.say(cited, "written", entry=ident, written=written)
    days = sorted(filter(None, (bench.notes.read_report(report).published for report in entry.reports)))
    if days:
        span = Dated(f"{days[0]}/{days[-1]}", bench.phrases)
        yield bench.say(bench.notes.cite(why, "office"), "seen", entry=ident, seen=span)
    else:
        yield bench.say((), "seen_unknown", entry=ident, unknown=True)
    spelt, cited = _list_quoted(bench, why, "native_name")
    if len(spelt) > 1:
        names = ", ".join(name.text for name in spelt)  # in the nominative, so they are no quotes
        yield bench.say(cited, "spelled", entry=ident, spellings=names)


def _list_quoted(bench: Bench, why: Explanation, field: str) -> tuple[tuple[Quoted, ...], tuple[int, ...]]:
    """Return what the reports write in a field, the first of each language, each wording once; its notes."""
    found: dict[str, Quoted] = {}
    notes: set[int] = set()
    for reason in (reason for reason in why.reasons if reason.field == field):
        if str(reason.value) in found:
            continue
        words = Quoted(str(reason.value), bench.notes.tell_language(reason.quotes[0]))
        if words.language not in {quoted.language for quoted in found.values()}:
            found[words.text] = words
            notes |= set(bench.notes.cite_words(why, reason, words.text))
    return tuple(found.values()), tuple(sorted(notes))

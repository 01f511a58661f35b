"""A brief written from the register."""

from __future__ import annotations

from collections.abc import Iterator

from elshi.briefs.bench import Bench
from elshi.briefs.coming import write_coming
from elshi.briefs.contacts import write_contacts
from elshi.briefs.differences import write_differences
from elshi.briefs.model import Brief, Request
from elshi.briefs.people import write_people
from elshi.briefs.promises import write_promises
from elshi.briefs.said import write_said
from elshi.lexicon.codebook import name_code
from elshi.register import View


def write_brief(view: View, request: Request) -> Brief:
    """Return the brief that `request` asks for, of what `view` holds.

    Every sentence has the numbers of the footnotes it rests on, or says that something is unknown. Footnotes
    quote their reports letter for letter.
    """
    bench = Bench(view, request)
    contacts, people, said = write_contacts(bench), write_people(bench), write_said(bench)
    promises, coming = write_promises(bench), write_coming(bench)
    differences = write_differences(bench)
    return Brief(
        language=request.language,
        day=request.day,
        title=_name_title(bench),
        scope=tuple(_list_scope(bench)),
        sections=(contacts, people, said, promises, differences, coming),
        sources=bench.phrases.word("sources"),
        footnotes=bench.notes.footnotes,
    )


def _name_title(bench: Bench) -> str:
    request, phrases = bench.request, bench.phrases
    if request.country is None:
        return phrases.word("title_person", person=request.person)
    country = bench.names.name_party(request.country)
    if request.other is None:
        return phrases.word("title", country=country)
    return phrases.word("title_pair", country=country, other=bench.names.name_party(request.other))


def _list_scope(bench: Bench) -> Iterator[tuple[str, str]]:
    request, phrases = bench.request, bench.phrases
    yield phrases.word("scopes", "as_of"), bench.date(request.day.isoformat())
    if request.since:
        yield phrases.word("scopes", "since"), bench.date(request.since.isoformat())
    if request.topic:
        yield phrases.word("scopes", "topic"), name_code("topic", request.topic, request.language)
    if request.person:
        yield phrases.word("scopes", "person"), request.person
    reports = {note.report for note in bench.notes.footnotes}
    counted = (("entries", len(bench.notes.entries)), ("reports", len(reports)))
    yield phrases.word("scopes", "found"), ", ".join(phrases.count(key, number) for key, number in counted)

"""FollowTheMoney: people, offices, engagements and reports as entities, one JSON object a line.

Schemata: Article (a report), Person, Position (an office with its country) and Occupancy (a tenure),
PublicBody and Organization (a party), Event (an engagement). Values are lists of strings, as the model
wants them. Sides, confidences and the places of quotes are lost; positions, initiatives, commitments and
chairmanships have no schema there and are left out. Dates lose 'about' and '..', texts the blanks at
either end.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from elshi.exports.base import Holdings
from elshi.exports.files import write_lines
from elshi.exports.wording import Fields, find_days, identify_person, list_quotes, name_engagement, name_place
from elshi.lexicon.places import is_country
from elshi.model.entry import Entry, Json
from elshi.model.ids import derive_id
from elshi.model.report import Report

FILE = "elshi.ftm.json"
_CURRENT, _ENDED = "current", "ended"
_SHARED = frozenset({"Person", "PublicBody", "Organization", "Position"})


def write_folder(holdings: Holdings, folder: Path) -> tuple[Path, ...]:
    """Write what the model can hold into one file; return it."""
    return (write_lines(folder / FILE, ftm_lines(holdings)),)


def ftm_lines(holdings: Holdings) -> Iterator[str]:
    """Yield one entity a line; people, parties and offices, of whom many reports tell, come last, by id."""
    shared: dict[str, Json] = {}
    for entity in _list_entities(holdings):
        if entity["schema"] in _SHARED:
            shared[entity["id"]] = _merge(shared.get(entity["id"]), entity)
        else:
            yield json.dumps(entity, ensure_ascii=False)
    yield from (json.dumps(shared[ident], ensure_ascii=False) for ident in sorted(shared))


def _merge(known: Json | None, entity: Json) -> Json:
    """Return the entity with the values of both, each once."""
    if known is None:
        return entity
    one, other = known["properties"], entity["properties"]
    names = dict.fromkeys((*one, *other))
    merged = {name: list(dict.fromkeys((*one.get(name, ()), *other.get(name, ())))) for name in names}
    return known | {"properties": merged}


def _list_entities(holdings: Holdings) -> Iterator[Json]:
    for filing in holdings.read_filings():
        yield _make_article(filing.report)
    for dossier in holdings.read_dossiers("engagement"):
        entry = dossier.entry
        yield from (_make_person(p, entry) for p in entry.fields["participants"])
        yield from (_make_party(code) for code in entry.fields["parties"])
        yield _make_event(entry)
    for dossier in holdings.read_dossiers("tenure"):
        yield from _make_tenure(dossier.entry)


def _make(schema: str, ident: str, **properties: Iterable[object | None]) -> Json:
    """Return an entity; each property is a list of strings, and one without a value is left out."""
    values = {name: [str(value) for value in values if value] for name, values in properties.items()}
    stated = {name: found for name, found in values.items() if found}
    return {"id": ident, "schema": schema, "properties": stated}


def _make_article(report: Report) -> Json:
    address = report.source if report.source.startswith(("http://", "https://")) else None
    return _make(
        "Article",
        report.id,
        title=[report.title],
        fileName=[None if address else report.source],
        bodyText=[report.text.strip()],  # the model leaves out blanks at either end
        publishedAt=[report.published],
        publisher=[report.publisher],
        language=[{"kk": "kaz", "ru": "rus", "en": "eng"}[report.language]],
        sourceUrl=[address],
    )


def _make_person(person: Fields, entry: Entry) -> Json:
    served = person["represents"]
    return _make(
        "Person",
        _name_person(person),
        name=[person["name"]],
        alias=[person["native_name"] if person["native_name"] != person["name"] else None],
        position=[person["office_text"]],
        country=[served.lower() if is_country(served) else None],
        proof=entry.reports,
    )


def _name_person(person: Fields) -> str:
    return derive_id("per", identify_person(person))


def _make_party(code: str) -> Json:
    if is_country(code):
        return _make("PublicBody", _name_party(code), name=[f"Government of {code}"], country=[code.lower()])
    return _make("Organization", _name_party(code), name=[code])


def _name_party(code: str) -> str:
    return derive_id("pty", code)


def _make_event(entry: Entry) -> Json:
    fields = entry.fields
    days = find_days(fields["date"])
    country = (fields["place"] or {}).get("country")
    involved = (*map(_name_person, fields["participants"]), *map(_name_party, fields["parties"]))
    return _make(
        "Event",
        entry.id,
        name=[name_engagement(fields)],
        startDate=[days[0] if days else None],
        endDate=[days[1] if days else None],
        location=[name_place(fields["place"])],
        country=[country.lower() if country else None],
        involved=involved,
        keywords=[fields["type"], fields["status"], *fields["topics"]],
        summary=[quote["quote"] for quote in list_quotes(entry)],
        proof=entry.reports,
    )


def _make_tenure(entry: Entry) -> Iterator[Json]:
    """Yield the bearer, the office, and that the one holds the other."""
    fields = entry.fields
    person = {"name": fields["person"], "entity": fields.get("entity")}
    served = fields["represents"]
    post = derive_id("pos", fields["office"], served, fields["posted_to"])
    yield _make(
        "Person",
        _name_person(person),
        name=[fields["person"]],
        alias=[fields["native_name"] if fields["native_name"] != fields["person"] else None],
        proof=entry.reports,
    )
    yield _make(
        "Position",
        post,
        name=[_name_post(fields)],
        country=[served.lower() if is_country(served) else None],
    )
    yield _make(
        "Occupancy",
        entry.id,
        holder=[_name_person(person)],
        post=[post],
        status=[_ENDED if fields["former"] else _CURRENT],
        description=[fields["office_text"]],
        proof=entry.reports,
    )


def _name_post(fields: Fields) -> str:
    """Return an office in words: 'ambassador of KZ to JO'."""
    office = str(fields["office"]).replace("_", " ")
    served = f" of {fields['represents']}" if fields["represents"] else ""
    return office + served + (f" to {fields['posted_to']}" if fields["posted_to"] else "")

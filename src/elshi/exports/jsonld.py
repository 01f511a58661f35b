"""JSON-LD: engagements as schema.org Events, their quotes as W3C Web Annotations.

One document whose `@graph` holds, in this order: the reports (schema.org Article, with the stored text),
the engagements (Event), and an annotation for each quote behind an entry of any kind. A quote's target is
its report, by TextPositionSelector (Unicode code points, end exclusive, as the standard counts) and by
TextQuoteSelector with the words before and after. `eventStatus` knows no 'held' or 'proposed', so the
register's own status stands beside it as `elshi:status`; dates of schema.org have no 'about', so EDTF stands
as `elshi:date`. Positions, initiatives, commitments, tenures and chairmanships have no class there: they
are the bodies of annotations, with their fields under `elshi:`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from elshi.exports.base import Holdings
from elshi.exports.files import write_lines
from elshi.exports.wording import Fields, find_days, identify_person, list_quotes, name_engagement
from elshi.lexicon.coordinates import find_point
from elshi.model.entry import FIELDS, KINDS, Entry, Json
from elshi.model.report import Report

FILE = "elshi.jsonld"
CONTEXT: list[object] = [
    "https://schema.org/",
    "http://www.w3.org/ns/anno.jsonld",
    {"elshi": "urn:elshi:"},
]
STATUSES = {
    "held": "EventScheduled",
    "ongoing": "EventScheduled",
    "planned": "EventScheduled",
    "proposed": "EventScheduled",
    "cancelled": "EventCancelled",
}
_AROUND = 32  # characters before and after a quote, by which it is found again in a changed text


def write_folder(holdings: Holdings, folder: Path) -> tuple[Path, ...]:
    """Write all of `holdings` into one document; return it."""
    return (write_lines(folder / FILE, jsonld_lines(holdings)),)


def jsonld_lines(holdings: Holdings) -> Iterator[str]:
    """Yield the lines of the document, an object of the graph a line."""
    yield '{"@context": ' + json.dumps(CONTEXT) + ', "@graph": ['
    before = ""
    for thing in _list_things(holdings):
        if before:
            yield f"{before},"
        before = json.dumps(thing, ensure_ascii=False)
    if before:
        yield before
    yield "]}"


def _list_things(holdings: Holdings) -> Iterator[Json]:
    for filing in holdings.read_filings():
        yield _describe_report(filing.report)
    for dossier in holdings.read_dossiers("engagement"):
        yield _describe_event(dossier.entry)
    texts = {filing.report.id: filing.report.text for filing in holdings.read_filings()}
    for kind in KINDS:
        for dossier in holdings.read_dossiers(kind):
            yield from _annotate(dossier.entry, texts)


def _name(ident: str) -> str:
    return f"urn:elshi:{ident}"


def _describe_report(report: Report) -> Json:
    address = {"url": report.source} if report.source.startswith(("http://", "https://")) else {}
    return {
        "@id": _name(report.id),
        "@type": "Article",
        "headline": report.title,
        "inLanguage": report.language,
        "datePublished": report.published,
        "publisher": {"@type": "Organization", "name": report.publisher} if report.publisher else None,
        "text": report.text,
        "elshi:source": report.source,
        **address,
    }


def _describe_event(entry: Entry) -> Json:
    fields = entry.fields
    days = find_days(fields["date"])
    return {
        "@id": _name(entry.id),
        "@type": "Event",
        "name": name_engagement(fields),
        "startDate": days[0].isoformat() if days else None,
        "endDate": days[1].isoformat() if days else None,
        "eventStatus": f"https://schema.org/{STATUSES[fields['status']]}",
        "location": _describe_place(fields["place"]),
        "attendee": [_describe_person(person) for person in fields["participants"]],
        "keywords": fields["topics"],
        "superEvent": {"@id": _name(fields["part_of"])} if fields["part_of"] else None,
        "subjectOf": [{"@id": _name(report)} for report in entry.reports],
        "elshi:type": fields["type"],
        "elshi:status": fields["status"],
        "elshi:date": fields["date"],
        "elshi:parties": fields["parties"],
        "elshi:confidence": fields["confidence"],
    }


def _describe_place(place: Fields | None) -> Json | None:
    if not place:
        return None
    point = find_point(place["city"])
    spot = {"latitude": point.latitude, "longitude": point.longitude} if point else None
    address = {
        "@type": "PostalAddress",
        "addressLocality": place["city"],
        "addressCountry": place["country"],
    }
    return {
        "@type": "Place",
        "name": place["city"] or place["country"],
        "address": address,
        "geo": spot and {"@type": "GeoCoordinates"} | spot,
    }


def _describe_person(person: Fields) -> Json:
    served = person["represents"]
    return {
        "@id": _name(f"person:{identify_person(person)}".replace(" ", "_")),
        "@type": "Person",
        "name": person["name"],
        "alternateName": person["native_name"],
        "jobTitle": person["office_text"],
        "affiliation": {"@type": "Organization", "name": served} if served else None,
        "elshi:office": person["office"],
        "elshi:side": person["side"],
    }


def _annotate(entry: Entry, texts: dict[str, str]) -> Iterator[Json]:
    """Yield an annotation for each quote of `entry`; where it is no Event, its fields are the body."""
    body: Json = {"@id": _name(entry.id)}
    fields = entry.fields
    if entry.kind != "engagement":
        own = {f"elshi:{name}": fields[name] for name in FIELDS[entry.kind]}
        body |= {"elshi:kind": entry.kind, **own}
    for quote in list_quotes(entry):
        text, start, end = texts[quote["report"]], quote["start"], quote["end"]
        yield {
            "@id": _name(f"{entry.id}:{quote['report']}:{start}-{end}"),
            "@type": "Annotation",
            "motivation": "identifying",
            "body": body,
            "target": {
                "source": _name(quote["report"]),
                "selector": [
                    {"type": "TextPositionSelector", "start": start, "end": end},
                    {
                        "type": "TextQuoteSelector",
                        "exact": quote["quote"],
                        "prefix": text[max(0, start - _AROUND) : start],
                        "suffix": text[end : end + _AROUND],
                    },
                ],
            },
        }

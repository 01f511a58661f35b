"""What several exports say of an entry: its days, its name, its place, its people."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from elshi.model.entry import Entry
from elshi.model.when import read_bounds

Fields = Mapping[str, Any]
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def find_days(edtf: str | None) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of a date, None where it is unknown or open at an end."""
    first, last = read_bounds(edtf) if edtf else (None, None)
    return (first, last) if first and last else None


def is_exact(edtf: str | None) -> bool:
    """Tell whether a date names its days: one day, or a stretch from a day to a day, also about that day."""
    parts = (edtf or "").rstrip("~?%").split("/")
    return all(len(part) == len("2026-03-12") for part in parts)


def name_engagement(fields: Fields) -> str:
    """Return an engagement in words: 'Meeting: JO, KZ', for a named event 'Conference: COP31: KZ'."""
    kind = str(fields["type"] or "engagement").replace("_", " ").capitalize()
    event = (fields["event"] or {}).get("name")
    return ": ".join(part for part in (kind, event, ", ".join(fields["parties"] or ())) if part)


def name_place(place: Fields | None) -> str:
    """Return 'Amman, JO', or whichever of the two is known."""
    known = ((place or {}).get("city"), (place or {}).get("country"))
    return ", ".join(part for part in known if part)


def describe_person(person: Fields) -> str:
    """Return 'Nidal Katamin (minister, JO)' with what is known of office and country."""
    known = [part for part in (person["office"], person["represents"]) if part]
    return f"{person['name']} ({', '.join(known)})" if known else str(person["name"])


def identify_person(person: Fields) -> str:
    """Return the id of a participant's entity, where the register has none the Latin name in one form."""
    return str(person.get("entity") or " ".join(str(person["name"]).lower().split()))


def drop_controls(text: str) -> str:
    """Return `text` with U+FFFD for each character that no XML document may hold."""
    return _NOT_XML.sub("\ufffd", text)


def list_quotes(entry: Entry) -> Iterator[Fields]:
    """Yield each quote of an entry once: report, start, end, quote."""
    people: Iterable[Fields] = entry.fields.get("participants") or ()
    quotes = [*entry.fields["evidence"], *(quote for person in people for quote in person["evidence"])]
    seen = {(q["report"], q["start"], q["end"]): q for q in quotes}
    yield from seen.values()

"""iCalendar (RFC 5545): engagements with known days, for any calendar program.

One VEVENT for each engagement whose date names its days, all day long, a stretch as one event over its
days. STATUS is CONFIRMED for what was held or is under way, TENTATIVE for what is announced or proposed,
CANCELLED for what was called off. The UID is the entry's id, so a calendar that takes the file a second
time changes its events and adds none twice. What is dated by the month, the year or not at all is left
out: a calendar has no day for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from elshi.exports.base import Holdings
from elshi.exports.files import replace_whole
from elshi.exports.wording import (
    describe_person,
    find_days,
    is_exact,
    list_quotes,
    name_engagement,
    name_place,
)
from elshi.lexicon.coordinates import find_point
from elshi.model.entry import Entry

if TYPE_CHECKING:
    from icalendar import Event

FILE = "elshi.ics"
STATUSES = {
    "held": "CONFIRMED",
    "ongoing": "CONFIRMED",
    "planned": "TENTATIVE",
    "proposed": "TENTATIVE",
    "cancelled": "CANCELLED",
}
_DAY = dt.timedelta(days=1)
_END = b"END:VCALENDAR\r\n"


def write_folder(holdings: Holdings, folder: Path) -> tuple[Path, ...]:
    """Write the dated engagements of `holdings` into one file; return it."""
    with replace_whole(folder / FILE) as unfinished, unfinished.open("wb") as stream:
        stream.writelines(calendar_chunks(holdings))
    return (folder / FILE,)


def calendar_chunks(holdings: Holdings) -> Iterator[bytes]:
    """Yield the calendar as bytes, event by event."""
    from icalendar import Calendar  # noqa: PLC0415 - needed by this export alone

    calendar = Calendar()
    calendar.add("prodid", "-//Elshi//register of diplomatic engagements//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    yield calendar.to_ical().removesuffix(_END)
    recorded = {filing.report.id: filing.recorded_at for filing in holdings.read_filings()}
    for dossier in holdings.read_dossiers("engagement"):
        entry = dossier.entry
        if is_exact(entry.fields["date"]):
            stamp = max(recorded[report] for report in entry.reports)
            yield _make_event(entry, dt.datetime.fromisoformat(stamp)).to_ical()
    yield _END


def _make_event(entry: Entry, stamp: dt.datetime) -> Event:
    from icalendar import Event  # noqa: PLC0415 - the same

    fields, event = entry.fields, Event()
    first, last = find_days(fields["date"]) or (None, None)
    event.add("uid", f"{entry.id}@elshi")
    event.add("dtstamp", stamp.replace(microsecond=0))
    event.add("dtstart", first)
    if last is not None:
        event.add("dtend", last + _DAY)  # the day after the last, as RFC 5545 counts
    event.add("summary", name_engagement(fields))
    event.add("status", STATUSES[fields["status"]])
    event.add("description", "\n".join(_describe(entry)))
    if name_place(fields["place"]):
        event.add("location", name_place(fields["place"]))
    point = find_point((fields["place"] or {}).get("city"))
    if point:
        event.add("geo", tuple(point))
    if fields["topics"]:
        event.add("categories", [topic.replace("_", " ") for topic in fields["topics"]])
    event.add("x-elshi-date", fields["date"])
    event.add("x-elshi-confidence", str(fields["confidence"]))
    return event


def _describe(entry: Entry) -> Iterator[str]:
    """Yield the lines of the description: the people, the reason of the date, the quotes, the sources."""
    yield from (describe_person(person) for person in entry.fields["participants"])
    if entry.fields["date_reason"]:
        yield f"Date: {entry.fields['date_reason']}"
    yield from (f"“{quote['quote']}”" for quote in list_quotes(entry))
    yield from (f"Source: {source}" for source in entry.sources)

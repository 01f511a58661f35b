"""What a reading or an entry says, as rows for people: what, when, who, and about what."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from elshi.cli.output import Column, Json, Listing
from elshi.cli.words import put_on_one_line
from elshi.model.entry import FIELDS, Account, EntryKind, describe_entry
from elshi.model.record import describe_report
from elshi.model.report import Report

Row = dict[str, str]


def list_records(record: Json) -> Iterator[Row]:
    """Yield one row for each thing that `record` (the JSON of RECORD.md) says, kind after kind."""
    for kind, describe in DESCRIBE.items():
        yield from (describe(entry) for entry in record[f"{kind}s"])


def name_people(entry: Json) -> str:
    """Return who took part in an engagement: each with country or body; the parties where nobody is named."""
    people = [_name(p["name"], p["represents"]) for p in entry["participants"] or ()]
    return "; ".join(people) or ", ".join(entry["parties"] or ())


def name_place(entry: Json) -> str:
    """Return 'Amman, JO', or whichever of the two is known."""
    place = entry.get("place") or {}
    return ", ".join(part for part in (place.get("city"), place.get("country")) if part)


def break_stretch(edtf: str | None) -> str:
    """Return a date for a narrow column: a stretch from day to day on two lines."""
    first, slash, last = (edtf or "").partition("/")
    return f"{first}{slash}\n{last}" if last and first != ".." else edtf or ""


def describe_act(entry: Json) -> str:
    """Return the type of an engagement, with its status unless it was held."""
    return entry["type"] if entry["status"] == "held" else f"{entry['type']} ({entry['status']})"


def describe_matter(entry: Json) -> str:
    """Return an engagement's event, place and topics on one line."""
    event = (entry.get("event") or {}).get("name") or ""
    topics = ", ".join(entry["topics"] or ()).replace("_", " ")
    return " · ".join(part for part in (event, name_place(entry), topics) if part)


def describe_office(entry: Json) -> str:
    """Return the office of a tenure with whom it serves and where it is posted: 'ambassador, KZ → JO'."""
    served = entry["represents"] or ""
    posted = f" → {entry['posted_to']}" if entry["posted_to"] else ""
    office = entry["office"].replace("_", " ")  # for people; codes are for programs
    former = "former " if entry["former"] else ""
    return f"{former}{office}" + (f", {served}{posted}" if served or posted else "")


def _name(name: str | None, represents: str | None) -> str:
    return (
        f"{name} ({represents})" if name and represents and represents != name else name or represents or ""
    )


def _row(what: str, when: str | None, who: str | None, about: str | None) -> Row:
    return {
        "what": what,
        "when": break_stretch(when),
        "who": who or "",
        "about": put_on_one_line(about or ""),
    }


def _engagement(entry: Json) -> Row:
    return _row(describe_act(entry), entry["date"], name_people(entry), describe_matter(entry))


def _position(entry: Json) -> Row:
    holder = _name(entry["holder"], entry["represents"])
    return _row(f"position: {entry['stance']}", entry["date"], holder, entry["target"])


def _initiative(entry: Json) -> Row:
    return _row(f"initiative: {entry['status']}", None, entry["proposer"], entry["name"])


def _commitment(entry: Json) -> Row:
    what = "commitment, due" if entry["due"] else "commitment"
    return _row(what, entry["due"], ", ".join(entry["by"] or ()), entry["what"])


def _tenure(entry: Json) -> Row:
    return _row("tenure", None, entry["person"], f"{describe_office(entry)} · {entry['office_text']}")


def _chairmanship(entry: Json) -> Row:
    return _row(f"chairmanship: {entry['role']}", entry["period"], entry["holder"], entry["body"])


DESCRIBE: dict[str, Callable[[Json], Row]] = {
    "engagement": _engagement,
    "position": _position,
    "initiative": _initiative,
    "commitment": _commitment,
    "tenure": _tenure,
    "chairmanship": _chairmanship,
}


def describe_account(account: Account) -> Json:
    """Return a report of the register with its entries as JSON."""
    return {
        "report": describe_report(account.report),
        "entries": [describe_entry(entry) for entry in account.entries],
    }


def describe_report_briefly(report: Report) -> Json:
    """Return a report as JSON without its text, which `elshi show` gives."""
    whole = describe_report(report)
    return {name: value for name, value in whole.items() if name not in {"text", "boilerplate"}}


def _column(name: str, *, whole: bool = False) -> Column:
    return Column(name, lambda row: row[name], whole=whole)


def _said(name: str, *, whole: bool = False) -> Column:
    return Column(name, lambda row: DESCRIBE[row["kind"]](row)[name], whole=whole)


def _list_fields(kind: EntryKind) -> tuple[str, ...]:
    return ("kind", "id", "sources", "reports", "frames", *FIELDS[kind], "rule", "evidence")


ID = Column("id", lambda row: row["id"], whole=True)
READING = Listing(
    "record", (_column("what"), _column("when", whole=True), _column("who"), _column("about")), ()
)
ENTRIES = Listing(
    "entry",
    (_said("what"), _said("when", whole=True), _said("who"), _said("about"), ID),
    tuple(dict.fromkeys(name for kind in FIELDS for name in _list_fields(kind))),
    "entries",
)
POSITIONS = Listing(
    "position",
    (
        _said("when", whole=True),
        Column("holder", lambda row: _name(row["holder"], row["represents"])),
        Column("stance", lambda row: row["stance"]),
        Column("target", lambda row: put_on_one_line(row["target"] or "")),
        ID,
    ),
    _list_fields("position"),
)
INITIATIVES = Listing(
    "initiative",
    (
        Column("proposer", lambda row: row["proposer"] or ""),
        Column("status", lambda row: row["status"] or ""),
        Column("name", lambda row: put_on_one_line(row["name"] or "")),
        ID,
    ),
    _list_fields("initiative"),
)
COMMITMENTS = Listing(
    "commitment",
    (
        Column("due", lambda row: break_stretch(row["due"]), whole=True),
        Column("by", lambda row: ", ".join(row["by"] or ())),
        Column("what", lambda row: put_on_one_line(row["what"] or "")),
        ID,
    ),
    _list_fields("commitment"),
)
TENURES = Listing(
    "tenure",
    (
        Column("person", lambda row: row["person"]),
        Column("office", describe_office),
        Column("as written", lambda row: put_on_one_line(row["office_text"] or "")),
        Column("first seen", lambda row: row["first_seen"] or "", whole=True),
        Column("last seen", lambda row: row["last_seen"] or "", whole=True),
    ),
    (
        *("person", "names", "office", "office_text", "represents", "posted_to"),
        *("former", "first_seen", "last_seen", "entries"),
    ),
)
PEOPLE = Listing(
    "person",
    (
        Column("name", lambda row: row["name"]),
        Column("also written", lambda row: "; ".join(name for name in row["names"] if name != row["name"])),
        Column("offices", lambda row: "\n".join(describe_office(service) for service in row["services"])),
        Column("engagements", lambda row: str(row["engagements"])),
    ),
    ("name", "names", "services", "engagements", "entries"),
    "people",
)
REPORTS = Listing(
    "report",
    (
        Column("published", lambda row: row["published"] or "", whole=True),
        Column("language", lambda row: row["language"], whole=True),
        Column("title", lambda row: put_on_one_line(row["title"] or "")),
        Column("source", lambda row: row["source"]),
        ID,
    ),
    ("id", "source", "title", "publisher", "language", "published", "published_basis"),
)

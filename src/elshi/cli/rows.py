"""What a reading or an entry says, as rows for people: what, when, who, and about what."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from elshi.cli.output import Json
from elshi.cli.words import put_on_one_line
from elshi.model.entry import Account, describe_entry
from elshi.model.record import describe_report
from elshi.model.report import Report

Row = dict[str, str]


def list_records(record: Json) -> Iterator[Row]:
    """Yield one row for each thing that `record` (the JSON of RECORD.md) says, kind after kind."""
    for kind, describe in DESCRIBE.items():
        yield from (describe(entry) for entry in record[f"{kind}s"])


def name_people(entry: Json) -> str:
    """Return who took part in an engagement: each with country or body; the parties where nobody is named."""
    people = [name_with_country(p["name"], p["represents"]) for p in entry["participants"] or ()]
    return "; ".join(people) or ", ".join(entry["parties"] or ())


def name_place(entry: Json) -> str:
    """Return 'Amman, JO', or whichever of the two is known."""
    place = entry.get("place") or {}
    return ", ".join(part for part in (place.get("city"), place.get("country")) if part)


def break_stretch(edtf: str | None) -> str:
    """Return a date for a narrow column: a stretch on two lines, one that is open at an end in words."""
    first, slash, last = (edtf or "").partition("/")
    if not slash:
        return first
    if first == "..":
        return f"until {last}"
    return f"from {first}" if last == ".." else f"{first}/\n{last}"


def describe_due(edtf: str | None) -> str:
    """Return when a promise is due: 'by 2026-04-01' for '../2026-04-01'."""
    return break_stretch(edtf).replace("until ", "by ")


def describe_state(fate: Json) -> str:
    """Return what became of a commitment, with the engagement that shows it on a line of its own."""
    return f"{fate['state']}\n{fate['engagement'] or ''}".strip()


def list_fate(fate: Json) -> list[str]:
    """Return what became of a commitment, in lines: the state, why, the words that show it, what else may."""
    state = " ".join((fate["state"], "as of", fate["on"]))
    perhaps = [f"perhaps {s['engagement']}: {_join_reasons(s['signs'])}" for s in fate["perhaps"]]
    return [
        f"{state}: {fate['engagement']}" if fate["engagement"] else state,
        fate["reason"],
        *(f"“{put_on_one_line(quote['quote'])}”" for quote in fate["evidence"]),
        *perhaps,
    ]


def _join_reasons(signs: list[Json]) -> str:
    return "; ".join(sign["reason"] for sign in signs)


def describe_act(entry: Json) -> str:
    """Return the type of an engagement, with its status on a line of its own unless it was held."""
    return entry["type"] if entry["status"] == "held" else f"{entry['type']}\n({entry['status']})"


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


def describe_service(service: Json) -> str:
    """Return an office with the days on which it was seen: 'ambassador, KZ → JO; seen 2026-02-02'."""
    days = dict.fromkeys(day for day in (service["first_seen"], service["last_seen"]) if day)
    return "; seen ".join(part for part in (describe_office(service), " to ".join(days)) if part)


def name_in_scripts(entry: Json) -> str:
    """Return a person's name in Latin letters and below it in Cyrillic ones, where a report has it so."""
    other = next((name for name in entry["names"] if name[0] > "\u0400"), "")
    return f"{entry['person']}\n{other}".strip()


def name_with_country(name: str | None, represents: str | None) -> str:
    """Return 'Lars Haugen (NO)', or whichever of the two is known."""
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
    holder = name_with_country(entry["holder"], entry["represents"])
    return _row(f"position: {entry['stance']}", entry["date"], holder, entry["target"])


def _initiative(entry: Json) -> Row:
    return _row(f"initiative: {entry['status']}", None, entry["proposer"], entry["name"])


def _commitment(entry: Json) -> Row:
    what = "commitment, due" if entry["due"] else "commitment"
    return _row(what, entry["due"], ", ".join(entry["by"] or ()), entry["what"]) | {
        "when": describe_due(entry["due"])
    }


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

"""The columns and fields of every listing: what its table shows, and what its CSV holds."""

from __future__ import annotations

from elshi.cli.output import Column, Listing
from elshi.cli.rows import (
    DESCRIBE,
    describe_due,
    describe_office,
    describe_state,
    name_in_scripts,
    name_with_country,
)
from elshi.cli.words import put_on_one_line
from elshi.model.entry import FIELDS, EntryKind

_FIRST = ("kind", "id", "sources", "reports", "frames")


def _column(name: str, *, whole: bool = False) -> Column:
    return Column(name, lambda row: row[name], whole=whole)


def _said(name: str, *, whole: bool = False) -> Column:
    return Column(name, lambda row: DESCRIBE[row["kind"]](row)[name], whole=whole)


def _list_fields(kind: EntryKind) -> tuple[str, ...]:
    person = ("entity", "spellings") if kind in {"position", "tenure"} else ()
    return (*_FIRST, *FIELDS[kind], *person, "rule", "evidence", "disagreements", "history")


ID = Column("id", lambda row: row["id"], whole=True)
READING = Listing(
    "record", (_column("what"), _column("when", whole=True), _column("who"), _column("about")), ()
)
MENTION = Listing(
    "mention",
    (
        _column("label", whole=True),
        Column("place", lambda row: f"{row['start']}-{row['end']}", whole=True),
        Column("words", lambda row: put_on_one_line(row["surface"])),
        Column("confidence", lambda row: f"{row['confidence']:.2f}", whole=True),
    ),
    (),
)
ENTRIES = Listing(
    "entry",
    (_said("what"), _said("when", whole=True), _said("who"), _said("about"), ID),
    (*dict.fromkeys(name for kind in FIELDS for name in _list_fields(kind)), "also_in"),
    "entries",
)
POSITIONS = Listing(
    "position",
    (
        _said("when", whole=True),
        Column("holder", lambda row: name_with_country(row["holder"], row["represents"])),
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
        Column("due", lambda row: describe_due(row["due"]), whole=True),
        Column("fate", lambda row: describe_state(row["fate"]), whole=True),
        Column("by", lambda row: ", ".join(row["by"] or ())),
        Column("what", lambda row: put_on_one_line(row["what"] or "")),
        ID,
    ),
    (*_list_fields("commitment"), "fate"),
)
TENURES = Listing(
    "tenure",
    (
        Column("person", name_in_scripts),
        Column("office", describe_office),
        Column("as written", lambda row: put_on_one_line(row["office_text"] or "")),
        Column("first seen", lambda row: row["first_seen"] or "", whole=True),
        Column("last seen", lambda row: row["last_seen"] or "", whole=True),
    ),
    (
        *("person", "names", "office", "office_text", "represents", "posted_to"),
        *("former", "first_seen", "last_seen", "entries", "entity", "in_office"),
    ),
)
SUCCESSIONS = Listing(
    "succession",
    (
        Column("office", lambda row: describe_office(row["after"])),
        Column("before", lambda row: row["before"]["person"]),
        Column("until", lambda row: row["before"]["last_seen"], whole=True),
        Column("after", lambda row: row["after"]["person"]),
        Column("from", lambda row: row["after"]["first_seen"], whole=True),
        Column("known by", lambda row: "what is said" if row["stated"] else "what is seen"),
    ),
    ("before", "after", "stated", "reason", "entries"),
)
CONTRADICTIONS = Listing(
    "contradiction",
    (
        Column("from", lambda row: row["since"], whole=True),
        Column("until", lambda row: row["until"], whole=True),
        Column("what cannot be so", lambda row: row["reason"]),
    ),
    ("kind", "one", "other", "since", "until", "reason"),
)
PEOPLE = Listing(
    "person",
    (
        Column("name", lambda row: row["name"]),
        Column("also written", lambda row: "; ".join(name for name in row["names"] if name != row["name"])),
        Column("offices", lambda row: "\n".join(describe_office(service) for service in row["services"])),
        Column("engagements", lambda row: str(row["engagements"])),
    ),
    ("name", "names", "services", "engagements", "entries", "entity"),
    "people",
)
THINGS = Listing(
    "entity",
    (
        _column("kind", whole=True),
        _column("name"),
        Column("also called", lambda row: "; ".join(n for n in row["names"] if n != row["name"])),
        Column("wikidata", lambda row: row["wikidata"] or "", whole=True),
        Column("entries", lambda row: str(len(row["entries"])), whole=True),
        ID,
    ),
    ("id", "kind", "name", "names", "country", "wikidata", "ids", "entries"),
    "entities",
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

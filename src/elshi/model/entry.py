"""Statements and the entries made of them: what the register holds, and why it believes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from elshi.errors import IntegrityError
from elshi.model.ids import derive_id
from elshi.model.markup import OfficeCode
from elshi.model.report import Report
from elshi.model.span import Evidence, Span

Json = dict[str, Any]
EntryKind = Literal["engagement", "position", "initiative", "commitment", "tenure", "chairmanship"]

# The fields of each kind in the order of RECORD.md, without id, rule and evidence, which every kind has.
FIELDS: Mapping[EntryKind, tuple[str, ...]] = {
    "engagement": (
        "type", "status", "date", "date_basis", "date_reason", "place", "parties", "participants",
        "event", "part_of", "topics", "confidence",
    ),
    "position": ("holder", "represents", "stance", "target", "surface", "date", "topics", "confidence"),
    "initiative": ("name", "surface", "proposer", "status", "confidence"),
    "commitment": ("by", "what", "surface", "due", "due_reason", "confidence"),
    "tenure": (
        "person", "surface", "native_name", "office", "office_text", "body_text", "represents",
        "posted_to", "former", "confidence",
    ),
    "chairmanship": ("body", "surface", "holder", "role", "period", "confidence"),
}  # fmt: skip
KINDS: tuple[EntryKind, ...] = tuple(FIELDS)
MANY = frozenset(
    {"parties", "participants", "topics", "by"}
)  # fields that hold a list: one statement a member


def write_canonical(value: object) -> str:
    """Return `value` as JSON that is equal for equal values: keys sorted, no blanks, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one field of one entry, as one frame of one report states it, with the words.

    `value` is canonical JSON (see `write_canonical`); a field that holds a list has one statement
    for each member. `rule` is the rule or model that made the frame. `recorded_at` is the UTC time
    of recording in ISO 8601; it is no part of `id`, so that reading again gives the same id.
    Raises IntegrityError where `evidence` is empty.
    """

    id: str
    entry_id: str
    kind: EntryKind
    field: str
    value: str
    report_id: str
    frame_id: str
    rule: str
    evidence: tuple[Evidence, ...]
    recorded_at: str

    def __post_init__(self) -> None:
        """Refuse a statement that no words of the report support."""
        if not self.evidence or not all(e.quote for e in self.evidence):
            message = (
                f"{self.report_id}: the {self.field} of {self.kind} {self.frame_id} has no evidence; "
                "nothing is stored without the words that say it"
            )
            raise IntegrityError(message)


def make_statement(  # noqa: PLR0913 - a statement has these parts, and each is named at the call
    *,
    entry_id: str,
    kind: EntryKind,
    field: str,
    value: object,
    report_id: str,
    frame_id: str,
    rule: str,
    evidence: tuple[Evidence, ...],
    recorded_at: str,
) -> Statement:
    """Return the statement that `field` has `value` (anything JSON can hold); its id is its content's."""
    words = write_canonical(value)
    spans = [(e.span.start, e.span.stop) for e in evidence]
    statement_id = derive_id("st", entry_id, field, words, report_id, frame_id, rule, spans)
    return Statement(
        statement_id, entry_id, kind, field, words, report_id, frame_id, rule, evidence, recorded_at
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """What the register holds of one thing, assembled from its statements.

    `fields` has the keys of RECORD.md for this kind, null or an empty list where nothing is stated,
    and `rule` and `evidence` (each quote with the id of its `report`). `part_of` is an entry id.
    `reports`, `sources` (their paths or URLs) and `frames` are in the order of recording.
    """

    id: str
    kind: EntryKind
    fields: Mapping[str, Any]
    reports: tuple[str, ...]
    sources: tuple[str, ...]
    frames: tuple[str, ...]


def describe_entry(entry: Entry) -> Json:
    """Return `entry` as one JSON object: kind, id, sources, reports, frames and the fields beside them."""
    return {
        "kind": entry.kind,
        "id": entry.id,
        "sources": list(entry.sources),
        "reports": list(entry.reports),
        "frames": list(entry.frames),
        **entry.fields,
    }


@dataclass(frozen=True, slots=True)
class Dossier:
    """An entry with the statements it is assembled from, in the order of recording."""

    entry: Entry
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Filing:
    """A report as the register took it in; `recorded_at` is UTC, ISO 8601."""

    report: Report
    recorded_at: str


@dataclass(frozen=True, slots=True)
class Account:
    """A report with the entries that rest on it, in the order of the text."""

    report: Report
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report, with the sentence they stand in.

    `context` is the span of the sentence (or sentences) around the evidence, `sentence` its words.
    The quoted words are sentence[evidence.span.start - context.start : evidence.span.stop - context.start].
    """

    report_id: str
    source: str
    evidence: Evidence
    context: Span
    sentence: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one field has one value: the step and rule that gave it, the reason in words of a date, the quotes.

    `value` is what the statement says (for a list, one member); `reason` is None but for dates.
    """

    field: str
    value: Any
    step: str
    rule: str
    reason: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The chain from the words to every field of an entry: what `elshi why` prints."""

    entry: Entry
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A source that could not be read: where, why, what to do, and in which run it was met.

    `line` is the one-based line of a JSON-lines file, `run` the id of the run and `when` the UTC time
    in ISO 8601; the register fills in the last two where they are empty.
    """

    source: str
    line: int | None
    cause: str
    advice: str
    run: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something `check` found wrong: what has the fault (an id, a table), what is wrong, what to do."""

    what: str
    cause: str
    advice: str


@dataclass(frozen=True, slots=True)
class Service:
    """A person in an office, as seen in reports.

    `first_seen` and `last_seen` are days (ISO 8601) on which a dated report shows it, None where no
    report is dated; `former` tells that the last report speaks of it as past; `entries` are the
    entries that say so, `names` the spellings, the Latin one first, then the nominatives in Cyrillic.
    """

    person: str
    names: tuple[str, ...]
    office: OfficeCode
    office_text: str | None
    represents: str | None
    posted_to: str | None
    former: bool
    first_seen: str | None
    last_seen: str | None
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """One person of the register: every spelling (no inflected form), every office seen, the engagements."""

    name: str
    names: tuple[str, ...]
    services: tuple[Service, ...]
    engagements: int
    entries: tuple[str, ...] = field(default=())

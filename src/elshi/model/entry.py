"""Statements and the entries made of them: what the register holds, and why it believes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from elshi.errors import IntegrityError, Message
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
# The fields by which a person tells one entry from another.
TELLING: Mapping[EntryKind, tuple[str, ...]] = {
    "engagement": ("type", "status", "date", "place", "parties", "participants", "event", "topics"),
    "position": ("holder", "represents", "stance", "target", "date"),
    "initiative": ("name", "proposer", "status"),
    "commitment": ("by", "what", "due"),
    "tenure": ("person", "office_text", "represents", "posted_to"),
    "chairmanship": ("body", "holder", "role", "period"),
}
# What no report says and only people fill in, by correcting it: see elshi.model.fate.
JUDGED: Mapping[EntryKind, tuple[str, ...]] = {"commitment": ("fate",)}
KINDS: tuple[EntryKind, ...] = tuple(FIELDS)
MANY = frozenset(
    {"parties", "participants", "topics", "by"}
)  # fields that hold a list: one statement a member


FrameKey = tuple[str, str]  # the ids of a report and of a frame that is open in it
END = "9999-12-31T23:59:59.999999+00:00"  # until when a row holds that nothing has closed
NOW = "9999-12-31T23:59:59.999998+00:00"  # as of which the present is asked for


def write_canonical(value: object) -> str:
    """Return `value` as JSON that is equal for equal values: keys sorted, no blanks, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one field, as one frame of one report states it, with the words.

    `value` is canonical JSON (see `write_canonical`); a field that holds a list has one statement
    for each member. `rule` is the rule or model that made the frame, or the person who judged.
    `recorded_at` is the UTC time of recording in ISO 8601; it is no part of `id`, so that reading again
    gives the same id. `valid` is when, by its report, the frame it belongs to holds: EDTF, None where
    unknown. Raises IntegrityError where `evidence` is empty.
    """

    kind: EntryKind
    field: str
    value: str
    report_id: str
    frame_id: str
    rule: str
    evidence: tuple[Evidence, ...]
    recorded_at: str
    valid: str | None = None

    @property
    def id(self) -> str:
        """Return the id that follows from all the statement says, and not from when it was recorded."""
        spans = [(e.span.start, e.span.stop) for e in self.evidence]
        parts = (self.report_id, self.frame_id, self.field, self.value, self.rule, spans)
        return derive_id("st", *parts)

    def __post_init__(self) -> None:
        """Refuse a statement that no words of the report support."""
        if not self.evidence or not all(e.quote for e in self.evidence):
            message = Message(
                "%(report)s: the %(field)s of %(kind)s %(ident)s has no evidence; "
                "nothing is stored without the words that say it",
                report=self.report_id,
                field=self.field,
                kind=self.kind,
                ident=self.frame_id,
            )
            raise IntegrityError(message)


def make_statement(  # noqa: PLR0913 - a statement has these parts, and each is named at the call
    *,
    kind: EntryKind,
    field: str,
    value: object,
    report_id: str,
    frame_id: str,
    rule: str,
    evidence: tuple[Evidence, ...],
    recorded_at: str,
    valid: str | None = None,
) -> Statement:
    """Return the statement that `field` has `value` (anything JSON can hold)."""
    words = write_canonical(value)
    return Statement(kind, field, words, report_id, frame_id, rule, evidence, recorded_at, valid)


@dataclass(frozen=True, slots=True)
class StoredFrame:
    """What one report says of one thing, as the register keeps it: never changed, only closed.

    `home` is the id of the entry that the frame would found alone, and `founded` the time at which it was
    first recorded; both pass to the frame that takes its place when the report is read anew. `start` is
    where its first words stand. `mentions` has an entity id for each person it names, in order. `keys`
    are what it may be found by when another report tells the same. `judgement` is the id of the
    judgement that made it: one that added it by hand, or (`corrects`) one that corrected a field, which
    outranks what the reports say. It was told from `recorded_from` until `recorded_until`.
    """

    id: str
    report_id: str
    kind: EntryKind
    rule: str
    home: str
    founded: str
    start: int
    valid: str | None
    statements: tuple[Statement, ...]
    mentions: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    judgement: str | None = None
    corrects: bool = False
    recorded_at: str = ""
    recorded_from: str = ""
    recorded_until: str = END

    @property
    def key(self) -> FrameKey:
        """Return what the frame is called among the open ones: the ids of report and frame."""
        return self.report_id, self.id

    @property
    def order(self) -> tuple[bool, str, str, int, str]:
        """Return what orders frames as they were first recorded, in every store; corrections last."""
        return self.corrects, self.founded, self.report_id, self.start, self.home


@dataclass(frozen=True, slots=True)
class Link:
    """That a frame stands in an entry.

    `entry` is None where a person rejected it; `machine` is the entry in which it would stand without
    any judgement. `score` and `reasons` (in words) say why it was put there; a frame that founded its
    entry has neither.
    """

    report_id: str
    frame_id: str
    entry: str | None
    machine: str
    score: float | None = None
    reasons: tuple[str, ...] = ()

    @property
    def key(self) -> FrameKey:
        """Return the frame's key."""
        return self.report_id, self.frame_id


@dataclass(frozen=True, slots=True)
class Entry:
    """What the register holds of one thing, assembled from the frames that tell of it.

    `fields` has the keys of RECORD.md for this kind, null or an empty list where nothing is stated,
    and `rule` and `evidence` (each quote with the id of its `report`). `part_of` is an entry id. A
    participant has besides `entity` (the id of the person) and `spellings` (every name the reports give).
    `reports`, `sources` (their paths or URLs) and `frames` are in the order of recording.

    `disagreements` has, for each field on which reports contradict one another, every value with its
    reports, the one that leads first. `history` has, where the status changed, each stage with its date
    and reports, in the order in which it was told.
    """

    id: str
    kind: EntryKind
    fields: Mapping[str, Any]
    reports: tuple[str, ...]
    sources: tuple[str, ...]
    frames: tuple[str, ...]
    disagreements: Mapping[str, list[Json]] = field(default_factory=dict)
    history: tuple[Json, ...] = ()


def describe_entry(entry: Entry) -> Json:
    """Return `entry` as one JSON object: kind, id, sources, reports, frames and the fields beside them."""
    return {
        "kind": entry.kind,
        "id": entry.id,
        "sources": list(entry.sources),
        "reports": list(entry.reports),
        "frames": list(entry.frames),
        **entry.fields,
        "disagreements": dict(entry.disagreements),
        "history": list(entry.history),
    }


@dataclass(frozen=True, slots=True)
class Dossier:
    """An entry with all that it is assembled from: its frames, the links that put them there, statements.

    `frames`, `links` and `statements` are in the order of recording; a person's corrections come last.
    """

    entry: Entry
    frames: tuple[StoredFrame, ...]
    links: tuple[Link, ...]
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
    """The chain from the words to every field of an entry: what `elshi why` prints.

    `links` say of each frame why it stands in this entry.
    """

    entry: Entry
    reasons: tuple[Reason, ...]
    links: tuple[Link, ...] = ()


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

    `first_seen` and `last_seen` are the days (ISO 8601) on which dated reports first and last show it, None
    where no report is dated. `former` tells that the last report speaks of it as past; `in_office` that some
    report does not: the days are then those of such reports. `entries` are the entries that say so,
    `names` the spellings, the Latin one first, then the nominatives in Cyrillic; `entity` is the person's id.
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
    entity: str | None = None
    in_office: bool = True


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """One person of the register: every spelling (no inflected form), every office seen, the engagements.

    `entity` is the person's id, None where the register knows no more than the name.
    """

    name: str
    names: tuple[str, ...]
    services: tuple[Service, ...]
    engagements: int
    entries: tuple[str, ...] = field(default=())
    entity: str | None = None

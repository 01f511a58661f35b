"""Frames: what one report says. A frame belongs to that report and is never edited."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from elshi.model.ground import Ground
from elshi.model.markup import Markup, OfficeCode
from elshi.model.report import Report
from elshi.model.span import Evidence
from elshi.model.when import UNKNOWN, When

EngagementType = Literal[
    "meeting", "call", "consultations", "commission", "visit", "conference", "signing",
    "credentials", "appointment", "message", "ceremony", "briefing", "other",
]  # fmt: skip
Status = Literal["held", "ongoing", "planned", "proposed", "cancelled"]
Side = Literal["a", "b", "host", "other"]
Stance = Literal[
    "support", "oppose", "welcome", "condemn", "call_for", "propose", "readiness", "concern", "commit"
]
InitiativeStatus = Literal["proposed", "promoted", "established", "in_force"]
ChairRole = Literal["chair", "member", "host", "founder"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the city in its usual English spelling and the ISO country code, either None where unknown.

    `rule` is what told it ('named: Аммане', 'seat: Генассамблея'), and no part of what the place is.
    """

    city: str | None
    country: str | None
    rule: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Event:
    """A series or named event; `ordinal` is its number where the text gives it."""

    name: str
    surface: str
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """A person who takes part, in the office the report states; `grounds` say why each field is so."""

    surface: str
    name: str
    native_name: str
    office: OfficeCode | None
    office_text: str | None
    represents: str | None
    side: Side
    evidence: tuple[Evidence, ...]
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Engagement:
    """An act of contact between official parties, as one report tells it.

    `confidence` is the chance, between 0 and 1, that a careful reader finds the same. `grounds` say which
    rule filled a field; what they leave out was filled by `rule`. Both are so in all frames.
    """

    id: str
    type: EngagementType
    status: Status
    when: When
    place: Place | None
    parties: tuple[str, ...]
    participants: tuple[Participant, ...]
    event: Event | None
    part_of: str | None
    topics: tuple[str, ...]
    rule: str
    confidence: float
    evidence: tuple[Evidence, ...]
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """A stated stance of a person, country or body on something."""

    id: str
    holder: str
    represents: str | None
    stance: Stance
    target: str
    surface: str
    topics: tuple[str, ...]
    rule: str
    evidence: tuple[Evidence, ...]
    when: When = UNKNOWN
    grounds: tuple[Ground, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Initiative:
    """Something put forward or set up; `proposer` is a code, None where the text does not say."""

    id: str
    name: str
    surface: str
    proposer: str | None
    status: InitiativeStatus
    rule: str
    evidence: tuple[Evidence, ...]
    grounds: tuple[Ground, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something agreed, decided or promised, by whom, and by when (EDTF in `due`)."""

    id: str
    by: tuple[str, ...]
    what: str
    surface: str
    due: When
    rule: str
    evidence: tuple[Evidence, ...]
    grounds: tuple[Ground, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person's time in an office, as this report states it."""

    id: str
    person: str
    surface: str
    native_name: str
    office: OfficeCode
    office_text: str
    body_text: str | None
    represents: str | None
    posted_to: str | None
    former: bool
    rule: str
    evidence: tuple[Evidence, ...]
    grounds: tuple[Ground, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Chairmanship:
    """Who chairs, hosts, founded or is a member of a body; `period` is EDTF."""

    id: str
    body: str
    surface: str
    holder: str | None
    role: ChairRole
    period: str | None
    rule: str
    evidence: tuple[Evidence, ...]
    grounds: tuple[Ground, ...] = ()
    confidence: float = 1.0


Frame = Engagement | Position | Initiative | Commitment | Tenure | Chairmanship


@dataclass(frozen=True, slots=True)
class Reading:
    """A report with its markup and its frames: the whole account of one text.

    `digest` tells by which configuration (Elshi, lexicon, model) it was read: equal for what reads alike,
    empty where that is not known.
    """

    report: Report
    markup: Markup
    engagements: tuple[Engagement, ...] = ()
    positions: tuple[Position, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    chairmanships: tuple[Chairmanship, ...] = ()
    digest: str = ""

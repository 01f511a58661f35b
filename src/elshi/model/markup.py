"""What a report is made of: sentences, mentions, dates, and the people in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from elshi.model.report import Language
from elshi.model.span import Span
from elshi.model.when import UNKNOWN, When

MentionLabel = Literal[
    "person", "office", "body", "country", "nationality", "place", "event", "document",
    "project", "date", "ordinal", "number", "money", "other",
]  # fmt: skip
OfficeCode = Literal[
    "head_of_state", "head_of_government", "deputy_head_of_government", "foreign_minister",
    "deputy_foreign_minister", "minister", "deputy_minister", "ambassador",
    "permanent_representative", "consul_general", "charge_daffaires", "special_representative",
    "secretary_general", "deputy_secretary_general", "director_general", "speaker",
    "deputy_speaker", "member_of_parliament", "adviser", "official", "executive", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark. `lower` is its text in lower case with 'ё' as 'е'."""

    span: Span
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        """Tell whether the token begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its tokens; `paragraph` is the index of its paragraph in the report."""

    span: Span
    paragraph: int
    language: Language
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name something. `value` is its code where it has one.

    country, nationality: ISO code; body: acronym; place: 'City|CC'; office: office code;
    ordinal, number: digits. `rule` names what found it, `confidence` is between 0 and 1.
    """

    label: MentionLabel
    span: Span
    surface: str
    value: str | None
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as the report words it, resolved. `kind` says what it fixes.

    'at': the thing happened then; 'until' / 'since': one end of a stretch; 'by': a deadline.
    """

    span: Span
    surface: str
    when: When
    kind: Literal["at", "until", "since", "by"] = "at"


@dataclass(frozen=True, slots=True)
class Title:
    """An office as written beside a person. `represents` is the country or body served.

    `posted_to` is the country or body an envoy is sent to; `body_text` the institution as written.
    `rule` is what told whom the bearer serves ('nationality: турецкий', 'home'), no part of the title.
    """

    span: Span
    office: OfficeCode
    text: str
    represents: str | None
    posted_to: str | None = None
    body_text: str | None = None
    former: bool = False
    rule: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the report with every place that speaks of them.

    `surface` is the span of the name as first written in full; `native_name` the nominative in
    the report's language; `name` the Latin spelling; `mentions` all spans in order (names,
    surnames, and offices that stand for the person); `titles` the offices stated, first first.
    """

    surface: Span
    native_name: str
    name: str
    mentions: tuple[Span, ...]
    titles: tuple[Title, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Markup:
    """Everything the mention stage says of one report, each tuple in text order.

    `filed` is the day on which the report was filed or published, as what it tells may be dated
    where it says nothing else: approximate ('2026-03-12~'), or unknown with the reason. `mentions` are
    those that frames are made from; `inventory` is everything named, as `elshi mentions` lists it: dates,
    numbers and what no list has among them, one inside another where words are named twice.
    """

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    people: tuple[Person, ...]
    filed: When = UNKNOWN
    inventory: tuple[Mention, ...] = ()

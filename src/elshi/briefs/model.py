"""What a brief is asked for and what it is made of: sections of sentences, and the footnotes they rest on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from elshi.errors import Message, UsageError
from elshi.lexicon.places import load_bodies, load_countries
from elshi.model.report import Language

Format = Literal["md", "html", "docx", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True, slots=True)
class Request:
    """What a brief is asked for.

    `country` and `other` are codes of countries or bodies (the brief is of the first, or of the two towards
    one another), `person` a name in any script; one of country and person must be given. `since` leaves out
    what was earlier, `topic` all that has not this topic. `day` is the day on which the brief is read: what
    is due before it is overdue. Raises UsageError where nothing is asked for or a code is unknown.
    """

    language: Language
    day: dt.date
    country: str | None = None
    other: str | None = None
    person: str | None = None
    since: dt.date | None = None
    topic: str | None = None

    def __post_init__(self) -> None:
        """Refuse a request that names nobody."""
        if not self.country and not self.person:
            message = Message("a brief is of somebody; give --country QA, or --person NAME")
            raise UsageError(message)
        for code in (self.country, self.other):
            if code and code not in load_countries() and code not in load_bodies():
                message = Message(
                    "%(code)r is neither a country nor a body of the lexicon; give a code such as QA or UN",
                    code=code,
                )
                raise UsageError(message)

    @property
    def codes(self) -> frozenset[str]:
        """Return the country and the other one, as far as they are given."""
        return frozenset(code for code in (self.country, self.other) if code)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a brief. Quoted ones have the language they are in; None is the brief's own."""

    text: str
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, the numbers of its footnotes, and whether it says that something is unknown.

    `entry` is the id of the entry it tells of, None where it tells of none.
    """

    pieces: tuple[Piece, ...]
    notes: tuple[int, ...] = ()
    unknown: bool = False
    entry: str | None = None

    @property
    def text(self) -> str:
        """Return the sentence as plain text."""
        return "".join(piece.text for piece in self.pieces)


Paragraph = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; `key` is the same in all languages ('contacts')."""

    key: str
    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """Where words stand: the report's outlet, day and place, and the words, exactly text[start:stop].

    `about` is outlet and date in the words of the brief's language, `published` the date as EDTF.
    """

    number: int
    report: str
    source: str
    outlet: str
    published: str | None
    about: str
    quote: str
    start: int
    stop: int
    language: Language


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief of one day: title, scope (names and values), sections, footnotes under their heading."""

    language: Language
    day: dt.date
    title: str
    scope: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    sources: str
    footnotes: tuple[Footnote, ...]

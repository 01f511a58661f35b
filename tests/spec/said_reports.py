"""Reports for the tests of what was said, with their mentions marked by hand in the text.

A mark is written [words|meaning]:

    [Казахстан|KZ]               a country            [ОБСЕ|OSCE], [ЕС|body:EU]  a body
    [казахская|nat:KZ]           a nationality word   [Дакка|city:BD]      a capital
    [Айгуль Сеит|person:KZ]      an official          [Айгуль Сеит|person] somebody without an office
    [до 1 мая|by:../2024-05-01]  a date, by its kind: at, by, since, until

`[Айгүл Сейіттің|person:KZ:Айгүл Сейіт]` gives the nominative where the text has another case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, get_args

from elshi.frames.chairmanships import find_chairmanships
from elshi.frames.commitments import find_commitments
from elshi.frames.initiatives import find_initiatives
from elshi.frames.positions import find_positions
from elshi.lexicon.places import capital_of
from elshi.model.frame import Engagement
from elshi.model.markup import DateMention, Markup, Mention, Person, Title
from elshi.model.report import Language, Paragraph, Report
from elshi.model.span import Evidence, Span
from elshi.model.when import When
from elshi.text.segment import split_sentences

DateKind = Literal["at", "until", "since", "by"]
_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
_KINDS: dict[str, DateKind] = {kind: kind for kind in get_args(DateKind)}
_LETTERS_OF_A_COUNTRY = 2


@dataclass
class Draft:
    """The mentions gathered while the marks are read."""

    mentions: list[Mention] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    people: dict[str, Person] = field(default_factory=dict)

    def note(self, meaning: str, span: Span, words: str) -> None:
        """Keep what the mark on `words` at `span` means."""
        kind, _, value = meaning.partition(":")
        if kind in _KINDS:
            when = When(value, "stated", f"stated: {words!r}")
            self.dates.append(DateMention(span, words, when, _KINDS[kind]))
        elif kind == "person":
            self.note_person(value, span, words)
        elif kind == "nat":
            self.mentions.append(Mention("nationality", span, words, value, "marked"))
        elif kind == "body":
            self.mentions.append(Mention("body", span, words, value, "marked"))
        elif kind == "city":
            self.mentions.append(Mention("place", span, words, f"{capital_of(value)}|{value}", "marked"))
        elif len(meaning) == _LETTERS_OF_A_COUNTRY:
            self.mentions.append(Mention("country", span, words, meaning, "marked"))
        else:
            self.mentions.append(Mention("body", span, words, meaning, "marked"))

    def note_person(self, value: str, span: Span, words: str) -> None:
        """Keep a person, or one more place that speaks of one already known."""
        country, _, native = value.partition(":")
        native = native or words
        known = self.people.get(native)
        titles = (Title(Span(span.start, span.start), "minister", "minister", country),) if country else ()
        first = Person(span, native, native, (), titles, country or None)
        kept = known or first
        self.people[native] = Person(
            kept.surface, native, native, (*kept.mentions, span), kept.titles, kept.country
        )


def mark(
    text: str, language: Language, *parties: str, headline: bool = False
) -> tuple[Report, Markup, tuple[Engagement, ...]]:
    """Return the report that the marked `text` stands for, its markup, and a meeting of `parties` if any."""
    draft, plain, last = Draft(), "", 0
    for found in _MARK.finditer(text):
        plain += text[last : found.start()]
        draft.note(found[2], Span(len(plain), len(plain) + len(found[1])), found[1])
        plain += found[1]
        last = found.end()
    plain += text[last:]
    paragraphs = tuple(Paragraph(Span(m.start(), m.end()), language) for m in re.finditer(r"[^\n]+", plain))
    title = paragraphs[0].span if headline else None
    report = Report("r", "marked", plain, language, paragraphs=paragraphs, headline=title)
    people = tuple(sorted(draft.people.values(), key=lambda person: person.surface))
    sentences = split_sentences(plain, paragraphs)
    return report, Markup(sentences, tuple(draft.mentions), tuple(draft.dates), people), _meet(plain, parties)


def _meet(text: str, parties: tuple[str, ...]) -> tuple[Engagement, ...]:
    if not parties:
        return ()
    evidence = (Evidence.take(text, Span(0, 1)),)
    when = When(None, "none", "not stated")
    return (
        Engagement("e", "meeting", "held", when, None, parties, (), None, None, (), "marked", 1.0, evidence),
    )


def tell_positions(text: str, language: Language, *parties: str) -> list[str]:
    """Return the positions of the marked `text` as 'stance holder'."""
    report, markup, engagements = mark(text, language, *parties)
    return [f"{p.stance} {p.holder}" for p in find_positions(report, markup, engagements)]


def tell_commitments(text: str, language: Language, *parties: str) -> list[str]:
    """Return the commitments of the marked `text` as 'those bound, due'."""
    report, markup, engagements = mark(text, language, *parties)
    found = find_commitments(report, markup, engagements)
    return [f"{' '.join(c.by) or '?'}, {c.due.edtf or 'no date'}" for c in found]


def tell_initiatives(text: str, language: Language, *parties: str) -> list[str]:
    """Return the initiatives of the marked `text` as 'status proposer'."""
    report, markup, engagements = mark(text, language, *parties)
    return [f"{i.status} {i.proposer or '?'}" for i in find_initiatives(report, markup, engagements)]


def tell_chairmanships(text: str, language: Language) -> list[str]:
    """Return the chairmanships of the marked `text` as 'holder role body, period'."""
    report, markup, _ = mark(text, language)
    found = find_chairmanships(report, markup)
    return [f"{c.holder} {c.role} {c.body}, {c.period or 'no period'}" for c in found]

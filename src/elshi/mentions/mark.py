"""The mention stage: from a report to its markup. One interface, with the encoder or by rules alone."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from elshi.lexicon.cues import read_cues
from elshi.lexicon.gazetteer import find_names
from elshi.lexicon.words import is_common_word, is_given_name, is_no_name
from elshi.mentions.allegiance import settle_allegiance
from elshi.mentions.combine import CAPITALS, OFFICES, combine, list_mentions
from elshi.mentions.dates import find_anchor, find_dates, find_ordinals, settle_publication
from elshi.mentions.nearby import tokens_after, tokens_before
from elshi.mentions.offices import Office, find_offices
from elshi.mentions.people import find_people
from elshi.mentions.persons import Run, find_runs, read_names
from elshi.mentions.revise import revise_names
from elshi.mentions.scenes import FULL, Scene
from elshi.model.markup import Markup, Mention, Sentence, Token
from elshi.model.report import Report
from elshi.model.span import Span
from elshi.text.names import read_name_case, read_nominative
from elshi.text.segment import fold_lower, split_sentences

if TYPE_CHECKING:
    from elshi.mentions.encoder import Encoding

_OPAQUE = frozenset({"country", "nationality", "place", "body"})


class MentionStage(Protocol):
    """What every way of finding mentions offers."""

    @property
    def digest(self) -> str:
        """Return what tells this way from others that may find something else."""
        ...

    def foresee(self, report: Report) -> Future[Encoding] | None:
        """Begin in the background what takes long, and return what `mark` is to be given of it."""

    def mark(self, report: Report, foreseen: Future[Encoding] | None = None) -> tuple[Report, Markup]:
        """Return the markup of `report`, and the report with its publication day where found out."""


@dataclass(frozen=True, slots=True)
class RuleMentions:
    """Mentions by morphology, capitals and gazetteers alone.

    `find_offices` says which words are an office: those of diplomacy, or jobs of any kind.
    """

    find_offices: Callable[[Sentence], tuple[Office, ...]] = find_offices

    @property
    def digest(self) -> str:
        """Return one word for all: the rules are those of the version and of the lexicon."""
        return "rules"

    def foresee(self, report: Report) -> None:
        """Return nothing: the rules do all of their work at once."""

    def mark(self, report: Report, foreseen: Future[Encoding] | None = None) -> tuple[Report, Markup]:
        """Return the markup of `report`, and the report with its publication day where found out."""
        del foreseen
        return mark_report(report, find=self.find_offices)


def mark_report(
    report: Report,
    encoding: Encoding | None = None,
    find: Callable[[Sentence], tuple[Office, ...]] = find_offices,
) -> tuple[Report, Markup]:
    """Return the markup of `report` by the rules, with what the encoder says of it where that is given.

    `find` finds the offices. The report comes back with its publication day where that was found out.
    """
    skip = (*report.boilerplate, *(d.span for d in report.datelines))
    sentences = split_sentences(report.text, report.paragraphs, skip)
    anchor = find_anchor(report, sentences)
    report = settle_publication(report, anchor)
    views = tuple(_look(sentence, find(sentence)) for sentence in sentences)
    surnames = _surnames(tuple(_read(view) for view in views), report.text)
    scenes = tuple(_read_again(view, surnames) for view in views)
    if encoding:
        scenes = tuple(revise_names(scene, encoding.mentions) for scene in scenes)
    people = settle_allegiance(report, scenes, find_people(report, scenes))
    found = _collect(report, scenes)
    dates = find_dates(report, sentences, anchor)
    spans = [span for person in people for span in person.mentions]
    borne = frozenset(spans)
    mentions = tuple(
        m
        for m in found
        if (m.label != "person" or m.span in borne)
        and not any(m.span != s and s.covers(m.span) for s in spans)
    )
    named = list_mentions(report.text, found, dates, people)
    inventory = combine(named, encoding.mentions if encoding else ())
    return report, Markup(sentences, mentions, dates, people, anchor.approximate(), inventory)


@dataclass(frozen=True, slots=True)
class _View:
    """A sentence with all that its own words tell: runs of capitals, offices, the gazetteer's mentions."""

    sentence: Sentence
    runs: tuple[Run, ...]
    offices: tuple[Office, ...]
    mentions: tuple[Mention, ...]


def _look(sentence: Sentence, offices: tuple[Office, ...]) -> _View:
    names = tuple(m for m in find_names(sentence) if not _is_of_a_name(sentence, m, offices))
    return _View(sentence, find_runs(sentence, _taken(names, offices)), offices, names)


def _is_of_a_name(sentence: Sentence, place: Mention, offices: tuple[Office, ...]) -> bool:
    """Tell whether a country or city is part of a name: 'Minister Luis Jordan', 'President Santiago Ruiz'."""
    if sentence.language == "ru":
        return place.label == "place" and _is_of_a_russian_name(sentence, place)
    if sentence.language == "kk":
        return place.label == "nationality" and _leads_to_father(sentence, place)
    if sentence.language != "en" or place.label not in {"country", "place"} or " " in place.surface:
        return False
    ends = {office.span.stop for office in offices}
    before, after = tokens_before(sentence, place.span, 2), tokens_after(sentence, place.span)
    if before and before[-1].span.stop in ends:
        return bool(after) and place.label == "place" and _may_be_name(after[0])
    return len(before) > 1 and before[0].span.stop in ends and _may_be_name(before[1])


def _leads_to_father(sentence: Sentence, word: Mention) -> bool:
    """Tell whether an Arabic 'son of' stands between the word and a name: 'Сауд бен Абдуррахман'."""
    after = tokens_after(sentence, word.span, 2)
    named = len(after) > 1 and after[0].lower in read_cues("sons", "kk") and after[1].capital
    return named and word.surface[:1].isupper()


def _is_of_a_russian_name(sentence: Sentence, place: Mention) -> bool:
    """Tell whether a city is a surname after a given name ('Владимир Королев'), or a given name before one.

    'Миланом Йовановичем' is no Milan: the instrumental is not the case in which cities stand.
    """
    before, after = tokens_before(sentence, place.span), tokens_after(sentence, place.span)
    if before and before[-1].capital and is_given_name(before[-1].text) and before[-1].text != place.surface:
        return not any(t.text == "." for t in before)
    follows = bool(after) and after[0].capital and after[0].text.isalpha() and not is_no_name(after[0].text)
    return follows and " " not in place.surface and read_name_case(place.surface, "ru") == {"ablt"}


def _may_be_name(token: Token) -> bool:
    return token.capital and token.text.isalpha() and not is_common_word(token.text, "en")


def _read(view: _View) -> Scene:
    """Return the scene with the names that the sentence shows by itself."""
    return Scene(view.sentence, read_names(view.sentence, view.runs), view.offices, view.mentions)


def _read_again(view: _View, surnames: frozenset[str]) -> Scene:
    """Return the scene with the names found now that the report's surnames are known."""
    sentence, mentions, runs = view.sentence, view.mentions, view.runs
    if sentence.language == "en":
        mentions = tuple(m for m in mentions if m.label != "country" or fold_lower(m.surface) not in surnames)
    if len(mentions) < len(view.mentions):
        runs = find_runs(sentence, _taken(mentions, view.offices))
    return Scene(sentence, read_names(sentence, runs, surnames), view.offices, mentions)


def _taken(names: tuple[Mention, ...], offices: tuple[Office, ...]) -> list[Span]:
    return [m.span for m in names if m.label in _OPAQUE] + [o.span for o in offices]


def _surnames(scenes: tuple[Scene, ...], text: str) -> frozenset[str]:
    """Return the last parts of the full names in nominative and lower case."""
    full = ((n.span.quote(text), s.sentence.language) for s in scenes for n in s.names if n.parts >= FULL)
    return frozenset(fold_lower(read_nominative(name, language).split()[-1]) for name, language in full)


def _collect(report: Report, scenes: tuple[Scene, ...]) -> tuple[Mention, ...]:
    found = [
        mention
        for scene in scenes
        for mention in (
            *scene.mentions,
            *find_ordinals(scene.sentence),
            *(Mention("office", o.span, o.span.quote(report.text), o.code, OFFICES) for o in scene.offices),
            *(Mention("person", n.span, n.span.quote(report.text), None, CAPITALS) for n in scene.names),
        )
    ]
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.stop)))

"""The country whose own news a report is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from elshi.lexicon.cues import read_cues
from elshi.lexicon.gazetteer import find_names
from elshi.lexicon.offices import find_implied
from elshi.lexicon.places import country_of_capital, is_country
from elshi.lexicon.said import read_words
from elshi.mentions.nearby import words_after, words_before
from elshi.mentions.scenes import Scene
from elshi.mentions.titles import read_code
from elshi.model.markup import Mention, Person, Sentence
from elshi.model.report import Report
from elshi.text.segment import tokenize

_OURS = "KZ"  # whose own words ('еліміз', 'Ақорда') name no country
# a city counts once, a country twice, and whoever is a guest 'in our country' loses more than a naming gives
_CITY_WEIGHT, _NEWS_WEIGHT, _GUEST_WEIGHT = 1, 2, 3
# the language of one state speaks for it as two namings do, and as two more where it is named at all
_LANGUAGE_WEIGHT = 4
_PRESS_WEIGHT = 5  # an agency of a state that writes in this language files most of its news at home
_LETTERS_TO_SOURCE = 60  # between the country and 'press service' of its office


def rank_homes(report: Report, scenes: Sequence[Scene], people: Sequence[Person]) -> tuple[str, ...]:
    """Return the countries whose own news the report can be, the likeliest first.

    That is the one named most, weighted by language, dateline and beginning; a city alone
    speaks for none but the likeliest.
    """
    score: Counter[str] = Counter()
    for code, weight in _weigh(report, scenes, people):
        score[code] += weight
    ranked = [code for code, weight in score.most_common() if weight > 0]
    return tuple(code for code in ranked if code == ranked[0] or score[code] >= _NEWS_WEIGHT)


def _weigh(report: Report, scenes: Sequence[Scene], people: Sequence[Person]) -> Iterator[tuple[str, int]]:
    """Yield each thing that speaks for a country or against it: the code and its weight.

    Of countries with the same score the one that came first wins.
    """
    for scene in scenes:
        yield from _weigh_names(scene)
    for person in people[:1]:
        served = dict.fromkeys(code for t in person.titles for code in (t.represents, t.posted_to))
        yield from ((code, _NEWS_WEIGHT) for code in served if code and is_country(code))
    press = read_words("press", report.language)
    for code in dict.fromkeys(_read_datelines(report)):
        yield code, _NEWS_WEIGHT + (_PRESS_WEIGHT if code in press else 0)
    for code in read_words("home", report.language):
        named = any(read_code(m) == code for scene in scenes for m in scene.mentions)
        yield code, _LANGUAGE_WEIGHT * (1 + named)
    for scene in scenes:
        implied = find_implied(scene.sentence.span.quote(report.text), scene.sentence.language)
        if implied:
            yield implied, _NEWS_WEIGHT
        yield from _weigh_guests(scene)


def _weigh_names(scene: Scene) -> Iterator[tuple[str, int]]:
    for mention in scene.mentions:
        code = read_code(mention) if mention.label in {"country", "nationality", "place"} else None
        if code and is_country(code):
            weight = _CITY_WEIGHT if mention.label == "place" else _NEWS_WEIGHT
            yield code, weight + _NEWS_WEIGHT * _is_source(scene.sentence, mention)
    ours = read_cues("words_for_home", scene.sentence.language)
    yield _OURS, _NEWS_WEIGHT * sum(token.lower in ours for token in scene.sentence.tokens)


def _weigh_guests(scene: Scene) -> Iterator[tuple[str, int]]:
    """Yield the countries of those who are on a visit 'in our country', or are called guests: not of it."""
    here = read_cues("in_our_country", scene.sentence.language)
    if here.stand_in(token.lower for token in scene.sentence.tokens):
        named = dict.fromkeys(read_code(mention) for mention in scene.mentions)
        yield from ((code, -_GUEST_WEIGHT) for code in named if code)
    for mention in scene.mentions:
        code = read_code(mention) if mention.label == "nationality" else None
        if code and _is_guest(scene.sentence, mention):
            yield code, -_GUEST_WEIGHT


def _is_guest(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether the nationality is that of a guest, or of whom one talks with: 'с норвежской стороной'."""
    after, language = words_after(sentence, mention.span), sentence.language
    if read_cues("guest_words", language).stand_in(after):
        return True
    met = read_cues("partner_prepositions", language).stand_in(words_before(sentence, mention.span))
    return met and read_cues("delegations", language).stand_in(after)


def _is_source(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether the country is that of the office which gave out the news."""
    near = (t for t in sentence.tokens if abs(t.span.start - mention.span.start) < _LETTERS_TO_SOURCE)
    return read_cues("news_sources", sentence.language).stand_in(token.lower for token in near)


def _read_datelines(report: Report) -> Iterator[str]:
    """Yield the country of each dateline that names a capital: a ministry's news is filed at home."""
    for dateline in report.datelines:
        tokens = tokenize(report.text, dateline.span)
        for mention in find_names(Sentence(dateline.span, 0, report.language, tokens)):
            city = mention.value.split("|")[0] if mention.label == "place" and mention.value else ""
            country = country_of_capital(city) if city else None
            if country:
                yield country

"""Countries, nationality words, cities, bodies and series of events found in a sentence."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from elshi.lexicon.match import Found, Phrases
from elshi.lexicon.places import (
    body,
    capital_of,
    country_of_capital,
    is_country,
    load_bodies,
    load_cities,
    load_countries,
)
from elshi.lexicon.series import load_series
from elshi.lexicon.traps import load_traps
from elshi.lexicon.written import agrees, is_abbreviation, spell, split_compounds, split_name, write_pattern
from elshi.model.markup import Mention, MentionLabel, Sentence, Token
from elshi.model.report import Language
from elshi.model.span import Span
from elshi.text.kazakh import Case, read_case
from elshi.text.remember import remember

__all__ = ["body", "capital_of", "country_of_capital", "find_names", "is_country"]

_RULE = "gazetteer"
# Of two readings of the same words the one named first here is right: 'Алжир' is the country, and
# 'Қытай' at the beginning of a sentence too.
_RANKS: tuple[MentionLabel | None, ...] = (
    None, "event", "country", "body", "document", "project", "place", "nationality",
)  # fmt: skip
# English abbreviations stand in Kazakh and Russian texts too ('ICAN'), but two letters say too little.
_SHORT = 2
_LABEL_OF_KIND: dict[str, MentionLabel] = {"treaty": "document", "project": "project"}


@dataclass(frozen=True, slots=True)
class Name:
    """What a phrase of the gazetteer stands for, with its tokens as written, None for a pattern.

    A name without a label hides what it covers: the Indian Ocean is no mention of India.
    """

    label: MentionLabel | None
    value: str
    written: tuple[Token, ...] | None = None


@remember
def find_names(sentence: Sentence) -> tuple[Mention, ...]:
    """Return the names of `sentence` in order; of overlapping readings the longest.

    Labels are country, nationality, place, body, document (a treaty), project and event. Both parts
    of a compound count: 'казахстанско-американский' names two countries. An event hides nothing:
    'саммит ШОС' is an event, and 'ШОС' in it a body.
    """
    phrases = load_names(sentence.language)
    found = _find(phrases, sentence.tokens)
    parts = split_compounds(sentence.tokens)
    if parts is not sentence.tokens:
        found += _find(phrases, parts)
    events = _choose(f for f in found if f.value.label == "event")
    names = _choose(f for f in found if f.value.label != "event")
    chosen = sorted((*events, *names), key=lambda f: (f.span.start, -f.span.stop))
    return tuple(_mention(sentence, f) for f in chosen if f.value.label)


def _find(phrases: Phrases[Name], tokens: Sequence[Token]) -> list[Found[Name]]:
    return [
        found
        for found in phrases.find_all(tokens)
        if found.value.written is None or agrees(found.value.written, tokens[found.first : found.stop])
    ]


def _choose(found: Iterable[Found[Name]]) -> list[Found[Name]]:
    """Return the names that are left when of overlapping ones only the preferred stays."""
    chosen: list[Found[Name]] = []
    for one in sorted(found, key=_preference):
        if not any(one.span.overlaps(other.span) for other in chosen):
            chosen.append(one)
    return chosen


def _preference(found: Found[Name]) -> tuple[int, int, int, int, str]:
    """Return the sort key of `_choose`: the longest stretch, the longest written name, the first rank.

    'Қазақстандық' is the adjective and no inflected country: the adjective leaves no ending over.
    """
    name, length = found.value, found.span.stop - found.span.start
    written = sum(len(token.text) for token in name.written) if name.written else length
    return -length, -written, _RANKS.index(name.label), found.span.start, name.value


def _mention(sentence: Sentence, found: Found[Name]) -> Mention:
    label = found.value.label or "other"
    return Mention(label, found.span, _surface(sentence, found.span), found.value.value, _RULE)


def _surface(sentence: Sentence, span: Span) -> str:
    """Return the words of `span`: a sentence carries its tokens and not the text, so blanks are put back."""
    letters = [" "] * (span.stop - span.start)
    for token in sentence.tokens:
        if token.span.overlaps(span):
            first, last = max(token.span.start, span.start), min(token.span.stop, span.stop)
            letters[first - span.start : last - span.start] = token.text[
                first - token.span.start : last - token.span.start
            ]
    return "".join(letters)


def read_kazakh_case(surface: str) -> frozenset[Case]:
    """Return the cases that the ending of a Kazakh name of the gazetteer shows: 'Канада' is no locative."""
    if surface.lower() in _written_in_kazakh():
        return frozenset({"nominative"})
    return read_case(surface.rsplit(maxsplit=1)[-1])


@functools.cache
def _written_in_kazakh() -> frozenset[str]:
    return frozenset(written.lower() for _, _, name in _list_written("kk") for written in spell(name))


@functools.cache
def load_names(language: Language) -> Phrases[Name]:
    """Return all phrases of the gazetteer in `language`, compiled on first use."""
    return Phrases(dict.fromkeys(_list_names(language)), language)


def _list_names(language: Language) -> Iterator[tuple[str, Name]]:
    for label, value, name in _list_written(language):
        for written in spell(name):
            yield write_pattern(written, language), Name(label, value, split_name(written))
    for series in load_series().values():
        for pattern in series.patterns.get(language, ()):
            yield pattern, Name("event", series.code)
    for trap in load_traps():
        for pattern in trap.patterns.get(language, ()):
            yield pattern, Name(None, trap.why)


def _list_written(language: Language) -> Iterator[tuple[MentionLabel, str, str]]:
    for country in load_countries().values():
        words = country.words[language]
        yield from (("country", country.code, name) for name in words.names)
        derived = (*words.adjectives, *words.people, *words.stems, *_derive_stems(words.adjectives, language))
        yield from (("nationality", country.code, word) for word in derived)
    for city in load_cities().values():
        names = (*city.names.get(language, ()), *city.seats.get(language, ()))
        yield from (("place", city.value, name) for name in names)
    for entry in load_bodies().values():
        label = _LABEL_OF_KIND.get(entry.kind, "body")
        abroad = [name for name in entry.names.get("en", ()) if len(name) > _SHORT and is_abbreviation(name)]
        yield from ((label, entry.code, name) for name in (*entry.names.get(language, ()), *abroad))


def _derive_stems(adjectives: Iterable[str], language: Language) -> Iterator[str]:
    """Yield the first parts of Russian compounds: 'казахстанский' gives 'казахстанско-'."""
    for adjective in adjectives if language == "ru" else ():
        if adjective.endswith(("ский", "цкий")):
            yield f"{adjective[:-2]}о"

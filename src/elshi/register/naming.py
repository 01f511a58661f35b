"""What values of fields name besides people: bodies, forums and places, each with an id from its content.

A body, a series or a city that the lexicon knows is one thing under every name, in every language. Any other
is a thing by its own words in their base forms, until a person judges it to be the same as another.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Any

from elshi.lexicon.gazetteer import find_names
from elshi.lexicon.places import Body, body, is_country, load_bodies, load_cities
from elshi.lexicon.series import load_series
from elshi.mentions.dates.ordinals import find_ordinals
from elshi.model.entity import Entity, EntityKind
from elshi.model.entry import EntryKind
from elshi.model.ids import derive_id
from elshi.model.markup import Sentence
from elshi.model.report import LANGUAGES, Language, Paragraph
from elshi.model.span import Span
from elshi.record.fold import fold_words
from elshi.text.segment import split_sentences
from elshi.text.stems import list_stems

# The fields whose values name things; `type` tells which events are forums.
NAMING = (
    "type", "parties", "participants", "event", "place", "by", "represents", "proposer", "posted_to",
    "holder", "body",
)  # fmt: skip
_FORUMS = frozenset({"forum", "format", "conference"})
_GATHERING = "conference"
_LEAST = 2  # words that tell one event from others: 'the summit' alone is none


def name_things(
    kind: EntryKind,
    field: str,
    value: Any,  # noqa: ANN401 - a field holds any JSON
    language: Language,
    types: frozenset[str],
) -> Iterator[Entity]:
    """Yield what one value names; `types` are those of the engagement whose value it is."""
    match field, value:
        case "place", {"city": str(city)}:
            yield _name_city(city, value.get("country"))
        case "event", {"name": str(name)} if _GATHERING in types:
            yield from _name_event(name, language)
        case "participants", {"represents": str(code)}:
            yield from _name_body(code)
        case "body", str(name):
            yield from _name_body(name)
        case "holder", str(name) if kind == "chairmanship" or body(name):
            yield from _name_body(name)
        case (("parties" | "by" | "represents" | "proposer" | "posted_to"), str(code)):
            yield from _name_body(code)


def name_office(office: str, represents: str | None, posted_to: str | None) -> Entity:
    """Return an office as a thing: 'ambassador of KZ to JO'."""
    words = [office.replace("_", " "), f"of {represents}" if represents else ""]
    name = " ".join(word for word in (*words, f"to {posted_to}" if posted_to else "") if word)
    return Entity(derive_id("off", office, represents, posted_to), "office", name, (name,), represents)


def _name_city(city: str, country: str | None) -> Entity:
    """Return a city under its present name, with those it bore before among the others."""
    known = load_cities().get(city)
    name = (known.former or known.name) if known else city
    names = _list_city_names().get(name, (city,))
    return Entity(derive_id("pla", name, country), "place", name, names, country)


@functools.cache
def _list_city_names() -> Mapping[str, tuple[str, ...]]:
    """Return all names of each city, by its present name, which comes first."""
    names: dict[str, dict[str, None]] = {}
    for city in sorted(load_cities().values(), key=lambda city: city.former is not None):
        written = (city.name, *(name for said in city.names.values() for name in said))
        names.setdefault(city.former or city.name, {}).update(dict.fromkeys(written))
    return {city: tuple(said) for city, said in names.items()}


def _name_body(name: str) -> Iterator[Entity]:
    if is_country(name) or not fold_words(name):
        return
    known = body(name) or body(_list_aliases().get(fold_words(name), ""))
    if known:
        yield _make_known(known)
    else:
        yield Entity(derive_id("bod", *fold_words(name)), "body", name, (name,))


def _make_known(known: Body) -> Entity:
    kind: EntityKind = "forum" if known.kind in _FORUMS else "body"
    firsts = [known.names[language][0] for language in LANGUAGES if known.names.get(language)]
    names = tuple(dict.fromkeys((known.code, *firsts)))
    return Entity(derive_id(kind[:3], known.code), kind, known.code, names, wikidata=known.wikidata)


@functools.cache
def _list_aliases() -> Mapping[tuple[str, ...], str]:
    """Return the code of each body by its folded names; a name of two bodies is nobody's."""
    codes: dict[tuple[str, ...], set[str]] = {}
    for known in load_bodies().values():
        for name in (n for names in known.names.values() for n in names):
            codes.setdefault(fold_words(name), set()).add(known.code)
    return {words: min(found) for words, found in codes.items() if len(found) == 1}


@functools.lru_cache(maxsize=4096)
def _read_event(name: str, language: Language) -> Entity | None:
    """Return the forum that the name of an event means: a series, or a named one without its number."""
    sentences = split_sentences(name, (Paragraph(Span(0, len(name)), language),))
    series = [m.value for s in sentences for m in find_names(s) if m.label == "event" and m.value]
    if series:
        known = load_series()[series[0]]
        return Entity(derive_id("for", "series", known.code), "forum", known.name, (known.name,))
    words = [word for s in sentences for word in _list_words(s)]
    if len(words) < _LEAST:
        return None
    stems = [_find_base(word.lower(), language) for word in words]
    shown = " ".join(words)
    return Entity(derive_id("for", *stems), "forum", shown, (shown,))


def _find_base(word: str, language: Language) -> str:
    """Return the base form of a word, of several the shortest; the word itself where it is one."""
    return min(list_stems(word, language) - {word} or {word}, key=lambda stem: (len(stem), stem))


def _name_event(name: str, language: Language) -> Iterator[Entity]:
    found = _read_event(name, language)
    if found:
        yield found


def _list_words(sentence: Sentence) -> Iterator[str]:
    """Yield the words of an event's name without its number."""
    numbers = [mention.span for mention in find_ordinals(sentence)]
    for token in sentence.tokens:
        if any(c.isalpha() for c in token.text) and not any(span.overlaps(token.span) for span in numbers):
            yield token.text

"""Who may hold a stance: the words of a sentence that stand for a person, a country, a body or the sides."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from elshi.lexicon.match import Found
from elshi.lexicon.said import Trigger
from elshi.model.markup import Markup, Mention, Person, Sentence, Token
from elshi.model.report import Language
from elshi.model.span import Span
from elshi.text.kazakh import read_case
from elshi.text.morphology import open_russian

VoiceKind = Literal["person", "country", "body", "joint", "pronoun", "office"]

_REACH = 3  # how many tokens a side word and its country may be apart
_HEAD = 2  # the first words of a Russian name decide on its case; genitives may follow
_ENGLISH_PREPOSITIONS = frozenset(
    "of with to from in by for at between on into towards toward against about over via".split()
)
_ENGLISH_LIGHT = frozenset("the a an his her its their president minister".split())
_ENGLISH_VERBAL = frozenset({"that", "and", "but", "while", "as", "said", "says", "him", "her", "them"})
_KAZAKH_LINKS = frozenset(
    {"мен", "бен", "пен", "арасындағы", "арасында", "және", "үшін", "туралы", "бойынша"}
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Words [first, stop) of a sentence that may stand for a holder.

    `name` is the person's name or the code of a country or body, None where the words only point
    at somebody named elsewhere; `subject` tells whether their form lets them be the subject;
    `official` is False for a person of whom the report states neither office nor country.
    """

    first: int
    stop: int
    kind: VoiceKind
    name: str | None
    represents: str | None
    subject: bool
    official: bool = True


def find_voices(sentence: Sentence, markup: Markup, words: Sequence[Found[Trigger]]) -> tuple[Voice, ...]:
    """Return the voices of `sentence` in order; `words` are the triggers of speech.yml found in it."""
    people = tuple(_find_people(sentence, markup))
    titles = [title.span for person in markup.people for title in person.titles]
    places = tuple(_find_places(sentence, markup, words, titles))
    named = {person.first for person in people}
    pointing = tuple(
        v
        for v in _find_pointers(sentence, words)
        if v.stop not in named and not _is_title(sentence, v, titles)
    )
    voices: list[Voice] = []
    for voice in (*people, *places, *pointing):
        if not any(v.first < voice.stop and voice.first < v.stop for v in voices):
            voices.append(voice)
    return tuple(sorted(voices, key=lambda voice: voice.first))


def _find_people(sentence: Sentence, markup: Markup) -> Iterator[Voice]:
    for person in markup.people:
        for span in person.mentions:
            if sentence.span.covers(span):
                first, stop = _tokens_of(sentence, span)
                subject = _is_subject(sentence, first, stop, person)
                code, official = _represents(person), _is_official(person)
                yield Voice(first, stop, "person", person.name, code, subject, official)


def _is_official(person: Person) -> bool:
    return person.country is not None or any(title.office != "executive" for title in person.titles)


def _represents(person: Person) -> str | None:
    stated = next((title.represents for title in person.titles if title.represents), None)
    return stated or person.country


def _find_places(
    sentence: Sentence, markup: Markup, words: Sequence[Found[Trigger]], titles: Sequence[Span]
) -> Iterator[Voice]:
    """Yield countries, bodies and capitals, also as 'the Kazakh side' and 'Қатар тарапы'."""
    sides = [word for word in words if word.value.means == "side"]
    for mention in markup.mentions:
        if not sentence.span.covers(mention.span) or any(t.overlaps(mention.span) for t in titles):
            continue
        first, stop = _tokens_of(sentence, mention.span)
        side = next((s for s in sides if _belongs(s, first, stop, sentence.language)), None)
        code = _read_code(mention)
        if code is None or (mention.label == "nationality" and side is None):
            continue
        kind: VoiceKind = "body" if mention.label == "body" else "country"
        if side is not None:
            head, end = min(first, side.first), max(stop, side.stop)
            yield Voice(head, end, kind, code, code, _is_head_subject(sentence, side, head, end))
        else:
            yield Voice(first, stop, kind, code, code, _is_subject(sentence, first, stop, None))


def _belongs(side: Found[Trigger], first: int, stop: int, language: Language) -> bool:
    after = 0 <= side.first - stop <= 1
    return after or (language == "ru" and 0 <= first - side.stop <= _REACH)


def _is_head_subject(sentence: Sentence, side: Found[Trigger], head: int, end: int) -> bool:
    if sentence.language == "en":
        return _is_subject(sentence, head, end, None)
    return _is_subject(sentence, side.first, side.stop, None)


def _read_code(mention: Mention) -> str | None:
    """Return the code a mention stands for; a capital speaks for its country ('Дакка обещала')."""
    if mention.label in {"country", "nationality", "body"}:
        return mention.value
    if mention.label == "place" and mention.value and "|" in mention.value:
        return mention.value.split("|", 1)[1]
    return None


def _find_pointers(sentence: Sentence, words: Sequence[Found[Trigger]]) -> Iterator[Voice]:
    """Yield words that point at somebody: 'the two sides', 'he', 'the minister'."""
    kinds: dict[str, VoiceKind] = {"joint": "joint", "pronoun": "pronoun", "official": "office"}
    for word in words:
        kind = kinds.get(word.value.means)
        if kind is not None:
            subject = kind != "office" or _is_subject(sentence, word.first, word.stop, None)
            yield Voice(word.first, word.stop, kind, None, None, subject)


def _is_title(sentence: Sentence, voice: Voice, titles: Sequence[Span]) -> bool:
    """Tell whether the words are the title of somebody named beside them, and so no voice of their own."""
    span = sentence.tokens[voice.first].span
    return voice.kind == "office" and any(title.overlaps(span) for title in titles)


def _tokens_of(sentence: Sentence, span: Span) -> tuple[int, int]:
    inside = [i for i, token in enumerate(sentence.tokens) if token.span.overlaps(span)]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _is_subject(sentence: Sentence, first: int, stop: int, person: Person | None) -> bool:
    """Tell whether the words may be a subject: by case in Russian and Kazakh, by place in English."""
    tokens = sentence.tokens
    if first and tokens[first - 1].text == "(":
        return False
    if sentence.language == "en":
        return _may_be_english_subject(tokens, first, stop)
    named = set(person.native_name.lower().replace("ё", "е").split()) if person else set()
    if sentence.language == "kk":
        after = tokens[stop].lower if stop < len(tokens) else ""
        last = tokens[stop - 1].lower
        return after not in _KAZAKH_LINKS and (last in named or is_kazakh_nominative(last))
    before = tokens[first - 1].lower if first else ""
    if before and is_preposition(before):
        return False
    return all(t.lower in named or is_russian_nominative(t.lower) for t in tokens[first:stop][:_HEAD])


def _may_be_english_subject(tokens: Sequence[Token], first: int, stop: int) -> bool:
    before = first - 1
    while before >= 0 and tokens[before].lower in _ENGLISH_LIGHT:
        before -= 1
    if before >= 1 and tokens[before].text.islower() and tokens[before].lower not in _ENGLISH_VERBAL:
        before -= tokens[before - 1].lower in _ENGLISH_PREPOSITIONS  # 'in northern Mozambique'
    if before >= 0 and tokens[before].lower in _ENGLISH_PREPOSITIONS:
        return False
    return not tokens[stop - 1].lower.endswith(("'s", "’s", "s'", "s’"))


@functools.lru_cache(maxsize=8192)
def is_russian_nominative(word: str) -> bool:
    """Tell whether the Russian `word` may stand in the nominative."""
    return any("nomn" in p.tag or p.tag.POS is None or not p.tag.case for p in open_russian().parse(word))


@functools.lru_cache(maxsize=8192)
def is_preposition(word: str) -> bool:
    """Tell whether the Russian `word` is a preposition before all else."""
    return open_russian().parse(word)[0].tag.POS == "PREP"


@functools.lru_cache(maxsize=8192)
def is_kazakh_nominative(word: str) -> bool:
    """Tell whether the Kazakh `word` may stand in the nominative: no case ending that its sounds allow."""
    return "nominative" in read_case(word) or word.endswith("стан")  # 'Қазақстан' is no ablative

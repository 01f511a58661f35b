"""Who may hold a stance: the words of a sentence that stand for a person, a country, a body or the sides."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from elshi.frames.contents import Contents, find_contents
from elshi.frames.nominative import may_be_subject
from elshi.lexicon.match import Found
from elshi.lexicon.places import country_of_capital
from elshi.lexicon.said import Trigger, read_words
from elshi.model.markup import Markup, Mention, Person, Sentence
from elshi.model.report import Language
from elshi.model.span import Span

VoiceKind = Literal["person", "country", "body", "joint", "pronoun", "office"]

_ENGLISH_REACH = 7  # tokens of 'of Foreign Affairs of the Republic of' between a ministry and its country
_REACH = 3  # how many tokens a side word and its country may be apart


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


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a stance: the person's name, or the code of a country or body, and whom it stands for.

    `way` is how the sentence tells that it is this one: its subject, who is quoted, both sides.
    """

    name: str
    represents: str | None
    way: str = field(default="", compare=False)


def find_voices(sentence: Sentence, markup: Markup, words: Sequence[Found[Trigger]]) -> tuple[Voice, ...]:
    """Return the voices of `sentence` in order; `words` are the triggers of speech.yml found in it."""
    here = find_contents(sentence, markup)
    people = tuple(_find_people(sentence, here))
    titles = here.titles
    places = tuple(_find_places(sentence, here, words))
    named = {person.first for person in people}
    pointing = tuple(
        v
        for v in _find_pointers(sentence, words)
        if v.stop not in named and not _is_title(sentence, v, titles)
    )
    voices: list[Voice] = []
    for voice in (*people, *places, *_find_home(sentence, words), *pointing):
        if not any(_overlap(v, voice) for v in voices):
            voices.append(voice)
    return tuple(sorted(voices, key=lambda voice: voice.first))


def _overlap(one: Voice, other: Voice) -> bool:
    """Tell whether two voices are made of the same words; an office may hold its country ('глава Перу')."""
    if {one.kind, other.kind} == {"office", "country"} and one.first != other.first:
        return False
    return one.first < other.stop and other.first < one.stop


def _find_people(sentence: Sentence, here: Contents) -> Iterator[Voice]:
    """Yield every place that speaks of a person; a title stands for its bearer where no name is near."""
    for person, spans in here.people:
        for span in spans:
            first, stop = _tokens_of(sentence, span)
            subject = may_be_subject(sentence, first, stop, person)
            code, official = _represents(person), _is_official(person)
            yield Voice(first, stop, "person", person.name, code, subject, official)


def _is_official(person: Person) -> bool:
    return person.country is not None or any(title.office != "executive" for title in person.titles)


def _represents(person: Person) -> str | None:
    stated = next((title.represents for title in person.titles if title.represents), None)
    return stated or person.country


def _find_places(sentence: Sentence, here: Contents, words: Sequence[Found[Trigger]]) -> Iterator[Voice]:
    """Yield countries, bodies and capitals, also as 'the Kazakh side' and 'Қатар тарапы'."""
    sides = [word for word in words if word.value.means == "side"]
    for mention in here.mentions:
        if any(t.overlaps(mention.span) for t in here.titles):
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
            yield Voice(first, stop, kind, code, code, may_be_subject(sentence, first, stop))


def _belongs(side: Found[Trigger], first: int, stop: int, language: Language) -> bool:
    after = 0 <= side.first - stop <= 1
    reach = {"ru": _REACH, "en": _ENGLISH_REACH}.get(language, -1)
    return after or 0 <= first - side.stop <= reach


def _is_head_subject(sentence: Sentence, side: Found[Trigger], head: int, end: int) -> bool:
    if sentence.language == "en":
        return may_be_subject(sentence, head, end)
    return may_be_subject(sentence, side.first, side.stop)


def _read_code(mention: Mention) -> str | None:
    """Return the code a mention stands for; a capital speaks for its country ('Дакка обещала')."""
    if mention.label in {"country", "nationality", "body"}:
        return mention.value
    if mention.label == "place" and mention.value and "|" in mention.value:
        city, country = mention.value.split("|", 1)
        return country if country_of_capital(city) == country else None
    return None


def _find_home(sentence: Sentence, words: Sequence[Found[Trigger]]) -> Iterator[Voice]:
    """Yield 'еліміз', our country, where the language tells which one that is."""
    for word in words:
        for code in read_words("home", sentence.language) if word.value.means == "home" else ():
            subject = may_be_subject(sentence, word.first, word.stop)
            yield Voice(word.first, word.stop, "country", code, code, subject)


def _find_pointers(sentence: Sentence, words: Sequence[Found[Trigger]]) -> Iterator[Voice]:
    """Yield words that point at somebody: 'the two sides', 'he', 'the minister'."""
    kinds: dict[str, VoiceKind] = {"joint": "joint", "pronoun": "pronoun", "official": "office"}
    for word in words:
        kind = kinds.get(word.value.means)
        if kind is not None:
            subject = kind != "office" or may_be_subject(sentence, word.first, word.stop)
            yield Voice(word.first, word.stop, kind, None, None, subject)


def _is_title(sentence: Sentence, voice: Voice, titles: Sequence[Span]) -> bool:
    """Tell whether the words are the title of somebody named beside them, and so no voice of their own."""
    span = sentence.tokens[voice.first].span
    return voice.kind == "office" and any(title.overlaps(span) for title in titles)


def _tokens_of(sentence: Sentence, span: Span) -> tuple[int, int]:
    first = bisect_right(sentence.tokens, span.start, key=lambda token: token.span.stop)
    stop = bisect_left(sentence.tokens, span.stop, lo=first, key=lambda token: token.span.start)
    return (first, stop) if first < stop else (0, 0)

"""Names of people in a sentence: runs of capitals that nothing else claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from elshi.lexicon.words import is_common_word, is_place_noun, is_place_word
from elshi.model.markup import Sentence, Token
from elshi.model.span import Span

_PARTICLES = frozenset({
    "аль", "ад", "ас", "ат", "ан", "эль", "бен", "бин", "ибн", "абу", "да", "ди", "де", "дос", "дель", "ван",
    "фон", "дер", "ла", "ле", "оглы", "кызы", "қызы", "ұлы", "улы", "әл", "әд", "әс", "ул", "уд",
    "al", "el", "bin", "bint", "ibn", "da", "de", "del", "di", "dos", "van", "von", "der", "la", "le", "ul", "den",
})  # fmt: skip
_ARTICLE = re.compile(r"(?:аль|ад|ас|ат|ан|аш|эль|эш|әл|әд|әс|al|el|ad|as|at|an|ash|ul|ur)[-‑’']", re.IGNORECASE)
_HONORIFICS = frozenset({
    "шейх", "шейха", "шейху", "шейхом", "шейхе", "принц", "г-н", "г-жа", "господин", "госпожа", "доктор", "мырза",
    "ханым", "ханзада", "dr", "mr", "mrs", "ms", "sheikh", "prince", "princess", "sir", "hon", "prof", "he", "h.e.",
    "excellency", "honourable", "honorable", "генерал", "general",
})  # fmt: skip
_NAME_LIKE = frozenset({"sheikh", "шейх", "prince", "принц"})  # 'Sheikh Hasina' is a name
_SHORTEST_NAME = 2
_ROMAN = re.compile(r"[IVX]{1,5}")  # Felipe VI, Leo XIV


@dataclass(frozen=True, slots=True)
class Name:
    """A run of name parts: tokens [first, stop) of the sentence; `parts` counts those written out."""

    first: int
    stop: int
    span: Span
    parts: int


def find_person_names(
    sentence: Sentence, taken: Sequence[Span], known: frozenset[str] = frozenset()
) -> tuple[Name, ...]:
    """Return the runs of `sentence` that can be people's names.

    `taken` are spans that already are something else: countries, bodies, offices. A run of one
    part ('Блинкен') may still be any proper noun; whoever calls decides by what else is known.
    `known` are surnames of the report in lower case: such a word is a name even where the
    dictionary has it as a common one ('Токаев' is also a form of 'токай').
    """
    free = [_is_free(token, taken) for token in sentence.tokens]
    return tuple(_read_runs(sentence, free, known))


def _split_at_nouns(sentence: Sentence, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Part a Kazakh run at a common noun: 'Тоқаевтың Жарлығымен Арман Нұрғалиев' holds two names."""
    start = first
    for index in range(first + 1, stop if sentence.language == "kk" else first):
        token = sentence.tokens[index]
        if len(token.text) > _SHORTEST_NAME and is_common_word(token.text, "kk"):
            yield start, index
            start = index + 1
    yield start, stop


def _is_free(token: Token, taken: Sequence[Span]) -> bool:
    return not any(span.overlaps(token.span) for span in taken)


def _read_runs(sentence: Sentence, free: Sequence[bool], known: frozenset[str]) -> Iterator[Name]:
    index = 0
    while index < len(sentence.tokens):
        stop = _run_stop(sentence, free, index)
        if stop > index:
            for first, end in _split_at_nouns(sentence, index, stop):
                yield from _as_name(sentence, first, end, known)
        index = max(stop, index + 1)


def _run_stop(sentence: Sentence, free: Sequence[bool], first: int) -> int:
    tokens, index, stop = sentence.tokens, first, first
    while index < len(tokens) and free[index]:
        if index > first and tokens[index - 1].lower.endswith(("'s", "’s")):
            break  # 'Rubio's Meeting': what is owned is no part of the name
        if _is_initial(tokens, index):
            if index - first >= _SHORTEST_NAME and tokens[first + 1].text != ".":
                break  # a full name has ended, and another begins with its initial
            index += 2
        elif index > first and _ROMAN.fullmatch(tokens[index].text):
            index += 1
        elif _is_name_part(tokens, index, foreign=sentence.language != "en"):
            index += 1
        elif index > first and _is_short_part(tokens[index]):
            index += 1
            stop = index
            break
        elif index > first and tokens[index].lower in _PARTICLES:
            index += 1
            continue
        else:
            break
        stop = index
    return stop


def _is_short_part(token: Token) -> bool:
    """Tell whether a single capital closes a name, as in 'Ван И'."""
    return len(token.text) == 1 and token.text.isalpha() and token.text.isupper()


def _is_initial(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    follows = index + 1 < len(tokens) and tokens[index + 1].text == "."
    return len(token.text) <= _SHORTEST_NAME and token.text.isalpha() and token.capital and follows and (
        index + 2 < len(tokens) and (tokens[index + 2].capital or bool(_ARTICLE.match(tokens[index + 2].text)))
    )


def _is_name_part(tokens: Sequence[Token], index: int, *, foreign: bool) -> bool:
    text = tokens[index].text
    if not text[0].isalpha() or len(text) < _SHORTEST_NAME or (foreign and text.isascii()):
        return False
    if _ARTICLE.match(text) and len(text) > _SHORTEST_NAME + 2:
        return True
    return text[0].isupper() and (not text.isupper() or len(text) > 4 or "-" in text) or (
        text[0].isupper() and text.isupper() and _beside_capitals(tokens, index)
    )


def _beside_capitals(tokens: Sequence[Token], index: int) -> bool:
    """Tell a name written all in capitals ('ХАКАН ФИДАН') from an abbreviation."""
    near = tokens[index + 1 : index + 2]
    return any(token.text.isupper() and len(token.text) > 4 for token in near)


def _as_name(sentence: Sentence, first: int, stop: int, known: frozenset[str]) -> Iterator[Name]:
    tokens = sentence.tokens
    if first > 0 and is_place_noun(tokens[first - 1], sentence.language):
        first += 1
    if first > 1 and tokens[first - 1].lower == "of" and is_place_noun(tokens[first - 2], sentence.language):
        return
    if not _is_known(tokens[stop - 1], known) and _is_display(sentence):
        return
    while first < stop and not _is_known(tokens[first], known) and _opens_wrongly(sentence, first, stop):
        first += 2 if tokens[first + 1 : first + 2] and tokens[first + 1].text == "." and first + 1 < stop else 1
    while stop > first and tokens[stop - 1].lower in _PARTICLES and stop - 1 > first and not tokens[stop - 1].capital:
        stop -= 1
    if stop <= first or (not _is_known(tokens[first], known) and _is_institution(sentence, first, stop)):
        return
    parts = sum(1 for i in range(first, stop) if _is_written_out(tokens, i, stop))
    if parts:
        yield Name(first, stop, Span(tokens[first].span.start, tokens[stop - 1].span.stop), parts)


def _is_display(sentence: Sentence) -> bool:
    """Tell whether the sentence is set in capitals throughout, as headlines are: they then tell nothing."""
    words = [t for t in sentence.tokens if t.text.isalpha() and len(t.text) > _LEAST_SHARED - 1]
    capitals = sum(t.capital for t in words)
    if sentence.tokens[-1].text in {".", "!", "?", "…", ":"}:
        return False
    return sentence.language == "en" and len(words) >= _DISPLAY_WORDS and capitals >= _DISPLAY_SHARE * len(words)


_DISPLAY_WORDS, _DISPLAY_SHARE = 3, 0.8


def _is_known(token: Token, known: frozenset[str]) -> bool:
    """Tell whether the token is a surname of the report, inflected or not."""
    word = token.lower
    return token.capital and any(
        word.startswith(name[: max(_LEAST_SHARED, len(name) - 1)]) and abs(len(word) - len(name)) <= _LONGEST_ENDING
        for name in known
    )


_LEAST_SHARED, _LONGEST_ENDING = 4, 4


def _is_written_out(tokens: Sequence[Token], index: int, stop: int) -> bool:
    token = tokens[index]
    initial = len(token.text) <= _SHORTEST_NAME and index + 1 < stop and tokens[index + 1].text == "."
    return token.text != "." and token.lower not in _PARTICLES and not initial


def _opens_wrongly(sentence: Sentence, index: int, stop: int) -> bool:
    """Tell whether the token is an honorific or an ordinary word that only begins the run.

    Inside a sentence a capital speaks for a name, so a common word is kept there if without it
    a single part would remain ('Хоким Холикзода', 'Мелиса Парк').
    """
    token = sentence.tokens[index]
    if token.lower in _HONORIFICS or token.text == ".":
        return stop - index > _SHORTEST_NAME or not (token.capital and token.lower in _NAME_LIKE)
    common = len(token.text) > 1 and is_common_word(token.text, sentence.language)
    if sentence.language == "ru" and is_place_word(token.text) and stop - index > _SHORTEST_NAME:
        return True
    return common and (index == 0 or stop - index != _SHORTEST_NAME or sentence.language != "ru")


def _is_institution(sentence: Sentence, first: int, stop: int) -> bool:
    """Tell whether the run names a body, paper or place by a common noun inside it."""
    if sentence.language == "ru":
        words = [t for t in sentence.tokens[first:stop] if len(t.text) > 1]
        short_end = _is_short_part(sentence.tokens[stop - 1])
        return bool(words) and not short_end and all(is_common_word(t.text, "ru") or is_place_word(t.text) for t in words)
    return any(is_common_word(t.text, sentence.language) for t in sentence.tokens[first + 1 : stop] if len(t.text) > 2)

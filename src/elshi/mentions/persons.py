"""Names of people in a sentence: runs of capitals that nothing else claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from elshi.lexicon.cues import read_cues
from elshi.lexicon.offices import find_implied
from elshi.lexicon.words import (
    is_attribute,
    is_common_word,
    is_given_name,
    is_no_name,
    is_place_noun,
    is_place_word,
    is_surname,
    is_thing,
)
from elshi.mentions.runs import SHORTEST_NAME, find_run_stop, is_short_part
from elshi.model.markup import Sentence, Token
from elshi.model.span import Span
from elshi.text.kazakh_names import read_kazakh_cases

# a headline in capitals has at least so many words of so many letters, and so many of them capitals
_DISPLAY_WORDS, _DISPLAY_LETTERS, _DISPLAY_SHARE = 3, 4, 0.8
# what an inflected surname has in common with its nominative, and how much its ending may add
_LEAST_SHARED, _LONGEST_ENDING = 4, 4
FEWEST_PARTS = 2  # of a name in full
_CASES_THAT_END = frozenset({"genitive", "instrumental", "dative"})
# a name of three syllables, as Korean, Chinese and Vietnamese ones are, and their letters with a case ending
_SYLLABLES, _LONGEST_SYLLABLE = 3, 6
_QUOTES = frozenset({("«", "»"), ("“", "”"), ("„", "“"), ('"', '"')})


@dataclass(frozen=True, slots=True)
class Name:
    """A run of name parts: tokens [first, stop) of the sentence; `parts` counts those written out."""

    first: int
    stop: int
    span: Span
    parts: int


Run = tuple[int, int]  # the tokens [first, stop) of a run of capitals


def find_runs(sentence: Sentence, taken: Sequence[Span]) -> tuple[Run, ...]:
    """Return the runs of `sentence` that may hold a person's name.

    `taken` are spans that already are something else: countries, bodies, offices.
    """
    free = [not any(span.overlaps(token.span) for span in taken) for token in sentence.tokens]
    return tuple(run for run in _find_runs(sentence, free) for run in _split_at_nouns(sentence, *run))


def read_names(
    sentence: Sentence, runs: Sequence[Run], known: frozenset[str] = frozenset()
) -> tuple[Name, ...]:
    """Return the names in `runs`, what `find_runs` found in `sentence`.

    A run of one part ('Блинкен') may still be any proper noun; whoever calls decides by what else
    is known. `known` are surnames of the report in lower case: such a word is a name even where
    the dictionary has it as a common one ('Токаев' is also a form of 'токай').
    """
    return tuple(name for first, stop in runs for name in _read_name(sentence, first, stop, known))


def _find_runs(sentence: Sentence, free: Sequence[bool]) -> Iterator[Run]:
    index = 0
    while index < len(sentence.tokens):
        stop = find_run_stop(sentence, free, index)
        if stop > index:
            yield index, stop
        index = max(stop, index + 1)


def _split_at_nouns(sentence: Sentence, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Part a Kazakh run at a common noun and after a case ending, which only the last part of a name has.

    'Тоқаевтың Жарлығымен Арман Нұрғалиев' holds two names, and so does 'Тоқаевтың Арман Нұрғалиевпен'.
    In a Russian one the body that somebody leads stands before the name: 'глава Роскосмоса Иван Серов'.
    """
    start = _skip_body(sentence, first, stop) if sentence.language == "ru" else first
    for index in range(first + 1, stop if sentence.language == "kk" else first):
        token = sentence.tokens[index]
        if len(token.text) > SHORTEST_NAME and is_common_word(token.text, "kk"):
            yield start, index
            start = index + 1
        elif index > start and _is_inflected(token):
            yield start, index + 1
            start = index + 1
    yield start, stop


def _is_inflected(token: Token) -> bool:
    """Tell whether the Kazakh name part has a case ending that no nominative looks like."""
    return token.capital and not read_kazakh_cases(token.text).isdisjoint(_CASES_THAT_END)


def _skip_body(sentence: Sentence, first: int, stop: int) -> int:
    """Return where the given name begins in a Russian run that opens with words known to be no names."""
    texts = [token.text for token in sentence.tokens[first:stop]]
    given = next((i for i, text in enumerate(texts[:-1]) if is_given_name(text)), 0)
    body = texts[:given]
    opens = any(is_no_name(text) and len(text) > SHORTEST_NAME for text in body)
    opens = opens and not any(is_surname(text) for text in body)
    return first + given if opens else first


def _read_name(sentence: Sentence, first: int, stop: int, known: frozenset[str]) -> Iterator[Name]:
    """Yield the name that the run [first, stop) holds without what only leads up to it, if there is one."""
    tokens = sentence.tokens
    if _is_named_after(sentence, first):
        first += 1
    if (
        _is_of_thing(sentence, first, stop, known)
        or _is_of_place(sentence, first)
        or (not _is_known(tokens[stop - 1], known) and _is_display(sentence))
    ):
        return
    first = _skip_field(sentence, _trim_front(sentence, first, stop, known), stop)
    stop = _trim_back(sentence, first, stop)
    if stop <= first or (not _is_known(tokens[first], known) and _is_institution(sentence, first, stop)):
        return
    parts = sum(_is_written_out(sentence, index, stop) for index in range(first, stop))
    if sentence.language == "ru" and _is_thing(sentence, first, stop, known):
        return
    if parts and not find_implied(" ".join(t.text for t in tokens[first:stop]), "ru"):
        yield Name(first, stop, Span(tokens[first].span.start, tokens[stop - 1].span.stop), parts)


def _is_thing(sentence: Sentence, first: int, stop: int, known: frozenset[str]) -> bool:
    """Tell whether the Russian run is something else: alone in quotation marks, or a known thing."""
    tokens = sentence.tokens
    if first > 0 and stop < len(tokens) and (tokens[first - 1].text, tokens[stop].text) in _QUOTES:
        return True
    if stop - first > 1 or _is_known(tokens[first], known):
        return False
    attribute = stop < len(tokens) and tokens[stop].text.islower() and is_attribute(tokens[first].text)
    return attribute or is_thing(tokens[first].text)


def _is_named_after(sentence: Sentence, first: int) -> bool:
    """Tell whether the run begins with the name of a place: 'городе Ош', and not 'Большого театра Иван'."""
    tokens, language = sentence.tokens, sentence.language
    if first == 0 or not is_place_noun(tokens[first - 1], language):
        return False
    named = language == "ru" and first > 1 and tokens[first - 2].capital and is_given_name(tokens[first].text)
    return not named


def _trim_front(sentence: Sentence, first: int, stop: int, known: frozenset[str]) -> int:
    """Leave out honorifics and ordinary words that only begin the run, an abbreviation with its stop."""
    tokens = sentence.tokens
    while first < stop and not _is_known(tokens[first], known) and _opens_wrongly(sentence, first, stop):
        first += 2 if first + 1 < stop and tokens[first + 1].text == "." else 1
    return first


def _skip_field(sentence: Sentence, first: int, stop: int) -> int:
    """Return where an English name begins behind what an office is for: 'Higher Education Buthaina Noor'."""
    if sentence.language != "en":
        return first
    run = range(first + 1, stop - FEWEST_PARTS)
    fields = [i for i in run if is_common_word(sentence.tokens[i].text, "en")]
    rest = sentence.tokens[fields[-1] + 1 : stop] if fields else ()
    return fields[-1] + 1 if rest and not any(is_common_word(t.text, "en") for t in rest) else first


def _trim_back(sentence: Sentence, first: int, stop: int) -> int:
    """Leave out particles that nothing follows."""
    particles = read_cues("particles", sentence.language)
    last = sentence.tokens[stop - 1]
    while stop - 1 > first and last.lower in particles and not last.capital:
        stop -= 1
        last = sentence.tokens[stop - 1]
    return stop


def _is_of_thing(sentence: Sentence, first: int, stop: int, known: frozenset[str]) -> bool:
    """Tell whether an English article or 'in' before the run says that it is no person: 'in Khyber Rahim'."""
    before = [token.lower for token in sentence.tokens[max(0, first - 2) : first]]
    of_thing = read_cues("before_things", sentence.language).stand_in(before[-1:])
    of_office = read_cues("of", sentence.language).stand_in(before[:1])  # 'Head of the Gulf Department X'
    return (
        of_thing
        and not of_office
        and not any(_is_known(token, known) for token in sentence.tokens[first:stop])
    )


def _is_of_place(sentence: Sentence, first: int) -> bool:
    """Tell whether an English place noun leads up to the run: 'the Port of Baltimore'."""
    *_, noun, preposition = (None, None, *sentence.tokens[:first])
    if noun is None or preposition is None or preposition.lower not in read_cues("of", sentence.language):
        return False
    return is_place_noun(noun, sentence.language)


def _is_display(sentence: Sentence) -> bool:
    """Tell whether the sentence is set in capitals throughout, as headlines are: they then tell nothing.

    English headlines may have each word begin with one, Russian and Kazakh ones are capitals only.
    """
    if sentence.tokens[-1].text in {".", "!", "?", "…", ":"}:
        return False
    words = [t for t in sentence.tokens if t.text.isalpha() and len(t.text) >= _DISPLAY_LETTERS]
    capitals = sum(t.capital if sentence.language == "en" else t.text.isupper() for t in words)
    return len(words) >= _DISPLAY_WORDS and capitals >= _DISPLAY_SHARE * len(words)


def _is_known(token: Token, known: frozenset[str]) -> bool:
    """Tell whether the token is a surname of the report, inflected or not."""
    word = token.lower
    return token.capital and any(
        word.startswith(name[: max(_LEAST_SHARED, len(name) - 1)])
        and abs(len(word) - len(name)) <= _LONGEST_ENDING
        for name in known
    )


def _is_written_out(sentence: Sentence, index: int, stop: int) -> bool:
    """Tell whether the token is a part of the name in full: no initial, stop or particle."""
    token, tokens = sentence.tokens[index], sentence.tokens
    initial = len(token.text) <= SHORTEST_NAME and index + 1 < stop and tokens[index + 1].text == "."
    particle = token.lower in read_cues("particles", sentence.language)
    return token.text != "." and not particle and not initial


def _opens_wrongly(sentence: Sentence, index: int, stop: int) -> bool:
    """Tell whether the token is an honorific or an ordinary word that only begins the run.

    Inside a sentence a capital speaks for a name, so a common word is kept there if without it
    a single part would remain ('Хоким Холикзода', 'Мелиса Парк').
    """
    token, language, length = sentence.tokens[index], sentence.language, stop - index
    if token.text == "." or token.lower in read_cues("honorifics", language):
        named_so = token.capital and token.lower in read_cues("honorifics_as_names", language)
        return length > SHORTEST_NAME or not named_so
    if language == "ru" and length > SHORTEST_NAME and is_place_word(token.text):
        return True
    if index > 0 and language == "ru" and _is_of_syllables(sentence, index, stop):
        return False
    common = len(token.text) > 1 and is_common_word(token.text, language)
    return common and (index == 0 or length != SHORTEST_NAME or language != "ru")


def _is_of_syllables(sentence: Sentence, first: int, stop: int) -> bool:
    """Tell whether the run is a name like 'Пак Сон Ук', though 'пак' is a word of the dictionary as well."""
    words = [token.text for token in sentence.tokens[first:stop]]
    short = all(word.istitle() and len(word) <= _LONGEST_SYLLABLE for word in words)
    return len(words) == _SYLLABLES and short and len(words[0]) < _LONGEST_SYLLABLE - 1


def _is_institution(sentence: Sentence, first: int, stop: int) -> bool:
    """Tell whether the run names a body, paper or place by a common noun inside it."""
    run, language = sentence.tokens[first:stop], sentence.language
    if language != "ru":
        return any(is_common_word(t.text, language) for t in run[1:] if len(t.text) > SHORTEST_NAME)
    words = [t.text for t in run if len(t.text) > 1]
    if not words or is_short_part(run[-1]) or _is_of_syllables(sentence, first, stop):
        return False
    return all(is_common_word(word, "ru") or is_place_word(word) for word in words)

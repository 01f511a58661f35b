"""Whether words of a sentence may be its subject: by case in Russian and Kazakh, by place in English."""

from __future__ import annotations

import functools

from elshi.lexicon.gazetteer import read_kazakh_case
from elshi.lexicon.said import read_words
from elshi.model.markup import Person, Sentence
from elshi.text.morphology import open_russian, read_part_of_speech

_HEAD = 2  # the first words of a Russian name decide on its case; genitives may follow


def may_be_subject(sentence: Sentence, first: int, stop: int, person: Person | None = None) -> bool:
    """Tell whether tokens [first, stop) may be the subject; the nominative of `person` is known."""
    tokens = sentence.tokens
    if first and tokens[first - 1].text == "(":
        return False
    if sentence.language == "en":
        return _may_be_english_subject(sentence, first, stop)
    named = set(person.native_name.lower().replace("ё", "е").split()) if person else set()
    if sentence.language == "kk":
        after = tokens[stop].lower if stop < len(tokens) else ""
        last = tokens[stop - 1].lower
        return after not in read_words("link", "kk") and (last in named or is_kazakh_nominative(last))
    if first and is_preposition(tokens[first - 1].lower):
        return False
    if first and tokens[first].text.isupper() and is_russian_noun(tokens[first - 1].lower):
        return False  # 'члены ООН': an abbreviation after a noun belongs to it
    head = (
        _HEAD if not named or tokens[first].lower in named else 1
    )  # 'глава Перу' is an office: its first word
    return all(t.lower in named or is_russian_nominative(t.lower) for t in tokens[first:stop][:head])


def _may_be_english_subject(sentence: Sentence, first: int, stop: int) -> bool:
    """Tell whether no preposition leads up to the words ('in northern Mozambique'), and no 's ends them."""
    tokens = sentence.tokens
    prepositions, light = read_words("preposition", "en"), read_words("light", "en")
    before = first - 1
    while before >= 0 and tokens[before].lower in light:
        before -= 1
    if (
        before >= 1
        and tokens[before].text.islower()
        and tokens[before].lower not in read_words("verbal", "en")
    ):
        before -= tokens[before - 1].lower in prepositions
    if before >= 0 and tokens[before].lower in prepositions:
        return False
    return not tokens[stop - 1].lower.endswith(("'s", "’s", "s'", "s’"))


@functools.lru_cache(maxsize=8192)
def is_russian_nominative(word: str) -> bool:
    """Tell whether the Russian `word` may stand in the nominative."""
    return any("nomn" in p.tag or p.tag.POS is None or not p.tag.case for p in open_russian().parse(word))


@functools.lru_cache(maxsize=8192)
def is_preposition(word: str) -> bool:
    """Tell whether the Russian `word` is a preposition before all else."""
    return read_part_of_speech(word) == "PREP"


@functools.lru_cache(maxsize=8192)
def is_russian_noun(word: str) -> bool:
    """Tell whether the Russian `word` is a noun before all else."""
    return read_part_of_speech(word) == "NOUN"


@functools.lru_cache(maxsize=8192)
def is_kazakh_nominative(word: str) -> bool:
    """Tell whether the Kazakh `word` may stand in the nominative: no case ending that its sounds allow."""
    return "nominative" in read_kazakh_case(word)

"""What a single word can be: a finite verb, a common word, part of a name."""

from __future__ import annotations

import functools

from elshi.lexicon.endings import read_endings
from elshi.lexicon.load import read_file
from elshi.model.markup import Token
from elshi.model.report import Language
from elshi.text.kazakh import read_verb
from elshi.text.morphology import open_russian, read_lemmas
from elshi.text.segment import fold_lower

_NAME_TAGS = ("Name", "Surn", "Patr", "Geox", "Orgn", "Init", "Abbr")


@functools.lru_cache(maxsize=32768)
def _is_russian_verb(lower: str) -> bool:
    parse = open_russian().parse(lower)[0]
    return parse.tag.POS in {"VERB", "GRND", "INFN", "PRTS"}


def finite_verb(token: Token, language: Language) -> bool:
    """Tell whether `token` is a verb that ends the stretch of words belonging to a noun."""
    if not token.text[:1].isalpha() or token.capital:
        return False
    if language == "ru":
        return _is_russian_verb(token.lower)
    if language == "kk":
        if token.lower in _word_list("kk", "not_verbs"):
            return False
        if not token.lower.endswith(read_endings("third_person", "kk")):
            return False  # 'мешіттің' looks like a verb of the second person, which news does not use
        form = read_verb(token.lower)
        return form is not None and form.tense in {"past", "present_future", "converb", "intention"}
    return not read_lemmas(token.lower, "en").isdisjoint(_word_list("en", "verbs"))


@functools.lru_cache(maxsize=32768)
def is_common_word(word: str, language: Language) -> bool:
    """Tell whether `word`, written with a capital, is an ordinary word and no part of a name.

    Russian asks the dictionary; Kazakh and English ask lexicon/data/<language>/words.yml.
    """
    lower = fold_lower(word)
    if lower in _word_list(language, "common"):
        return True
    if language == "ru":
        parses = open_russian().parse(lower)
        known = [p for p in parses if p.is_known]
        return bool(known) and not any(tag in p.tag for p in parses for tag in _NAME_TAGS)
    return not read_lemmas(lower, language).isdisjoint(_word_list(language, "nouns"))


@functools.lru_cache(maxsize=32768)
def is_preposition(word: str) -> bool:
    """Tell whether the Russian dictionary knows `word` as a preposition before all else."""
    return bool(open_russian().parse(word)[0].tag.POS == "PREP")


@functools.lru_cache(maxsize=32768)
def is_given_name(word: str) -> bool:
    """Tell whether the Russian dictionary knows `word`, in some case, as a given name."""
    return any(parse.is_known and "Name" in parse.tag for parse in open_russian().parse(word.lower()))


@functools.lru_cache(maxsize=32768)
def is_surname(word: str) -> bool:
    """Tell whether the Russian dictionary knows `word`, in some case, as a surname or patronymic."""
    tags = [parse.tag for parse in open_russian().parse(word.lower()) if parse.is_known]
    return any("Surn" in tag or "Patr" in tag for tag in tags)


@functools.lru_cache(maxsize=32768)
def is_no_name(word: str) -> bool:
    """Tell whether the Russian dictionary knows `word`, and as no part of anybody's name."""
    parses = open_russian().parse(word.lower())
    personal = ("Name", "Surn", "Patr")
    return parses[0].is_known and not any(tag in parse.tag for parse in parses for tag in personal)


@functools.lru_cache(maxsize=32768)
def is_thing(word: str) -> bool:
    """Tell whether the Russian dictionary knows `word` as a thing that nobody is called by: 'Минфина'."""
    return is_no_name(word) and "inan" in open_russian().parse(word.lower())[0].tag


@functools.lru_cache(maxsize=32768)
def is_attribute(word: str) -> bool:
    """Tell whether the Russian dictionary knows `word` as an adjective and as no surname: 'Московской'."""
    parses = [parse for parse in open_russian().parse(word.lower()) if parse.is_known]
    return bool(parses) and parses[0].tag.POS == "ADJF" and not is_surname(word)


@functools.lru_cache(maxsize=32768)
def is_place_word(word: str) -> bool:
    """Tell whether the Russian dictionary knows `word` as a place name only ('Азии')."""
    tags = [parse.tag for parse in open_russian().parse(word.lower()) if parse.is_known]
    return any("Geox" in tag for tag in tags) and not any("Name" in tag or "Surn" in tag for tag in tags)


def is_place_noun(token: Token, language: Language) -> bool:
    """Tell whether `token` is a noun whose name follows ('провинции Шэньси', 'городе Ош')."""
    return not read_lemmas(token.lower, language).isdisjoint(_word_list(language, "before_place"))


@functools.cache
def _word_list(language: Language, name: str) -> frozenset[str]:
    table: dict[str, list[str]] = read_file(f"{language}/words.yml")
    return frozenset(table.get(name, ()))

"""Case endings put to Russian words: places and offices by the dictionary, names by the classes of names."""

from __future__ import annotations

import functools
import importlib.resources
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from elshi.text.morphology import open_russian
from elshi.text.russian_names import find_parts
from elshi.text.russian_parts import GENDERS, NamePart, RussianCase, list_forms, read_costs, read_part

_WORD = re.compile(r"[^\s-]+")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]['’А-Яа-яЁё]*")
_FIXED_END = re.compile(r"([еёиоуыэю]|[аеёиоуыэюя]а)$")
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_SURNAME = re.compile("[иы]ным$")
_CLASH = re.compile("([гкхжшчщ]ы|[жшчщц]о[йю])$")
_HUSHING = "жшчщц"
_VELAR = "гкхжшчщ"


@functools.lru_cache(maxsize=4096)
def decline_russian(phrase: str, case: RussianCase) -> str:
    """Return `phrase`, a noun with what agrees with it, in `case`; it stands in the nominative.

    Adjectives before the first noun decline with it ('Саудовская Аравия'), and so does what 'и' joins to it
    ('Босния и Герцеговина'); of words with a hyphen the last part does. All after the first noun stays
    ('заместитель министра'), and so do abbreviations and words in another script. The accusative is that of
    things and places.
    """
    if case == "nomn":
        return phrase
    written, done = [], 0
    for word in _list_declining(phrase):
        written += [phrase[done : word.start()], _decline_word(word[0], case)]
        done = word.end()
    return "".join(written) + phrase[done:]


def decline_russian_name(name: str, case: RussianCase, *, surnames: bool = True) -> str:
    """Return the `name` of a person, which stands in the nominative, in `case`.

    A name whose gender cannot be told stays as it is, and so do parts that do not decline ('Ингрид
    Халворсен') and names in another script. With `surnames` a name in -ин that the dictionary lacks is a
    surname and takes -ым ('Маминым').
    """
    gender = read_name_gender(name)
    if case == "nomn" or gender is None:
        return name
    written, done = [], 0
    for part in find_parts(name):
        written += [name[done : part.start], _decline_part(part, case, gender, surnames=surnames)]
        done = part.stop
    return "".join(written) + name[done:]


@functools.lru_cache(maxsize=4096)
def read_name_gender(name: str) -> str | None:
    """Return 'masc' or 'femn' as the parts of a Russian `name` (in the nominative) show it, else None.

    A given name or patronymic that is known decides, then the ending of a surname.
    """
    found = [_find_gender(part.text) for part in find_parts(name)] if _CYRILLIC.search(name) else []
    told = {gender for gender in found if gender}
    if len(told) == 1:
        return told.pop()
    return next((gender for gender in found if gender), None)


def join_within(place: str) -> str:
    """Return 'в' or 'во' or 'на' with the `place` (in the nominative) where something is."""
    return f"{_choose_within(place)} {decline_russian(place, 'loct')}"


def join_into(place: str) -> str:
    """Return 'в' or 'во' or 'на' with the `place` (in the nominative) to which somebody comes."""
    return f"{_choose_within(place)} {decline_russian(place, 'accs')}"


def join_with(words: str) -> str:
    """Return 'с' or 'со' with `words`, which stand in the instrumental."""
    spelled = words.split(maxsplit=1)[0].isupper()  # letters are spoken with a vowel before them: 'с США'
    said = read_case_table()["words"]
    longer = not spelled and re.match(read_case_table()["so"], words.lower())
    return f"{said['with_vowel' if longer else 'with']} {words}"


def takes_surnames(country: str | None) -> bool:
    """Tell whether names in -ин of this country are surnames as in Russian."""
    return country in read_case_table()["surnames"]


@functools.cache
def read_case_table() -> dict[str, Any]:
    """Load russian_cases.yml once."""
    source = importlib.resources.files("elshi.text") / "data" / "russian_cases.yml"
    data: dict[str, Any] = yaml.load(source.read_text("utf-8"), yaml.CSafeLoader)
    return data


def _choose_within(place: str) -> str:
    table = read_case_table()
    if place in table["on"]:
        return str(table["words"]["on"])
    return str(table["words"]["in_vowel" if re.match(table["vo"], place.lower()) else "in"])


def _list_declining(phrase: str) -> Iterator[re.Match[str]]:
    """Yield the words of `phrase` that decline: up to the first noun, and the noun that 'и' joins to it."""
    words = list(_WORD.finditer(phrase))
    closed = False
    for word, after in itertools.zip_longest(words, words[1:]):
        if closed:
            if word[0] == read_case_table()["words"]["and"] and after and after[0][0].isupper():
                closed = False
                continue
            return
        hyphened = phrase[word.end() : word.end() + 1] == "-"
        if hyphened and word[0] not in read_case_table()["joined"]:
            continue
        if not _CYRILLIC.fullmatch(word[0]) or (word[0].isupper() and len(word[0]) > 1):
            return
        yield word
        closed = not hyphened and not _is_adjective(word[0])


def _is_adjective(word: str) -> bool:
    parses = [p for p in open_russian().parse(word.lower()) if "nomn" in p.tag]
    return bool(parses) and parses[0].tag.POS in _ADJECTIVES and word not in read_case_table()["plain"]


def _decline_word(word: str, case: RussianCase) -> str:
    table = read_case_table()
    if word in table["fixed"]:
        return word
    if word in table["given"]:
        return str(table["given"][word][case])
    parse = None if word in table["plain"] else _find_parse(word)
    if parse is None:
        return _decline_by_ending(word, case)
    if case == "accs" and (parse.tag.number == "plur" or word[-1] not in "аяь"):
        return word
    form = parse.inflect({case})
    return _write_like(word, form.word) if form else word


def _find_parse(word: str) -> Any:  # noqa: ANN401 - pymorphy3 has no types
    """Return how the dictionary reads `word` in the nominative, as a place first; None where it does not."""
    known = [p for p in open_russian().parse(word.lower()) if p.is_known and "nomn" in p.tag]
    places = [p for p in known if "Geox" in p.tag]
    if places or not known:
        return next(iter(places), None)
    borrowed = word[0].isupper() and _FIXED_END.search(word) and known[0].tag.number != "plur"
    return None if borrowed else known[0]


def _decline_by_ending(word: str, case: RussianCase) -> str:
    """Return `word`, which the dictionary lacks, in `case` by its last letters alone."""
    if _FIXED_END.search(word):
        return word
    stem, last = word[:-1], word[-1]
    if last in "ая":
        return stem + _end_feminine(stem, last, case)
    soft = last in "йь"
    endings = {"gent": "ая", "datv": "ую", "ablt": ("ом", "ем"), "loct": "ее"}
    if case == "accs":
        return word
    chosen = endings[case][soft or (case == "ablt" and last in _HUSHING)]
    return (stem if soft else word) + chosen


def _end_feminine(stem: str, last: str, case: RussianCase) -> str:
    soft = last == "я"
    if soft and stem.endswith("и") and case in {"datv", "loct"}:
        return "и"
    if case == "gent":
        return "и" if soft or stem[-1] in _VELAR else "ы"
    if case == "accs":
        return "ю" if soft else "у"
    if case == "ablt":
        return "ей" if soft or stem[-1] in _HUSHING else "ой"
    return "е"


def _find_gender(part: str) -> str | None:
    """Return the gender that one part of a name shows."""
    lower, table = part.lower(), read_costs()
    if lower in table["masculine"] + table["never"] + read_case_table()["men"]:
        return "masc"
    if lower in table["feminine"]:
        return "femn"
    parses = [
        p for p in open_russian().parse(lower) if p.is_known and {"nomn", "sing"} <= set(p.tag.grammemes)
    ]
    named = [p for p in parses if {"Name", "Patr"} & set(p.tag.grammemes) and p.tag.gender in GENDERS]
    if named:
        return str(max(named, key=lambda parse: parse.score).tag.gender)
    return next((g for g, ending in read_case_table()["genders"].items() if re.search(ending, lower)), None)


def _decline_part(part: NamePart, case: RussianCase, gender: str, *, surnames: bool) -> str:
    """Return the form of one part of a name that reads back, at the least cost, as that part in `case`."""
    costs = {
        form: reading.cost
        for form in list_forms(part, case, gender)
        if _may_be_written(part.text, form) and (surnames or case != "ablt" or not _SURNAME.search(form))
        for reading in read_part(replace(part, text=form))
        if (reading.case, reading.gender, reading.nominative) == (case, gender, part.text)
    }
    return min(costs, key=lambda form: costs[form], default=part.text)


def _may_be_written(nominative: str, form: str) -> bool:
    """Tell whether the letters of `form` may stand beside one another, and 'ё' is of the name's own."""
    clash = _CLASH.search(form) or (nominative.endswith("ия") and form.endswith("ие"))
    return not clash and form.count("ё") <= nominative.count("ё")


def _write_like(word: str, form: str) -> str:
    """Return the lower-case `form` with the capital of `word`, and with 'ё' only where `word` has one."""
    plain = form if "ё" in word.lower() else form.replace("ё", "е")
    return plain[:1].upper() + plain[1:] if word[0].isupper() else plain

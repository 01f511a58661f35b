"""Case endings put to Kazakh words: by the row of their vowels and by their last sound."""

from __future__ import annotations

import functools
import importlib.resources
import re
from dataclasses import dataclass
from typing import Any

import yaml

from elshi.text.kazakh import Case

_LATIN = re.compile(r"[a-zA-Z\u00c0-\u024f]")
_LAST_WORD = re.compile(r"[\w'’ʼ]+$")
_SIGNS = "ьъ"
_ROWS = ("back", "front")


@dataclass(frozen=True, slots=True)
class _Shape:
    """How an ending is written after letters of some kind: with back vowels, and with front ones."""

    after: frozenset[str]
    written: tuple[str, ...]


def decline_kazakh(text: str, case: Case, *, possessive: bool | None = None) -> str:
    """Return the Kazakh `text`, which stands in the nominative, in `case`: the last word takes the ending.

    `possessive` tells that this word holds the possessive ending of the third person ('министрі',
    'Арабиясы'); left out, a word in -ы or -і that is not the first is taken for one, and so is a
    patronymic. Abbreviations and names in Latin script take the ending behind a hyphen.
    """
    word = _find_last_word(text)
    if case == "nominative" or word is None:
        return text
    if possessive is None:
        possessive = _looks_possessive(text, word)
    sound = _spell_sound(word)
    if re.search(_read_data()["linking"], sound):
        return text + "і" + _choose_ending(sound + "і", case, possessive=False)
    ending = _choose_ending(sound, case, possessive=possessive)
    return text + ("-" if _stands_apart(word) else "") + ending


def join_kazakh(one: str, other: str) -> str:
    """Return two words or phrases joined by the 'and' that harmonises: мен, бен or пен."""
    word = _find_last_word(one)
    joint = _choose_ending(_spell_sound(word or ""), "instrumental", possessive=False)
    return f"{one} {joint} {other}"


def is_front(word: str) -> bool:
    """Tell whether endings of `word` have front vowels."""
    return _find_row(_spell_sound(_find_last_word(word) or "")) == "front"


def _find_last_word(text: str) -> str | None:
    found = _LAST_WORD.search(text.rstrip(')»"”.- '))
    return found[0] if found else None


def decline_kazakh_name(name: str, case: Case) -> str:
    """Return a person's `name`, which stands in the nominative, in `case`; patronymics are possessive."""
    word = _find_last_word(name) or ""
    return decline_kazakh(name, case, possessive=_is_patronymic(word))


def _looks_possessive(text: str, word: str) -> bool:
    return _is_patronymic(word) or (" " in text and word[-1] in "ыі" and not _stands_apart(word))


def _is_patronymic(word: str) -> bool:
    return re.search(_read_data()["patronymic"], word.lower()) is not None


def _stands_apart(word: str) -> bool:
    """Tell whether endings stand behind a hyphen: after an abbreviation, a number, a word in Latin script."""
    return (word.isupper() and len(word) > 1) or bool(_LATIN.search(word)) or word[-1].isdigit()


def _spell_sound(word: str) -> str:
    """Return how `word` sounds at its end, in lower-case Kazakh letters."""
    data = _read_data()
    if word in data["spoken"]:
        return str(data["spoken"][word])
    return "".join(data["latin"].get(letter, letter) for letter in word.lower())


def _choose_ending(sound: str, case: Case, *, possessive: bool) -> str:
    if possessive and case in _POSSESSED:
        shape = _POSSESSED[case]
    else:
        last = (sound.rstrip(_SIGNS) or sound)[-1:]
        shape = next((s for s in _list_shapes()[case] if last in s.after), _list_shapes()[case][0])
    return shape.written[_ROWS.index(_find_row(sound)) if len(shape.written) > 1 else 0]


def _find_row(sound: str) -> str:
    """Return 'back' or 'front', the row of vowels that endings of this word have."""
    data = _read_data()
    named = next((row for row in _ROWS if sound in data["rows"][row]), None)
    if named:
        return named
    stem = re.sub(data["surname"], "", sound) if _has_vowel(re.sub(data["surname"], "", sound)) else sound
    if stem == sound and re.search(data["front"], sound):
        return "front"
    return _read_vowels(stem)


def _read_vowels(stem: str) -> str:
    """Return the row of the last vowel that has one; 'и' alone is front, 'у' goes with what is before."""
    table, data = _read_table(), _read_data()
    for letter in reversed(stem):
        if letter in table["back"] + table["hard"]["back"]:
            return "back"
        if letter in table["front"]:
            return "front"
        if letter == "и":
            return "back" if set(stem) & set(data["native"]) else "front"
    return "back"


def _has_vowel(text: str) -> bool:
    return bool(set(text) & set(_read_table()["letters"]["vowel"]))


_POSSESSED: dict[Case, _Shape] = {
    "accusative": _Shape(frozenset(), ("н",)),
    "dative": _Shape(frozenset(), ("на", "не")),
    "locative": _Shape(frozenset(), ("нда", "нде")),
    "ablative": _Shape(frozenset(), ("нан", "нен")),
}


@functools.cache
def _list_shapes() -> dict[Case, tuple[_Shape, ...]]:
    """Return the shapes of each case after a noun; 'и' and 'у' sound with a glide, and go with glides."""
    letters = _read_table()["letters"]
    shapes: dict[Case, list[_Shape]] = {}
    for entry in _read_table()["endings"]:
        if "noun" in entry["before"]:
            for form in entry["forms"]:
                after = frozenset("".join(letters[sound] for sound in form.get("after", ())))
                glides = frozenset("" if "glide" in form.get("after", ()) else "иую")
                shapes.setdefault(entry["name"], []).append(_Shape(after - glides, tuple(form["write"])))
    return {case: tuple(found) for case, found in shapes.items()}


@functools.cache
def _read_table() -> dict[str, Any]:
    return _read_yaml("kazakh_suffixes.yml")


@functools.cache
def _read_data() -> dict[str, Any]:
    return _read_yaml("kazakh_cases.yml")


def _read_yaml(name: str) -> dict[str, Any]:
    source = importlib.resources.files("elshi.text") / "data" / name
    data: dict[str, Any] = yaml.load(source.read_text("utf-8"), yaml.CSafeLoader)
    return data

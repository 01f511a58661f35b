"""Names in Latin letters, and a key that is the same for a name in every script."""

from __future__ import annotations

import functools
import importlib.resources
import re
import unicodedata
from typing import Any

import yaml

from elshi.model.report import Language


@functools.lru_cache(maxsize=16384)
def romanize(name: str, language: Language) -> str:
    """Return `name` in plain Latin letters; an English name comes back as it is.

    Russian by the BGN/PCGN system of 1947, Kazakh Cyrillic by that of 1979, without the marks
    that the press leaves out (see data/romanization.yml). Kazakh in Latin letters loses its
    marks only. What is neither Cyrillic nor Latin stays.
    """
    if language == "en":
        return name
    data = _read_data("romanization.yml")
    composed = unicodedata.normalize("NFC", name)
    table = {**data["other"], **data["ru"], **data["kk"], **data[language]}
    written = [
        _write_letter(letter, composed[:index][-1:].lower(), composed[index + 1 :][:1], table, language)
        for index, letter in enumerate(composed)
    ]
    return _fold_marks("".join(written), data["latin"])


@functools.lru_cache(maxsize=16384)
def name_key(name: str) -> str:
    """Return a key for grouping: equal or nearly equal for the spellings of one name in every script.

    Тоқаев, Токаев, Tokayev and Toqaev all give 'tokaev'. The rules are in data/name_key.yml.
    Words stay apart, in their order; a hyphen parts words too.
    """
    words = re.split(r"[\s.\-\u2010-\u2015]+", name.lower())
    return " ".join(filter(None, map(_fold_word, words)))


def _fold_word(word: str) -> str:
    data = _read_data("name_key.yml")
    composed = unicodedata.normalize("NFC", word)
    folded = _fold_marks("".join(data["letters"].get(letter, letter) for letter in composed), {})
    for pattern, replacement in data["rules"]:
        folded = re.sub(pattern, replacement, folded)
    return folded


def _write_letter(letter: str, before: str, after: str, table: dict[str, str], language: Language) -> str:
    """Return one letter in Latin, in the case that its neighbours ask for."""
    lower = letter.lower()
    if lower not in table:
        return letter
    iotated = _read_data("romanization.yml")["iotated"]
    begins = not before.isalpha() or before in iotated["after"]
    latin: str = (
        iotated["write"] if language == "ru" and lower == iotated["letter"] and begins else table[lower]
    )
    if lower == letter:
        return latin
    return latin.upper() if after.isupper() else latin.capitalize()


def _fold_marks(text: str, letters: dict[str, str]) -> str:
    """Return `text` with `letters` replaced and the accents of Latin letters taken off."""
    return "".join(_fold_letter(letter, letters) for letter in unicodedata.normalize("NFC", text))


def _fold_letter(letter: str, letters: dict[str, str]) -> str:
    if folded := letters.get(letter.lower()):
        return folded if letter.islower() else folded.capitalize()
    if unicodedata.combining(letter):
        return ""
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter


@functools.cache
def _read_data(file: str) -> dict[str, Any]:
    source = importlib.resources.files("elshi.text") / "data" / file
    data: dict[str, Any] = yaml.load(source.read_text("utf-8"), yaml.CSafeLoader)
    return data

"""Kazakh names back to the nominative: the case ending of the last word, read with reserve."""

from __future__ import annotations

import functools
import importlib.resources
import re
from typing import Any, get_args

import yaml

from elshi.text.kazakh import Case, Form, read_forms

_CASES: frozenset[str] = frozenset(get_args(Case))
_LAST_WORD = re.compile(r"\S+$")
_APART = "-–’'ʼ`\u2010\u2011"
_AFTER_POSSESSIVE = frozenset({"н", "на", "не", "нан", "нен", "нда", "нде"})


@functools.lru_cache(maxsize=16384)
def read_kazakh_nominative(name: str) -> str:
    """Return the Kazakh `name` without the case ending of its last word, if it has one.

    'Хакан Фиданмен' gives 'Хакан Фидан'; 'Хакан Фидан' stays, although '-дан' is an ending too.
    """
    last = _LAST_WORD.search(name)
    form = _find_ending(last[0]) if last else None
    if last is None or form is None:
        return name
    return name[: last.start()] + last[0][: len(form.stem)].rstrip(_APART)


@functools.lru_cache(maxsize=16384)
def read_kazakh_cases(name: str) -> frozenset[str]:
    """Return the case that the ending of `name` shows, in a set; nominative where it shows none."""
    last = _LAST_WORD.search(name)
    form = _find_ending(last[0]) if last else None
    return frozenset({form.endings[0] if form else "nominative"})


def _find_ending(word: str) -> Form | None:
    """Return the reading of `word` as a name with one case ending, the longest of them; None without."""
    lower = word.lower()
    data = _read_data()
    if lower in data["whole"] or re.search(data["whole_ends"] + "$", lower) or len(lower) != len(word):
        return None
    found = [
        form
        for form in read_forms(word)
        if len(form.endings) == 1 and lower.startswith(form.stem) and _is_name_ending(data, form, lower)
    ]
    return min(found, key=lambda form: len(form.stem), default=None)


def _is_name_ending(data: dict[str, Any], form: Form, word: str) -> bool:
    """Tell whether the one ending of `form` is a case, and one that this name may well have."""
    case, written = form.endings[0], word[len(form.stem) :]
    if case not in _CASES:
        return False
    if written[0] in _APART:
        return True
    if written in _AFTER_POSSESSIVE and form.stem[-1:] in {"ы", "і"}:
        return re.search(data["patronymic"] + "$", form.stem) is not None
    if case in data["sure"] or re.search(data["surname"] + "$", form.stem):
        return True
    shortest: int = data["after_long"].get(case, len(word))
    return len(form.stem) >= shortest


@functools.cache
def _read_data() -> dict[str, Any]:
    source = importlib.resources.files("elshi.text") / "data" / "kazakh_names.yml"
    data: dict[str, Any] = yaml.load(source.read_text("utf-8"), yaml.CSafeLoader)
    return data

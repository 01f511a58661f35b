"""Dates in the words of a brief: '12 марта 2026 года', '2026 жылғы 12 наурызда', 'on 12 March 2026'."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from elshi.briefs.phrases import Phrases
from elshi.model.when import read_bounds

_YEAR = len("2026")
_MONTH = len("2026-03")
_DAY = len("2026-03-12")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a record, said as `say_date` says it."""

    edtf: str | None
    phrases: Phrases

    def say(self, form: str) -> str:
        """Return the date in `form`: 'named' or 'when'."""
        return say_date(self.edtf, form or "named", self.phrases)


class _Date:
    """One end of a date: a day, a month or a year, said in any form that the phrases have."""

    def __init__(self, edtf: str, phrases: Phrases) -> None:
        self._edtf, self._phrases = edtf, phrases

    def say(self, form: str) -> str:
        kind = "day" if len(self._edtf) == _DAY else "month" if len(self._edtf) == _MONTH else "year"
        template = self._phrases.read("dates", kind)[form or "named"]
        return str(template).format(**_name_parts(self._edtf, self._phrases))


def say_date(edtf: str | None, form: str, phrases: Phrases) -> str:
    """Return a date of a record (EDTF) in words; `form` is 'named' for the date itself, 'when' for on it.

    What is no date is given as it stands, and an unknown one is said to be unknown.
    """
    if edtf is None:
        return phrases.word("dates", "unknown", form)
    plain = re.sub("[~?%]", "", edtf)
    try:
        read_bounds(plain)
    except ValueError:
        return edtf
    if plain == edtf:
        return _say_plain(plain, form, phrases)
    key = "about" if len(plain) == _DAY else "about_other"
    return phrases.word("dates", key, form, date=_About(plain, phrases))


class _About:
    """A date that something happened about."""

    def __init__(self, edtf: str, phrases: Phrases) -> None:
        self._edtf, self._phrases = edtf, phrases

    def say(self, form: str) -> str:
        plain = "/" not in self._edtf
        return (
            _Date(self._edtf, self._phrases).say(form)
            if plain
            else _say_plain(self._edtf, form if form in {"named", "when"} else "named", self._phrases)
        )


def _say_plain(edtf: str, form: str, phrases: Phrases) -> str:
    lower, slash, upper = edtf.partition("/")
    if not slash or lower == upper:
        return _Date(lower, phrases).say(form)
    if lower in {"..", ""}:
        return phrases.word("dates", "until", form, last=_Date(upper, phrases))
    if upper in {"..", ""}:
        return phrases.word("dates", "since", form, first=_Date(lower, phrases))
    return _say_stretch(lower, upper, form, phrases)


def _say_stretch(lower: str, upper: str, form: str, phrases: Phrases) -> str:
    """Return a stretch: what both ends have in common is said once."""
    key = _find_common(lower, upper)
    if key is None:
        return phrases.word("dates", "stretch", form, first=_Date(lower, phrases), last=_Date(upper, phrases))
    first = {f"first_{key}": value for key, value in _name_parts(lower, phrases).items()}
    template = str(phrases.read("dates", key)[form])
    return template.format(**first, **_name_parts(upper, phrases))


def _find_common(lower: str, upper: str) -> str | None:
    """Return how a stretch is said whose ends have a month or a year in common, or are years; else None."""
    if len(lower) == len(upper) == _DAY:
        same = "days" if lower[:_MONTH] == upper[:_MONTH] else "days_of_year"
        return same if lower[:_YEAR] == upper[:_YEAR] else None
    return "years" if len(lower) == len(upper) == _YEAR else None


def _name_parts(edtf: str, phrases: Phrases) -> Mapping[str, str]:
    """Return year, day and month of a date, the month in every form that the phrases have."""
    year, month, day = ([*edtf.split("-"), "", ""])[:3]
    parts = {"year": str(int(year)), "day": str(int(day)) if day else ""}
    for key in phrases.data:
        if month and key.startswith("months"):
            parts[key.replace("months", "month")] = phrases.read(key)[int(month) - 1]
    return parts

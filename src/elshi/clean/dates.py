"""Full dates as datelines, bylines and addresses write them: day, month and year in one of three languages.

Dates inside sentences, and dates without a year, are the mention stage's business.
"""

from __future__ import annotations

import datetime as dt
import functools
import re

from elshi.lexicon.load import read_table
from elshi.model.report import LANGUAGES

TIME = r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?"
YEAR = r"(?:19[5-9]\d|20\d\d)"  # the years that press archives reach; other figures are no year of a report
ISO = rf"{YEAR}-[01]\d-[0-3]\d"
# Day first, as all three presses write it with full stops or hyphens; with slashes it may be either way.
NUMERIC = rf"(?:[0-3]?\d\.[01]?\d\.{YEAR}|[0-3]?\d-[01]?\d-{YEAR})"


@functools.cache
def read_words(kind: str) -> tuple[str, ...]:
    """Return the words of `kind` ('weekday', 'not_city') in all three languages, longest first."""
    rows = (row for language in LANGUAGES for row in read_table(f"{language}/datelines.yml"))
    words = {str(word) for row in rows if row["kind"] == kind for word in row["words"]}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@functools.cache
def read_months() -> dict[str, int]:
    """Return month names and abbreviations of all three languages in lower case, with their numbers."""
    rows = (row for language in LANGUAGES for row in read_table(f"{language}/datelines.yml"))
    months = [row["words"] for row in rows if row["kind"] == "month"]
    return {name: int(number) for table in months for number, names in table.items() for name in names}


@functools.cache
def write_pattern(*, year: bool) -> str:
    """Return a pattern for a written day and month, and the year: needed where `year` holds, else not."""
    month = rf"(?:{'|'.join(sorted(read_months(), key=len, reverse=True))})\b\.?"
    after, before = rf",?\s+{YEAR}", rf"{YEAR}\s+(?:жыл(?:ғы|дың)|ж\.)\s+"
    some = "" if year else "?"
    day = r"[0-3]?\d(?:-?(?:st|nd|rd|th|е|го))?"
    return (
        rf"(?:{ISO}|{NUMERIC}|{before}{day}\s+{month}|{day}\s+{month}(?:{after}(?:\s+(?:года|г\.?|жыл|ж\.))?){some}"
        rf"|{month}\s+{day}(?:{after}){some})"
    )


def read_full_date(words: str) -> str | None:
    """Return the ISO date that `words` hold, None where a part is missing or there is no such day."""
    lower = words.lower()
    names = read_months()
    month = next((names[word] for word in re.findall(r"[^\W\d_]+", lower) if word in names), None)
    if found := re.search(r"([12]\d{3})-(\d\d)-(\d\d)", lower):
        return write_date(*found.groups())
    if found := re.search(r"(?<!\d)(\d?\d)[.-](\d?\d)[.-]([12]\d{3})", lower):
        return write_date(*reversed(found.groups()))
    year = re.search(r"(?<!\d)[12]\d{3}(?!\d)", lower)
    day = re.search(r"(?<!\d)[0-3]?\d(?!\d)", lower)
    return write_date(year[0], str(month), day[0]) if month and year and day else None


def write_date(year: str, month: str, day: str) -> str | None:
    """Return the ISO form of a day given in figures, None where the calendar has no such day."""
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def read_address_date(address: str | None) -> str | None:
    """Return the ISO date in a web address such as '…/2025/12/12/title' or '…-2025-12-12-…', else None."""
    parts = re.search(r"(?<!\d)((?:19|20)\d\d)([/-])(\d{1,2})\2(\d{1,2})(?!\d)", address or "")
    return write_date(parts[1], parts[3], parts[4]) if parts else None

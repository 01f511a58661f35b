"""A question as typed, taken apart: words, "phrases", beginnings*, and fields such as who:Toqaev."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any, get_args

from elshi.errors import Message, UsageError
from elshi.lexicon.topics import NO_TOPIC, load_topics
from elshi.model.frame import EngagementType
from elshi.model.query import Query
from elshi.model.report import LANGUAGES
from elshi.model.search import SearchQuery, Wanted
from elshi.model.when import read_bounds
from elshi.record.fold import fold_words

_PIECE = re.compile(r'\s*(?:(?P<field>[A-Za-z]+):(?!//))?(?P<value>"[^"]*"?|[^\s"]*)(?P<star>(?<=")\*)?')
_DAYS = re.compile(r"\d{4}(-\d\d){0,2}((/|\.\.)\d{4}(-\d\d){0,2})?")


def parse_search(text: str) -> SearchQuery:
    """Return what `text` asks for. Raises UsageError, which says what is wrong and how to write it."""
    if text.count('"') % 2:
        message = Message(
            "a quotation mark is missing in %(text)r; put phrases between two of them", text=text
        )
        raise UsageError(message)
    wanted: list[Wanted] = []
    plain: list[str] = []
    fields: dict[str, Any] = {}
    for found in _PIECE.finditer(text):
        value = found["value"].strip('"')
        if found["field"]:
            _add_field(fields, found["field"].lower(), value)
        elif value.strip("*\"' "):
            wanted += _read_words(value, quoted=found["value"].startswith('"'))
            plain.append(value.rstrip("*"))
    if not wanted and not fields:
        message = Message(
            'nothing is asked for in %(text)r; give words, a "phrase", a word* or a field such as who:',
            text=text,
        )
        raise UsageError(message)
    return SearchQuery(tuple(dict.fromkeys(wanted)), Query(**fields), " ".join(plain))


def _read_words(value: str, *, quoted: bool) -> list[Wanted]:
    words = fold_words(value)
    if not words:
        message = Message("%(value)r has no letter or digit to look for; leave it out", value=value)
        raise UsageError(message)
    if quoted:
        return [Wanted(" ".join(words), "phrase")]
    last = len(words) - 1
    return [
        Wanted(word, "prefix" if place == last and value.endswith("*") else "word")
        for place, word in enumerate(words)
    ]


def _add_field(fields: dict[str, Any], name: str, value: str) -> None:
    if name not in FIELDS:
        message = Message(
            "there is no field %(name)r; the fields are %(known)s",
            name=name,
            known=", ".join(f"{field}:" for field in FIELDS),
        )
        raise UsageError(message)
    if not value:
        message = Message(
            "%(name)s: has no value; write it right behind the colon, such as %(example)s",
            name=name,
            example=_EXAMPLES[name],
        )
        raise UsageError(message)
    found = FIELDS[name](value)
    if not found.keys().isdisjoint(fields):
        message = Message("%(name)s: is given twice; ask for one, then for the other", name=name)
        raise UsageError(message)
    fields.update(found)


def _read_country(value: str) -> dict[str, Any]:
    return {"country": value.upper()}


def _read_date(value: str) -> dict[str, Any]:
    if not _DAYS.fullmatch(value):
        message = Message(
            "%(value)r is not a date; write date:2026, date:2026-03, date:2026-03-12 or date:2026-03/2026-05",
            value=value,
        )
        raise UsageError(message)
    first, _, last = value.replace("..", "/").partition("/")
    try:
        return {"since": _read_day(first, 0), "until": _read_day(last or first, 1)}
    except ValueError as error:
        message = Message("%(value)r is not in the calendar; write date:2026-03-12", value=value)
        raise UsageError(message) from error


def _read_day(value: str, side: int) -> dt.date | None:
    bounds = read_bounds(value)
    return bounds[side]


def _read_code(name: str, codes: Callable[[], frozenset[str]]) -> Callable[[str], dict[str, Any]]:
    def read(value: str) -> dict[str, Any]:
        code = re.sub(r"[\s-]+", "_", value.strip().lower())
        if code not in codes():
            message = Message(
                "there is no %(trait)s %(value)r; give one of %(known)s",
                trait=name,
                value=value,
                known=", ".join(sorted(codes())),
            )
            raise UsageError(message)
        return {name: code}

    return read


FIELDS: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "who": lambda value: {"who": value},
    "office": lambda value: {"office": re.sub(r"[\s-]+", "_", value) if value.isascii() else value},
    "country": _read_country,
    "body": lambda value: {"body": value.upper()},
    "topic": _read_code("topic", lambda: frozenset(load_topics()) - {NO_TOPIC}),
    "type": _read_code("type", lambda: frozenset(get_args(EngagementType))),
    "date": _read_date,
    "lang": lambda value: {
        "language": _read_code("language", lambda: frozenset(LANGUAGES))(value)["language"]
    },
}
_EXAMPLES = {
    "who": "who:Toqaev", "office": "office:ambassador", "country": "country:JO", "body": "body:UNESCO",
    "topic": "topic:transport", "type": "type:meeting", "date": "date:2026-03", "lang": "lang:kk",
}  # fmt: skip

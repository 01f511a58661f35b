"""What errors say on a page: in its language, codes by their names, what was typed marked as not ours."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup, escape

from elshi.clean.language import NAMES as LANGUAGE_NAMES
from elshi.errors import Message
from elshi.lexicon.codebook import load_codebook
from elshi.locales import Tongue
from elshi.locales.dates import find_locale
from elshi.locales.messages import PLACE, find_words, recall_message
from elshi.web.field_names import FIELD_NAMES, VERDICTS
from elshi.web.fields import FILTER_NAMES, RIGHT_NAMES, ROLE_NAMES

_COMMAND = re.compile("`([^`]*)`")
_CODES = {name: code for code, name in LANGUAGE_NAMES.items()}


def write_message(said: str, tongue: Tongue) -> Markup:
    """Return what an error says as a sentence of a page; one that no catalogue has stays English."""
    message = recall_message(said)
    if not isinstance(message, Message):
        return Markup('<span lang="en">{}</span>').format(message)
    return _write(message, tongue, first=True)


def _write(message: Message, tongue: Tongue, *, first: bool = False) -> Markup:
    sentence = find_words(message, tongue)
    shown = str(escape(sentence[:1].upper() + sentence[1:] if first else sentence))
    marked = _COMMAND.sub(r"<code>\1</code>", shown)
    return Markup(PLACE.sub(functools.partial(_fill, message.values, tongue, first=first), marked))  # noqa: S704 - all of it is escaped


def _fill(values: Mapping[str, object], tongue: Tongue, place: re.Match[str], *, first: bool) -> str:
    name = place["name"]
    if not name:
        return "%"
    value = values[name]
    if isinstance(value, Message):
        return _write(value, tongue, first=first and not place.start())
    if isinstance(value, int | float):
        return str(value)
    named = _NAMERS[name](str(value), tongue) if name in _NAMERS else None
    if named:
        return str(escape(named))
    # What somebody typed, an id, or what a foreign program said: in no language that is known.
    words = repr(value) if place["form"] == "r" else str(value)
    return f'<span lang="">{escape(words)}</span>'


def _name_by(table: Mapping[Any, str]) -> Callable[[str, Tongue], str | None]:
    def name(value: str, tongue: Tongue) -> str | None:
        words = value.split(", ")
        return ", ".join(tongue.say(table[word]) for word in words) if table.keys() >= set(words) else None

    return name


def _name_kind(value: str, tongue: Tongue) -> str | None:
    meaning = load_codebook().get(("kind", value))
    return meaning.labels[tongue.language] if meaning else None


def _name_language(value: str, tongue: Tongue) -> str | None:
    named = find_locale(tongue.language).languages.get(_CODES.get(value, ""))
    return str(named) if named else None


_NAMERS: Mapping[str, Callable[[str, Tongue], str | None]] = {
    "field": _name_by(FIELD_NAMES),
    "filter": _name_by(FILTER_NAMES),
    "right": _name_by(RIGHT_NAMES),
    "rights": _name_by(RIGHT_NAMES),
    "role": _name_by(ROLE_NAMES),
    "verdict": _name_by(VERDICTS),
    "kind": _name_kind,
    "other_kind": _name_kind,
    "spoken": _name_language,
}  # by the name of a place in a message: what programs give as codes

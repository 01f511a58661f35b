"""Values of fields as people type them, and back.

Lists of codes are parted by commas, a place is 'Amman, JO', a number or a truth is written as in JSON, and
what has parts of its own (people, forums) is JSON.
"""

from __future__ import annotations

import json
from typing import Any

from elshi.errors import Message, UsageError

_LISTS = frozenset({"parties", "topics", "by"})
_PARTS = frozenset({"participants", "event"})
_PLAIN = frozenset({"confidence", "former"})


def write_value(field: str, value: Any) -> str:  # noqa: ANN401 - a field holds any JSON
    """Return `value` as it stands in the box where it is typed; empty for what is not known."""
    if value is None or value == []:
        return ""
    if field in _LISTS and isinstance(value, list):
        return ", ".join(str(part) for part in value)
    if field == "place" and isinstance(value, dict):
        city, country = value.get("city"), value.get("country")
        return ", ".join(part for part in (city or "", country) if part is not None)
    if isinstance(value, str) and field not in _PARTS:
        return value
    return json.dumps(value, ensure_ascii=False)


def read_value(field: str, text: str) -> Any:  # noqa: ANN401 - a field holds any JSON
    """Return the value that `text` means; None where it is empty. Raises UsageError where it means none."""
    words = text.strip()
    if not words:
        return [] if field in _LISTS else None
    if field in _PARTS | _PLAIN:
        return _read_json(field, words)
    if field == "place":
        return _read_place(words)
    values = [part.strip() for part in words.split(",") if part.strip()] if field in _LISTS else [words]
    return values if field in _LISTS else words


def _read_place(words: str) -> dict[str, str | None]:
    city, _, country = words.rpartition(",")
    if len(country.strip()) != 2 or not country.strip().isascii():  # noqa: PLR2004 - letters of ISO 3166-1
        message = Message(
            "%(words)r is no place; write it as 'Amman, JO', or ', JO' where the city is not known",
            words=words,
        )
        raise UsageError(message)
    return {"city": city.strip() or None, "country": country.strip().upper()}


def _read_json(field: str, words: str) -> Any:  # noqa: ANN401 - a field holds any JSON
    try:
        return json.loads(words)
    except ValueError as error:
        message = Message(
            "%(field)s is written as JSON, and this is none: %(error)s", field=field, error=error
        )
        raise UsageError(message) from error

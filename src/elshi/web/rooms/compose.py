"""Values that have parts, people and forums, as the fields of a form: written into it, and read from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

PERSON = ("name", "native_name", "surface", "office", "office_text", "represents", "side")
EVENT = ("name", "ordinal", "surface")
_SPARE = 2  # empty rows, for people whom the entry lacks
_MOST = 200

Row = dict[str, str]


def list_people(text: str) -> tuple[Row, ...]:
    """Return a row of the form for each person of a value written as JSON, and some empty ones."""
    people = _load(text)
    known = people if isinstance(people, list) else []
    rows = [_write(PERSON, person) for person in known if isinstance(person, dict)]
    return (*rows, *(_write(PERSON, {}) for _ in range(_SPARE)))


def list_event(text: str) -> Row:
    """Return the fields of the form for a forum or event written as JSON; empty where none is known."""
    event = _load(text)
    return _write(EVENT, event if isinstance(event, dict) else {})


def compose_value(field: str, given: Mapping[str, str]) -> str | None:
    """Return what was sent for a field as it is typed in one box; None where nothing was sent for it."""
    if field == "participants" and "rows" in given:
        return _compose_people(given)
    if field == "event" and "event-name" in given:
        return _compose_event(given)
    if field == "part_of" and given.get("other", "").strip():
        return given["other"].strip()
    return given.get("value")


def _compose_people(given: Mapping[str, str]) -> str:
    """Return the people of all rows that have a name; one whose name was taken out is left out."""
    number = min(int(given["rows"]), _MOST) if given["rows"].isdecimal() else 0
    rows = [{part: given.get(f"{part}-{n}", "").strip() or None for part in PERSON} for n in range(number)]
    named = [row for row in rows if row["name"]]
    return json.dumps(named, ensure_ascii=False) if named else ""


def _compose_event(given: Mapping[str, str]) -> str:
    event: dict[str, Any] = {part: given.get(f"event-{part}", "").strip() or None for part in EVENT}
    if not event["name"]:
        return ""
    ordinal = event["ordinal"] or ""
    event["ordinal"] = int(ordinal) if ordinal.isascii() and ordinal.isdecimal() else event["ordinal"]
    return json.dumps(event, ensure_ascii=False)


def _write(parts: tuple[str, ...], value: Mapping[str, Any]) -> Row:
    return {part: "" if value.get(part) is None else str(value[part]) for part in parts}


def _load(text: str) -> Any:  # noqa: ANN401 - whatever was typed
    try:
        return json.loads(text) if text else None
    except ValueError:
        return None

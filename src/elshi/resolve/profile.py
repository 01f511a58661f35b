"""What is compared when two frames may tell of one thing: their values without the words."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from elshi.model.entry import MANY, EntryKind, Json, StoredFrame
from elshi.model.when import read_bounds

_PERSON: Mapping[EntryKind, str] = {"tenure": "person", "position": "holder"}


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day something may have happened on; `rough` where only the report's day is known."""

    first: dt.date
    last: dt.date
    rough: bool

    @property
    def exact(self) -> bool:
        """Tell whether it is one day, and not only that of the report."""
        return self.first == self.last and not self.rough


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as a frame names them: spellings (Latin first), office, country, and the register's entity."""

    names: tuple[str, ...]
    office: str | None = None
    represents: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """A frame as it is compared. `told` is when its report was published, `fields` what it says."""

    kind: EntryKind
    report: str
    language: str
    told: Days | None
    days: Days | None
    parties: frozenset[str]
    people: tuple[Someone, ...]
    topics: frozenset[str]
    fields: Mapping[str, Any] = field(default_factory=dict)


def make_profile(frame: StoredFrame, published: str | None, language: str) -> Profile:
    """Return the profile of `frame`, whose report was published then in this language."""
    fields = _gather(frame)
    dated = None if frame.kind in {"tenure", "initiative"} else frame.valid
    return Profile(
        kind=frame.kind,
        report=frame.report_id,
        language=language,
        told=read_days(published),
        days=read_days(dated),
        parties=frozenset(fields.get("parties", [])) | frozenset(fields.get("by", [])),
        people=tuple(_list_people(frame, fields)),
        topics=frozenset(fields.get("topics", [])),
        fields=fields,
    )


def read_days(edtf: str | None) -> Days | None:
    """Return the days that a date may mean; None where it is open or no date."""
    try:
        first, last = read_bounds(edtf or "../..")
    except ValueError:  # `check` lists it; it compares with nothing
        return None
    return Days(first, last, "~" in (edtf or "")) if first and last else None


def _gather(frame: StoredFrame) -> Json:
    fields: Json = {}
    for s in frame.statements:
        if s.field in MANY:
            fields.setdefault(s.field, []).append(json.loads(s.value))
        else:
            fields[s.field] = json.loads(s.value)
    return fields


def _list_people(frame: StoredFrame, fields: Json) -> list[Someone]:
    if frame.kind == "engagement":
        named = [((p["name"], p["native_name"]), p) for p in fields.get("participants", [])]
    elif frame.kind in _PERSON:
        named = [((fields.get(_PERSON[frame.kind], ""), fields.get("native_name", "")), fields)]
    else:
        named = []
    return [
        Someone(
            tuple(dict.fromkeys(name for name in names if name)),
            person.get("office"),
            person.get("represents"),
            frame.mentions[place] or None if place < len(frame.mentions) else None,
        )
        for place, (names, person) in enumerate(named)
    ]

"""The catalogue of publishers: who they are, how often they publish, and where."""

from __future__ import annotations

import functools
import importlib.resources
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from elshi.errors import UsageError
from elshi.model.report import LANGUAGES, Language
from elshi.model.watching import SourceKind

KINDS = ("president", "government", "ministry", "parliament", "agency", "organisation")


@dataclass(frozen=True, slots=True)
class Address:
    """Something of a publisher that can be watched; `checked` is the day somebody saw it work, or None."""

    kind: SourceKind
    language: Language
    address: str
    selector: str | None
    checked: str | None


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher; `expected` are items a week, `licence` None where its terms are not known."""

    code: str
    names: Mapping[Language, str]
    kind: str
    country: str | None
    languages: tuple[Language, ...]
    licence: str | None
    expected: float
    timezone: str
    home: str
    addresses: tuple[Address, ...]

    def find_zone(self) -> zoneinfo.ZoneInfo:
        """Return the time zone of the newsroom."""
        return zoneinfo.ZoneInfo(self.timezone)


@functools.cache
def read_publishers() -> Mapping[str, Publisher]:
    """Return all publishers by code, in the order of the files."""
    folder = importlib.resources.files("elshi.watch") / "catalogue"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".yml")), key=lambda f: f.name)
    rows = [row for file in files for row in yaml.safe_load(file.read_bytes())]
    return {row["code"]: _read(row) for row in rows}


def find_publisher(code: str) -> Publisher:
    """Return the publisher with this code. Raises UsageError where there is none."""
    known = read_publishers()
    if code not in known:
        message = f"there is no publisher {code!r} in the catalogue; `elshi publishers` lists them"
        raise UsageError(message)
    return known[code]


def describe_publisher(publisher: Publisher) -> dict[str, Any]:
    """Return the publisher as JSON has it."""
    return {
        "code": publisher.code,
        "names": dict(publisher.names),
        "kind": publisher.kind,
        "country": publisher.country,
        "languages": list(publisher.languages),
        "licence": publisher.licence,
        "expected": publisher.expected,
        "timezone": publisher.timezone,
        "home": publisher.home,
        "addresses": [
            {"kind": a.kind, "language": a.language, "address": a.address, "selector": a.selector,
             "checked": a.checked}
            for a in publisher.addresses
        ],
    }  # fmt: skip


def _read(row: Mapping[str, Any]) -> Publisher:
    return Publisher(
        row["code"],
        {language: row[language] for language in LANGUAGES},
        row["kind"],
        row.get("country"),
        tuple(row["languages"]),
        row["licence"],
        float(row["expected"]),
        row["timezone"],
        row["home"],
        tuple(Address(**address) for address in row["addresses"]),
    )

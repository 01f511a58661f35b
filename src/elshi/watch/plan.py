"""The file of sources: what is watched, how often, and who asks. It is checked whole before anything runs."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cssselect import SelectorError
from lxml.cssselect import CSSSelector  # type: ignore[import-untyped] # lxml ships no types

from elshi.fetch.answer import FetchError
from elshi.fetch.target import read_target
from elshi.model.report import LANGUAGES, Language
from elshi.model.watching import SourceKind
from elshi.watch.publishers import Publisher, find_publisher
from elshi.watch.rows import Row, refuse

KINDS: tuple[SourceKind, ...] = ("feed", "sitemap", "listing", "folder")
Take = Literal["page", "entry"]
TAKES: tuple[Take, ...] = ("page", "entry")


@dataclass(frozen=True, slots=True)
class Watched:
    """One source. `every` and `recheck` are seconds; `since` leaves out what is older, by its own word.

    `take` is what is read of a feed: the pages that it lists, or its entries themselves. `recheck` asks for
    pages again that are still listed; None only where the source says that they changed.
    """

    name: str
    kind: SourceKind
    address: str
    every: float
    publisher: Publisher | None = None
    language: Language | None = None
    selector: str | None = None
    take: Take = "page"
    since: dt.date | None = None
    recheck: float | None = None
    expected: float | None = None

    @property
    def publisher_name(self) -> str | None:
        """Return the publisher's name in the language of the source, or in its own first one."""
        if self.publisher is None:
            return None
        return self.publisher.names[self.language or self.publisher.languages[0]]


@dataclass(frozen=True, slots=True)
class Plan:
    """All sources, and who asks: `contact` is shown to hosts, which get `delay` seconds between requests."""

    sources: tuple[Watched, ...]
    contact: str | None = None
    delay: float = 1.0


def read_plan(path: Path) -> Plan:
    """Return what the file says. Raises UsageError, naming the source, where it does not follow the form."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        refuse(path, f"it cannot be read ({error.strerror})", "check the path")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        refuse(path, f"it is no TOML ({error})", "correct it")
    whole = Row(path, "the file", data)
    general = Row(path, "[watch]", whole.take("watch", dict) or {})
    every = general.take_seconds("every") or 900.0
    plan = Plan(
        tuple(
            _read_source(Row(path, f"source {number}", row), every)
            for number, row in enumerate(whole.take("source", list) or [], 1)
        ),
        general.take("contact", str),
        general.take_number("delay", 1.0) or 0.0,
    )
    general.close()
    whole.close()
    if not plan.sources:
        refuse(path, "there is no source in it", "write a [[source]] with a name and an address")
    name, number = Counter(source.name for source in plan.sources).most_common(1)[0]
    if number > 1:
        refuse(path, f"{number} sources are called {name!r}", "give each a name of its own")
    return plan


def _read_source(row: Row, every: float) -> Watched:
    name = row.take("name", str) or row.refuse("it has no name", "give it one")
    row.where = f"source {name!r}"
    given = [(kind, address) for kind in KINDS if (address := row.take(kind, str)) is not None]
    if len(given) != 1:
        row.refuse(f"it has {len(given)} addresses", f"give one of {', '.join(KINDS)}")
    kind, address = given[0]
    code = row.take("publisher", str)
    source = Watched(
        name,
        kind,
        _read_address(row, kind, address),
        row.take_seconds("every") or every,
        find_publisher(code) if code else None,
        row.choose("language", LANGUAGES),
        _read_selector(row, kind),
        row.choose("take", TAKES) or "page",
        row.take("since", dt.date),
        row.take_seconds("recheck"),
        row.take_number("expected", None),
    )
    row.close()
    return source


def _read_address(row: Row, kind: SourceKind, address: str) -> str:
    if kind == "folder":
        return str((row.path.parent / address).resolve())
    try:
        return read_target(address).url
    except FetchError as error:
        row.refuse(error.cause, error.advice)


def _read_selector(row: Row, kind: SourceKind) -> str | None:
    selector: str | None = row.take("selector", str)
    if (kind == "listing") != bool(selector):
        row.refuse("a listing, and nothing else, needs a selector", "give one, such as 'h3 a'")
    try:
        CSSSelector(selector or "a")
    except SelectorError as error:
        row.refuse(f"{selector!r} is no selector ({error})", "write it as in CSS")
    return selector

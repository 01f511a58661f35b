"""What is remembered of watched sources between rounds: how each fares, and what each listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SourceKind = Literal["feed", "sitemap", "listing", "folder"]
PollState = Literal["new", "ok", "not_modified", "failing", "gone"]
ItemState = Literal["waiting", "kept", "done", "failed", "gone"]


@dataclass(frozen=True, slots=True)
class SourceLog:
    """How a source fares. Times are UTC, ISO 8601, to the microsecond.

    `state` is that of the last poll; a source fails since `failing_since`, `failures` times in a row.
    `etag` and `modified` are what its list was known by, `moved` the address it moved to for good.
    """

    name: str
    kind: SourceKind
    address: str
    state: PollState = "new"
    begun_at: str | None = None
    polled_at: str | None = None
    next_at: str | None = None
    failing_since: str | None = None
    failures: int = 0
    cause: str | None = None
    etag: str | None = None
    modified: str | None = None
    moved: str | None = None
    publisher: str | None = None
    expected: float | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a source listed, by its `key`: the address of a page, or the id of an entry.

    `version` is what the source says of its age, and another one means that it changed. `state`: waiting to
    be asked for; kept, that is in the archive but not read; done; failed, that cannot be read; gone.
    `capture` is its place in the archive, `digest` that of the bytes there.
    """

    key: str
    source: str
    address: str
    version: str | None = None
    published: str | None = None
    state: ItemState = "waiting"
    found_at: str = ""
    done_at: str | None = None
    next_at: str | None = None
    failures: int = 0
    cause: str | None = None
    etag: str | None = None
    modified: str | None = None
    digest: str | None = None
    capture: str | None = None
    report: str | None = None

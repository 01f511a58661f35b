"""What of a list is new, what changed, and how a source stands after a poll."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from elshi.errors import Message
from elshi.fetch.answer import FetchError
from elshi.fetch.pace import back_off_seconds
from elshi.model.watching import Item, SourceLog
from elshi.watch.listed import Listed, read_day
from elshi.watch.plan import Watched
from elshi.watch.polls import Polled
from elshi.watch.times import shift

LONGEST_PAUSE = 86_400.0  # seconds between two polls of a source that fails
_SHARE = 0.1  # of the interval, by which polls are spread so that they do not come all at once


def begin_log(source: Watched, known: SourceLog | None, now: str) -> SourceLog:
    """Return what is remembered of a source, nothing where it has another address now."""
    if known is None or known.address != source.address:
        known = SourceLog(source.name, source.kind, source.address, begun_at=now)
    expected = source.expected or (source.publisher.expected if source.publisher else None)
    code = source.publisher.code if source.publisher else None
    return replace(known, kind=source.kind, publisher=code, expected=expected)


def write_poll(log: SourceLog, polled: Polled, now: str) -> SourceLog:
    """Return how the source stands after a poll at `now`: its state, and when it is asked again."""
    if polled.error:
        return _write_failure(log, polled, now)
    pause = polled.source.every * (1 - _SHARE) + back_off_seconds(
        1, polled.source.every * _SHARE, LONGEST_PAUSE
    )
    return replace(
        log,
        state="not_modified" if polled.found is None else "ok",
        polled_at=now,
        next_at=shift(now, pause),
        failing_since=None,
        failures=0,
        cause="; ".join(polled.found.faults) or None if polled.found else log.cause,
        etag=polled.validators.etag,
        modified=polled.validators.modified,
        moved=polled.moved,
    )


def _write_failure(log: SourceLog, polled: Polled, now: str) -> SourceLog:
    error = polled.error
    gone = isinstance(error, FetchError) and error.gone
    wait = error.wait if isinstance(error, FetchError) and error.wait else 0.0
    failures = log.failures + 1
    pause = max(wait, back_off_seconds(failures + 1, polled.source.every, LONGEST_PAUSE))
    return replace(
        log,
        state="gone" if gone else "failing",
        polled_at=now,
        next_at=shift(now, pause),
        failing_since=log.failing_since or now,
        failures=failures,
        cause=Message("%(cause)s; %(advice)s", cause=error.cause, advice=error.advice) if error else None,
    )


def choose_items(polled: Polled, known: Mapping[str, Item], now: str) -> Iterator[Item]:
    """Yield what is to be asked for: what is new in the list, what changed, what is due to be seen again."""
    listed = polled.found.listed if polled.found else ()
    for thing in {thing.key: thing for thing in listed}.values():
        item = known.get(thing.key)
        if item is None:
            if not _is_too_old(thing, polled.source):
                yield _make_item(thing, polled.source, now)
        elif item.source == polled.source.name and _asks_again(item, thing, polled.source, now):
            yield replace(
                item,
                version=thing.version,
                state="waiting",
                next_at=None,
                failures=0,
                published=thing.published,
            )


def _make_item(thing: Listed, source: Watched, now: str) -> Item:
    return Item(thing.key, source.name, thing.address, thing.version, thing.published, found_at=now)


def _asks_again(item: Item, thing: Listed, source: Watched, now: str) -> bool:
    if thing.version and thing.version != item.version:
        return True
    due = source.recheck and item.done_at and item.state == "done"  # what waits is asked for anyway
    return bool(due and shift(item.done_at or now, source.recheck or 0.0) <= now)


def _is_too_old(thing: Listed, source: Watched) -> bool:
    day = thing.published or read_day(thing.version, None)
    return bool(source.since and day and day < source.since.isoformat())

"""What a source lists: one thing each, with what the source itself says of it."""

from __future__ import annotations

import datetime as dt
import email.utils
import re
import zoneinfo
from dataclasses import dataclass
from urllib.parse import parse_qsl, urldefrag, urlencode, urljoin, urlsplit, urlunsplit

from elshi.fetch.answer import FetchError
from elshi.fetch.target import read_target

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|yclid|_openstat")


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing of a list. `key` is what it is known again by, `version` changes when it does.

    `published` is the day as ISO 8601, in the publisher's time; `text` the words themselves where the list
    has them, None where the page must be asked for.
    """

    key: str
    address: str
    version: str | None = None
    published: str | None = None
    title: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """All that a list has; `faults` says what could not be taken, and why; `more` are lists to ask too."""

    listed: tuple[Listed, ...]
    faults: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


def read_link(base: str, link: str | None) -> str | None:
    """Return the address that `link` on the page `base` leads to, without its fragment and tracking.

    None where it leads to no page: another scheme, an address that may not be asked.
    """
    if not link or not link.strip():
        return None
    try:
        whole = urldefrag(urljoin(base, link.strip())).url
        parts = urlsplit(whole)
        if parts.query:
            kept = [
                (k, v)
                for k, v in parse_qsl(parts.query, keep_blank_values=True)
                if not _TRACKING.fullmatch(k)
            ]
            same = len(kept) == len(parse_qsl(parts.query, keep_blank_values=True))
            whole = whole if same else urlunsplit(parts._replace(query=urlencode(kept)))
        return read_target(whole).url
    except (FetchError, ValueError):
        return None


def read_day(stated: str | None, zone: zoneinfo.ZoneInfo | None) -> str | None:
    """Return the day (ISO 8601) of a time as feeds state it, None where it is none.

    A time of day with an offset is put into the publisher's zone: what a server calls half past eight in the
    evening of the 11th, GMT, was published in Astana on the 12th. Without a zone the day is as stated.
    """
    if not stated:
        return None
    words = stated.strip()
    try:
        moment = dt.datetime.fromisoformat(words)
    except ValueError:
        try:
            moment = email.utils.parsedate_to_datetime(words)
        except (ValueError, IndexError):
            found = _DAY.match(words)
            return _check_day(found[0]) if found else None
    if moment.tzinfo is not None and zone is not None and not _DAY.fullmatch(words):
        moment = moment.astimezone(zone)
    return moment.date().isoformat()


def _check_day(day: str) -> str | None:
    try:
        return dt.date.fromisoformat(day).isoformat()
    except ValueError:
        return None

"""Versions of entries: what an entry said when somebody looked, so that nobody overwrites what is newer.

A version is a digest of all that an entry says, a dot, and the time of looking in digits. Two are equal where
their digests are; by the time the older of two that differ can be shown again.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re

from elshi.desk.times import read_now
from elshi.errors import ElshiError, Message, UsageError
from elshi.model.entry import Entry, describe_entry, write_canonical
from elshi.register import Register, View

_VERSION = re.compile(r"([0-9a-f]{16})\.([0-9]{20})")
_TIME = "%Y%m%d%H%M%S%f"


class ConflictError(ElshiError):
    """Somebody changed an entry meanwhile. `seen` is what it was, `now` what it is; None where it is none."""

    def __init__(self, ident: str, seen: Entry | None, now: Entry | None) -> None:
        """Keep both, to be shown."""
        self.ident, self.seen, self.now = ident, seen, now
        super().__init__(
            Message(
                "%(ident)s was changed since you looked; look at both versions and say it again", ident=ident
            )
            if now
            else Message(
                "%(ident)s is no entry any more since you looked; look at both versions and say it again",
                ident=ident,
            )
        )


def write_version(entry: Entry, at: str | None = None) -> str:
    """Return the version of `entry`, looked at now or at the time `at` (UTC, ISO 8601)."""
    moment = dt.datetime.fromisoformat(at or read_now())
    return f"{_digest(entry)}.{moment.strftime(_TIME)}"


def refuse_changed(register: Register, ident: str, version: str) -> None:
    """Raise ConflictError where the entry `ident` is not what `version` was made of.

    Raises UsageError where `version` is none.
    """
    parts = _VERSION.fullmatch(version)
    if not parts:
        message = Message(
            "%(version)r is no version of an entry; take it from where the entry was shown", version=version
        )
        raise UsageError(message)
    now = find_entry(register, ident)
    if now is None or _digest(now) != parts[1]:
        raise ConflictError(ident, find_entry(register.as_of(_read_time(parts[2])), ident), now)


def find_entry(view: View, ident: str) -> Entry | None:
    """Return the entry of this id; None where there is none."""
    try:
        found = view.show(ident)
    except UsageError:
        return None
    return found if isinstance(found, Entry) else None


def _digest(entry: Entry) -> str:
    words = write_canonical(describe_entry(entry))
    return hashlib.sha256(words.encode(errors="surrogatepass")).hexdigest()[:16]


def _read_time(digits: str) -> str:
    return dt.datetime.strptime(digits, _TIME).replace(tzinfo=dt.UTC).isoformat(timespec="microseconds")

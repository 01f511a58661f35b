"""One table of the file of sources while it is read: each key is asked for once, others are refused."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from elshi.errors import UsageError

Choice = TypeVar("Choice")
_SPAN = re.compile(r"(\d+)\s*([smhd])")
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


class Row:
    """A table of the file at `path`; `where` is how a complaint names it."""

    def __init__(self, path: Path, where: str, row: object) -> None:
        """Read `row`. Raises UsageError where it is no table."""
        self.path, self.where = path, where
        if not isinstance(row, Mapping):
            self.refuse("it is no table", "write [[source]] above it")
        self._row: Mapping[str, Any] = row
        self._asked: set[str] = set()

    def refuse(self, cause: str, advice: str) -> NoReturn:
        """Raise UsageError that names the file and the table."""
        refuse(self.path, f"{self.where}: {cause}", advice)

    def take(self, key: str, kind: type) -> Any:  # noqa: ANN401 - of `kind`
        """Return the value under `key`, which must be of `kind`; None where there is none."""
        self._asked.add(key)
        value = self._row.get(key)
        # To Python a truth value is a number, and a time is a day; here they are not.
        if value is not None and (not isinstance(value, kind) or isinstance(value, bool | dt.datetime)):
            self.refuse(f"{key} is {value!r}", f"see {key!r} in the how-to on watching sources")
        return value

    def take_number(self, key: str, default: float | None) -> float | None:
        """Return the number of at least 0 under `key`."""
        value = self.take(key, object)
        if value is None:
            return default
        if not isinstance(value, int | float) or value < 0:
            self.refuse(f"{key} is {value!r}", "give a number of at least 0")
        return float(value)

    def take_seconds(self, key: str) -> float | None:
        """Return the span of time under `key` ('15m') in seconds, None where there is none."""
        value = self.take(key, str)
        if value is None:
            return None
        found = _SPAN.fullmatch(value)
        if not found or int(found[1]) == 0:
            self.refuse(f"{key} is {value!r}", "write a span of time as 30s, 15m, 2h or 1d")
        return float(int(found[1]) * _UNITS[found[2]])

    def choose(self, key: str, among: tuple[Choice, ...]) -> Choice | None:
        """Return the value under `key`, which must be one of `among`; None where there is none."""
        value: Choice | None = self.take(key, str)
        if value is not None and value not in among:
            self.refuse(f"{key} is {value!r}", f"give one of {', '.join(map(str, among))}")
        return value

    def close(self) -> None:
        """Refuse keys that nobody asked for: a misspelt one would do nothing, without a word."""
        if unknown := sorted(set(self._row) - self._asked):
            self.refuse(f"{unknown[0]!r} is no key of it", f"give one of {', '.join(sorted(self._asked))}")


def refuse(path: Path, cause: str, advice: str) -> NoReturn:
    """Raise UsageError about the file at `path`."""
    message = f"{path}: {cause}; {advice}"
    raise UsageError(message)

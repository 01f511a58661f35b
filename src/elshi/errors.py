"""The error tree: every failure that Elshi reports, each class with its exit code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self


class Message(str):
    """An English sentence for people that remembers what it is made of, to be said in other languages too.

    It is the sentence itself wherever text is asked for. `text` is what the catalogues have, with %(name)s
    (%(name)r for what stands in quotation marks), `values` what fills it: text, numbers, JSON, and other
    messages. Commands stand between backticks.
    """

    __slots__ = ("text", "values")
    text: str
    values: Mapping[str, object]

    def __new__(cls, text: str, /, **values: object) -> Self:
        """Return `text` filled with `values`."""
        message = super().__new__(cls, text % values if values else text)
        message.text = text
        message.values = {name: _keep(value) for name, value in values.items()}
        return message


def _keep(value: object) -> object:
    """Return a value as it is kept: what an error says instead of the error, with all that hangs on it."""
    if isinstance(value, Exception):
        return value.args[0] if value.args and isinstance(value.args[0], Message) else str(value)
    return value if isinstance(value, str | int | float | list | dict | None) else str(value)


class ElshiError(Exception):
    """Anything Elshi refuses or cannot do. The message is one line: what, where, and what to do.

    It is a `Message` where web pages may show it; those of commands alone are plain text.
    """

    exit_code = 1

    @property
    def message(self) -> str:
        """Return what it says: `str` of an error would forget what a message is made of."""
        return self.args[0] if self.args and isinstance(self.args[0], str) else str(self)


class UsageError(ElshiError):
    """The request itself makes no sense (an unknown option value, a path that does not exist)."""

    exit_code = 2


class SourceError(ElshiError):
    """A report could not be read. Others go on; the run ends as a partial one.

    `source` is the file or URL, `line` the one-based line where there is one, `cause` says why,
    and `advice` what to do about it.
    """

    exit_code = 3

    def __init__(self, source: str, cause: str, advice: str, line: int | None = None) -> None:
        """Keep the parts apart, so that a listing can show them in columns."""
        self.source, self.cause, self.advice, self.line = source, cause, advice, line
        place = source if line is None else f"{source}:{line}"
        super().__init__(Message("%(place)s: %(cause)s; %(advice)s", place=place, cause=cause, advice=advice))


class LexiconError(ElshiError):
    """A lexicon file does not follow its schema; the message names file and entry."""

    exit_code = 4


class RegisterError(ElshiError):
    """The register cannot be opened, is in use, is newer than this program, or refuses a write."""

    exit_code = 5


class IntegrityError(RegisterError):
    """The register contradicts itself: evidence that does not quote its report, a statement without any."""

    exit_code = 6


class ModelError(ElshiError):
    """The encoder's files are missing or damaged; the message names the file."""

    exit_code = 7

"""The error tree: every failure that Elshi reports, each class with its exit code."""

from __future__ import annotations


class ElshiError(Exception):
    """Anything Elshi refuses or cannot do. The message is one line: what, where, and what to do."""

    exit_code = 1


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
        super().__init__(f"{place}: {cause}; {advice}")


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

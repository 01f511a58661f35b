"""What a request may cost, what came back, and why nothing did."""

from __future__ import annotations

from dataclasses import dataclass

from elshi.errors import Message, SourceError
from elshi.settings import DEFAULT_LARGEST_BYTES

Headers = tuple[tuple[str, str], ...]
LATER = Message("it is asked again later")  # the advice where a failure passes


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may cost: bytes (as sent, and unpacked), seconds in all and of silence, redirects.

    `ratio` is how many times larger than what was sent a page may unpack, once it is above a mebibyte:
    pages of the press stay below 20, a bomb is above 1,000.
    """

    largest_bytes: int = DEFAULT_LARGEST_BYTES
    seconds: float = 60.0
    silent_seconds: float = 20.0
    redirects: int = 5
    ratio: float = 100.0
    attempts: int = 3


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said to know a page again by: its ETag and Last-Modified."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A page as it came: `url` after redirects, the body unpacked; `status` is 200 or 304.

    `moved` is the address that permanent redirects lead to, None where there were none.
    """

    url: str
    status: int
    headers: Headers
    body: bytes = b""
    reason: str = ""
    moved: str | None = None

    def header(self, name: str) -> str | None:
        """Return the first header of that name, None where there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def validators(self) -> Validators:
        """Return what to send along when the page is asked for again."""
        return Validators(self.header("ETag"), self.header("Last-Modified"))


class FetchError(SourceError):
    """A page could not be had.

    `passing` tells whether it may be had later; `wait` how many seconds later the server wants to be asked
    again, None where it does not say; `gone` that the server says there is no such page.
    """

    def __init__(  # noqa: PLR0913 - the parts of a SourceError, and what to do about it
        self,
        source: str,
        cause: str,
        advice: str,
        *,
        passing: bool = False,
        wait: float | None = None,
        gone: bool = False,
    ) -> None:
        """Keep the parts apart."""
        super().__init__(source, cause, advice)
        self.passing, self.wait, self.gone = passing, wait, gone

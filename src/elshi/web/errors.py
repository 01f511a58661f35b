"""What a page cannot do, each with the status that HTTP has for it."""

from __future__ import annotations

from typing import ClassVar

from elshi.errors import ElshiError


class PageError(ElshiError):
    """What a page cannot do; `status` is HTTP's number for it."""

    status: ClassVar[int]


class Missing(PageError):
    """There is nothing at this address."""

    status = 404


class Refused(PageError):
    """The visitor may not do this."""

    status = 403


class Unknown(PageError):
    """Nobody is logged in, or a token opens nothing."""

    status = 401


class Unasked(PageError):
    """A page of another site made the browser ask."""

    status = 403


class TooLarge(PageError):
    """More was sent than may be."""

    status = 413


class Unfit(PageError):
    """What was sent makes no sense."""

    status = 422


class Unversioned(PageError):
    """Something would be changed without a word on what was seen."""

    status = 428


class TooMany(PageError):
    """Somebody failed so often that they must wait, for so many `seconds`."""

    status = 429

    def __init__(self, message: str, seconds: int) -> None:
        """Say for how long."""
        self.seconds = seconds
        super().__init__(message)

"""What a page cannot do, each with the status that HTTP has for it."""

from __future__ import annotations

from elshi.errors import ElshiError


class Missing(ElshiError):  # noqa: N818 -- reads as what it is where it is raised
    """There is nothing at this address."""

    status = 404


class Refused(ElshiError):  # noqa: N818 -- the same
    """The visitor may not do this."""

    status = 403


class Unknown(ElshiError):  # noqa: N818 -- the same
    """Nobody is logged in, or a token opens nothing."""

    status = 401


class Unasked(ElshiError):  # noqa: N818 -- the same
    """A page of another site made the browser ask."""

    status = 403


class TooLarge(ElshiError):  # noqa: N818 -- the same
    """More was sent than may be."""

    status = 413


class Unfit(ElshiError):  # noqa: N818 -- the same
    """What was sent makes no sense."""

    status = 422


class Unversioned(ElshiError):  # noqa: N818 -- the same
    """Something would be changed without a word on what was seen."""

    status = 428


class TooMany(ElshiError):  # noqa: N818 -- the same
    """Somebody failed so often that they must wait, for so many `seconds`."""

    status = 429

    def __init__(self, message: str, seconds: int) -> None:
        """Say for how long."""
        self.seconds = seconds
        super().__init__(message)

"""What a page cannot do, each with the status that HTTP has for it."""

from __future__ import annotations

from elshi.errors import ElshiError


class Missing(ElshiError):  # noqa: N818 -- reads as what it is where it is raised
    """There is nothing at this address."""

    status = 404


class Refused(ElshiError):  # noqa: N818 -- the same
    """The visitor may not do this."""

    status = 403

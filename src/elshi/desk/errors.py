"""What cannot be done at a desk, apart from what makes no sense."""

from __future__ import annotations

from elshi.errors import UsageError


class AbsentError(UsageError):
    """There is nothing of this id."""


class LateError(UsageError):
    """Somebody decided, or undid it, before."""

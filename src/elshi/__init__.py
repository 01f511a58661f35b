"""Elshi reads diplomatic news in Kazakh, Russian and English and keeps the register of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from elshi.reader import Reader, read
    from elshi.register import Register

__all__ = ["Reader", "Register", "read"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - each public name has its own type
    """Import a public name when it is first asked for, so that `import elshi` costs nothing."""
    from importlib import import_module  # noqa: PLC0415

    if name not in __all__:
        message = f"module 'elshi' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module("elshi.register" if name == "Register" else "elshi.reader"), name)

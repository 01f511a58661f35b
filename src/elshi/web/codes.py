"""What the codes of the register stand for."""

from __future__ import annotations

from elshi.lexicon.places import is_country
from elshi.register.codes import GROUP_OF, unfold

__all__ = ["GROUP_OF", "is_state", "unfold"]


def is_state(code: str) -> bool:
    """Tell whether a party is a country (or the European Union) and no other body."""
    return is_country(code)

"""What the codes of the register stand for."""

from __future__ import annotations

from elshi.lexicon.places import is_country, load_bodies
from elshi.register.codes import GROUP_OF, unfold

__all__ = ["GROUP_OF", "is_body", "is_state", "unfold"]


def is_body(code: str) -> bool:
    """Tell whether a party is a body that the lexicon knows, and no person whom reports name as a side."""
    return code in load_bodies() and not is_state(code)


def is_state(code: str) -> bool:
    """Tell whether a party is a country (or the European Union) and no other body."""
    return is_country(code)

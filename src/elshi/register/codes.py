"""Codes as the register is searched by them, brought back to how records write them."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from elshi.lexicon.codebook import GROUPS, load_codebook
from elshi.lexicon.places import load_bodies, load_countries
from elshi.record.facets import fold_code

# The group of the codebook whose codes a trait has.
GROUP_OF: Mapping[str, str] = {"type": "type", "status": "status", "office": "office", "topic": "topic"}


def unfold(trait: str, value: str) -> str:
    """Return the code that `value`, as the census has it, stands for; what is no code as it is."""
    return _load_codes(GROUP_OF.get(trait, trait)).get(value, value)


@functools.cache
def _load_codes(group: str) -> Mapping[str, str]:
    if group == "party":
        return {fold_code(code): code for code in (*load_bodies(), *load_countries())}
    if group in GROUPS:
        return {fold_code(code): code for found, code in load_codebook() if found == group}
    return {}

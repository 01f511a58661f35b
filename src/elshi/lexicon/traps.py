"""Words that contain the name of a country, city or body and do not name it."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from elshi.lexicon.schema import Names, read_fields


@dataclass(frozen=True, slots=True)
class Trap:
    """Patterns by language that name no country, city or body, why, and sentences (`no`) that show it."""

    why: str
    patterns: Names
    no: Names


@functools.cache
def load_traps() -> tuple[Trap, ...]:
    """Return the entries of traps.yml. Raises LexiconError on one that does not follow the schema."""
    found = []
    for fields in read_fields("traps.yml"):
        no = fields.take_inner("no")
        found.append(Trap(fields.take_text("why"), fields.take_names(), no.take_names()))
        no.close()
    return tuple(found)

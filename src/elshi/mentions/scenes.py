"""A sentence with what stands in it, and a person's name sighted in one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from elshi.mentions.offices import Office
from elshi.mentions.persons import Name
from elshi.model.markup import Mention, Sentence, Title

FULL = 2  # parts of a full name
_INITIALS = re.compile(r"^(?:[^\W\d_]{1,2}\.\s*)+")


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with what stands in it: names of people, offices, and the gazetteer's mentions."""

    sentence: Sentence
    names: tuple[Name, ...]
    offices: tuple[Office, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name at one place: its scene, its nominative, and the titles beside it, the first named first."""

    scene: int
    name: Name
    surface: str
    nominative: str
    titles: tuple[Title, ...]
    offices: tuple[Office, ...]
    country: str | None = None

    @property
    def full(self) -> bool:
        """Tell whether the name is written out with at least two parts."""
        return self.name.parts >= FULL and not _INITIALS.match(self.surface)

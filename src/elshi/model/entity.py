"""Who and what the register knows by name: persons, bodies, forums, offices, places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Json = dict[str, Any]
PERSON = "per-"  # how the ids of persons begin, and of all that is known by name
NAMED = (PERSON, "bod-", "for-", "off-", "pla-")
EntityKind = Literal["person", "body", "forum", "office", "place"]


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing with a name, in whatever languages and scripts reports name it.

    `name` is the spelling shown, `names` all spellings met, in the order met. `country` is the ISO code
    of the country a person serves or a place lies in, None where not known or not one. `wikidata` is an
    id ('Q1065'), None where the lexicon has none. `same_as` is the entity with which a person judged
    it to be one, None where it stands for itself. `keys` are what it may be found by under another
    spelling; `offices` the office codes in which a person was seen.
    """

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    country: str | None = None
    wikidata: str | None = None
    same_as: str | None = None
    offices: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """A body, forum, office or place with the entries that name it.

    `ids` are those of all that people judged to be one with it, its own among them; `entity` has the names of
    all. `entries` are ids, sorted.
    """

    entity: Entity
    ids: tuple[str, ...]
    entries: tuple[str, ...]


def describe_thing(thing: Thing) -> Json:
    """Return `thing` as one JSON object."""
    entity = thing.entity
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "names": list(entity.names),
        "country": entity.country,
        "wikidata": entity.wikidata,
        "ids": list(thing.ids),
        "entries": list(thing.entries),
    }

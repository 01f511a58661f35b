"""The bodies, forums, places and offices of the register, as of a time, with the entries that name them.

Nothing of it is stored: which things there are follows from what the reports say, and which of them are one
from what people judged. So a judgement withdrawn gives both back, and any past time has its own answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from elshi.errors import UsageError
from elshi.model.entity import Entity, EntityKind, Thing
from elshi.model.judgement import Judgement
from elshi.record.base import Store, Value
from elshi.record.fold import fold_name
from elshi.register.joined import join_named
from elshi.register.naming import NAMING, name_office, name_things

_MOST_NAMES = 40


def list_things(store: Store, at: str, kind: EntityKind | None = None) -> tuple[Thing, ...]:
    """Return the things of a kind, or of all kinds but persons; those that most entries name come first."""
    named: dict[str, tuple[Entity, dict[str, None]]] = {}
    for entity, entry in _name_all(store, at):
        if kind in {None, entity.kind}:
            known, entries = named.setdefault(entity.id, (entity, {}))
            entries[entry] = None
            names = tuple(dict.fromkeys((*known.names, *entity.names)))[:_MOST_NAMES]
            named[entity.id] = replace(known, names=names), entries
    things = _join(named, join_named(_list_judged(store.read_judgements(at))))
    return tuple(sorted(things, key=lambda t: (-len(t.entries), t.entity.kind, t.entity.name, t.entity.id)))


def find_thing(things: Sequence[Thing], asked: str, kind: EntityKind | None = None) -> Thing:
    """Return the one thing with this id, or its beginning, or of this name; with a kind only such things.

    Raises UsageError where there is none, or where several fit equally well.
    """
    found = [t for t in things if asked in t.ids] or [t for t in things if _begins(t, asked)]
    found = found or [t for t in things if any(fold_name(asked) == fold_name(n) for n in t.entity.names)]
    found = found or [t for t in things if _has_words(t, asked)]
    if len(found) == 1:
        return found[0]
    noun = kind or "body, forum, office or place"
    if not found:
        message = f"no {noun} is called {asked!r}; `elshi entities` lists what is known"
        raise UsageError(message)
    some = ", ".join(f"{t.entity.id} ({t.entity.name})" for t in found[:3])
    message = f"{asked!r} may be more than one {noun} ({some}); give an id"
    raise UsageError(message)


def _begins(thing: Thing, asked: str) -> bool:
    return "-" in asked and any(ident.startswith(asked) for ident in thing.ids)


def _has_words(thing: Thing, asked: str) -> bool:
    """Tell whether each word asked for begins a word of one name."""
    wanted = fold_name(asked)
    return bool(wanted) and any(
        all(any(word.startswith(w) for word in fold_name(name)) for w in wanted)
        for name in thing.entity.names
    )


def _name_all(store: Store, at: str) -> Iterator[tuple[Entity, str]]:
    """Yield every thing that a report names, with the entry in which it does."""
    values = store.read_values(NAMING, at)
    types: dict[str, set[str]] = {}
    for value in values:
        if value.field == "type":
            types.setdefault(value.entry, set()).add(json.loads(value.words))
    for value in values:
        said = frozenset(types.get(value.entry, ()))
        for entity in _name(value, said):
            yield entity, value.entry
    for bearer in store.read_bearers(at):
        if bearer.office:
            yield name_office(bearer.office, bearer.represents, bearer.posted_to), bearer.entry_id


def _name(value: Value, types: frozenset[str]) -> Iterator[Entity]:
    said = json.loads(value.words)
    return name_things(value.kind, value.field, said, value.language, types)


def _list_judged(judgements: Iterable[Judgement]) -> list[Judgement]:
    return [j for j in judgements if j.subject == "entity" and j.withdrawn_at is None]


def _join(named: dict[str, tuple[Entity, dict[str, None]]], groups: dict[str, str]) -> list[Thing]:
    """Return one thing for each group of ids; it has the name of the one that is known best."""
    members: dict[str, list[str]] = {}
    for ident in sorted(named):
        members.setdefault(groups.get(ident, ident), []).append(ident)
    return [_make_thing(first, [named[i] for i in ids]) for first, ids in members.items()]


def _make_thing(first: str, members: Sequence[tuple[Entity, dict[str, None]]]) -> Thing:
    best = max((e for e, _ in members), key=lambda e: (e.wikidata is not None, len(e.names), e.id == first))
    names = tuple(dict.fromkeys((*best.names, *(n for e, _ in members for n in e.names))))
    entries = tuple(sorted({entry for _, told in members for entry in told}))
    return Thing(replace(best, id=first, names=names), tuple(e.id for e, _ in members), entries)

"""Of what an engagement is part: what people say of it, checked."""

from __future__ import annotations

from elshi.errors import Message, UsageError
from elshi.record.base import Store
from elshi.register.subjects import find_entry


def find_whole(store: Store, ident: str, part: str) -> str:
    """Return the id of the engagement that `ident` means, in whose course that of the id `part` took place.

    Raises UsageError where it is no engagement, or is itself part of the other one.
    """
    whole, inner = find_entry(store, ident), find_entry(store, part)
    entry = next(store.read_dossiers([whole])).entry
    if entry.kind != "engagement":
        message = Message(
            "%(whole)s is a %(kind)s; give the id of an engagement", whole=whole, kind=entry.kind
        )
        raise UsageError(message)
    if inner not in _list_outer(store, whole):
        return entry.id
    message = Message(
        "%(ident)s took place in the course of %(inner)s, or is the same; give another engagement",
        ident=entry.id,
        inner=inner,
    )
    raise UsageError(message)


def _list_outer(store: Store, ident: str) -> set[str]:
    """Return the engagement of this id, the one that it is part of, and so on outwards."""
    found: set[str] = set()
    waiting = [ident]
    while waiting:
        held, _ = store.match_ids(waiting.pop())  # one that was rejected since is none
        for dossier in store.read_dossiers([one for one in held if one not in found]):
            found.add(dossier.entry.id)
            outer = dossier.entry.fields["part_of"]
            waiting += [outer] if outer else []
    return found

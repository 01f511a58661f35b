"""Searching a store: the question taken apart, the entries ranked, and vectors for comparing meanings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from elshi.model.search import Hit
from elshi.record.base import Store
from elshi.record.search_query import parse_search
from elshi.record.search_rank import rank_entries
from elshi.record.vectors import Embedder, pack_vector

_NEAREST = 50  # entries taken by their meaning, at most
_CLOSE = 0.75  # of these, such as are this near compared with the nearest
_LEAST = 0.2  # and not farther than this cosine: what is farther has nothing to do with the question


def search_entries(  # noqa: PLR0913, PLR0917 - what is asked, as of when, and what is known around it
    store: Store,
    text: str,
    at: str,
    limit: int | None,
    embedder: Embedder | None,
    count: Callable[[], int],
) -> tuple[Hit, ...]:
    """Return the entries that answer `text` as of `at`, the best first; raises as `parse_search` does.

    `count` tells how many entries there are at all.
    """
    asked = parse_search(text)
    near: list[tuple[str, float]] = []
    if embedder is not None and asked.wanted and store.has_vectors(embedder.name):
        vector = embedder.embed([asked.plain])[0]
        found = store.find_nearest(embedder.name, vector, _NEAREST, at)
        near = [pair for pair in found if pair[1] >= max(_LEAST, _CLOSE * found[0][1])]
    most = sys.maxsize if limit is None else limit
    ranked = rank_entries(store, asked, at, most, count, near)
    dossiers = store.read_dossiers([one.entry_id for one in ranked], at)
    entries = {dossier.entry.id: dossier.entry for dossier in dossiers}
    return tuple(
        Hit(entries[one.entry_id], one.score, one.matches, one.similarity)
        for one in ranked
        if one.entry_id in entries
    )


def embed_frames(store: Store, embedder: Embedder, batch: int) -> Iterator[int]:
    """Give frames without a vector of this model one, `batch` at a time; yield how many were made so far."""
    done = 0
    while bare := store.list_bare(embedder.name, batch):
        vectors = embedder.embed([words for _, words in bare])
        rows = [(number, pack_vector(vector)) for (number, _), vector in zip(bare, vectors, strict=True)]
        store.add_vectors(embedder.name, rows)
        done += len(rows)
        yield done

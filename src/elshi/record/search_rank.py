"""Which entries answer a question, the best first: by their words, and by what they mean."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from elshi.model.query import Query
from elshi.model.search import Form, Match, SearchQuery, Wanted
from elshi.record.base import Store
from elshi.record.search_terms import list_spellings
from elshi.text.stems import list_stems

_WEIGHTS: Mapping[Form, float] = {"written": 1.0, "inflected": 0.9, "spelling": 0.8, "typo": 0.5}
_DIGITS = 6  # scores are compared rounded: sums in another order must not change the answer
# Reciprocal rank fusion: Cormack, Clarke and Büttcher, 'Reciprocal Rank Fusion outperforms Condorcet and
# individual Rank Learning Methods', SIGIR 2009, with their constant.
_FUSION = 60


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entry's id with its score, how its words were met, and how near its meaning is."""

    entry_id: str
    score: float
    matches: tuple[Match, ...] = ()
    similarity: float | None = None


def rank_entries(
    store: Store, asked: SearchQuery, at: str, limit: int, near: Sequence[tuple[str, float]] = ()
) -> list[Ranked]:
    """Return the best `limit` entries as of `at`: those with all the words, joined with `near` by rank.

    `near` are entries by meaning with their similarity, the nearest first. Of equals the newer comes first.
    """
    allowed = _find_allowed(store, asked.fields, at)
    if not asked.wanted:
        return [Ranked(entry_id, 1.0) for entry_id in store.find_ids(replace(asked.fields, limit=limit), at)]
    found = _score_words(store, asked.wanted, at, allowed)
    close = {i: s for i, s in near if allowed is None or i in allowed}
    if not close:
        return _order(store, found, at, limit)
    by_words = _order(store, found, at, max(limit, len(close)))
    return _fuse(by_words, close)[:limit]


def _find_allowed(store: Store, fields: Query, at: str) -> frozenset[str] | None:
    return None if fields == Query() else frozenset(store.find_ids(fields, at))


def _score_words(
    store: Store, wanted: Sequence[Wanted], at: str, allowed: frozenset[str] | None
) -> dict[str, Ranked]:
    """Return the entries that have everything wanted."""
    total = store.count(Query(), at)
    kept: dict[str, Ranked] | None = None
    for one in wanted:
        met = _meet(store, one, at)
        rarity = math.log(1 + total / (1 + len(met)))
        ids = met.keys() if kept is None else met.keys() & kept.keys()
        chosen = ids if allowed is None else ids & allowed
        kept = {i: _add(kept[i] if kept else Ranked(i, 0.0), met[i], rarity) for i in chosen}
    return kept or {}


def _add(ranked: Ranked, match: Match, rarity: float) -> Ranked:
    score = round(ranked.score + rarity * _WEIGHTS[match.form], _DIGITS)
    return replace(ranked, score=score, matches=(*ranked.matches, match))


def _meet(store: Store, wanted: Wanted, at: str) -> dict[str, Match]:
    """Return for each entry that has what is wanted the closest form in which it has it."""
    met: dict[str, Match] = {}
    for form, ids in _look_up(store, wanted, at):
        for entry_id in ids:
            met.setdefault(entry_id, Match(wanted.text, form))
    if met or wanted.kind != "word":
        return met
    words = store.find_near(wanted.text)
    for word in words:
        for entry_id in store.search_terms("written", [word], at):
            met.setdefault(entry_id, Match(wanted.text, "typo", word))
    return met


def _look_up(store: Store, wanted: Wanted, at: str) -> Iterator[tuple[Form, Iterable[str]]]:
    text = wanted.text
    if wanted.kind == "phrase":
        yield "written", store.search_terms("written", [text], at)
        return
    star = "*" if wanted.kind == "prefix" else ""
    yield "written", store.search_terms("written", [text + star], at)
    stems = {text} if star else list_stems(text)
    if not star:
        yield "inflected", store.search_terms("stems", sorted(stems), at)
    yield "spelling", store.search_terms("spellings", [s + star for s in list_spellings(stems)], at)


def _order(store: Store, found: Mapping[str, Ranked], at: str, limit: int) -> list[Ranked]:
    """Return the best of `found`; only where scores are equal is it asked which is newer."""
    groups: dict[float, list[str]] = {}
    for ranked in found.values():
        groups.setdefault(ranked.score, []).append(ranked.entry_id)
    ordered: list[Ranked] = []
    for score in sorted(groups, reverse=True):
        if len(ordered) >= limit:
            break
        ordered += [found[i] for i in store.order_ids(groups[score], at)]
    return ordered[:limit]


def _fuse(by_words: Sequence[Ranked], close: Mapping[str, float]) -> list[Ranked]:
    """Return both lists as one, each entry scored by its places in them."""
    places = {ranked.entry_id: 1 / (_FUSION + place) for place, ranked in enumerate(by_words, 1)}
    nearness = {entry_id: 1 / (_FUSION + place) for place, entry_id in enumerate(close, 1)}
    known = {ranked.entry_id: ranked for ranked in by_words}
    fused = [
        Ranked(
            entry_id=entry_id,
            score=round(places.get(entry_id, 0.0) + nearness.get(entry_id, 0.0), _DIGITS),
            matches=known[entry_id].matches if entry_id in known else (),
            similarity=close.get(entry_id),
        )
        for entry_id in dict.fromkeys([*places, *nearness])
    ]
    return sorted(fused, key=lambda ranked: -ranked.score)

"""Which entries answer a question, the best first: by their words, and by what they mean."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
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


def rank_entries(  # noqa: PLR0913, PLR0917 - what is asked, as of when, and what is known around it
    store: Store,
    asked: SearchQuery,
    at: str,
    limit: int,
    count: Callable[[], int],
    near: Sequence[tuple[str, float]] = (),
) -> list[Ranked]:
    """Return the best `limit` entries as of `at`: those with all the words, joined with `near` by rank.

    `count` tells how many entries there are at all; `near` are entries by meaning with their similarity, the
    nearest first. Of equals the newer comes first.
    """
    allowed = _find_allowed(store, asked.fields, at)
    if not asked.wanted:
        return [Ranked(entry_id, 1.0) for entry_id in store.find_ids(replace(asked.fields, limit=limit), at)]
    close = {i: s for i, s in near if allowed is None or i in allowed}
    most = max(limit, len(close))
    groups = _score_words(store, asked.wanted, at, allowed, _Scope(most, count()))
    by_words = _order(store, groups, at, most)
    if not close:
        return by_words
    return _fuse(by_words, close)[:limit]


def _find_allowed(store: Store, fields: Query, at: str) -> frozenset[str] | None:
    return None if fields == Query() else frozenset(store.find_ids(fields, at))


@dataclass(frozen=True, slots=True)
class _Scope:
    """How many entries are wanted, and how many there are."""

    enough: int
    total: int


@dataclass(frozen=True, slots=True)
class _Group:
    """Entries that have everything wanted in the same forms, and so the same score."""

    score: float
    matches: tuple[Match, ...]
    ids: AbstractSet[str] | None  # None: all


def _score_words(
    store: Store, wanted: Sequence[Wanted], at: str, allowed: frozenset[str] | None, scope: _Scope
) -> list[_Group]:
    """Return the entries that have everything wanted, or only the best of them where these are enough.

    A word is the rarer the fewer entries have it in the closest form in which any has it.
    """
    written = [store.search_terms("written", [_write_wanted(one)], at) for one in wanted]
    literal = frozenset.intersection(*written, *([] if allowed is None else [allowed]))
    if len(literal) >= scope.enough:  # nothing scores more than what stands as it was asked for
        met = [[(Match(one.text, "written"), ids)] for one, ids in zip(wanted, written, strict=True)]
    else:
        met = [_meet(store, one, ids, at) for one, ids in zip(wanted, written, strict=True)]
    groups = [_Group(0.0, (), allowed)]
    for forms in met:
        rarity = math.log(1 + scope.total / (1 + len(forms[0][1]))) if forms else 0.0
        grown = (_add(group, match, ids, rarity) for group in groups for match, ids in forms)
        groups = [group for group in grown if group.ids]
    return groups


def _add(group: _Group, match: Match, ids: frozenset[str], rarity: float) -> _Group:
    score = round(group.score + rarity * _WEIGHTS[match.form], _DIGITS)
    return _Group(score, (*group.matches, match), ids if group.ids is None else group.ids & ids)


def _meet(
    store: Store, wanted: Wanted, written: frozenset[str], at: str
) -> list[tuple[Match, frozenset[str]]]:
    """Return the entries that have what is wanted, each once, by the closest form in which it has it."""
    met: list[tuple[Match, frozenset[str]]] = []
    seen: set[str] = set()
    for match, ids in _look_up(store, wanted, written, at):
        met.append((match, ids - seen))
        seen |= ids
    return [pair for pair in met if pair[1]]


def _look_up(
    store: Store, wanted: Wanted, written: frozenset[str], at: str
) -> Iterator[tuple[Match, frozenset[str]]]:
    """Yield the forms, the closest first, with the entries that have it; slips where there is none else."""
    yield Match(wanted.text, "written"), written
    found = bool(written)
    for form, ids in _look_up_others(store, wanted, at):
        found = found or bool(ids)
        yield Match(wanted.text, form), ids
    if not found and wanted.kind == "word":
        for word in store.find_near(wanted.text):
            yield Match(wanted.text, "typo", word), store.search_terms("written", [word], at)


def _look_up_others(store: Store, wanted: Wanted, at: str) -> Iterator[tuple[Form, frozenset[str]]]:
    text = wanted.text
    if wanted.kind == "phrase":
        return
    if wanted.kind == "prefix":
        yield "spelling", store.search_terms("spellings", [f"{s}*" for s in list_spellings({text})], at)
        return
    stems = list_stems(text)
    yield "inflected", store.search_terms("stems", sorted(stems), at)
    yield "spelling", store.search_terms("spellings", list_spellings(stems), at)


def _write_wanted(wanted: Wanted) -> str:
    return f"{wanted.text}*" if wanted.kind == "prefix" else wanted.text


def _order(store: Store, groups: Sequence[_Group], at: str, limit: int) -> list[Ranked]:
    """Return the best of `groups`; only where scores are equal is it asked which is newer."""
    by_score: dict[float, list[_Group]] = defaultdict(list)
    for group in groups:
        by_score[group.score].append(group)
    ordered: list[Ranked] = []
    for score in sorted(by_score, reverse=True):
        if len(ordered) >= limit:
            break
        ids = frozenset[str]().union(*(group.ids or () for group in by_score[score]))
        for entry_id in store.order_ids(ids, at, limit - len(ordered)):
            group = next(g for g in by_score[score] if entry_id in (g.ids or ()))
            ordered.append(Ranked(entry_id, score, group.matches))
    return ordered


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

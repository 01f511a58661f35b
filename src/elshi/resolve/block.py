"""Keys: what two frames of one thing nearly always share, so that each is compared with few others.

A frame is kept under the keys of its own days, and looked for under those of the days around as well. All
keys hold a day, a month, or a name that few share, so that their number of frames does not grow with the
register; undated frames of undated reports alone have keys without.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping

from elshi.model.entry import EntryKind
from elshi.resolve.features import list_stems
from elshi.resolve.names import name_keys, pair_keys
from elshi.resolve.people import has_letters, is_full
from elshi.resolve.profile import Days, Profile

LATE = 3  # days by which a report may come after what it tells of
_LONGEST = 7  # days of which each makes a key; what is longer is found by its month
# Kinds whose frames may be as many as the reports: those that bring no key of their own get none.
SPARSE: frozenset[EntryKind] = frozenset({"tenure", "initiative", "chairmanship"})


def list_keys(profile: Profile) -> tuple[str, ...]:
    """Return the keys under which a frame is kept, each once."""
    return tuple(dict.fromkeys(_KEYS[profile.kind](profile, 0)))


def list_lookups(profile: Profile) -> tuple[str, ...]:
    """Return the keys under which a frame's like is looked for: its own and those of the days around."""
    return tuple(dict.fromkeys(_KEYS[profile.kind](profile, 1)))


def _list_engagement(p: Profile, reach: int) -> Iterator[str]:
    days = p.days or _soften(p.told)
    sides = sorted(p.parties)
    names = sorted({word for who in p.people for name in who.names for word in _list_names(name)})
    event = p.fields.get("event") or {}
    if event.get("ordinal"):
        yield from (f"o:{event['ordinal']}:{side}" for side in sides)
    pairs = ["+".join(pair) for pair in itertools.combinations(sides[:4], 2)] or sides
    meetings = [f"{min(a, b)}+{max(a, b)}" for a, b in itertools.combinations(names[:6], 2)] or pairs
    # Dated frames are kept by who met whom for undated ones, which alone ask so; undated ones for both.
    if days is None or reach == 0:
        yield from (f"w:{who}" for who in meetings)
    if days is None or reach == 1:
        yield from (f"u:{who}" for who in meetings)
    if days is None:
        return
    for month in _list_months(days, reach):
        yield from (f"m:{month}:{pair}" for pair in pairs)
    for day in _list_days(days, reach):
        yield from (f"d:{day}:{who}" for who in [*sides, *names])


def _list_position(p: Profile, reach: int) -> Iterator[str]:
    holder = _list_names(str(p.fields.get("holder"))) or [str(p.fields.get("holder"))]
    for day in _list_told(p, reach):
        yield from (f"p:{day}:{p.fields.get('stance')}:{word}" for word in holder)


def _list_initiative(p: Profile, _: int) -> Iterator[str]:
    stems = sorted(list_stems(str(p.fields.get("name"))), key=lambda stem: (-len(stem), stem))[:4]
    yield from (f"i:{'+'.join(sorted(pair))}" for pair in itertools.combinations(stems, 2))
    if len(stems) == 1:
        yield f"i:{stems[0]}"


def _list_commitment(p: Profile, reach: int) -> Iterator[str]:
    for day in _list_told(p, reach):
        yield from (f"c:{day}:{side}" for side in sorted(p.parties) or [""])


def _list_tenure(p: Profile, _: int) -> Iterator[str]:
    for who in p.people:
        if who.entity:
            yield f"t:{who.entity}:{who.office}"
        yield from (f"t:{word}:{who.office}" for name in who.names for word in _list_names(name))


def _list_chairmanship(p: Profile, _: int) -> Iterator[str]:
    yield f"h:{p.fields.get('body')}:{p.fields.get('role')}:{p.fields.get('holder')}"


def _list_names(name: str) -> list[str]:
    if not has_letters(name):
        return []
    return sorted(pair_keys(name) if is_full(name) else name_keys(name))


def _soften(told: Days | None) -> Days | None:
    """Return the days of which a report may tell that names none."""
    return Days(told.first, told.last, rough=True) if told else None


def _list_days(days: Days, reach: int) -> Iterable[dt.date]:
    first = _add_days(days.first, -(LATE if days.rough else 0) - reach)
    last = _add_days(days.last, reach)
    if (days.last - days.first).days > _LONGEST:
        return ()
    return [_add_days(first, n) for n in range((last - first).days + 1)]


def _list_told(p: Profile, reach: int) -> Iterable[dt.date | str]:
    if p.told is None or (p.told.last - p.told.first).days > _LONGEST:
        return (str(p.fields.get("date") or p.fields.get("due") or ""),)
    first, last = _add_days(p.told.first, -LATE * reach), _add_days(p.told.last, LATE * reach)
    return [_add_days(first, n) for n in range((last - first).days + 1)]


def _list_months(days: Days, reach: int) -> Iterable[str]:
    first, last = days.first.year * 12 + days.first.month - 1, days.last.year * 12 + days.last.month - 1
    if last - first > 12:  # noqa: PLR2004 - months of a year: what is longer is found by its ends
        return (str(days.first.year), str(days.last.year))
    return [f"{m // 12:04}-{m % 12 + 1:02}" for m in range(first - reach, last + reach + 1)]


def _add_days(day: dt.date, number: int) -> dt.date:
    return dt.date.fromordinal(min(max(day.toordinal() + number, 1), dt.date.max.toordinal()))


_KEYS: Mapping[EntryKind, Callable[[Profile, int], Iterator[str]]] = {
    "engagement": _list_engagement,
    "position": _list_position,
    "initiative": _list_initiative,
    "commitment": _list_commitment,
    "tenure": _list_tenure,
    "chairmanship": _list_chairmanship,
}

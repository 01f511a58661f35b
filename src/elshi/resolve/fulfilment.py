"""Whether an engagement does what was promised: the comparisons, one function each.

Each returns a `Sign` with points and a reason in words, or None where it has nothing to say. The points were
set by hand: SHOWN of them together show that the promise was kept, from MAYBE on a person should look. What
speaks against it outright (another number, other sides, a day before the promise) has `NEVER`. A wrong
'fulfilled' costs more than a missed one, since nobody looks at what is settled: where a sign is not known,
nothing is added for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from elshi.model.fate import Showing, Sign
from elshi.resolve.features import compare_words, list_stems
from elshi.resolve.profile import Days
from elshi.resolve.promise import Act, Promise

SHOWN = 6.0
MAYBE = 4.0
NEVER = -12.0

_SELDOM = frozenset({"commission", "consultations"})  # what two sides hold once a year or less
_BILATERAL = frozenset({"commission", "consultations", "visit", "meeting", "call"})
RELATED = (
    frozenset({"commission", "consultations"}),
    frozenset({"meeting", "consultations"}),
    frozenset({"visit", "meeting"}),
)  # types that reports give to one act
_SEASON = 100  # days: a time as short as this tells which of several acts is meant
_YEAR = 366
_MONTH = 31
_PAIR = 2
_NAMED = 3  # words of an event's name that tell it from others
_ALIKE = 0.75


def compare_acts(promise: Promise, act: Act) -> Showing:
    """Return how much speaks for `act` being what was promised, with every reason, the weightiest first."""
    signs = [sign for compare in SIGNS if (sign := compare(promise, act))]
    ordered = tuple(sorted(signs, key=lambda sign: -abs(sign.value)))
    return Showing(act.id, round(sum(sign.value for sign in ordered), 2), ordered)


def rank_acts(promise: Promise, acts: Sequence[Act]) -> list[tuple[Showing, Act]]:
    """Return the acts that may be what was promised, the surest first, of equals the earliest."""
    compared = [(compare_acts(promise, act), act) for act in acts]
    kept = [pair for pair in compared if pair[0].score >= MAYBE]
    return sorted(kept, key=lambda pair: (-pair[0].score, _read_first(pair[1]), pair[1].id))


def _read_first(act: Act) -> dt.date:
    return act.days.first if act.days else dt.date.max


def compare_types(promise: Promise, act: Act) -> Sign | None:
    """Compare the type of the act with those that the promise names."""
    if act.type in promise.types:
        points = 2.5 if act.type in _SELDOM else 2.0 if act.type == "visit" else 1.0
        return Sign(points, f"{act.type}, as promised")
    if any({act.type, named} in RELATED for named in promise.types):
        return Sign(0.0, f"{act.type}, which may be the {' or '.join(sorted(promise.types))} promised")
    return Sign(NEVER, f"{act.type} was not promised")


def compare_sides(promise: Promise, act: Act) -> Sign | None:
    """Compare who is bound with who took part."""
    wanted = promise.parties | promise.countries if len(promise.parties) < _PAIR else promise.parties
    both, named = wanted & act.parties, ", ".join(sorted(wanted & act.parties))
    if not both:
        return Sign(NEVER, "none of those bound took part")
    if len(wanted) == 1:
        points = -2.0 if act.type in _BILATERAL else 0.5
        return Sign(points, f"{named} took part; with whom was promised is not known")
    if both == wanted:
        return Sign(2.0, f"all who are bound took part ({named})")
    if len(wanted) > _PAIR and len(both) * 2 >= len(wanted):
        return Sign(0.5, f"most who are bound took part ({named})")
    return Sign(NEVER, f"of those bound only {named} took part")


def compare_numbers(promise: Promise, act: Act) -> Sign | None:
    """Compare the number of the session or round."""
    if promise.ordinal is None:
        return None
    if act.ordinal is None:
        return Sign(-1.0, f"number {promise.ordinal} was promised, of what was held no number is told")
    if act.ordinal != promise.ordinal:
        return Sign(NEVER, f"number {promise.ordinal} was promised, number {act.ordinal} was held")
    return Sign(3.0, f"number {act.ordinal}, as promised")


def compare_plans(promise: Promise, act: Act) -> Sign | None:
    """Tell whether reports of the plan and of the act were put into one entry before."""
    return Sign(3.0, "the act planned in the words of the promise") if act.id in promise.plans else None


def compare_places(promise: Promise, act: Act) -> Sign | None:
    """Compare where it was to be with where it was."""
    if promise.country and act.country and promise.country != act.country:
        return Sign(-3.0, f"promised in {promise.country}, held in {act.country}")
    if promise.city and act.city:
        if promise.city != act.city:
            return Sign(-1.5, f"promised in {promise.city}, held in {act.city}")
        return Sign(1.5, f"in {act.city}, as promised")
    if promise.country and act.country:
        return Sign(1.0, f"in {act.country}, as promised")
    return None


def compare_events(promise: Promise, act: Act) -> Sign | None:
    """Compare the series, in any language, or else the name of a conference."""
    if promise.series and act.series:
        both = promise.series & act.series
        return Sign(2.0, f"{', '.join(sorted(both))} in both") if both else Sign(NEVER, "another series")
    if act.type != "conference" or not act.event or len(list_stems(act.event)) < _NAMED:
        return None
    return Sign(2.0, f"named {act.event}") if compare_words(act.event, promise.words) >= _ALIKE else None


def compare_times(promise: Promise, act: Act) -> Sign | None:
    """Compare when it was due with when it took place, which must be after it was promised."""
    if act.days is None:
        return Sign(-1.0, "when it took place is not known")
    if promise.told and act.days.last <= promise.told and act.id not in promise.plans:
        return Sign(NEVER, f"not after it was promised, on {promise.told}")
    if promise.due and promise.due[1]:
        return _compare_due(promise, promise.due[0], promise.due[1], act.days)
    if promise.told is None:
        return Sign(-1.0, "when it was promised and by when is not known")
    gap = (act.days.first - promise.told).days
    return Sign(0.5 if gap <= _YEAR else -0.5, f"{gap} days after it was promised, without a due day")


def _compare_due(promise: Promise, first: dt.date | None, last: dt.date, days: Days) -> Sign:
    begin = first or promise.told
    if days.first > last:
        late = (days.first - last).days
        return Sign(0.5 if late <= _YEAR else -2.0, f"{late} days after the last day on which it was due")
    if begin and days.last < begin:
        early = (begin - days.last).days
        return Sign(0.5 if early <= _MONTH else -1.0, f"{early} days before it was due")
    if begin and (last - begin).days <= _SEASON:
        return Sign(2.0, f"in the time in which it was due ({begin} to {last})")
    return Sign(1.5, f"in the time in which it was due (until {last})")


SIGNS = (
    compare_types,
    compare_sides,
    compare_numbers,
    compare_plans,
    compare_places,
    compare_events,
    compare_times,
)

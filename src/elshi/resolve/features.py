"""The comparisons, one function each: what speaks for and against two frames telling of one thing.

Each returns a `Score`, or None where it has nothing to say. The points were set by hand, checked on reports
that people marked as telling of one thing (benchmarks/happenings.py): about 3 points are strong evidence,
`AGAINST` or less alone settles that the two are not one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping

from elshi.resolve.people import Score, may_be_same
from elshi.resolve.profile import Days, Profile, Someone
from elshi.text.translit import name_key

AGAINST = -6.0
_WEEK = 7
_MONTH = 31  # days
_NEAR = 3  # days by which a report's own day may come after what it tells of
_STEM = 5  # letters of a word that its inflections mostly share

# Types that reports give to one happening, each pair once; what is not named here is never one. Those of the
# second row only where the parties are the same: a talk between two of many is not the conference.
_TYPES = (
    {"meeting", "consultations"}, {"credentials", "ceremony"}, {"credentials", "meeting"},
    {"signing", "ceremony"}, {"commission", "consultations"},
)  # fmt: skip
_GATHERINGS = (
    {"meeting", "commission"}, {"meeting", "conference"}, {"conference", "commission"},
    {"conference", "consultations"}, {"conference", "ceremony"},
)  # fmt: skip
_BETWEEN_TWO = frozenset(
    {"meeting", "call", "visit", "credentials", "consultations", "appointment", "message"}
)


def compare_types(one: Profile, other: Profile) -> Score | None:
    """Compare the types of two engagements."""
    a, b = one.fields.get("type"), other.fields.get("type")
    if a == b:
        return Score(1.0, f"both a {a}")
    gathering = {a, b} in _GATHERINGS and one.parties == other.parties
    if gathering or {a, b} in _TYPES or "other" in {a, b}:
        return Score(-1.0, f"a {a} and a {b}, which may be one")
    return Score(AGAINST, f"a {a} and a {b}")


def compare_days(one: Profile, other: Profile) -> Score | None:
    """Compare when two engagements happened, and where that is not said when it was told."""
    if one.days is None or other.days is None:
        return compare_telling(one.told, other.told)
    gap = count_gap(one.days, other.days)
    if gap == 0:
        return _praise_days(one.days, other.days)
    if moves(one, other):
        return Score(-0.5 - gap / 30, f"{gap} days apart, and a plan may move")
    if one.days.rough or other.days.rough:
        return _excuse_days(one.days, other.days, gap)
    return Score(-2.0 if gap == 1 else 2 * AGAINST, f"{gap} days apart")


def _praise_days(one: Days, other: Days) -> Score:
    if one.exact and other.exact:
        return Score(3.0, f"both on {one.first}")
    width = max((days.last - days.first).days for days in (one, other))
    if width <= _NEAR:
        return Score(2.0, "about the same day")
    if width <= _MONTH:
        return Score(1.0, "dates that fit together")
    # The same people meet more than once a year: that one says only the year makes them no one meeting.
    return Score(-2.5, "one says only in which season or year")


def _excuse_days(one: Days, other: Days, gap: int) -> Score:
    """Score days apart of which one is only that of the report: what is told may be some days older."""
    rough, exact = (one, other) if one.rough else (other, one)
    late = (rough.first - exact.last).days
    if 0 < late <= _NEAR:
        return Score(1.5, f"told {late} days after")
    if gap <= _NEAR:
        return Score(0.5 if exact.rough else -1.0, f"told {gap} days apart")
    return Score(-2.0 if gap <= _WEEK else 2 * AGAINST, f"told {gap} days apart")


def compare_telling(one: Days | None, other: Days | None) -> Score | None:
    """Compare when two things were told, where nothing better dates them."""
    if one is None or other is None:
        return None
    gap = count_gap(one, other)
    if gap <= _NEAR:
        return Score(0.5, "told in the same days")
    return Score(-1.0 if gap <= _WEEK else -4.0, f"told {gap} days apart, and one has no date")


def moves(one: Profile, other: Profile) -> bool:
    """Tell whether the date may have moved between the two: one of them only plans."""
    return bool({one.fields.get("status"), other.fields.get("status")} & {"planned", "proposed", "cancelled"})


def count_gap(one: Days, other: Days) -> int:
    """Return how many days lie between the two; 0 where they touch."""
    return max((other.first - one.last).days, (one.first - other.last).days, 0)


def compare_parties(one: Profile, other: Profile) -> Score | None:
    """Compare the sides."""
    if not one.parties or not other.parties:
        return None
    both = one.parties & other.parties
    named = ", ".join(sorted(both))
    if one.parties == other.parties:
        return Score(2.0, f"the same parties ({named})")
    if not both:
        return Score(-4.0, f"no party in common ({', '.join(sorted(one.parties | other.parties))})")
    if both in (one.parties, other.parties):
        return Score(1.0, f"all parties of one ({named}) are among those of the other")
    return Score(-3.0, f"different parties besides {named}")


def compare_people(one: Profile, other: Profile) -> Score | None:
    """Compare who takes part: the same people speak for, another person in the same place against."""
    if not one.people or not other.people:
        return None
    pairs = match_people(one.people, other.people)
    left = [p for p in one.people if all(p is not a for a, _ in pairs)]
    right = [p for p in other.people if all(p is not b for _, b in pairs)]
    clash = find_clash(left, right)
    if clash:
        return Score(-5.0, f"{clash[0].names[0]} in one, {clash[1].names[0]} in the other")
    if not pairs:
        return Score(-2.0, "nobody in common")
    named = ", ".join(a.names[0] for a, _ in pairs)
    if left and right and one.fields.get("type") in _BETWEEN_TWO:
        return Score(-3.0, f"besides {named}, {left[0].names[0]} in one and {right[0].names[0]} in the other")
    return Score(min(2.5 * len(pairs), 6.0), f"{named} in both")


def match_people(one: Iterable[Someone], other: Iterable[Someone]) -> list[tuple[Someone, Someone]]:
    """Return the pairs, one of each side, that are taken for one person, each in one pair at most."""
    pairs: list[tuple[Someone, Someone]] = []
    for a, b in itertools.product(one, other):
        taken = any(a is x or b is y for x, y in pairs)
        if not taken and may_be_same(a, b):
            pairs.append((a, b))
    return pairs


def find_clash(one: Iterable[Someone], other: Iterable[Someone]) -> tuple[Someone, Someone] | None:
    """Return two unmatched people who stand for the same country in both, where one only can be meant."""
    return next(
        (
            (a, b)
            for a, b in itertools.product(one, other)
            if a.represents and a.represents == b.represents and a.office and b.office
        ),
        None,
    )


def compare_places(one: Profile, other: Profile) -> Score | None:
    """Compare where two engagements took place."""
    a, b = one.fields.get("place") or {}, other.fields.get("place") or {}
    if a.get("country") and b.get("country") and a["country"] != b["country"]:
        return Score(-4.0, f"in {a['country']} and in {b['country']}")
    if a.get("city") and b.get("city"):
        same = a["city"] == b["city"]
        return (
            Score(1.5, f"both in {a['city']}") if same else Score(-2.5, f"in {a['city']} and in {b['city']}")
        )
    if a.get("country") and b.get("country"):
        return Score(0.5, f"both in {a['country']}")
    return None


def compare_events(one: Profile, other: Profile) -> Score | None:
    """Compare the event, series and number."""
    a, b = one.fields.get("event"), other.fields.get("event")
    if not a or not b:
        return None
    if a.get("ordinal") and b.get("ordinal"):
        if a["ordinal"] != b["ordinal"]:
            return Score(2 * AGAINST, f"number {a['ordinal']} and number {b['ordinal']}")
        return Score(2.0, f"number {a['ordinal']} in both")
    alike = compare_words(a["name"], b["name"])
    return Score(1.5, f"both named {a['name']}") if alike >= 0.6 else None  # noqa: PLR2004 - most of the words


def compare_umbrellas(one: Profile, other: Profile) -> Score | None:
    """Compare whether the two are parts of something larger: part of nothing is no difference."""
    return (
        Score(0.5, "both part of something larger")
        if one.fields.get("part_of") and other.fields.get("part_of")
        else None
    )


def compare_topics(one: Profile, other: Profile) -> Score | None:
    """Compare what it was about."""
    both = one.topics & other.topics
    return Score(min(0.3 * len(both), 0.9), f"both about {', '.join(sorted(both))}") if both else None


def compare_status(one: Profile, other: Profile) -> Score | None:
    """Compare the stage: what was held is not what is yet to come after it."""
    a, b = one.fields.get("status"), other.fields.get("status")
    if a == b:
        return None
    if one.told and other.told:
        held, rest = (one, other) if a in {"held", "ongoing"} else (other, one)
        later = rest.fields.get("status") in {"planned", "proposed"} and count_gap(one.told, other.told) > 1
        if held.told and rest.told and later and rest.told.first > held.told.last:
            return Score(-3.0, "still planned after the other was held")
    return Score(-0.3, f"{a} in one, {b} in the other")


def compare_words(one: str, other: str) -> float:
    """Return how many words two phrases share, from 0 to 1, by the beginnings of their Latin forms."""
    ours, theirs = list_stems(one), list_stems(other)
    return len(ours & theirs) / max(min(len(ours), len(theirs)), 1)


def list_stems(phrase: str) -> frozenset[str]:
    """Return the beginnings of the longer words of a phrase in Latin letters, as inflection leaves them."""
    return frozenset(word[:_STEM] for word in name_key(phrase).split() if len(word) > 2)  # noqa: PLR2004 - no particles


def compare_codes(one: Mapping[str, object], other: Mapping[str, object], field: str) -> bool:
    """Tell whether two frames say the same of `field`, or one of them says nothing."""
    return one.get(field) is None or other.get(field) is None or one[field] == other[field]

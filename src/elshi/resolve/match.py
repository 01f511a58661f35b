"""Whether two frames tell of one thing: the comparisons put together, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from elshi.model.entry import EntryKind
from elshi.resolve import features
from elshi.resolve.features import compare_codes, compare_words
from elshi.resolve.meaning import UNSPECIFIC, compare_meanings
from elshi.resolve.people import Score, same_person
from elshi.resolve.profile import Profile

SAME = 6.0  # points from which two frames are taken for one thing
UNSURE = 3.5  # points from which a person should look at it
_ALIKE = 0.75  # share of common words from which two wordings say the same

ENGAGEMENT = (
    features.compare_types,
    features.compare_days,
    features.compare_parties,
    features.compare_people,
    features.compare_places,
    features.compare_events,
    features.compare_umbrellas,
    features.compare_topics,
    features.compare_status,
)
_QUICK = 3  # of these comparisons, the first
_MOST_LEFT = (
    10.9  # points that the others can give together: people 6, places 1.5, events 2, parts .5, topics .9
)
# Compares the meaning of two texts across languages; None until an encoder gives vectors.
Nearness = Callable[[Profile, Profile], Score | None]


@dataclass(frozen=True, slots=True)
class Match:
    """What the machine thinks of two frames: the sum of the scores, and every reason in words.

    `grounded` tells that more than the sides agree: the time, and a person or a numbered or named event.
    """

    score: float
    reasons: tuple[str, ...]
    grounded: bool = True

    @property
    def verdict(self) -> Literal["same", "unsure", "different"]:
        """Return what follows from the score."""
        if self.score >= SAME:
            return "same"
        return "unsure" if self.score >= UNSURE else "different"


def compare_profiles(one: Profile, other: Profile, near: Nearness | None = None) -> Match:
    """Return how much speaks for the two telling of one thing. Frames of one report never do."""
    if one.kind != other.kind or one.report == other.report:
        return Match(2 * features.AGAINST, ("told apart in one report",))
    return _COMPARE[one.kind](one, other, near)


def compare_if_worth(one: Profile, other: Profile, near: Nearness | None = None) -> Match | None:
    """Return what `compare_profiles` does, None where a quick look shows that the two are different."""
    if near is None and not is_worth_comparing(one, other):
        return None
    return compare_profiles(one, other, near)


def is_worth_comparing(one: Profile, other: Profile) -> bool:
    """Tell whether the two may still be one thing after what is quickly compared: most pairs are not.

    False only where `compare_profiles` without an encoder would say 'different'.
    """
    if one.kind != "engagement" or other.kind != "engagement" or one.report == other.report:
        return True
    quick = (compare(one, other) for compare in ENGAGEMENT[:_QUICK])
    return sum(score.value for score in quick if score) + _MOST_LEFT >= UNSURE


def _compare_engagements(one: Profile, other: Profile, near: Nearness | None) -> Match:
    scored = {compare: compare(one, other) for compare in ENGAGEMENT}
    people, event = scored[features.compare_people], scored[features.compare_events]
    dated = scored[features.compare_days] is not None
    grounded = dated and any(score is not None and score.value > 0 for score in (people, event))
    meaning = near(one, other) if near else None
    return _add_up([score for score in (*scored.values(), meaning) if score], grounded=grounded)


def _compare_tenures(one: Profile, other: Profile, _: Nearness | None) -> Match:
    a, b = one.fields, other.fields
    if not same_person(one.people[0], other.people[0]):
        return Match(features.AGAINST, ("different people",))
    if a.get("office") != b.get("office"):
        return Match(features.AGAINST, (f"{a.get('office')} in one, {b.get('office')} in the other",))
    for field in ("represents", "posted_to"):
        if not compare_codes(a, b, field):
            return Match(features.AGAINST, (f"{field}: {a[field]} in one, {b[field]} in the other",))
    reasons = [f"{one.people[0].names[0]} in both", f"both {a.get('office')}"]
    if a.get("office") in _BY_WORDS and not _alike(a, b, "body_text", one, other):
        return Match(UNSURE, (*reasons, "the body may be another"))
    return Match(SAME + 2, tuple(reasons))


# Offices of which there are many in a country: only the body tells which one is meant.
_BY_WORDS = frozenset({"minister", "deputy_minister", "adviser", "official", "executive", "other"})


def _alike(
    a: Mapping[str, object], b: Mapping[str, object], field: str, one: Profile, other: Profile
) -> bool:
    """Tell whether two wordings may say the same; in different languages they may always."""
    if one.language != other.language or not a.get(field) or not b.get(field):
        return True
    return compare_words(str(a[field]), str(b[field])) >= _ALIKE


def _compare_positions(one: Profile, other: Profile, near: Nearness | None) -> Match:
    a, b = one.fields, other.fields
    if a.get("stance") != b.get("stance") or not _same_holder(one, other):
        return Match(features.AGAINST, ("another holder or another stance",))
    return _compare_wordings(one, other, "target", near)


def _same_holder(one: Profile, other: Profile) -> bool:
    a, b = one.fields, other.fields
    if a.get("holder") == b.get("holder"):
        return True
    return compare_codes(a, b, "represents") and same_person(one.people[0], other.people[0])


def _compare_initiatives(one: Profile, other: Profile, near: Nearness | None) -> Match:
    if not compare_codes(one.fields, other.fields, "proposer"):
        return Match(features.AGAINST, ("another proposer",))
    named = compare_words(str(one.fields.get("name")), str(other.fields.get("name")))
    if named == 1.0 and len(str(one.fields.get("name")).split()) > 1:
        return Match(SAME + 1, ("named alike",))
    return _compare_wordings(one, other, "name", near)


def _compare_commitments(one: Profile, other: Profile, near: Nearness | None) -> Match:
    if one.parties != other.parties:
        return Match(features.AGAINST, ("promised by others",))
    if one.days and other.days and features.count_gap(one.days, other.days):
        return Match(features.AGAINST, ("due at another time",))
    return _compare_wordings(one, other, "what", near)


def _compare_wordings(one: Profile, other: Profile, field: str, near: Nearness | None) -> Match:
    """Compare what is said in the same days: by its words, across languages by what all of them keep."""
    telling = features.compare_telling(one.told, other.told)
    if telling is None or telling.value < 0:
        return Match(features.AGAINST, ("not told in the same days",))
    meaning = near(one, other) if near else None
    if meaning:
        return _add_up([Score(3.0, "the same side, told in the same days"), meaning])
    if one.language != other.language:
        like = compare_meanings(one, other, field)
        match = _add_up([Score(3.0, "the same side, told in the same days"), *like.scores], grounded=False)
        return match if like.specific else replace(match, score=min(match.score, UNSPECIFIC))
    alike = compare_words(str(one.fields.get(field)), str(other.fields.get(field)))
    reasons = (f"told in the same days; {alike:.0%} of the words in common",)
    return Match(SAME + alike if alike >= _ALIKE else 6 * alike, reasons)


def _compare_chairmanships(one: Profile, other: Profile, _: Nearness | None) -> Match:
    a, b = one.fields, other.fields
    if any(a.get(field) != b.get(field) for field in ("body", "role")) or not compare_codes(a, b, "holder"):
        return Match(features.AGAINST, ("another body, role or holder",))
    if one.days and other.days and features.count_gap(one.days, other.days):
        return Match(features.AGAINST, ("in another period",))
    if not (one.days and other.days) and a.get("role") == "chair":
        return Match(UNSURE, ("the period of one is not said",))
    return Match(SAME + 2, (f"both {a.get('role')} of {a.get('body')}",))


def _add_up(scores: Sequence[Score], *, grounded: bool = True) -> Match:
    reasons = tuple(f"{s.reason} ({s.value:+.1f})" for s in sorted(scores, key=lambda s: -abs(s.value)))
    return Match(round(sum(s.value for s in scores), 2), reasons, grounded)


_COMPARE: Mapping[EntryKind, Callable[[Profile, Profile, Nearness | None], Match]] = {
    "engagement": _compare_engagements,
    "position": _compare_positions,
    "initiative": _compare_initiatives,
    "commitment": _compare_commitments,
    "tenure": _compare_tenures,
    "chairmanship": _compare_chairmanships,
}

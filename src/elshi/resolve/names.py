"""Whether two names may be one person's, across scripts, cases, orders and abbreviations."""

from __future__ import annotations

import functools
import itertools

from elshi.resolve.comparison import Comparison, judge_score
from elshi.resolve.name_parts import ParsedName, Part, find_families, parse_readings
from elshi.resolve.pairing import Pair, Pairing, is_near, list_chunks, match_words, pair_parts
from elshi.text.sounds import find_keys

_TWO = 2
_RARE = 0.3  # from what distance on a spelling is called rare


@functools.lru_cache(maxsize=65536)
def compare_names(first: str, second: str) -> Comparison:
    """Return whether `first` and `second` may name one person: a score, a verdict, and reasons in words.

    Names may be inflected, in any order and script, shortened to initials, with or without patronymics.
    A name alone never tells namesakes apart; `elshi.resolve.identity` also weighs office, country and
    date. The order of the two makes no difference. What has no letters is no name, and like no other.
    """
    if second < first:
        return compare_names(second, first)
    if _list_keys(first).isdisjoint(_list_keys(second)):
        return judge_score(0.0, "no word of one agrees with a word of the other")
    found = [
        compare_readings(one, other) for one in parse_readings(first) for other in parse_readings(second)
    ]
    return max(found, key=lambda comparison: comparison.score)


@functools.lru_cache(maxsize=65536)
def _list_keys(name: str) -> frozenset[str]:
    """Return the keys of every word, and of what neighbours give written together: a quick way to say no."""
    return frozenset(
        key
        for reading in parse_readings(name)
        for _, spelt in list_chunks(reading.parts)
        for key in find_keys(spelt)
    )


@functools.lru_cache(maxsize=65536)
def name_keys(name: str) -> frozenset[str]:
    """Return keys to find candidates by: two names that `compare_names` calls the same have one in common.

    A key is the consonants with which a word that may be the surname begins; a name without letters has
    none.
    """
    return frozenset(
        key
        for reading in parse_readings(name)
        for family in find_families(reading)
        for key in find_keys(family)
    )


@functools.lru_cache(maxsize=65536)
def pair_keys(name: str) -> frozenset[str]:
    """Return keys of every two parts of a full name: closer than `name_keys`, for names of two words or more.

    Two names have one in common where two words of one agree with two words of the other.
    """
    return frozenset(
        "+".join(sorted(keys))
        for reading in parse_readings(name)
        for (one, spelt), (other, spelt_other) in itertools.combinations(list_chunks(reading.parts), 2)
        if one[1] <= other[0] or other[1] <= one[0]
        for keys in itertools.product(find_keys(spelt), find_keys(spelt_other))
    )


def compare_readings(first: ParsedName, second: ParsedName) -> Comparison:
    """Compare two names in the nominative, taken apart."""
    fathers = _compare_fathers(first, second)
    if fathers is False:
        texts = [_write(p) for name in (first, second) for p in name.list_kind("patronymic")]
        return judge_score(0.1, f"different fathers: {' and '.join(texts)}")
    pairing = pair_parts(first, second)
    words = [p for p in pairing.pairs if p.kind != "initial"]
    if not words:
        return judge_score(0.0, "no word of one agrees with a word of the other")
    if pairing.left_first and pairing.left_second:
        return _tell_conflict(first, second, pairing, words)
    return _weigh(first, second, pairing, agree=fathers is True)


def _compare_fathers(first: ParsedName, second: ParsedName) -> bool | None:
    """Tell whether the patronymics agree; None where one of the names has none."""
    ours, theirs = first.list_kind("patronymic"), second.list_kind("patronymic")
    if not ours or not theirs:
        return None
    return any(match_words(one.spelt, other.spelt) for one in ours for other in theirs)


def _tell_conflict(first: ParsedName, second: ParsedName, pairing: Pairing, words: list[Pair]) -> Comparison:
    left = [first.parts[i] for i in pairing.left_first], [second.parts[i] for i in pairing.left_second]
    ours, theirs = (", ".join(part.text for part in side) for side in left)
    agreed = _tell_pairs(first, second, words)
    if len(left[0]) == len(left[1]) == 1 and is_near(left[0][0], left[1][0]):
        return judge_score(0.5, agreed, f"'{ours}' could be an odd spelling of '{theirs}'")
    if len(words) >= _TWO and _is_led(first, pairing.left_first) and _is_led(second, pairing.left_second):
        return judge_score(0.6, agreed, f"of one house '{ours}' and of the other '{theirs}'")
    return judge_score(min(0.3, 0.1 * len(words)), agreed, f"'{ours}' is not '{theirs}'")


def _is_led(name: ParsedName, places: tuple[int, ...]) -> bool:
    """Tell whether a particle stands before each of these words."""
    return all(place and name.parts[place - 1].kind == "particle" for place in places)


def _weigh(first: ParsedName, second: ParsedName, pairing: Pairing, *, agree: bool) -> Comparison:
    """Judge two names of which one at most has words that the other lacks."""
    words = [p for p in pairing.pairs if p.kind != "initial"]
    initials = [p for p in pairing.pairs if p.kind == "initial"]
    reasons = [_tell_pairs(first, second, words)]
    if agree:
        reasons.append("the same father")
    if initials:
        reasons.append(_tell_pairs(first, second, initials))
    longer, left = (first, pairing.left_first) if pairing.left_first else (second, pairing.left_second)
    if left:
        reasons.append(f"only one has '{' '.join(longer.parts[i].text for i in left)}'")
    if len(words) + len(initials) < _TWO and not agree:
        return _weigh_single(first, second, words[0], reasons)
    if not name_keys(first.text) & name_keys(second.text):
        return judge_score(0.6, *reasons, "nothing that looks like a surname agrees")
    return _weigh_many(first, second, pairing, reasons)


def _weigh_single(first: ParsedName, second: ParsedName, pair: Pair, reasons: list[str]) -> Comparison:
    """Judge two names that share one word and say no more: a surname, or only a given name."""
    if _is_family(first, pair.first) and _is_family(second, pair.second):
        return judge_score(0.55, *reasons, "one name alone cannot tell namesakes apart")
    return judge_score(0.4, *reasons, "what agrees may be a given name only")


def _weigh_many(first: ParsedName, second: ParsedName, pairing: Pairing, reasons: list[str]) -> Comparison:
    """Judge two names of which at least two parts agree."""
    words = [p for p in pairing.pairs if p.kind != "initial"]
    initials = len(pairing.pairs) - len(words)
    score = (
        0.98
        - 0.15 * sum(p.distance for p in words) / len(words)
        - (0.03 if pairing.left_first or pairing.left_second else 0)
    )
    if len(words) < _TWO:
        if not (_is_family(first, words[0].first) and _is_family(second, words[0].second)):
            return judge_score(0.5, *reasons, "the word that agrees may be a given name only")
        if words[0].kind == "woman" and initials < _TWO:
            return judge_score(0.5, *reasons, "one may be a man and the other a woman")
        score = min(score, 0.85)
    elif not initials and _lacks_surname(first, second, pairing):
        return judge_score(0.65, *reasons, "the longer name may have a surname that the other lacks")
    return judge_score(max(score, 0.78), *reasons)


def _lacks_surname(first: ParsedName, second: ParsedName, pairing: Pairing) -> bool:
    """Tell whether a word at the end of the longer name, with no particle before it, has no counterpart."""
    name, left = (first, pairing.left_first) if pairing.left_first else (second, pairing.left_second)
    if not left:
        return False
    last = max(i for i, p in enumerate(name.parts) if p.kind == "word")
    if left[-1] != last or name.parts[last - 1].kind == "particle":
        return False
    places = [p.first if name is first else p.second for p in pairing.pairs if p.kind != "initial"]
    from_ending = find_families(name) - {name.parts[last].spelt, name.parts[0].spelt}
    return not any(name.parts[i].spelt in from_ending for place in places for i in range(*place))


def _is_family(name: ParsedName, place: tuple[int, int]) -> bool:
    families = find_families(name)
    return any(name.parts[i].spelt in families for i in range(*place))


def _tell_pairs(first: ParsedName, second: ParsedName, pairs: list[Pair]) -> str:
    told = []
    for pair in sorted(pairs, key=lambda p: p.first):
        one, other = _join(first, pair.first), _join(second, pair.second)
        told.append(f"'{one}'" if one == other else f"'{one}' as '{other}'{_tell_kind(pair)}")
    return "agree: " + ", ".join(told)


def _tell_kind(pair: Pair) -> str:
    if pair.kind == "woman":
        return " (a woman's form)"
    return " (rare spelling)" if pair.distance >= _RARE else ""


def _join(name: ParsedName, place: tuple[int, int]) -> str:
    return " ".join(_write(part) for part in name.parts[slice(*place)])


def _write(part: Part) -> str:
    return part.text + ("." if part.kind == "initial" else "")

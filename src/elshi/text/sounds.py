"""Words of names in two spellings: how far their letters stand for one another, and keys they share."""

from __future__ import annotations

import functools
import importlib.resources
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

import yaml

KEY_LENGTH = 3
_SURE = 0.1  # from what cost on two English spellings are two
_RULE = 0.15  # what two spellings in a row may cost to count as one for a third
_CYRILLIC = re.compile("[а-яёәғқңөұүһі]")
_DOUBLE = re.compile(r"([^аәоөуұүыіиеёэюя])\1+")
_APOSTROPHES = "'’ʼ‘`´ʻ"
Options = tuple[tuple[str, float], ...]
Table = Mapping[str, Options]


@dataclass(frozen=True, slots=True)
class Sounds:
    """The correspondences of data/sounds.yml, ready for `measure_distance`.

    Each table gives for letters of the first spelling those of the second with their costs: `latin` from
    Latin to Cyrillic, `cyrillic` between two Cyrillic spellings, `both` between two Latin ones, which agree
    as far as the same Cyrillic letters may stand for both; `plain` has of these the rules and the vowels.
    """

    latin: Table
    cyrillic: Table
    both: Table
    plain: Table
    longest: Mapping[int, int]
    extra: Options
    classes: Mapping[str, str]
    per_letter: float
    most: float


@functools.lru_cache(maxsize=65536)
def measure_distance(first: str, second: str, slack: float = 1.0) -> float | None:
    """Return how much must be believed for two folded words to be one: 0 none, about 0.7 much.

    None where no row of correspondences leads from one to the other within the limit, which grows with the
    shorter word and is taken `slack` times. Both words as `fold_spelling` gives them.
    """
    if first == second:
        return 0.0
    sounds = read_sounds()
    limit = slack * find_limit(first, second)
    first, second = sorted((first, second), key=lambda word: (is_cyrillic(word), word))
    if is_cyrillic(first):
        table, extra = sounds.cyrillic, sounds.cyrillic.get("", ())
    elif is_cyrillic(second):
        table, extra = sounds.latin, sounds.extra
    else:
        # Two English spellings differ less than an English one and one in the Kazakh Latin alphabet.
        table = sounds.plain if f"{first}{second}".isascii() else sounds.both
        extra = table.get("", ())
        found = _align(f"^{first}$", f"^{second}$", table, dict(extra), limit)
        return _hear(first, second, limit) if found is None else found
    return _align(f"^{first}$", f"^{second}$", table, dict(extra), limit)


def _hear(first: str, second: str, limit: float) -> float | None:
    """Return the distance of two Latin spellings of which one is Kazakh and spells the sound of the other."""
    sounds = read_sounds()
    for one, other in ((first, second), (second, first)):
        heard = _compile_letters().sub(
            lambda found: _read_data()["kazakh_latin"].get(found[0], found[0]), one
        )
        found = _align(f"^{other}$", f"^{heard}$", sounds.latin, dict(sounds.extra), limit / 4)
        if found is not None:
            return found
    return None


@functools.cache
def _compile_letters() -> re.Pattern[str]:
    letters = sorted(_read_data()["kazakh_latin"], key=len, reverse=True)
    return re.compile("|".join(letters))


def find_limit(first: str, second: str) -> float:
    """Return the distance up to which two words of these lengths count as one."""
    sounds = read_sounds()
    return min(sounds.most, sounds.per_letter * min(len(first), len(second)) + 1e-9)


def is_cyrillic(word: str) -> bool:
    """Tell whether `word` has Cyrillic letters."""
    return _CYRILLIC.search(word) is not None


@functools.lru_cache(maxsize=65536)
def fold_spelling(word: str) -> str:
    """Return a word of a name in lower case with the letters that the table of correspondences knows."""
    data = _read_data()
    lower = unicodedata.normalize("NFC", word).lower().replace("i\u0307", "i")
    if is_cyrillic(lower):
        folded = "".join(data["same_letter"].get(letter, letter) for letter in lower)
        return _DOUBLE.sub(r"\1", "".join(filter(str.isalpha, folded)))
    for mark in _APOSTROPHES:
        lower = lower.replace(mark, "'")
    marked = re.sub("([a-z])'(?=.)", lambda found: data["apostrophe"].get(found[1], found[1]), lower)
    return "".join(_fold_accent(letter) for letter in marked if letter.isalpha())


@functools.lru_cache(maxsize=65536)
def find_keys(word: str) -> frozenset[str]:
    """Return the keys of a folded word: its first consonants, in every way it may be read.

    Any two words that `measure_distance` finds within the limit have a key in common, because each key is
    that of a Cyrillic spelling, and both words may stand for one and the same.
    """
    sounds = read_sounds()
    table = sounds.cyrillic if is_cyrillic(word) else sounds.latin
    padded = f"^{word}$"
    found: list[set[str]] = [set() for _ in range(len(padded) + 1)]
    found[0].add("")
    for start, keys in enumerate(found[:-1]):
        for length in range(1, min(sounds.longest[id(table)], len(padded) - start) + 1):
            for letters, _ in table.get(padded[start : start + length], ()):
                added = {_append(key, letters, sounds.classes) for key in keys}
                found[start + length] |= added
    return frozenset(found[-1]) or frozenset({word})


def _append(key: str, letters: str, classes: Mapping[str, str]) -> str:
    for letter in letters:
        sound = classes.get(letter, "")
        if sound and not key.endswith(sound) and len(key) < KEY_LENGTH:
            key += sound
    return key


def _align(first: str, second: str, table: Table, extra: Mapping[str, float], limit: float) -> float | None:
    """Return the cheapest way through both words, None beyond `limit`: a shortest path over places."""
    longest = read_sounds().longest[id(table)]
    costs: list[dict[int, float]] = [{} for _ in range(len(first) + 1)]
    costs[0][0] = 0.0
    for start in range(len(first)):
        here = costs[start]
        if not here:
            continue
        _skip(here, second, extra, limit)
        for length in range(1, min(longest, len(first) - start) + 1):
            options = table.get(first[start : start + length])
            if options:
                _advance(here, costs[start + length], second, options, limit)
    return costs[-1].get(len(second))


def _skip(here: dict[int, float], second: str, extra: Mapping[str, float], limit: float) -> None:
    """Let `here` also reach what lies behind letters that need no counterpart."""
    for place in sorted(here) if extra else ():
        at, cost = place, here[place]
        while second[at : at + 1] in extra and (cost := cost + extra[second[at]]) <= limit:
            at += 1
            here[at] = min(cost, here.get(at, cost))


def _advance(
    here: Mapping[int, float], there: dict[int, float], second: str, options: Options, limit: float
) -> None:
    for letters, added in options:
        for place, cost in here.items():
            if cost + added <= limit and second.startswith(letters, place):
                stop = place + len(letters)
                if cost + added < there.get(stop, limit + 1):
                    there[stop] = cost + added


def _fold_accent(letter: str) -> str:
    if letter in _known_latin():
        return letter
    base = unicodedata.normalize("NFD", letter)[0]
    return {"æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}.get(base, base)


@functools.cache
def _known_latin() -> frozenset[str]:
    return frozenset(
        letter for group in _read_data()["latin"] for text in group["letters"] for letter in text
    )


@functools.cache
def read_sounds() -> Sounds:
    """Load the correspondences once."""
    data = _read_data()
    latin = _make_table(_read_groups(data["latin"]))
    cyrillic = _make_table(_read_both_ways(data))
    both = _make_table(_compose(latin))
    plain = _make_table(_keep_sure(both))
    return Sounds(
        latin=latin,
        cyrillic=cyrillic,
        both=both,
        plain=plain,
        longest={id(table): max(map(len, table)) for table in (latin, cyrillic, both, plain)},
        extra=tuple(data["extra"].items()),
        classes=data["classes"],
        per_letter=data["limit"]["per_letter"],
        most=data["limit"]["most"],
    )


def _read_groups(groups: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {"^": {"^": 0.0}, "$": {"$": 0.0}}
    for group in groups:
        for letters, others in group["letters"].items():
            found.setdefault(letters, {}).update(others)
    for edge in [letters for letters in found if len(letters) > 1 and not letters.isalpha()]:
        bare = found.get(edge.strip("^$"), {})
        found[edge] = {edge.replace(edge.strip("^$"), other): cost for other, cost in bare.items()} | found[
            edge
        ]
    singles = [letter for letter in found if len(letter) == 1 and letter.isalpha() and letter not in "aeiouy"]
    doubled = {letter * 2: {**found.get(letter * 2, {}), **found[letter]} for letter in singles}
    opened = {
        letters[0] + letters: others
        for letters, others in found.items()
        if len(letters) > 1 and letters[0] in singles and letters[0] != letters[1]
    }
    return opened | found | doubled


def _read_both_ways(data: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    letters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"
    found: dict[str, dict[str, float]] = {letter: {letter: 0.0} for letter in f"^${letters}"}
    for group in data["cyrillic"]:
        for one, others in group["letters"].items():
            for other, cost in others.items():
                found.setdefault(one, {})[other] = cost
                found.setdefault(other, {})[one] = cost
    return found


def _compose(latin: Table) -> dict[str, dict[str, float]]:
    """Return which Latin letters agree with which: those that a Cyrillic spelling may stand for both of."""
    spelt: dict[str, dict[str, float]] = {"": {"": 0.0}}
    for letters, options in latin.items():
        for cyrillic, cost in options:
            spelt.setdefault(cyrillic, {})[letters] = cost
    found: dict[str, dict[str, float]] = {}
    for cyrillic in [*spelt]:
        ways = _spell_in_parts(cyrillic, spelt) | spelt[cyrillic]
        for (one, cost), (other, added) in product(spelt[cyrillic].items(), ways.items()):
            if cost and added:  # two exceptions in a row are no correspondence
                continue
            for first, second in ((one, other), (other, one)):
                known = found.setdefault(first, {})
                known[second] = 0.0 if one == other else min(cost + added, known.get(second, 9.0))
    return found


def _keep_sure(both: Table) -> dict[str, dict[str, float]]:
    """Return of `both` what costs next to nothing, and the vowels."""
    vowels = frozenset("aeiouy^$")
    return {
        one: {
            other: cost
            for other, cost in others
            if one == other or cost < _SURE or vowels.issuperset(one + other)
        }
        for one, others in both.items()
    }


def _spell_in_parts(cyrillic: str, spelt: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Return the Latin spellings of `cyrillic` by two entries of the table, one for each part of it."""
    found: dict[str, float] = {}
    for cut in range(1, len(cyrillic)):
        parts = product(spelt.get(cyrillic[:cut], {}).items(), spelt.get(cyrillic[cut:], {}).items())
        for (one, cost), (other, added) in parts:
            if cost + added <= _RULE and "^" not in other and "$" not in one:
                found[one + other] = min(cost + added, found.get(one + other, 9.0))
    return found


def _make_table(found: Mapping[str, Mapping[str, float]]) -> Table:
    return {
        letters: tuple(sorted(others.items(), key=lambda pair: pair[1])) for letters, others in found.items()
    }


@functools.cache
def _read_data() -> dict[str, Any]:
    source = importlib.resources.files("elshi.text") / "data" / "sounds.yml"
    data: dict[str, Any] = yaml.load(source.read_text("utf-8"), yaml.CSafeLoader)
    return data

"""Russian names back to the nominative: case and gender found for all parts of a name together."""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

import yaml

from elshi.text.morphology import open_russian

RussianCase = Literal["nomn", "gent", "datv", "accs", "ablt", "loct"]
RUSSIAN_CASES: tuple[RussianCase, ...] = get_args(RussianCase)
_GENDERS = ("masc", "femn")
_PART = re.compile(r"[^\W\d_]+")
_NAME_GRAMMEMES = {"Name", "Surn", "Patr"}


@dataclass(frozen=True, slots=True)
class NamePart:
    """One declinable word of a name: where it stands, and what follows or precedes it."""

    start: int
    stop: int
    text: str
    last: bool
    hyphened: bool


@dataclass(frozen=True, slots=True)
class PartReading:
    """One way to read a part: its case and gender, its nominative, and what the reading costs."""

    case: str
    gender: str
    nominative: str
    cost: int


@dataclass(frozen=True, slots=True)
class NameReading:
    """A whole name: its nominative, its gender, and the cases it may stand in as written."""

    nominative: str
    gender: str
    cases: frozenset[str]


@functools.lru_cache(maxsize=16384)
def read_russian_name(name: str) -> NameReading:
    """Return the likeliest reading of the Russian `name` as it stands in a text.

    For each case and gender the cheapest readings of the parts are added up (see
    data/russian_names.yml); the cheapest sum wins, and the nominative wins a tie.
    """
    parts = _find_parts(name)
    costs = _read_costs()
    best: dict[tuple[RussianCase, str], tuple[int, tuple[PartReading, ...]]] = {}
    for gender in _GENDERS:
        for case in RUSSIAN_CASES:
            chosen = _choose(parts, case, gender)
            extra = costs["feminine_cost"] if gender == "femn" else 0
            if chosen is not None:
                best[case, gender] = (sum(reading.cost for reading in chosen) + extra, chosen)
    if not best:
        return NameReading(name, "masc", frozenset({"nomn"}))
    oblique = costs["oblique_cost" if len(parts) > 1 else "oblique_alone_cost"]
    case, gender = min(
        best, key=lambda pair: (best[pair][0] + (pair[0] != "nomn") * oblique, pair[0] != "nomn")
    )
    nominative = _rewrite(name, parts, best[case, gender][1])
    return NameReading(nominative, gender, _find_cases(parts, best[case, gender][1]))


@functools.lru_cache(maxsize=16384)
def find_nominatives(word: str) -> frozenset[str]:
    """Return every nominative, in lower case, that one word of a Russian name may come from."""
    part = NamePart(0, len(word), word, last=True, hyphened=False)
    return frozenset(reading.nominative.lower() for reading in _read_part(part))


def _find_parts(name: str) -> tuple[NamePart, ...]:
    """Return the words of `name` that may decline: no initials, no particles ('да', 'бин', 'аль-')."""
    found = [
        match
        for match in _PART.finditer(name)
        if match[0][0].isupper() and name[match.end() : match.end() + 1] != "."
    ]
    return tuple(
        NamePart(
            start=match.start(),
            stop=match.end(),
            text=match[0],
            last=match is found[-1],
            hyphened=name[match.end() : match.end() + 1] == "-" and match is not found[-1],
        )
        for match in found
    )


def _choose(parts: Iterable[NamePart], case: str, gender: str) -> tuple[PartReading, ...] | None:
    """Return the cheapest reading of each part in `case` and `gender`, None where a part has none."""
    chosen = []
    for part in parts:
        fitting = [
            reading for reading in _read_part(part) if (reading.case, reading.gender) == (case, gender)
        ]
        if not fitting:
            return None
        chosen.append(min(fitting, key=lambda reading: reading.cost))
    return tuple(chosen)


def _find_cases(parts: tuple[NamePart, ...], chosen: tuple[PartReading, ...]) -> frozenset[str]:
    """Return the cases in which every part reads as in `chosen`, at no greater cost."""
    allowed = [
        {
            reading.case
            for reading in _read_part(part)
            if (reading.nominative, reading.gender) == (ours.nominative, ours.gender)
            and reading.cost <= ours.cost
        }
        for part, ours in zip(parts, chosen, strict=True)
    ]
    return frozenset(RUSSIAN_CASES).intersection(*allowed)


def _rewrite(name: str, parts: Iterable[NamePart], readings: Iterable[PartReading]) -> str:
    """Return `name` with each part in its nominative and all else as it stands."""
    written, done = [], 0
    for part, reading in zip(parts, readings, strict=True):
        written += [name[done : part.start], reading.nominative]
        done = part.stop
    return "".join(written) + name[done:]


@functools.lru_cache(maxsize=65536)
def _read_part(part: NamePart) -> tuple[PartReading, ...]:
    return (*_read_known(part), *_read_declined(part), *_read_undeclined(part))


def _read_known(part: NamePart) -> Iterator[PartReading]:
    """Yield the readings that the dictionary gives for names, at no cost unless of a rare gender."""
    lower = part.text.lower()
    data = _read_costs()
    if lower in data["feminine"] + data["masculine"]:
        yield PartReading("nomn", "femn" if lower in data["feminine"] else "masc", part.text, 0)
    parses = [
        parse
        for parse in open_russian().parse(lower)
        if parse.is_known and "sing" in parse.tag and _NAME_GRAMMEMES & set(parse.tag.grammemes)
    ]
    for parse in parses:
        nominative = parse.inflect({"nomn"})
        if nominative is not None and not _is_from_masculine(data, nominative.word):
            written = _write_like(part.text, nominative.word)
            for gender in [parse.tag.gender] if parse.tag.gender in _GENDERS else _GENDERS:
                yield PartReading(parse.tag.case, gender, written, _rarity(data, parses, gender))


def _rarity(data: dict[str, Any], parses: Iterable[Any], gender: str) -> int:
    """Return the cost of `gender` for a known name: none unless the corpora have the other far more often."""
    scores = {other: sum(parse.score for parse in parses if parse.tag.gender == other) for other in _GENDERS}
    rare = scores[gender] < data["rare_gender"]["share"] * sum(scores.values())
    return int(data["rare_gender"]["cost"]) if rare else 0


def _is_from_masculine(data: dict[str, Any], nominative: str) -> bool:
    """Tell whether this is a woman's name made from a man's that is far more common ('Ильхама')."""
    stem = nominative[:-1]
    return nominative[-1:] in {"а", "я"} and (stem in data["masculine"] or stem + "й" in data["masculine"])


def _read_declined(part: NamePart) -> Iterator[PartReading]:
    """Yield the readings by the classes of the table."""
    data = _read_costs()
    lower = part.text.lower()
    for row in data["classes"]:
        for case, endings in row["forms"].items():
            for ending in [endings] if isinstance(endings, str) else endings:
                stem = lower.removesuffix(ending)
                if not lower.endswith(ending) or not re.search(row["stem"] + "$", stem):
                    continue
                nominative = stem + row["forms"]["nomn"]
                known = nominative in data["feminine" if row["gender"] == "femn" else "masculine"]
                cost = 0 if known else _class_cost(data, row, part) + _suspect(data, nominative)
                yield PartReading(case, row["gender"], _write_like(part.text, nominative), cost)


def _read_undeclined(part: NamePart) -> Iterator[PartReading]:
    """Yield the readings as a name that does not decline, the same in all cases."""
    data = _read_costs()
    lower = part.text.lower()
    for gender in _GENDERS:
        row = next(
            (
                row
                for row in data["undeclined"]
                if gender in row["genders"] and re.search(row["ending"] + "$", lower)
            ),
            None,
        )
        if row is not None:
            cost = min(row["cost"], _inner_cost(data, part))
            for case in RUSSIAN_CASES:
                yield PartReading(case, gender, part.text, cost)


def _inner_cost(data: dict[str, Any], part: NamePart) -> int:
    """Return what it costs to leave a part undeclined for its place in the name."""
    if part.hyphened:
        return int(data["inner"]["hyphened"])
    syllables = sum(letter in data["vowels"] for letter in part.text.lower())
    return int(data["inner"]["one_syllable"]) if not part.last and syllables <= 1 else 10**6


def _class_cost(data: dict[str, Any], row: dict[str, Any], part: NamePart) -> int:
    """Return what a class costs, more for a class of surnames where no surname stands."""
    inner = "surname" in row and not part.last
    return int(data["inner"]["surname"] if inner else row["cost"])


def _suspect(data: dict[str, Any], nominative: str) -> int:
    return int(data["suspect"]["cost"]) if re.search(data["suspect"]["ending"] + "$", nominative) else 0


def _write_like(text: str, nominative: str) -> str:
    """Return the lower-case `nominative` with the letters and capitals that `text` shares with it."""
    shared = 0
    pairs = zip(text.lower().replace("ё", "е"), nominative.replace("ё", "е"), strict=False)
    for ours, theirs in pairs:
        if ours != theirs:
            break
        shared += 1
    rest = nominative[shared:]
    return text[:shared] + (rest.upper() if text.isupper() and len(text) > 1 else rest)


@functools.cache
def _read_costs() -> dict[str, Any]:
    source = importlib.resources.files("elshi.text") / "data" / "russian_names.yml"
    data: dict[str, Any] = yaml.load(source.read_text("utf-8"), yaml.CSafeLoader)
    return data

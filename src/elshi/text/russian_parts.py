"""One word of a Russian name: the cases, genders and nominatives that it may have, and what each costs."""

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
GENDERS = ("masc", "femn")
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


@functools.lru_cache(maxsize=65536)
def read_part(part: NamePart) -> tuple[PartReading, ...]:
    """Return every reading of `part`: by the dictionary, by the classes of the table, and as undeclined."""
    return (*_read_known(part), *_read_declined(part), *_read_undeclined(part))


def _read_known(part: NamePart) -> Iterator[PartReading]:
    """Yield the readings that the dictionary gives for names, at no cost unless of a rare gender."""
    lower = part.text.lower()
    data = read_costs()
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
            for gender in [parse.tag.gender] if parse.tag.gender in GENDERS else GENDERS:
                yield PartReading(parse.tag.case, gender, written, _rarity(data, parses, gender))


def _rarity(data: dict[str, Any], parses: Iterable[Any], gender: str) -> int:
    """Return the cost of `gender` for a known name: none unless the corpora have the other far more often."""
    scores = {other: sum(parse.score for parse in parses if parse.tag.gender == other) for other in GENDERS}
    rare = scores[gender] < data["rare_gender"]["share"] * sum(scores.values())
    return int(data["rare_gender"]["cost"]) if rare else 0


def _is_from_masculine(data: dict[str, Any], nominative: str) -> bool:
    """Tell whether this is a woman's name made from a man's that is far more common ('Ильхама')."""
    stem = nominative[:-1]
    return nominative[-1:] in {"а", "я"} and (stem in data["masculine"] or stem + "й" in data["masculine"])


def _read_declined(part: NamePart) -> Iterator[PartReading]:
    """Yield the readings by the classes of the table."""
    data = read_costs()
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
    data = read_costs()
    lower = part.text.lower()
    for gender in GENDERS:
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
def read_costs() -> dict[str, Any]:
    """Load the table of classes and costs once."""
    source = importlib.resources.files("elshi.text") / "data" / "russian_names.yml"
    data: dict[str, Any] = yaml.load(source.read_text("utf-8"), yaml.CSafeLoader)
    return data

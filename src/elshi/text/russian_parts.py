"""One word of a Russian name: the cases, genders and nominatives that it may have, and what each costs."""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

import yaml

from elshi.text.morphology import open_russian

RussianCase = Literal["nomn", "gent", "datv", "accs", "ablt", "loct"]
RUSSIAN_CASES: tuple[RussianCase, ...] = get_args(RussianCase)
GENDERS = ("masc", "femn")
_LONGEST_ENDING = 3
_NAME_GRAMMEMES = {"Name", "Surn", "Patr"}


@dataclass(frozen=True, slots=True)
class NamePart:
    """One declinable word of a name: where it stands, and what follows or precedes it.

    `eastern` parts are of a name that begins with the family's; a `joined` one follows an article.
    """

    start: int
    stop: int
    text: str
    last: bool
    hyphened: bool
    eastern: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class PartReading:
    """One way to read a part: its case and gender, its nominative, and what the reading costs."""

    case: str
    gender: str
    nominative: str
    cost: int


def read_part(part: NamePart) -> tuple[PartReading, ...]:
    """Return every reading of `part`: by the dictionary, by the classes of the table, and as undeclined."""
    return _read_word(_as_word(part))[0]


def find_cheapest(part: NamePart, case: str, gender: str) -> PartReading | None:
    """Return the reading of `part` in this case and gender that costs least, None where it has none."""
    return _read_word(_as_word(part))[1].get((case, gender))


def list_forms(part: NamePart, case: RussianCase, gender: str) -> tuple[str, ...]:
    """Return the forms that `part`, a nominative, may have in `case`, itself as undeclined the last."""
    lower = part.text.lower()
    known = [p for p in open_russian().parse(lower) if p.is_known and "nomn" in p.tag and "sing" in p.tag]
    forms = [
        inflected.word
        for parse in known
        if _NAME_GRAMMEMES & set(parse.tag.grammemes)
        and parse.tag.gender in {gender, None}
        and (inflected := parse.inflect({case})) is not None
    ]
    for row in read_costs()["classes"]:
        nominative, endings = row["forms"]["nomn"], row["forms"][case]
        stem = lower.removesuffix(nominative)
        if row["gender"] == gender and lower.endswith(nominative) and re.search(row["stem"] + "$", stem):
            forms += [stem + end for end in ([endings] if isinstance(endings, str) else endings)]
    return (*dict.fromkeys(_write_like(part.text, form) for form in forms), part.text)


def _as_word(part: NamePart) -> NamePart:
    """Return `part` as it would be anywhere: the same word is read once."""
    return replace(part, start=0, stop=0) if part.stop else part


@functools.lru_cache(maxsize=16384)
def _read_word(part: NamePart) -> tuple[tuple[PartReading, ...], Mapping[tuple[str, str], PartReading]]:
    """Return the readings of a word, wherever it stands, and the cheapest of each case and gender."""
    readings = (*_read_known(part), *_read_declined(part), *_read_undeclined(part))
    cheapest: dict[tuple[str, str], PartReading] = {}
    for reading in sorted(readings, key=lambda reading: reading.cost):
        cheapest.setdefault((reading.case, reading.gender), reading)
    return readings, cheapest


def _read_known(part: NamePart) -> Iterator[PartReading]:
    """Yield the readings that the dictionary gives for names, at no cost unless of a rare gender."""
    lower = part.text.lower()
    data = read_costs()
    if lower in data["feminine"] + data["masculine"]:
        yield PartReading("nomn", "femn" if lower in data["feminine"] else "masc", part.text, 0)
    if lower in data["never"]:
        yield from (PartReading(case, "masc", part.text, 0) for case in RUSSIAN_CASES)
    if part.eastern or part.joined:
        return
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
    endings = _index_endings()
    fitting = [
        row for length in range(_LONGEST_ENDING + 1) for row in endings.get(lower[-length:][:length], ())
    ]
    for form in sorted(fitting, key=lambda form: form.number):
        stem = lower.removesuffix(form.ending)
        if not form.stem.search(stem):
            continue
        nominative, gender = stem + form.row["forms"]["nomn"], form.row["gender"]
        if set(nominative).isdisjoint(data["vowels"]) or (part.eastern and not _is_eastern(form.row, part)):
            continue
        known = nominative in data["feminine" if gender == "femn" else "masculine"]
        cost = 0 if known else _class_cost(data, form.row, part) + _suspect(data, nominative)
        yield PartReading(form.case, gender, _write_like(part.text, nominative), cost)


def _is_eastern(row: dict[str, Any], part: NamePart) -> bool:
    """Tell whether a word of an eastern name declines by this class: the last word of a man's name."""
    return part.last and row["gender"] == "masc" and "surname" not in row and row["forms"]["nomn"] != "а"


@dataclass(frozen=True, slots=True)
class _Form:
    """One ending of a class, by its `number` in the table, with what the stem before it ends in."""

    number: int
    ending: str
    case: str
    stem: re.Pattern[str]
    row: dict[str, Any]


@functools.cache
def _index_endings() -> Mapping[str, Sequence[_Form]]:
    """Return the forms of all classes by how their endings are written."""
    rows = [
        (ending, case, row)
        for row in read_costs()["classes"]
        for case, endings in row["forms"].items()
        for ending in ([endings] if isinstance(endings, str) else endings)
    ]
    found: dict[str, list[_Form]] = defaultdict(list)
    for number, (ending, case, row) in enumerate(rows):
        found[ending].append(_Form(number, ending, case, re.compile(row["stem"] + "$"), row))
    return found


def _read_undeclined(part: NamePart) -> Iterator[PartReading]:
    """Yield the readings as a name that does not decline, the same in all cases."""
    data = read_costs()
    lower = part.text.lower()
    for gender in GENDERS:
        costs = (cost for ending, cost in _list_undeclined(gender) if ending.search(lower))
        least = next(costs, None)
        if least is not None:
            contrary = data["contrary"] if gender == "femn" and lower in data["masculine"] else 0
            cost = min(least + contrary, _inner_cost(data, part))
            for case in RUSSIAN_CASES:
                yield PartReading(case, gender, part.text, cost)


@functools.cache
def _list_undeclined(gender: str) -> Sequence[tuple[re.Pattern[str], int]]:
    """Return the endings of names of `gender` that do not decline, each with its cost."""
    rows = [row for row in read_costs()["undeclined"] if gender in row["genders"]]
    return [(re.compile(row["ending"] + "$"), row["cost"]) for row in rows]


def _inner_cost(data: dict[str, Any], part: NamePart) -> int:
    """Return what it costs to leave a part undeclined for its place in the name."""
    if part.hyphened:
        return int(data["inner"]["hyphened"])
    if part.eastern and not part.last:
        return int(data["inner"]["eastern"])
    syllables = sum(letter in data["vowels"] for letter in part.text.lower())
    return int(data["inner"]["one_syllable"]) if not part.last and syllables <= 1 else 10**6


def _class_cost(data: dict[str, Any], row: dict[str, Any], part: NamePart) -> int:
    """Return what a class costs, more for a class of surnames where no surname stands."""
    if part.eastern:
        return int(data["eastern_cost"])
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

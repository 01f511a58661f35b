"""The facts of FactRuEval-2016 as its organisers' files give them, with every value that counts as right."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from elshi.text.morphology import open_russian

_HARD = "повышенная"
_NOT_COMPARED = frozenset({"модальность", "сложность", "фаза"})  # easy mode leaves the phase out
_NAME_ORDERS = ("lfp", "fpl", "fp", "fl", "lf", "f", "p", "l", "n", "fn")
_NAME_KEYS = {"f": "firstname", "l": "lastname", "p": "patronymic", "n": "nickname"}


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a fact: its name and all spellings of its value, folded by `fold`."""

    name: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of one type with its arguments; `hard` facts count neither way in the easy mode."""

    kind: str
    arguments: tuple[Argument, ...]
    hard: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its facts."""

    id: str
    text: str
    facts: tuple[Fact, ...]


def read_documents(path: Path) -> tuple[Document, ...]:
    """Return the documents of `path` (JSON lines) that have facts; the organisers compare no others."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return tuple(Document(row["id"], row["text"], tuple(_read_facts(row))) for row in rows if row["facts"])


def fold(value: str) -> str:
    """Return `value` in small letters, with 'ё' as 'е' and one kind of quotes and dashes."""
    table = str.maketrans({**dict.fromkeys("«»“”„", '"'), **dict.fromkeys("‐−‒–—―", "-"), "ё": "е"})
    folded = value.lower().translate(table)
    for written, plain in ((" ,", ","), (" .", "."), (" -", "-"), ("- ", "-"), ("( ", "("), (" )", ")")):
        folded = folded.replace(written, plain)
    return folded.strip(' "')


def to_nominative(words: str) -> str:
    """Return a job in the nominative: its adjectives up to the first noun, and that noun."""
    written = words.lower().split()
    parses = [open_russian().parse(word)[0] for word in written]
    noun = next((i for i, parse in enumerate(parses) if parse.tag.POS == "NOUN"), None)
    if noun is None:
        return fold(words)
    gender = parses[noun].tag.gender
    for index, parse in enumerate(parses[: noun + 1]):
        form = parse.inflect({"nomn", "sing", gender} if gender and index < noun else {"nomn", "sing"})
        written[index] = form.word if form else written[index]
    return fold(" ".join(written))


def _read_facts(row: dict[str, str]) -> Iterator[Fact]:
    spans, entities = _read_spans(row), _read_entities(row)
    blocks = [_read_block(block) for block in row["facts"].split("\n\n") if block.strip()]
    parts = _join_parts(blocks)
    for kind, lines in blocks:
        arguments = [
            Argument(name.lower(), _read_values(value, spans, entities, parts))
            for name, value in lines
            if name.lower() not in _NOT_COMPARED
        ]
        hard = any(name.lower() == "сложность" and value.strip() == _HARD for name, value in lines)
        yield Fact(kind, tuple(arguments), hard)


def _read_block(block: str) -> tuple[str, list[tuple[str, str]]]:
    head, *lines = block.strip().splitlines()
    pairs = [line.partition(" ")[::2] for line in lines if line.strip()]
    return head.split()[1].lower(), pairs


def _join_parts(blocks: Iterable[tuple[str, list[tuple[str, str]]]]) -> dict[str, set[str]]:
    """Return for each entity those that an isPartOf fact ties to it: each stands for the other."""
    tied: dict[str, set[str]] = {}
    for kind, lines in blocks:
        ids = (
            {value.split()[0] for _, value in lines if value.startswith("obj")}
            if kind == "ispartof"
            else set()
        )
        for one, other in itertools.permutations(ids, 2):
            tied.setdefault(one, set()).add(other)
    return tied


def _read_values(
    value: str, spans: dict[str, str], entities: dict[str, frozenset[str]], parts: dict[str, set[str]]
) -> frozenset[str]:
    written = value.split(" ", 1)[-1] if value.startswith("obj") else value
    found = {fold(part) for part in written.split("|")}
    for word in value.split():
        if word in entities:
            found |= entities[word].union(
                *(entities[other] for other in parts.get(word, ()) if other in entities)
            )
        if word in spans:
            found |= {fold(spans[word]), to_nominative(spans[word])}
    return frozenset(found)


def _read_spans(row: dict[str, str]) -> dict[str, str]:
    found = {}
    for line in filter(str.strip, row["spans"].splitlines()):
        number, _, start, length = line.split("  # ")[0].split()[:4]
        found[f"span{number}"] = row["text"][int(start) : int(start) + int(length)]
    return found


def _read_entities(row: dict[str, str]) -> dict[str, frozenset[str]]:
    """Return for each coreferent entity every way to write it: its mentions, names and combined parts."""
    mentions = _read_mentions(row)
    found = {}
    for block in filter(str.strip, row["coref"].split("\n\n")):
        head, *lines = block.strip().splitlines()
        number, *ids = head.split()
        values: dict[str, list[str]] = {}
        for line in lines:
            key, _, value = line.partition(" ")
            values.setdefault(key.rstrip("0123456789"), []).append(value.strip())
        written = {text for mention in ids for text in mentions.get(mention, ())}
        names = values.get("name", [])
        described = {f"{a} {b}" for a in values.get("descriptor", []) for b in names}
        people = set(_combine(values))
        found[f"obj{number}"] = frozenset(map(fold, filter(None, {*written, *names, *described, *people})))
    return found


def _combine(values: dict[str, list[str]]) -> Iterator[str]:
    for order in _NAME_ORDERS:
        lists = [values.get(_NAME_KEYS[letter], []) for letter in order]
        yield from (" ".join(parts) for parts in itertools.product(*lists))


def _read_mentions(row: dict[str, str]) -> dict[str, set[str]]:
    places: dict[str, tuple[int, int]] = {}
    for line in filter(str.strip, row["spans"].splitlines()):
        number, _, start, length = line.split("  # ")[0].split()[:4]
        places[number] = int(start), int(start) + int(length)
    found = {}
    for line in filter(str.strip, row["objects"].splitlines()):
        left, _, written = line.partition(" # ")
        number, _, *ids = left.split()
        inside = sorted(places[i] for i in ids if i in places)
        whole = row["text"][inside[0][0] : max(stop for _, stop in inside)] if inside else ""
        joined = " ".join(row["text"][start:stop] for start, stop in inside)
        found[number] = {written, whole, joined}
    return found

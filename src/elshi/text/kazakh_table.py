"""The suffix table of Kazakh, loaded from data/kazakh_suffixes.yml."""

from __future__ import annotations

import functools
import importlib.resources
import re
from dataclasses import dataclass
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Ending:
    """One written shape of an ending, with what may stand before it and what it swallows.

    `letters` are those that may precede it, `vowels` the last vowels that it harmonises with
    (either None where any may); `open` tells that it begins with a vowel and so may have
    changed the end of the stem.
    """

    name: str
    before: frozenset[str]
    letters: frozenset[str] | None
    vowels: frozenset[str] | None
    restores: str
    open: bool


@dataclass(frozen=True, slots=True)
class SuffixTable:
    """The suffix table: endings by how they are written, and the sounds of stems."""

    endings: dict[str, tuple[Ending, ...]]
    longest: int
    names: frozenset[str]
    vowels: frozenset[str]
    either: re.Pattern[str]
    voiced: dict[str, str]
    restored: dict[str, str]
    nouns: frozenset[str]
    known_stems: frozenset[str]
    short_stems: frozenset[str]
    last_letters: frozenset[str]
    last_pairs: frozenset[str]


@functools.cache
def read_suffix_table() -> SuffixTable:
    """Load the suffix table once, indexed by how each ending is written."""
    source = importlib.resources.files("elshi.text") / "data" / "kazakh_suffixes.yml"
    data = yaml.load(source.read_text("utf-8"), yaml.CSafeLoader)
    endings: dict[str, list[Ending]] = {}
    for entry in data["endings"]:
        for form in entry["forms"]:
            for text in form["write"]:
                endings.setdefault(text, []).append(_make_ending(data, entry, form, text))
    return SuffixTable(
        endings={text: tuple(shapes) for text, shapes in endings.items()},
        longest=max(map(len, endings)),
        names=frozenset(entry["name"] for entry in data["endings"]) - {"negation"},
        vowels=frozenset(data["letters"]["vowel"]),
        either=re.compile(data["either"]),
        voiced=data["voiced"],
        restored=data["restored"],
        nouns=frozenset(data["verbs"]["nouns"]),
        known_stems=frozenset(data["verbs"]["known_stems"]),
        short_stems=frozenset(data["verbs"]["short_stems"]),
        last_letters=frozenset(data["verbs"]["last_letters"]),
        last_pairs=frozenset(data["verbs"]["last_pairs"]),
    )


def _make_ending(data: dict[str, Any], entry: dict[str, Any], form: dict[str, Any], text: str) -> Ending:
    after = "".join(data["letters"][sound] for sound in form.get("after", ()))
    return Ending(
        name=entry["name"],
        before=frozenset(entry["before"]),
        letters=frozenset(after) if after else None,
        vowels=None if entry["name"] in data["unharmonised"] else _find_harmony(data, text),
        restores=form.get("restores", ""),
        open=text[0] in data["letters"]["vowel"],
    )


def _find_harmony(data: dict[str, Any], text: str) -> frozenset[str] | None:
    """Return the last vowels that an ending harmonises with: back for back, and those that are neither."""
    own = next((row for row in ("back", "front") if set(text) & set(data[row] + data["hard"][row])), None)
    if own is None:
        return None
    other = "front" if own == "back" else "back"
    return frozenset(data["letters"]["vowel"]) - frozenset(data[other])

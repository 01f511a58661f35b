"""The corpora as annotated texts: what is named where in a text, and which of it belongs together."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from training.texts import read_rows

HELD_OUT = 0.1  # the share of kaznerd-valid that is never trained on
SEED = 20261122
_NO_BLANK_BEFORE = re.compile(r"[.,!?;:%)\]}»”…]+$")
_NO_BLANK_AFTER = re.compile(r"[(\[{«“№]+$")


@dataclass(frozen=True, slots=True)
class Named:
    """A mention as the corpus labels it, at code points [start, stop)."""

    start: int
    stop: int
    label: str


@dataclass(frozen=True, slots=True)
class Joined:
    """A relation as the corpus labels it, between mentions counted by their places in the text's list."""

    kind: str
    head: int
    tail: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text of `corpus` with its annotation."""

    corpus: str
    text: str
    named: tuple[Named, ...]
    joined: tuple[Joined, ...] = ()
    language: str = ""  # where the corpus has several
    twin: int = -1  # texts with the same number say the same in different languages


def read_kaznerd() -> tuple[tuple[Annotated, ...], tuple[Annotated, ...]]:
    """Return the Kazakh sentences to train on and those held out, divided by a fixed seed."""
    sentences = [join_tokens("kaznerd", row) for row in read_rows("kaznerd-valid.jsonl")]
    random.Random(SEED).shuffle(sentences)  # noqa: S311 - a division, no secret
    held = round(HELD_OUT * len(sentences))
    return tuple(sentences[held:]), tuple(sentences[:held])


def read_crossner(part: str) -> tuple[Annotated, ...]:
    """Return the English sentences of `part`, 'train' or 'dev'."""
    return tuple(join_tokens("crossner", row) for row in read_rows(f"crossner-politics-{part}.jsonl"))


def read_nerel(part: str) -> tuple[Annotated, ...]:
    """Return the Russian documents of `part`, 'train' or 'dev'. Mentions in several pieces are left out."""
    return tuple(map(_open_nerel, read_rows(f"nerel-{part}.jsonl")))


def read_factrueval() -> tuple[Annotated, ...]:
    """Return the Russian documents of factRuEval with the names of persons, without words of description."""
    return tuple(map(_open_factrueval, read_rows("factrueval-devset.jsonl")))


def join_tokens(corpus: str, row: dict[str, Sequence[str]]) -> Annotated:
    """Return the text of a tokenized sentence, blanks put as print has them, with its mentions."""
    text, places = "", []
    for token in row["tokens"]:
        blank = text and not _NO_BLANK_BEFORE.match(token) and not _NO_BLANK_AFTER.search(text)
        text += " " * bool(blank)
        places.append((len(text), len(text) + len(token)))
        text += token
    named: list[Named] = []
    for (start, stop), tag in zip(places, row["tags"], strict=True):
        if tag.startswith("B-"):
            named.append(Named(start, stop, tag[2:]))
        elif tag.startswith("I-"):
            named[-1] = Named(named[-1].start, stop, named[-1].label)
    return Annotated(corpus, text, tuple(named))


def _open_nerel(row: dict[str, Any]) -> Annotated:
    whole = [one for one in row["entities"] if len(one["spans"]) == 1]
    order = {one["id"]: number for number, one in enumerate(whole)}
    named = tuple(Named(one["spans"][0][0], one["spans"][0][1], one["label"]) for one in whole)
    joined = tuple(
        Joined(one["label"], order[one["from"]], order[one["to"]])
        for one in row["relations"]
        if one["from"] in order and one["to"] in order
    )
    return Annotated("nerel", row["text"], named, joined)


def _open_factrueval(row: dict[str, Any]) -> Annotated:
    """Read the dataset's own columns: spans 'id type start length …', objects 'id type span… # words'."""
    spans = {}
    for line in row["spans"].splitlines():
        if fields := line.split():
            spans[fields[0]] = (fields[1], int(fields[2]), int(fields[2]) + int(fields[3]))
    named = []
    for line in row["objects"].splitlines():
        fields = line.partition("#")[0].split()
        if len(fields) > 2 and fields[1] == "Person":  # noqa: PLR2004 - id, type and a span at least
            parts = [spans[one] for one in fields[2:] if spans[one][0] in _NAMES]
            if parts:
                named.append(Named(min(p[1] for p in parts), max(p[2] for p in parts), "PERSON"))
    return Annotated("factrueval", row["text"], tuple(named))


_NAMES = frozenset({"name", "surname", "patronymic", "nickname"})

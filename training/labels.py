"""The tables in labels/: which labels there are, and what each corpus's labels mean among Elshi's own."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ELSHI = (
    "person", "office", "body", "country", "nationality", "place", "event", "document",
    "project", "date", "ordinal", "number", "money", "other",
)  # fmt: skip
_FOLDER = Path(__file__).parent / "labels"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of relation between mentions labelled `heads` and such labelled `tails`.

    `least` and `behind`: see elshi.mentions.pairs.Asked.
    """

    name: str
    heads: tuple[str, ...]
    tails: tuple[str, ...]
    nerel: tuple[str, ...]
    least: float
    behind: float


@dataclass(frozen=True, slots=True)
class Table:
    """One corpus's labels.

    `meanings`: for each label of the corpus, in the order of its head, what Elshi's label may be (several
    where the corpus does not tell them apart, none where nothing can be learned from it). `silent`: labels of
    Elshi's that the corpus does not annotate, so that words it leaves bare may yet be such mentions.
    """

    corpus: str
    nested: bool
    own_head: bool
    meanings: dict[str, tuple[str, ...]]
    silent: tuple[str, ...]
    inside_open: bool  # nothing is said of what lies inside a mention


@functools.cache
def read_kinds() -> tuple[Kind, ...]:
    """Return the kinds of relations of labels/relations.yml, in order."""
    rows = yaml.safe_load((_FOLDER / "relations.yml").read_text("utf-8"))
    return tuple(
        Kind(r["kind"], tuple(r["from"]), tuple(r["to"]), tuple(r["nerel"]), r["least"], r["behind"])
        for r in rows
    )


@functools.cache
def read_table(corpus: str) -> Table:
    """Return the table of `corpus`. Raises ValueError where it names a label that Elshi has not."""
    data: dict[str, Any] = yaml.safe_load((_FOLDER / f"{corpus}.yml").read_text("utf-8"))
    meanings = {row["label"]: tuple(row["means"]) for row in data["labels"]}
    silent = tuple(data["silent"])
    if unknown := {*silent, *(label for means in meanings.values() for label in means)} - set(ELSHI):
        message = f"labels/{corpus}.yml: unknown labels {sorted(unknown)}"
        raise ValueError(message)
    return Table(corpus, data["nested"], data["own_head"], meanings, silent, data["inside_open"])


def list_corpora() -> tuple[str, ...]:
    """Return the corpora that have a head of their own, in the order of their file names."""
    names = sorted(path.stem for path in _FOLDER.glob("*.yml") if path.stem != "relations")
    return tuple(name for name in names if read_table(name).own_head)

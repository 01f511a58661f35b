"""Texts by which the pieces are chosen: what is trained on, the lexicon, the examples, names of countries."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.places import DATA, EXAMPLES, LEXICON

TRAINED_ON = ("kaznerd-valid.jsonl", "nerel-train.jsonl", "crossner-politics-train.jsonl")


def read_rows(name: str) -> list[dict[str, Any]]:
    """Return the rows of the corpus file `name`. Exits with advice where it is absent."""
    path = DATA / name
    if not path.is_file():
        sys.exit(f"{path} is absent: put the corpora there, or say where they are by ELSHI_CORPORA")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def gather_texts() -> Iterator[str]:
    """Yield every text that has a say in the choice of pieces."""
    for name in TRAINED_ON:
        for row in read_rows(name):
            yield row["text"] if "text" in row else " ".join(row["tokens"])
    for path in sorted(DATA.glob("*.conllu")):
        yield from (line[9:] for line in path.read_text("utf-8").splitlines() if line.startswith("# text = "))
    for folder, pattern in ((LEXICON, "*.yml"), (EXAMPLES, "*.txt")):
        for path in sorted(Path(folder).rglob(pattern)):
            yield from path.read_text("utf-8").splitlines()
    yield from _name_territories()


def _name_territories() -> Iterator[str]:
    from babel import Locale  # noqa: PLC0415 - only here, and only in training

    for language in ("kk", "ru", "en"):
        locale = Locale(language)
        for table in (locale.territories, locale.languages, locale.currencies):
            yield from table.values()

"""The words of `benchmarks/data/invented.yml`, and draws from them."""

from __future__ import annotations

import functools
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).parents[1] / "data" / "invented.yml"


@functools.cache
def read_words() -> Mapping[str, Any]:
    """Return what the file holds; its head says what each part is."""
    words: Mapping[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return words


def draw_share(chance: random.Random, rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return one of `rows`, each as often as its `share` says."""
    return chance.choices(rows, [row["share"] for row in rows])[0]

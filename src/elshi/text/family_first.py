"""Family names that stand first in a name: Chinese, Korean, Vietnamese."""

from __future__ import annotations

import functools
import importlib.resources

import yaml


@functools.cache
def read_family_first() -> frozenset[str]:
    """Return the family names of data/family_first.yml in lower case, in the spellings of all languages."""
    source = importlib.resources.files("elshi.text") / "data" / "family_first.yml"
    rows: list[list[str]] = yaml.load(source.read_text("utf-8"), yaml.CSafeLoader)
    return frozenset(name for row in rows for name in row)

"""YAML files of the lexicon, read once."""

from __future__ import annotations

import functools
import hashlib
import importlib.resources
import re
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from elshi.errors import LexiconError

Row = dict[str, Any]


class _Loader(yaml.CSafeLoader):
    """The safe loader, but only true and false are truth values: 'no' is Norway, and `yes` a key."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


@functools.cache
def read_table(path: str) -> list[Row]:
    """Return the entries of `path`, a YAML file under lexicon/data such as 'countries.yml'.

    The list is shared by all callers: read it, do not change it. Raises LexiconError where the
    file is missing, is no YAML, or is no list of mappings; the message names the file and the line.
    """
    rows = read_file(path)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        message = f"lexicon/data/{path}: a list of entries was expected"
        raise LexiconError(message)
    return rows


@functools.cache
def digest_lexicon() -> str:
    """Return a digest of all files of the lexicon: another one where a word of it was changed."""
    digest = hashlib.blake2b(digest_size=8)
    for path in _list_files(importlib.resources.files("elshi.lexicon") / "data"):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _list_files(folder: Traversable) -> list[Traversable]:
    """Return the YAML files of `folder` and what lies below, in the order of their names."""
    inside = sorted(folder.iterdir(), key=lambda path: path.name)
    nested = [found for path in inside if path.is_dir() for found in _list_files(path)]
    return [path for path in inside if path.name.endswith(".yml")] + nested


@functools.cache
def read_file(path: str) -> Any:  # noqa: ANN401 - what a YAML file holds is known to its reader
    """Return what the YAML file `path` under lexicon/data holds, read once. Raises LexiconError."""
    source = importlib.resources.files("elshi.lexicon") / "data" / path
    try:
        return yaml.load(source.read_bytes(), Loader=_Loader)  # noqa: S506 - built on the safe loader
    except (OSError, yaml.YAMLError) as cause:
        message = f"lexicon/data/{path}: {' '.join(str(cause).split())}"
        raise LexiconError(message) from cause

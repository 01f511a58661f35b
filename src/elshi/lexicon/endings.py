"""Endings that tell what a word is: a plural, a patronymic, a place where somebody is.

They stand in lexicon/data/<language>/endings.yml, each list with the reason for it and example words.
"""

from __future__ import annotations

import functools

from elshi.errors import LexiconError
from elshi.lexicon.load import read_file
from elshi.model.report import Language


@functools.cache
def read_endings(name: str, language: Language) -> tuple[str, ...]:
    """Return the list `name` of `language`, in lower case, as `str.endswith` takes it.

    Raises LexiconError where the language has no such list.
    """
    path = f"{language}/endings.yml"
    table = read_file(path)
    if name not in table:
        message = f"lexicon/data/{path}: no list {name!r}; write 'endings: []' where the language has none"
        raise LexiconError(message)
    return tuple(str(ending) for ending in table[name]["endings"])

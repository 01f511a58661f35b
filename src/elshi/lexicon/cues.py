"""Single words that steer a reading: joining words, plural markers, honorifics, words of invitation.

They stand in lexicon/data/<language>/cues.yml, each list with the reason for it and example sentences.
A word with a star at its end ('гост*') stands for every word that begins so.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from elshi.errors import LexiconError
from elshi.lexicon.load import read_file
from elshi.model.report import Language


@dataclass(frozen=True, slots=True)
class Cues:
    """One list of words in lower case: whole words, and beginnings."""

    words: frozenset[str]
    beginnings: tuple[str, ...]

    def __contains__(self, word: str) -> bool:
        """Tell whether `word`, in lower case, is one of the list."""
        return word in self.words or word.startswith(self.beginnings)

    def stand_in(self, words: Iterable[str]) -> bool:
        """Tell whether at least one of `words`, in lower case, is of the list."""
        return any(word in self for word in words)


@functools.cache
def read_cues(name: str, language: Language) -> Cues:
    """Return the list `name` of `language`. Raises LexiconError where the language has no such list."""
    path = f"{language}/cues.yml"
    table = read_file(path)
    if name not in table:
        message = (
            f"lexicon/data/{path}: no list {name!r}; write 'words: []' where the language has no such words"
        )
        raise LexiconError(message)
    words = [str(word) for word in table[name]["words"]]
    whole = frozenset(word for word in words if not word.endswith("*"))
    return Cues(whole, tuple(word.removesuffix("*") for word in words if word.endswith("*")))

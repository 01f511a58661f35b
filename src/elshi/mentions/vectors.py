"""Vectors of reports: near each other where two tell of the same happening, in whatever language.

Two parts, joined. One is the encoder's vector of the text, which knows what is talked about. The other has
the names: countries, bodies, places, offices and numbered series by the codes that the lexicon gives them,
people by the beginnings of their names in a spelling that all scripts share, and figures as they stand.
Each falls, with a sign, on one of NAMED places by its hash (feature hashing, Weinberger et al. 2009), and
counts by the square root of how often it is named. Whoever met whom, where and when is thus seen in any
language, while the text part tells apart what the same people talked about.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from elshi.mentions.encoder import Encoding
from elshi.model.markup import Markup
from elshi.text.translit import name_key

Floats = NDArray[np.float32]
NAMED = 512  # places that names fall on
_TEXT = 0.5  # what the text's part weighs beside that of the names
_SHORTEST, _BEGINNING = 3, 6  # letters of a name that are looked at; more would be its ending
_FIGURE = re.compile(r"\d+")
_NATION = {"nationality": "country"}  # 'турецкий' names the country as 'Турция' does


def embed_report(markup: Markup, encoding: Encoding) -> Floats:
    """Return the vector [NAMED + width] of a report, of length one; `encoding` is that of the same text."""
    return _scale(np.concatenate([embed_names(markup, encoding.text), _TEXT * encoding.vector]))


def embed_names(markup: Markup, text: str) -> Floats:
    """Return the part [NAMED] that has the names, of length one (nought where nothing is named)."""
    vector = np.zeros(NAMED, np.float32)
    for name, times in Counter(_list_names(markup, text)).items():
        place = zlib.crc32(name.encode())
        vector[place % NAMED] += times**0.5 * (1 if place // NAMED % 2 else -1)
    return _scale(vector)


def _scale(vector: NDArray[np.floating[Any]]) -> Floats:
    length = float(np.linalg.norm(vector))
    return (vector / length if length > 0 else vector).astype(np.float32)


def _list_names(markup: Markup, text: str) -> Iterator[str]:
    for mention in markup.mentions:
        if mention.value:
            yield f"{_NATION.get(mention.label, mention.label)} {mention.value}"
    for person in markup.people:
        for part in name_key(person.name).split():
            if len(part) >= _SHORTEST:
                yield f"person {part[:_BEGINNING]}"
    for figure in _FIGURE.findall(text):
        yield f"figure {figure}"

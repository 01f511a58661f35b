"""Vectors of questions and of what reports say: what they speak of, by codes, and how it is said.

The first part has the codes that the lexicon gives the words in any of the languages: countries, bodies,
places, offices, topics. Each falls, with a sign, on one of CODED places by its hash (feature hashing,
Weinberger et al. 2009). The second is the encoder's vector of the text, where the encoder is installed.
"""

from __future__ import annotations

import functools
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from elshi.errors import ModelError
from elshi.lexicon.topics import find_topics
from elshi.mentions.encoder import Encoder
from elshi.mentions.shipped import find_weights, read_card
from elshi.model.report import Capture
from elshi.reader import Reader
from elshi.record.vectors import Floats

CODED = 512  # places that codes fall on
_SAID = 0.5  # what the encoder's part weighs beside that of the codes
_NATION = {"nationality": "country"}  # 'иорданский' names the country as 'Иордания' does


class MeaningEmbedder:
    """Makes vectors of texts; what it needs is loaded when the first is asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the encoder in `folder`, by default the package's; without one there are only codes."""
        self._folder = folder
        try:
            digest = str(read_card(folder or find_weights())["files"]["encoder.onnx"])[:12]
        except ModelError:
            digest = ""
        self._encodes = bool(digest)
        self.name = f"codes-1 {digest}".strip()

    def embed(self, texts: Sequence[str]) -> Floats:
        """Return the vectors [texts, CODED and the encoder's width] of `texts`."""
        return np.stack([self._embed(text) for text in texts])

    def _embed(self, text: str) -> Floats:
        codes = _hash_codes(self._list_codes(text))
        if not self._encodes:
            return codes
        return np.concatenate([codes, _SAID * self._encoder.read(text).vector])

    def _list_codes(self, text: str) -> Iterator[str]:
        markup = self._reader.read(Capture("question", text.encode(), "text")).markup
        for mention in markup.mentions:
            if mention.value:
                yield f"{_NATION.get(mention.label, mention.label)} {mention.value}"
        for sentence in markup.sentences:
            yield from (f"topic {topic}" for topic, _ in find_topics(sentence))

    @functools.cached_property
    def _reader(self) -> Reader:
        return Reader()

    @functools.cached_property
    def _encoder(self) -> Encoder:
        return Encoder.load(self._folder)


def _hash_codes(codes: Iterator[str]) -> Floats:
    vector = np.zeros(CODED, np.float32)
    for code, times in Counter(codes).items():
        place = zlib.crc32(code.encode())
        vector[place % CODED] += times**0.5 * (1 if place // CODED % 2 else -1)
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector

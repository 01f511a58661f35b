"""What stands in the index for the words of a frame, and what a word asked for is looked up as."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from elshi.model.entry import StoredFrame
from elshi.model.report import Language
from elshi.record.fold import fold_name, fold_words
from elshi.text.stems import list_stems

# The columns of the index: words as written, in their order; stems; spellings that agree across scripts.
Column = Literal["written", "stems", "spellings"]
COLUMNS: tuple[Column, ...] = ("written", "stems", "spellings")
GAP = "│"  # between two texts, so that no phrase runs on from one into the next
LONGEST_TERM = 60  # letters of a term; a longer run of letters is no word
SHORTEST = 4  # letters of a word that may be meant by a slip


@dataclass(frozen=True, slots=True)
class Terms:
    """The index of one frame. `written` is in order with GAP between texts; the others are sets, sorted."""

    written: tuple[str, ...]
    stems: tuple[str, ...]
    spellings: tuple[str, ...]


def list_terms(texts: Iterable[str], language: Language) -> Terms:
    """Return the index of `texts`, which a report in `language` gave."""
    written: list[str] = []
    for text in texts:
        written += [*(word if len(word) <= LONGEST_TERM else GAP for word in fold_words(text)), GAP]
    words = set(written) - {GAP}
    stems = {stem for word in words for stem in list_stems(word, language)}
    return Terms(tuple(written), tuple(sorted(stems)), list_spellings(stems | words))


def list_spellings(words: Iterable[str]) -> tuple[str, ...]:
    """Return the spellings of `words` that agree across scripts, sorted."""
    return tuple(sorted({spelt for word in words if (spelt := _spell(word))}))


@functools.lru_cache(maxsize=65536)
def _spell(word: str) -> str:
    return "".join(fold_name(word))


def pick_vocabulary(terms: Terms) -> list[str]:
    """Return the words of a frame for which a slip may stand: of letters only, and not too short."""
    return sorted(
        {word for word in terms.written if word.isalpha() and SHORTEST <= len(word) <= LONGEST_TERM}
    )


def write_quotes(frame: StoredFrame) -> str:
    """Return what a frame quotes, each once, in the order of the report: what meanings are compared by."""
    spans = {(e.span.start, e.span.stop): e.quote for s in frame.statements for e in s.evidence}
    return "\n".join(quote for _, quote in sorted(spans.items()))

"""Annotated texts cut into units and pieces, as the network takes them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from elshi.mentions.units import Units, cut_units, find_cuts
from training.corpora import Annotated
from training.countries import narrow_place
from training.heads import LONGEST
from training.labels import ELSHI, read_kinds, read_table


@dataclass(frozen=True, slots=True)
class Marked:
    """Units [first, stop) with their label: by the corpus, and which of Elshi's it may be."""

    first: int
    stop: int
    label: int
    allowed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of `kind` between two of the marked."""

    kind: int
    head: int
    tail: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text ready to be learned from. `cuts` are units at which a sentence begins, the first one too."""

    corpus: str
    language: str
    text: str
    units: Units
    marked: tuple[Marked, ...]
    links: tuple[Link, ...]
    cuts: tuple[int, ...]
    twin: int = -1

    @property
    def kind(self) -> str:
        """Return what its vectors are centred by: the corpus, and the language where it has several."""
        return f"{self.corpus}{self.language}"


def prepare(texts: Sequence[Annotated], tokenizer: Tokenizer) -> tuple[Sheet, ...]:
    """Return `texts` cut into units, with their annotation in units."""
    return tuple(_prepare(one, tokenizer) for one in texts)


def _prepare(one: Annotated, tokenizer: Tokenizer) -> Sheet:
    table = read_table(one.corpus)
    places = {label: number for number, label in enumerate(table.meanings)}
    units = cut_units(one.text, tokenizer)
    marked: list[Marked] = []
    order: dict[int, int] = {}
    for number, named in enumerate(one.named):
        first, stop = _find_units(units, named.start, named.stop)
        if stop - first <= LONGEST and stop > first:
            means = narrow_place(one.text[named.start : named.stop], table.meanings[named.label])
            order[number] = len(marked)
            marked.append(Marked(first, stop, places[named.label], tuple(map(ELSHI.index, means))))
    links = tuple(_find_links(one, marked, order))
    cuts = tuple(_find_cuts(one.text, units, marked))
    return Sheet(one.corpus, one.language, one.text, units, tuple(marked), links, cuts, one.twin)


def _find_units(units: Units, start: int, stop: int) -> tuple[int, int]:
    """Return the units that the code points [start, stop) touch."""
    return bisect_right(units.stops, start), bisect_left(units.starts, stop)


def _find_links(one: Annotated, marked: Sequence[Marked], order: Mapping[int, int]) -> Iterator[Link]:
    for joined in one.joined:
        if joined.head in order and joined.tail in order:
            head, tail = order[joined.head], order[joined.tail]
            for number, kind in enumerate(read_kinds()):
                if joined.kind in (kind.nerel if one.corpus == "nerel" else (kind.name,)) and _fit(
                    marked[head], marked[tail], kind.heads, kind.tails
                ):
                    yield Link(number, head, tail)


def _fit(head: Marked, tail: Marked, heads: Sequence[str], tails: Sequence[str]) -> bool:
    labels = [ELSHI[one.allowed[0]] if one.allowed else "" for one in (head, tail)]
    return labels[0] in heads and labels[1] in tails


def _find_cuts(text: str, units: Units, marked: Sequence[Marked]) -> Iterator[int]:
    """Yield where sentences begin, but in the midst of a mention."""
    inside = {unit for one in marked for unit in range(one.first + 1, one.stop)}
    yield from (cut for cut in find_cuts(text, units) if cut not in inside)

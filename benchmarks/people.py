"""How well names are told to be one person's: `python -m benchmarks.people [--nomenklatura PYTHON]`.

The pairs of data/names.tsv were written for the project before the comparison was tuned. A third of the
people, chosen by a digest of their ids, was set aside: what was missed among them was not looked at while
tuning. Recall is the share of the pairs of one person that are judged the same; a false positive is a pair of
two people judged the same, looked for among all pairs of every `a` with every `b`.

`--nomenklatura` names a Python that has benchmarks/requirements-people.txt installed; nomenklatura's logic-v2
is measured on the same pairs in the same run, at its own threshold of 0.7. Since it takes some milliseconds
a pair, its false positives are looked for among the written pairs and a sample of the crossed ones.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from elshi.resolve.names import compare_names

DATA = Path(__file__).parent / "data" / "names.tsv"
PEER = Path(__file__).parent / "people_nomenklatura.py"
SAMPLE = 2000
PARTS = ("seen", "unseen", "all")
LANGUAGES = ("kk-ru", "ru-en", "kk-en", "kl-ru", "kl-en", "all")
Judge = Callable[[Sequence[tuple[str, str]]], list[bool]]


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names, in which languages (kl: Kazakh in Latin letters), and whose they are."""

    a: str
    b: str
    languages: str
    person_a: str
    person_b: str

    @property
    def same(self) -> bool:
        """Tell whether both are one person's."""
        return self.person_a == self.person_b

    @property
    def unseen(self) -> bool:
        """Tell whether the pair was set aside."""
        return hashlib.sha256(self.person_a.encode()).digest()[0] % 3 == 0


def read_pairs() -> list[NamePair]:
    """Return the pairs in their order."""
    with DATA.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            NamePair(row["a"], row["b"], row["languages"], row["person_a"], row["person_b"]) for row in rows
        ]


def judge_ours(pairs: Sequence[tuple[str, str]]) -> list[bool]:
    """Return for each pair whether Elshi judges it the same."""
    return [compare_names(a, b).verdict == "same" for a, b in pairs]


def make_peer(python: str) -> Judge:
    """Return what asks nomenklatura's logic-v2, run by the interpreter `python`."""

    def judge(pairs: Sequence[tuple[str, str]]) -> list[bool]:
        lines = "".join(json.dumps(pair, ensure_ascii=False) + "\n" for pair in pairs)
        done = subprocess.run(  # noqa: S603 - the interpreter is the caller's own choice
            [python, str(PEER)], input=lines, capture_output=True, text=True, encoding="utf-8", check=True
        )
        return [line == "1" for line in done.stdout.split()]

    return judge


def choose(pairs: Iterable[NamePair], part: str) -> list[NamePair]:
    """Return the pairs of a part."""
    return [pair for pair in pairs if part == "all" or pair.unseen == (part == "unseen")]


def list_crossed(pairs: Sequence[NamePair]) -> list[tuple[str, str]]:
    """Return every `a` with every `b` of another person, each once."""
    ours = dict.fromkeys((pair.a, pair.person_a) for pair in pairs)
    theirs = dict.fromkeys((pair.b, pair.person_b) for pair in pairs)
    return [(a, b) for a, one in ours for b, other in theirs if one != other]


def measure_recall(pairs: Sequence[NamePair], judge: Judge) -> dict[str, tuple[int, int]]:
    """Return by languages how many pairs of one person are judged the same, and how many there are."""
    wanted = [pair for pair in pairs if pair.same]
    judged = judge([(pair.a, pair.b) for pair in wanted])
    found = {}
    for languages in LANGUAGES:
        hits = [hit for pair, hit in zip(wanted, judged, strict=True) if languages in {pair.languages, "all"}]
        found[languages] = (sum(hits), len(hits))
    return found


def sample_crossed(pairs: Sequence[NamePair], most: int | None) -> list[tuple[str, str]]:
    """Return the written pairs of two people and the crossed ones, of these `most` at random."""
    written = [(pair.a, pair.b) for pair in pairs if not pair.same]
    crossed = list_crossed(pairs)
    chosen = crossed if most is None else random.Random(most).sample(crossed, min(most, len(crossed)))  # noqa: S311 - no secret
    return list(dict.fromkeys([*written, *chosen]))


def show_tool(
    name: str, pairs: Sequence[NamePair], judge: Judge, console: Console, most: int | None = None
) -> None:
    """Print recall and false positives of one tool, for each part of the pairs."""
    table = Table(title=name)
    for header in ("pairs", *LANGUAGES, "false positives", "of", "µs a pair"):
        table.add_column(header, justify="right")
    for part in PARTS:
        chosen = choose(pairs, part)
        recall = measure_recall(chosen, judge)
        crossed = sample_crossed(chosen, most)
        begun = time.perf_counter()
        wrong = [pair for pair, hit in zip(crossed, judge(crossed), strict=True) if hit]
        pace = (time.perf_counter() - begun) / len(crossed) * 1e6
        cells = [f"{hits}/{of} {hits / of:.3f}" for hits, of in (recall[key] for key in LANGUAGES)]
        table.add_row(part, *cells, str(len(wrong)), str(len(crossed)), f"{pace:.0f}")
        for a, b in wrong[:10]:
            console.print(f"  {part}: taken for one: {a} | {b}", style="dim")
    console.print(table)


def main() -> None:
    """Measure Elshi, and nomenklatura where it is given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--nomenklatura", metavar="PYTHON", help="a Python that has nomenklatura")
    given = parser.parse_args()
    console, pairs = Console(width=180), read_pairs()
    show_tool("Elshi", pairs, judge_ours, console)
    if given.nomenklatura:
        show_tool("nomenklatura logic-v2", pairs, make_peer(given.nomenklatura), console, SAMPLE)
    else:
        console.print("nomenklatura was not measured: give --nomenklatura PYTHON", style="dim")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

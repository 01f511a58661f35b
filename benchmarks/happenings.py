"""Whether reports of one happening become one entry: `python -m benchmarks.happenings [GOLD TEXTS]`.

GOLD is a folder of records made by hand, of which those about one happening have the same `cluster`;
TEXTS has their reports. All are read into one register. Of all pairs of reports, those that share an
engagement are compared with those that people put into one cluster. Reports that share a position, an
initiative or a promise should be of one cluster too; which of them tell of the same one nobody marked, so
that of these only the precision means anything.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from elshi.model.entry import EntryKind
from elshi.model.query import Query
from elshi.model.report import Capture
from elshi.reader import Reader
from elshi.register import Register

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
TOLD: tuple[EntryKind, ...] = ("engagement", "position", "initiative", "commitment")
GOLD, TEXTS = SHARED / "gold" / "dev", SHARED / "gold" / "dev-texts"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many pairs of reports share an entry and belong together, only share one, only belong together."""

    both: int
    only_shared: int
    only_meant: int

    @property
    def precision(self) -> float:
        """Return the share of pairs in one entry that belong together; 1 where there is none."""
        shared = self.both + self.only_shared
        return self.both / shared if shared else 1.0

    @property
    def recall(self) -> float:
        """Return the share of pairs that belong together and are in one entry; 1 where there is none."""
        meant = self.both + self.only_meant
        return self.both / meant if meant else 1.0


def read_clusters(gold: Path) -> dict[str, str]:
    """Return the cluster of each report, by the name of its record; alone where it has none."""
    records = {path.stem: json.loads(path.read_bytes()) for path in sorted(gold.glob("*.json"))}
    return {name: record.get("cluster") or name for name, record in records.items()}


def share_entries(texts: Path, names: Iterable[str]) -> dict[EntryKind, set[tuple[str, str]]]:
    """Return the pairs of reports that share an entry of each kind when all are read into one register."""
    reader = Reader()
    with Register.in_memory() as register:
        for name in names:
            path = texts / f"{name}.txt"
            register.add(reader.read(Capture(name, path.read_bytes(), "text")))
        told = {kind: [sorted(e.sources) for e in register.find(Query(kind=kind))] for kind in TOLD}
    return {
        kind: {pair for sources in entries for pair in itertools.combinations(sources, 2)}
        for kind, entries in told.items()
    }


def compare_pairs(shared: set[tuple[str, str]], clusters: Mapping[str, str]) -> Agreement:
    """Return how the pairs that share an entry agree with the clusters."""
    pairs = itertools.combinations(sorted(clusters), 2)
    meant = {(one, other) for one, other in pairs if clusters[one] == clusters[other]}
    return Agreement(len(shared & meant), len(shared - meant), len(meant - shared))


def measure_happenings(gold: Path, texts: Path) -> dict[EntryKind, Agreement]:
    """Return how the entries of each kind agree with the clusters of the gold records."""
    clusters = read_clusters(gold)
    shared = share_entries(texts, clusters)
    return {kind: compare_pairs(pairs, clusters) for kind, pairs in shared.items()}


def main() -> None:
    """Measure and print one row for each kind of entry."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.happenings", description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD, metavar="GOLD")
    parser.add_argument("texts", nargs="?", type=Path, default=TEXTS, metavar="TEXTS")
    chosen = parser.parse_args()
    table = Table(
        "kind", "both", "only shared", "only meant", "precision", "recall", title="Pairs of reports"
    )
    for kind, agreement in measure_happenings(chosen.gold, chosen.texts).items():
        table.add_row(
            kind,
            str(agreement.both),
            str(agreement.only_shared),
            str(agreement.only_meant) if kind == "engagement" else "",
            f"{agreement.precision:.3f}",
            f"{agreement.recall:.3f}" if kind == "engagement" else "",
        )
    Console().print(table)


if __name__ == "__main__":
    main()

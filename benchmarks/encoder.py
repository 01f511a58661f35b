"""How well the encoder reads: `python -m benchmarks.encoder [--weights FOLDER] [--only NAME]`.

Everything is measured with the shipped int8 model through the package's own runtime, on parts of public
corpora that were not trained on; docs/explanation/encoder.md says which. Where the corpora or the gold
records do not lie beside the checkout, the figure is left out and the reason is shown.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.encoder_figures import FIGURES
from benchmarks.scores import Figure
from elshi.mentions.encoder import Encoder


def measure(encoder: Encoder, name: str, figure: Callable[[Encoder], list[Figure]]) -> list[Figure]:
    """Return the figures called `name`; one that says why where what they need is absent."""
    try:
        return figure(encoder)
    except (SystemExit, ImportError, OSError) as cause:
        return [Figure(name, None, None, f"left out: {cause}")]


def main() -> None:
    """Print one row a figure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.encoder", description=__doc__)
    parser.add_argument("--weights", type=Path, help="a folder of weights other than the shipped ones")
    parser.add_argument("--only", choices=sorted(FIGURES), action="append", help="measure this alone")
    chosen = parser.parse_args()
    encoder = Encoder.load(chosen.weights)
    table = Table("what", "figure", "wanted", "counts", title="The encoder")
    for name in chosen.only or FIGURES:
        for one in measure(encoder, name, FIGURES[name]):
            value = "–" if one.value is None else f"{one.value:.3f}"
            table.add_row(one.name, value, "" if one.wanted is None else f"{one.wanted:.2f}", one.counts)
    Console(width=110).print(table)


if __name__ == "__main__":
    main()

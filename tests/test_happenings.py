"""How well reports of one happening become one entry, against clusters made by hand. Floors only rise."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.happenings import Agreement, compare_pairs, measure_happenings

LEAST_RECALL = 0.85


@pytest.mark.shared
@pytest.mark.xdist_group("quality")
def test_reports_of_one_happening_share_an_entry(shared: Path) -> None:
    """No two reports of different happenings share any entry, and most of one happening an engagement."""
    agreements = measure_happenings(shared / "gold" / "dev", shared / "gold" / "dev-texts")
    assert {kind: a.precision for kind, a in agreements.items()} == dict.fromkeys(agreements, 1.0)
    assert agreements["engagement"].recall >= LEAST_RECALL


def test_pairs_are_counted() -> None:
    """Of three reports in one cluster two share an entry, and one of them shares another with a stranger."""
    clusters = {"a": "talks", "b": "talks", "c": "talks", "d": "visit"}
    agreement = compare_pairs({("a", "b"), ("a", "d")}, clusters)
    assert agreement == Agreement(both=1, only_shared=1, only_meant=2)
    assert (agreement.precision, agreement.recall) == (0.5, 1 / 3)

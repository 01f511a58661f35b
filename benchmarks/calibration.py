"""How far the confidence of a frame can be believed, and the weights it is computed from.

    python -m benchmarks.calibration GOLD=TEXTS ... [--unread IDS] [--write]

Each GOLD=TEXTS is a folder of gold records and the folder of their texts, one <id>.txt each. Every report
is read; a frame is right where the scorer (--scorer) matches it with a gold record, wrong where it matches
none; one that matches an optional record counts neither way.

Weights are fitted by logistic regression in five folds, each report with all its frames in one, so that
every frame is judged by weights that have not seen its report. Reports from which the rules themselves
were written flatter them all the same. So one number, the same for all kinds, is added to bring the sum
of the chances to what holds for the reports of --unread, whose frames are otherwise never fitted to; each
of these reports is judged with the number that the others give. --write puts the weights into the lexicon.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from rich.console import Console
from rich.table import Table

from benchmarks.regression import (
    Fit,
    Sample,
    fill_bins,
    fit_shift,
    fit_weights,
    measure_brier,
    measure_error,
)
from elshi.frames.features import list_features
from elshi.model.entry import KINDS, EntryKind
from elshi.model.frame import Frame, Reading
from elshi.model.record import describe_frame
from elshi.model.report import Capture
from elshi.reader import Reader

WEIGHTS = Path(__file__).parent.parent / "src/elshi/lexicon/data/confidence.yml"
FOLDS = 5
_HEAD = """\
# How much each feature of a frame (elshi/frames/features.py) adds to its confidence, on the logistic scale.
# Written by `python -m benchmarks.calibration ... --write`: logistic regression with a penalty on squares,
# fitted to {seen} frames of reports read by hand, its base shifted to fit {unread} frames of reports that no
# rule was written from. docs/explanation/accuracy.md shows how far the figures can be believed.
# Not to be edited by hand: fit again.
"""

Judged = list[tuple[float, Sample]]
Samples = dict[EntryKind, list[Sample]]


def load_scorer(path: Path) -> Any:  # noqa: ANN401 - a module of another project
    """Return the scorer as a module. Exits where it is not there."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None or not path.exists():
        sys.exit(f"{path}: no scorer there; name it with --scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def choose_measure(scorer: Any, kind: EntryKind) -> tuple[Callable[[Any, Any], float], float]:  # noqa: ANN401
    """Return how the scorer compares two records of `kind`, and the least that makes them one."""
    match kind:
        case "engagement":
            return scorer.pair_score, 0.35
        case "tenure":
            return lambda one, gold: _compare_tenures(scorer, one, gold), 0.7
        case "position":
            return scorer.said_score("stance", scorer.STANCES), 0.5
        case _:
            return scorer.said_score("status"), 0.5  # its other fields do not decide a match


def _compare_tenures(scorer: Any, one: Any, gold: Any) -> float:  # noqa: ANN401
    if not scorer.same_name(one["surface"], gold["surface"]):
        return 0.0
    same = float(scorer.compatible(one["office"], gold["office"], scorer.OFFICES))
    return 0.5 + 0.5 * same * bool(one["represents"] == gold["represents"])


def take_samples(scorer: Any, kind: EntryKind, reading: Reading, gold: Any) -> Iterator[Sample]:  # noqa: ANN401
    """Yield the frames of `kind` in `reading` with whether `gold` has them, optional ones left out."""
    frames: Sequence[Frame] = getattr(reading, f"{kind}s")
    records = gold.get(f"{kind}s", [])
    measure, least = choose_measure(scorer, kind)
    pairs = scorer.match([describe_frame(frame) for frame in frames], records, measure, least)
    matched = {number: records[other] for number, other, _ in pairs}
    for number, frame in enumerate(frames):
        if not matched.get(number, {}).get("optional"):
            yield Sample(gold["id"], list_features(reading.report, frame), number in matched)


def read_samples(scorer: Any, pairs: Sequence[str]) -> Samples:  # noqa: ANN401
    """Read every report of `pairs` (GOLD=TEXTS) and return the samples of each kind."""
    reader = Reader()
    samples: Samples = {kind: [] for kind in KINDS}
    for gold_folder, texts in (pair.split("=") for pair in pairs):
        for path in sorted(Path(gold_folder).glob("*.json")):
            gold = json.loads(path.read_text("utf-8"))
            text = Path(texts) / f"{gold['id']}.txt"
            reading = reader.read(Capture(str(text), text.read_bytes(), "text"))
            for kind in KINDS:
                samples[kind] += take_samples(scorer, kind, reading, gold)
    return samples


def judge_in_folds(samples: Sequence[Sample]) -> Judged:
    """Return each sample with its chance by weights fitted without its report and the others of its fold."""
    judged: Judged = []
    for fold in range(FOLDS):
        fitted = fit_weights([s for s in samples if _draw_fold(s.report) != fold])
        judged += [(fitted.judge(s.features), s) for s in samples if _draw_fold(s.report) == fold]
    return judged


def _draw_fold(report: str) -> int:
    return hashlib.sha256(report.encode()).digest()[0] % FOLDS


def judge_unread(fits: dict[EntryKind, Fit], unread: Samples) -> Judged:
    """Return the frames of unread reports, each report judged with the shift that the others give."""
    judged: Judged = []
    for report in sorted({s.report for of_kind in unread.values() for s in of_kind}):
        rest = {kind: [s for s in of_kind if s.report != report] for kind, of_kind in unread.items()}
        shift = find_shift(fits, rest)
        own = ((kind, s) for kind, of_kind in unread.items() for s in of_kind if s.report == report)
        judged += [(fits[kind].shift(shift).judge(s.features), s) for kind, s in own]
    return judged


def find_shift(fits: dict[EntryKind, Fit], samples: Samples) -> float:
    """Return what added to every base makes the chances of `samples` right on the whole."""
    scored = [(fits[kind].score(s.features), s) for kind, of_kind in samples.items() for s in of_kind]
    return fit_shift(*_unzip(scored)) if scored else 0.0


def _unzip(judged: Judged) -> tuple[list[float], list[Sample]]:
    return [chance for chance, _ in judged], [sample for _, sample in judged]


def print_kinds(console: Console, judged: dict[str, Judged]) -> None:
    """Print a row of figures for each kind."""
    table = Table("kind", title="Each frame by weights that have not seen its report")
    for header in ("frames", "right", "Brier", "Brier of the mean", "ECE"):
        table.add_column(header, justify="right")
    for kind, of_kind in judged.items():
        table.add_row(kind, *_list_figures(*_unzip(of_kind)))
    console.print(table)


def _list_figures(chances: Sequence[float], samples: Sequence[Sample]) -> list[str]:
    share = sum(s.right for s in samples) / len(samples)
    mean = measure_brier([share] * len(samples), samples)
    figures = (share, measure_brier(chances, samples), mean, measure_error(chances, samples))
    return [str(len(samples)), *(f"{figure:.3f}" for figure in figures)]


def print_bins(console: Console, title: str, judged: Judged) -> None:
    """Print for each stretch of confidence what was promised and what was right."""
    table = Table("confidence", title=title)
    for header in ("frames", "promised", "right"):
        table.add_column(header, justify="right")
    for bounds, number, promised, kept in fill_bins(*_unzip(judged)):
        table.add_row(bounds, str(number), f"{promised:.2f}", f"{kept:.2f}")
    console.print(table)


def write_weights(fits: dict[EntryKind, Fit], seen: int, unread: int) -> str:
    """Return the lexicon file that holds `fits`."""
    rows = {
        kind: {
            "base": round(fitted.base, 2),
            "features": {name: round(w, 2) for name, w in fitted.weights.items() if round(w, 2)},
        }
        for kind, fitted in fits.items()
    }
    return _HEAD.format(seen=seen, unread=unread) + yaml.safe_dump(rows, sort_keys=False)


def main() -> None:
    """Read, fit, print, and with --write store the weights."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.calibration", description=__doc__)
    parser.add_argument("pairs", nargs="+", metavar="GOLD=TEXTS")
    parser.add_argument("--scorer", type=Path, default=Path("../shared/score.py"))
    parser.add_argument("--unread", type=Path, help="a file with ids of reports that no rule was made from")
    parser.add_argument("--write", action="store_true", help=f"write {WEIGHTS.name} into the lexicon")
    chosen = parser.parse_args()
    ids = frozenset(chosen.unread.read_text("utf-8").split()) if chosen.unread else frozenset()
    samples = read_samples(load_scorer(chosen.scorer), chosen.pairs)
    seen: Samples = {kind: [s for s in of if s.report not in ids] for kind, of in samples.items()}
    unread: Samples = {kind: [s for s in of if s.report in ids] for kind, of in samples.items()}
    fits = {kind: fit_weights(of_kind) for kind, of_kind in seen.items()}
    _report(seen, unread, fits)
    if chosen.write:
        shift = find_shift(fits, unread)
        shifted = {kind: fitted.shift(shift) for kind, fitted in fits.items()}
        counts = (sum(map(len, of.values())) for of in (seen, unread))
        WEIGHTS.write_text(write_weights(shifted, *counts), encoding="utf-8")


def _report(seen: Samples, unread: Samples, fits: dict[EntryKind, Fit]) -> None:
    console = Console(width=100)
    judged: dict[str, Judged] = {kind: judge_in_folds(of_kind) for kind, of_kind in seen.items()}
    everything = [pair for of_kind in judged.values() for pair in of_kind]
    rest = judge_unread(fits, unread)
    unread_row = {"unread reports": rest} if rest else {}
    print_kinds(console, judged | {"all of these": everything} | unread_row)
    print_bins(console, "Reports that rules were written from, without the shift", everything)
    if rest:
        print_bins(console, f"Unread reports, shifted by {find_shift(fits, unread):+.2f}", rest)


if __name__ == "__main__":
    main()

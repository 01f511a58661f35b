"""How well copies of wire stories are told from reports of their own, beside MinHash over shingles.

    python -m benchmarks.copies [FOLDER...]

Of every text in the folders (`examples`, and the seeds and gold texts beside the checkout where they are)
copies are made as publishers make them: another headline, another dateline, a clause that names the agency,
other quotation marks, the last paragraph left out. Beside them stand reports that look like copies and are
none: one number, one name, one word for its opposite changed, or a sentence of another report added. A
method is right where it links the first to their text, and neither the second nor any two texts.

MinHash: datasketch, 128 permutations over shingles of five words.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from datasketch import MinHash
from rich.console import Console
from rich.table import Table

from elshi.clean import make_report
from elshi.errors import SourceError
from elshi.lexicon.cues import read_cues
from elshi.model.report import Capture, Report
from elshi.resolve.copies import list_needed, list_sentences, may_be_copies
from elshi.sources import open_paths

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "examples", ROOT.parent / "shared" / "seeds", ROOT.parent / "shared" / "gold" / "dev-texts")
LARGEST = 1_000_000
SHINGLE = 5
PERMUTATIONS = 128
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)
PASSED_ON = {"ru": ", передает Kazinform", "kk": ", деп хабарлайды Қазақпарат", "en": ", Kazinform reports"}
CITY = {"ru": "АСТАНА", "kk": "АСТАНА", "en": "ASTANA"}
NOT = {"ru": "не", "kk": "емес", "en": "not"}
_NUMBER = re.compile(r"(?<=[а-яәғқңөұүһіa-z] )\d+")
_NAME = re.compile(r"(?<=[а-яәғқңөұүһіa-z] )[А-ЯӘҒҚҢӨҰҮҺІA-Z][а-яәғқңөұүһіa-z]{3,}")
_FIRST_STOP = re.compile(r"(?<=[а-яәғқңөұүһіa-z]{4})\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Made:
    """A report made from a text: `kind` says what was done, `copy` whether it is still a copy of it."""

    kind: str
    text: str
    copy: bool = True


def read_reports(folders: list[Path]) -> list[Report]:
    """Return the reports of the folders that can be read, each text once."""
    found = open_paths([folder for folder in folders if folder.is_dir()], LARGEST)
    reports: dict[str, Report] = {}
    for capture in found:
        try:
            report = make_report(capture) if isinstance(capture, Capture) else None
        except SourceError:
            continue
        if report and list_sentences(report):
            reports.setdefault(report.id, report)
    return list(reports.values())


def make_all(report: Report, other: Report) -> Iterator[Made]:
    """Yield copies of a report, and reports that are none; `other` lends a sentence."""
    language = report.language
    skipped = {report.headline, *report.boilerplate}
    lines = [p.span.quote(report.text) for p in report.paragraphs if p.span not in skipped]
    body = [line for line in lines if line.rstrip()[-1:] in '.!?»"']  # no title, and no line of metadata
    if not body or read_cues("passes_on", language).stand_in(body[0].lower().split()):
        return  # what names an agency already
    first, rest = body[0], body[1:]
    passed = _FIRST_STOP.sub(f"{PASSED_ON[language]}.", first, count=1)
    marked = "\n".join(body).replace("«", '"').replace("»", '"').replace("–", "—").replace("ё", "е")
    headline = " ".join(body[-1].split()[:6]).rstrip(".,;:")
    yield Made("headline", "\n".join([headline, *body]))
    yield Made("dateline", "\n".join([_put_dateline(report, first), *rest]))
    yield Made("passed on", "\n".join([passed, *rest]))
    yield Made("marks", marked)
    if len(body) > 2:  # noqa: PLR2004 - something must be left
        yield Made("cut", "\n".join(body[:-1]))
        yield Made("cut, passed on", "\n".join([passed, *rest[:-1]]))
    yield from _change("\n".join(body), language, other)


def _put_dateline(report: Report, first: str) -> str:
    """Return the first paragraph with the dateline of another agency, and the same day."""
    for dateline in report.datelines:
        first = first.replace(dateline.span.quote(report.text), "", 1)
    day = next((f" {dateline.date}." for dateline in report.datelines if dateline.date), "")
    return f"{CITY[report.language]}.{day} KAZINFORM – {first.lstrip(' -–—')}"


def _change(plain: str, language: str, other: Report) -> Iterator[Made]:
    for kind, pattern, change in (
        ("number", _NUMBER, lambda m: str(int(m[0]) + 1)),
        ("name", _NAME, lambda _: "Ертысбаев"),
        ("opposite", _FIRST_STOP, lambda _: f" {NOT[language]}."),
    ):
        changed = pattern.sub(change, plain, count=1)
        if changed != plain:
            yield Made(kind, changed, copy=False)
    sentence = max(other.text.splitlines(), key=len)
    yield Made("added", f"{plain}\n{sentence}", copy=False)


def sign(report: Report) -> MinHash:
    """Return the MinHash of a report's shingles of words, all of its text."""
    words = re.findall(r"\w+", report.text.lower())
    signature = MinHash(PERMUTATIONS, seed=1)
    signature.update_batch(
        [" ".join(words[n : n + SHINGLE]).encode() for n in range(max(1, len(words) - SHINGLE + 1))]
    )
    return signature


def _read(text: str, language: str) -> Report:
    capture = Capture("copy", text.encode(), "record")
    return make_report(capture, language=language)  # type: ignore[arg-type] # a report's own


@dataclass(frozen=True, slots=True)
class Described:
    """A report as each method knows it."""

    said: frozenset[int]
    needed: frozenset[int]
    published: str | None
    signature: MinHash


class Measure:
    """Describes reports, and counts the seconds that each method takes for it."""

    def __init__(self) -> None:
        """Begin with none."""
        self.seconds = {"sentences": 0.0, "MinHash": 0.0}

    def describe(self, report: Report) -> Described:
        """Return a report as each method knows it."""
        began = time.perf_counter()
        said, needed = list_sentences(report), list_needed(report)
        middle = time.perf_counter()
        signature = sign(report)
        self.seconds["sentences"] += middle - began
        self.seconds["MinHash"] += time.perf_counter() - middle
        return Described(said, needed, report.published, signature)


def link(first: Described, second: Described) -> dict[str, bool]:
    """Return by method whether the second is taken for a copy of the first."""
    alike = first.signature.jaccard(second.signature)
    same = bool(second.needed) and second.needed <= first.said
    linked = {"sentences": same and may_be_copies(first.published, second.published)}
    return linked | {f"MinHash {least}": alike >= least for least in THRESHOLDS}


def measure(reports: list[Report]) -> tuple[dict[str, list[dict[str, bool]]], dict[str, float]]:
    """Return for each kind of pair what each method says of each, and the seconds each method took."""
    found: dict[str, list[dict[str, bool]]] = {}
    clock = Measure()
    described = [clock.describe(report) for report in reports]
    for place, report in enumerate(reports):
        for made in make_all(report, reports[place - 1]):
            kind = f"{'copy' if made.copy else 'none'}: {made.kind}"
            second = make_report(Capture("copy", made.text.encode(), "record"), language=report.language)
            found.setdefault(kind, []).append(link(described[place], clock.describe(second)))
    for one, two in combinations(described, 2):
        found.setdefault("none: two texts", []).append(link(one, two))
    return found, clock.seconds


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", nargs="*", type=Path, default=list(FOLDERS))
    reports = read_reports(parser.parse_args().folders)
    found, seconds = measure(reports)
    table = Table(title=f"{len(reports)} texts; copies: share linked; none: how many are linked all the same")
    table.add_column("pair")
    names = list(next(iter(found.values()))[0])
    for name in names:
        table.add_column(name)
    for kind, pairs in found.items():
        linked = [sum(pair[name] for pair in pairs) for name in names]
        share = kind.startswith("copy")
        table.add_row(kind, *(f"{n / len(pairs):.2f}" if share else f"{n} of {len(pairs)}" for n in linked))
    console = Console(width=120)
    console.print(table)
    for name, taken in seconds.items():
        console.print(f"{name}: {taken:.2f} s to describe the texts and what was made of them")


if __name__ == "__main__":
    main()

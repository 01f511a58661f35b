"""Facts of Russian news against FactRuEval-2016: `python -m benchmarks.factrueval [FILE]`.

FILE is the development part as JSON lines, ../shared/data/factrueval-devset.jsonl by default. Meetings are
the engagements of types meeting and call that people take part in, occupations those of
`elshi.frames.occupations`. The documents are parted by a digest of their ids: the first half was read while
rules were written, the second was not. docs/explanation/accuracy.md says how this differs from the
organisers' own comparison.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.factrueval_gold import Argument, Document, Fact, fold, read_documents, to_nominative
from benchmarks.factrueval_match import Score, compare
from elshi.clean import make_report
from elshi.frames.occupations import find_occupations
from elshi.mentions.mark import RuleMentions
from elshi.mentions.offices import find_any_jobs
from elshi.model.report import Capture
from elshi.reader import Reader

FILE = Path(__file__).parent.parent.parent / "shared" / "data" / "factrueval-devset.jsonl"
KINDS = ("meeting", "occupation")
_MET = frozenset({"meeting", "call"})
_PAIR = 2


def is_seen(document: Document) -> bool:
    """Tell whether the document is of the half that was read while rules were written."""
    return hashlib.sha256(document.id.encode()).digest()[0] % 2 == 0


def read_facts(document: Document) -> tuple[Fact, ...]:
    """Return the meetings and occupations that Elshi reads in `document`."""
    capture = Capture(document.id, document.text.encode(), "text")
    return (*_read_meetings(capture), *_read_occupations(capture))


def _read_meetings(capture: Capture) -> Iterator[Fact]:
    for engagement in Reader().read(capture).engagements:
        people = [_argue("participant", p.surface) for p in engagement.participants]
        if engagement.type in _MET and len(people) >= _PAIR:
            yield Fact("meeting", tuple(people))


def _read_occupations(capture: Capture) -> Iterator[Fact]:
    report, markup = RuleMentions(find_any_jobs).mark(make_report(capture))
    for occupation in find_occupations(markup):
        person = markup.people[occupation.person]
        yield Fact(
            "occupation",
            (
                _argue("who", person.surface.quote(report.text)),
                _argue("position", to_nominative(occupation.job.quote(report.text))),
                _argue("where", occupation.where.quote(report.text)),
            ),
        )


def _argue(name: str, value: str) -> Argument:
    return Argument(name, frozenset({fold(value)}))


def score(documents: tuple[Document, ...], kind: str) -> Score:
    """Return the score of Elshi's facts of one `kind` over `documents`."""
    total = Score()
    for document in documents:
        answers = [fact for fact in read_facts(document) if fact.kind == kind]
        total += compare([fact for fact in document.facts if fact.kind == kind], answers)
    return total


def main() -> None:
    """Score the file named on the command line and print one row for each half and type of fact."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.factrueval", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=FILE)
    path = parser.parse_args().file
    if not path.is_file():
        sys.exit(f"{path}: no such file; give the development part of FactRuEval-2016 as JSON lines")
    documents = read_documents(path)
    seen = tuple(d for d in documents if is_seen(d))
    unseen = tuple(d for d in documents if not is_seen(d))
    table = Table("documents", "facts", "precision", "recall", "F1", "gold")
    for kind in KINDS:
        for name, half in (("read", seen), ("not read", unseen), ("all", documents)):
            found = score(half, kind)
            figures = (f"{found.precision:.3f}", f"{found.recall:.3f}", f"{found.f1:.3f}", str(found.gold))
            table.add_row(f"{name} ({len(half)})", kind, *figures)
    Console().print(table)


if __name__ == "__main__":
    main()

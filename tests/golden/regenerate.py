"""Write anew the snapshots of the examples and the output shown in the documents.

python tests/golden/regenerate.py [--each]

Prints how far the readings agree with gold, with --each for every example.
"""

from __future__ import annotations

import subprocess
import sys

from agreement import compare_reading, describe_tallies, sum_tallies
from example_readings import ROOT, SNAPSHOTS, read_examples, read_gold, write_snapshot
from shown_commands import list_documents, run_document

BRIEFS = ROOT / "tests" / "briefs" / "golden_briefs.py"


def main() -> None:
    """Write one file an example and each document that shows commands, and print the tallies."""
    records, gold = read_examples(), read_gold()
    SNAPSHOTS.mkdir(exist_ok=True)
    for path in SNAPSHOTS.glob("*.json"):
        path.unlink()
    for name, record in records.items():
        (SNAPSHOTS / f"{name}.json").write_text(write_snapshot(record), encoding="utf-8")
    for path in list_documents():
        path.write_text(run_document(path), encoding="utf-8")
    subprocess.run([sys.executable, BRIEFS], check=True)  # noqa: S603 - our own script
    tallies = {name: compare_reading(records[name], gold[name]) for name in gold}
    if "--each" in sys.argv:
        for name, each in tallies.items():
            sys.stdout.write("\n".join((name, *describe_tallies(each))) + "\n\n")
    sys.stdout.write("\n".join(describe_tallies(sum_tallies(tallies.values()))) + "\n")


if __name__ == "__main__":
    main()

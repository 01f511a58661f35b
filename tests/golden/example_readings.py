"""The examples as the program reads them, put down compactly enough to be looked through in a diff."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from elshi.errors import SourceError
from elshi.model.record import to_record
from elshi.reader import Reader
from elshi.settings import DEFAULT_LARGEST_BYTES
from elshi.sources.paths import open_paths

Json = dict[str, Any]
ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
GOLD = EXAMPLES / "gold"
SNAPSHOTS = Path(__file__).parent / "readings"
FOLDERS = ("kk", "ru", "en", "html", "jsonl")


def read_examples() -> dict[str, Json]:
    """Return the record of each example by its name: the file's stem, or the id of a line of JSON."""
    reader = Reader()
    records: dict[str, Json] = {}
    for capture in open_paths([EXAMPLES / folder for folder in FOLDERS], DEFAULT_LARGEST_BYTES):
        if isinstance(capture, SourceError):
            raise capture
        records[capture.id or Path(capture.source).stem] = to_record(reader.read(capture))
    return records


def read_gold() -> dict[str, Json]:
    """Return the gold records by name."""
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(GOLD.glob("*.json"))}


def write_snapshot(record: Json) -> str:
    """Return `record` as JSON with one line for each thing it says."""
    report = record["report"]
    brief = {
        "report": f"{report['language']} {report['published']} ({report['published_basis']})",
        "boilerplate": [report["text"][span["start"] : span["end"]] for span in report["boilerplate"]],
        "engagements": [describe_engagement(e, record["engagements"]) for e in record["engagements"]],
        "positions": [
            f"{p['holder']} ({p['represents']}) {p['stance']}: {_quote(p)}" for p in record["positions"]
        ],
        "initiatives": [f"{i['proposer']} {i['status']}: {_quote(i)}" for i in record["initiatives"]],
        "commitments": [f"{' '.join(c['by'])} due {c['due']}: {_quote(c)}" for c in record["commitments"]],
        "tenures": [
            f"{t['person']}: {t['office']} {t['represents']} → {t['posted_to']}"
            + (" (former)" if t["former"] else "")
            for t in record["tenures"]
        ],
        "chairmanships": [
            f"{c['holder']} {c['role']} {c['body']} {c['period']}: {_quote(c)}"
            for c in record["chairmanships"]
        ],
    }
    return json.dumps(brief, ensure_ascii=False, indent=1) + "\n"


def describe_engagement(engagement: Json, siblings: list[Json]) -> str:
    """Return one line: type, status, date, place, parties, people, event, its umbrella's number, topics."""
    place, event = engagement["place"], engagement["event"]
    numbers = {sibling["id"]: number for number, sibling in enumerate(siblings, start=1)}
    parts = [
        f"{engagement['type']} {engagement['status']} {engagement['date']} ({engagement['date_basis']})",
        f"{place['city']}, {place['country']}" if place else "nowhere",
        " ".join(engagement["parties"]),
        "; ".join(
            f"{p['surface']} [{p['side']}] {p['office']} {p['represents']}"
            for p in engagement["participants"]
        ),
        f"{event['surface']} no. {event['ordinal']}" if event else "",
        f"part of {numbers[engagement['part_of']]}" if engagement["part_of"] else "",
        " ".join(engagement["topics"]),
    ]
    return " | ".join(parts)


def _quote(record: Json) -> str:
    return " … ".join(evidence["quote"] for evidence in record["evidence"])

"""Prints how many entities a file holds, and how many of them FollowTheMoney does not take as they are.

Run by an interpreter that has the library: tests/stores/test_exports_round_trips.py says where.
"""

import json
import sys
from pathlib import Path
from typing import Any


def check(path: Path) -> tuple[int, int]:
    """Return the number of entities in `path`, and of those that are refused or lose a value."""
    from followthemoney import model  # noqa: PLC0415 - not there when the tests are collected
    from followthemoney.proxy import EntityProxy  # noqa: PLC0415 - the same

    entities: list[Any] = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    faulty = 0
    for entity in entities:
        model.get(entity["schema"]).validate(entity)
        cleaned = EntityProxy.from_dict(entity, cleaned=False)
        stated = entity["properties"].items()
        faulty += any(value not in cleaned.get(name) for name, values in stated for value in values)
    return len(entities), faulty


if __name__ == "__main__":
    sys.stdout.write(" ".join(map(str, check(Path(sys.argv[1])))))

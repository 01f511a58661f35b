"""nomenklatura's logic-v2 on pairs of names: run by `benchmarks.people` with a Python that has it.

Reads a JSON list [a, b] a line, writes 1 where the score reaches the threshold of 0.7, else 0.
"""

from __future__ import annotations

import json
import sys

from followthemoney import model
from followthemoney.proxy import EntityProxy
from nomenklatura.matching import get_algorithm

THRESHOLD = 0.7


def make_person(name: str) -> EntityProxy:
    """Return a person of that name and nothing else."""
    return model.get_proxy({"id": name, "schema": "Person", "properties": {"name": [name]}})


def main() -> None:
    """Judge each line."""
    logic = get_algorithm("logic-v2")
    if logic is None:
        sys.exit("this nomenklatura has no logic-v2")
    config = logic.default_config()
    known: dict[str, EntityProxy] = {}
    for line in sys.stdin:
        first, second = json.loads(line)
        one = known.setdefault(first, make_person(first))
        other = known.setdefault(second, make_person(second))
        print(1 if logic.compare(one, other, config).score >= THRESHOLD else 0)  # noqa: T201 - to its caller


if __name__ == "__main__":
    main()

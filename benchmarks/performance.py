"""All figures of docs/explanation/performance.md in one table: `python -m benchmarks.performance [PART ...]`.

    python -m benchmarks.performance                 all parts
    python -m benchmarks.performance reading peers   these; of the others what was measured last stays
    python -m benchmarks.performance --small         a few reports of each: whether it runs, and little more
    python -m benchmarks.performance --write         put table and arithmetic into the page

What was measured is kept in benchmarks/data/measured.json with the day and the load of the machine. Registers
of 1,000, 10,000 and 100,000 engagements take most of an hour to make; `--registers FOLDER` keeps them there.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.costs import write_costs
from benchmarks.performance_parts import PARTS, SMALL, Figures, Sizes, run_apart

KEPT = Path(__file__).parent / "data" / "measured.json"
PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "performance.md"
_MARKED = re.compile(r"(<!-- benchmarks.performance -->\n).*?(<!-- end -->)", re.DOTALL)
Measured = dict[str, dict[str, Any]]


def measure(part: str, folder: Path | None, *, small: bool) -> dict[str, Any]:
    """Return the figures of a part with the circumstances under which they were measured."""
    before = os.getloadavg()[0]
    figures = run_apart(PARTS[part], SMALL if small else Sizes(folder=folder))
    return {
        "small": small,
        "day": dt.datetime.now(dt.UTC).date().isoformat(),
        "load": round(before, 1),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "figures": {name: float(f"{value:.4g}") for name, value in figures.items()},
    }


def write_page(measured: Measured) -> str:
    """Return the table and the arithmetic in Markdown."""
    parts: dict[str, Figures] = {part: kept["figures"] for part, kept in measured.items()}
    lines = ["| part | figure | measured |", "|---|---|---|"]
    lines += (
        f"| {part} | {name} | {tell(value)} |"
        for part in PARTS
        for name, value in parts.get(part, {}).items()
    )
    return "\n".join([*lines, "", *_tell_circumstances(measured), "", write_costs(parts)])


def tell(value: float) -> str:
    """Return a figure as people read it."""
    if value == float("inf"):
        return "never"
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004 - digits that mean anything


def _tell_circumstances(measured: Measured) -> Iterator[str]:
    for part in PARTS:
        if kept := measured.get(part):
            run = f"{part} (a small run)" if kept["small"] else part
            yield (
                f"- {run}: measured on {kept['day']}, {kept['cores']} cores, load average {kept['load']}"
                f" when it began, CPython {kept['python']}"
            )


def main() -> None:
    """Measure, print, keep, and write where that is asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.performance",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--small", action="store_true", help="a few reports of each part")
    parser.add_argument("--registers", type=Path, metavar="FOLDER", help="where registers are kept")
    parser.add_argument("--write", action="store_true", help="into docs/explanation/performance.md")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    measured: Measured = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    for part in given.parts or PARTS:
        measured[part] = measure(part, given.registers, small=given.small)
        print(json.dumps({part: measured[part]}, indent=1), flush=True)  # noqa: T201 - a command's answer
        KEPT.write_text(json.dumps(measured, indent=1) + "\n", "utf-8")
    if given.write:
        page = PAGE.read_text("utf-8")
        PAGE.write_text(_MARKED.sub(lambda m: f"{m[1]}{write_page(measured)}{m[2]}", page), "utf-8")


if __name__ == "__main__":
    main()

"""How `elshi try` is printed: stage after stage, what called for it, what it found, what it dropped."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from elshi.cli.tables import Line, Screen, print_lines
from elshi.cli.words import NOTHING, escape_controls, escape_lines
from elshi.model.ground import split_rules
from elshi.model.trace import Dropped, Finding, StageTrace, Trace

_WHOLE = frozenset({"engagement", "position", "initiative", "commitment", "tenure", "chairmanship"})


def print_trace(trace: Trace) -> None:
    """Print the stages of `trace` in their order."""
    for number, stage in enumerate(trace.stages, start=1):
        _print_stage(number, stage)


def _print_stage(number: int, stage: StageTrace) -> None:
    screen = Screen()
    screen.print(Text(f"{number}. {stage.name}: {stage.about}", style="bold"), soft_wrap=True)
    screen.print()
    if stage.matched:
        _print_findings("called for by", stage.matched)
    plain = [finding for finding in stage.found if finding.what not in _WHOLE]
    if plain:
        _print_findings("found", plain)
    for finding in stage.found:
        if finding.what in _WHOLE:
            _print_frame(screen, finding)
    if not stage.found and not stage.matched:
        screen.print("nothing found")
    if stage.dropped:
        _print_dropped(stage.dropped)
    screen.print()


def _print_findings(header: str, findings: Iterable[Finding]) -> None:
    headers = [(header, False), ("as", False), ("rule", False), ("gives", False)]
    print_lines(headers, (_describe_finding(finding) for finding in findings))


def _describe_finding(finding: Finding) -> Line:
    given = "\n".join(
        f"{name} {value}" + (f" ({rule})" if rule else "") for name, value, rule in finding.fields
    )
    words = (finding.words, finding.what, finding.rule, given)
    return [escape_lines(part) for part in words]


def _print_frame(screen: Screen, finding: Finding) -> None:
    """Print one frame: its kind and rule, the words, and a line for each field."""
    screen.print(Text(f"{finding.what}, rule {escape_controls(finding.rule)}", style="bold"), soft_wrap=True)
    screen.print(Text(f"“{escape_lines(finding.words)}”"), soft_wrap=True)
    lines = (
        (name, escape_lines(value), "\n".join(escape_controls(part) for part in split_rules(rule)) or NOTHING)
        for name, value, rule in finding.fields
    )
    print_lines([("field", True), ("value", False), ("rule", False)], lines)


def _print_dropped(dropped: Iterable[Dropped]) -> None:
    headers = [("dropped", False), ("could be", False), ("because", False)]
    print_lines(headers, ([escape_lines(part) for part in (d.words, d.what, d.cause)] for d in dropped))

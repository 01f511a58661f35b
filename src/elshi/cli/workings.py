"""`elshi stages` and `elshi check`: how Elshi reads, and whether the register is sound."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from elshi.cli import parts
from elshi.cli.options import take_format, take_limit, take_register
from elshi.cli.output import Column, Format, Listing, print_rows
from elshi.errors import IntegrityError

STAGES = Listing(
    "stage",
    (
        Column("stage", lambda row: row["name"], whole=True),
        Column("needs", lambda row: ", ".join(row["needs"])),
        Column("gives", lambda row: ", ".join(row["gives"])),
        Column("about", lambda row: row["about"]),
    ),
    ("name", "needs", "gives", "about"),
)
FAULTS = Listing(
    "fault",
    (
        Column("what", lambda row: row["what"]),
        Column("cause", lambda row: row["cause"]),
        Column("what to do", lambda row: row["advice"]),
    ),
    ("what", "cause", "advice"),
)


@click.command()
@take_format
@take_limit
def stages(form: Format, limit: int | None) -> None:
    """List the stages of reading.

    What each needs, and what it gives.
    """
    rows = (
        {"name": s.name, "needs": list(s.needs), "gives": list(s.gives), "about": s.about}
        for s in parts.list_stages()
    )
    print_rows(STAGES, rows, form, limit)


@click.command()
@take_register
@take_format
@take_limit
def check(register: Path, form: Format, limit: int | None) -> None:
    """Check that the register is sound.

    The file, its references, and every quote against the text of its report.
    """
    with parts.open_register(register, readonly=True) as opened:
        faults = opened.check()
    print_rows(FAULTS, (asdict(fault) for fault in faults), form, limit)
    if faults:
        click.get_current_context().exit(IntegrityError.exit_code)

"""`elshi mcp`: the register for assistants that speak the Model Context Protocol."""

from __future__ import annotations

import click

from elshi.cli import parts
from elshi.cli.options import take_register
from elshi.settings import Location


@click.command()
@take_register
def mcp(register: Location) -> None:
    """Answer an assistant's questions, over standard input and output.

    Six tools that only read: find_engagements, show_entry, search, tenures_on, list_commitments, brief. An
    assistant's program starts this command itself. Needs the extra `mcp`.
    """
    parts.serve_mcp(register)

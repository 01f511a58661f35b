"""`elshi mentions`: everything that reports name, with its place and label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from elshi.cli import parts
from elshi.cli.options import EngineChoice, take_jobs, take_paths, take_published
from elshi.cli.output import write_array, write_lines
from elshi.cli.read import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from elshi.cli.output import Json
    from elshi.model.frame import Reading


@click.command()
@take_paths
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl"]),
    default="table",
    show_default=True,
    help="How to print. json: one array with an object for each report; start and end count characters.",
)
@take_published
@take_jobs
def mentions(paths: tuple[str, ...], form: str, published: str | None, jobs: int) -> None:
    """Print what reports name, with its place and label.

    People, offices, bodies, countries, nationality words, places, events, documents, projects, dates,
    ordinals, numbers and money. `start` and `end` count characters (Unicode code points) of `text`,
    half-open; a mention may lie inside another. Touches no register. The encoder looks beside the rules,
    unless ELSHI_ENCODER is 'off'.

    PATH is as for `elshi read`.
    """
    with (
        parts.show_progress(paths, prints=True) as meter,
        parts.open_engine(EngineChoice(jobs=jobs), parts.choose_way(published, "on", marked=True)) as engine,
    ):
        run = Run(meter)
        found = (describe_reading(reading) for _, reading in run.read(engine, paths))
        _print(found, form)
    run.close("")


def describe_reading(reading: Reading) -> Json:
    """Return the mentions of a report as JSON: its source, its text, and each mention in text order."""
    return {
        "source": reading.report.source,
        "text": reading.report.text,
        "mentions": [
            {
                "label": mention.label,
                "start": mention.span.start,
                "end": mention.span.stop,
                "surface": mention.surface,
                "confidence": mention.confidence,
            }
            for mention in reading.markup.inventory
        ],
    }


def _print(found: Iterator[Json], form: str) -> None:
    if form == "table":
        for one in found:
            parts.print_mentions(one)
        return
    for chunk in write_lines(found) if form == "jsonl" else write_array(found):
        click.echo(chunk, nl=False)

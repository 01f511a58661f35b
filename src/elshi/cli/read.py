"""`elshi read`: what reports say, without touching any register."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from elshi.cli import parts
from elshi.cli.files import OutFolder
from elshi.cli.options import take_engine, take_least, take_paths, take_published
from elshi.cli.output import write_array, write_json, write_lines
from elshi.cli.words import count, escape_controls
from elshi.errors import SourceError
from elshi.model.record import to_record
from elshi.model.sure import count_frames, leave_out_unsure

if TYPE_CHECKING:
    from elshi.cli.options import EngineChoice
    from elshi.cli.progress import Meter
    from elshi.engines.base import Engine, Origin
    from elshi.model.frame import Reading
    from elshi.model.record import Json


@click.command()
@take_paths
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl"]),
    default="table",
    show_default=True,
    help="How to print. json: an object for one file, an array for a folder, a .jsonl file or several paths.",
)
@click.option("--out", metavar="DIR", type=click.Path(file_okay=False, path_type=Path),
              help="Write one JSON file for each report into DIR instead of printing.")  # fmt: skip
@take_published
@take_least
@take_engine
@click.option("--resume", is_flag=True, help="Take what --shards has already, without reading it again.")
def read(  # noqa: PLR0913 - one for each option
    *,
    paths: tuple[str, ...],
    form: str,
    out: Path | None,
    published: str | None,
    min_confidence: float,
    engine: EngineChoice,
    resume: bool,
) -> None:
    """Read reports and print what they say.

    Touches no register.

    PATH is a text file, an HTML page, a JSON-lines file (id, url, title, publisher, published,
    text), an archive (WARC, Parquet, a Telegram channel, mbox), a folder of these, an address such
    as s3://bucket/press, or - for standard input.
    """
    if resume and not engine.shards:
        message = "--resume needs --engine ray with --shards: where what was read is kept"
        raise click.UsageError(message)
    with (
        parts.show_progress(paths, prints=out is None) as meter,
        parts.open_engine(engine, parts.choose_way(published), resume=resume) as opened,
    ):
        run = Run(meter, min_confidence)
        records = ((origin, to_record(reading)) for origin, reading in run.read(opened, paths))
        if out:
            folder = OutFolder(out)
            for origin, record in records:
                folder.write(origin, record)
        else:
            _print(records, form, alone=(len(paths) == 1 and Path(paths[0]).is_file()) or paths == ("-",))
    run.close(f"into {out}" if out else "")


class Run:
    """One pass over reports: failures are said as they come and counted for the exit code."""

    def __init__(self, meter: Meter, least: float = 0.0) -> None:
        """Tell `meter` how far the run is; leave out what is less sure than `least`."""
        self._meter = meter
        self._least = least
        self.unsure = 0
        self.done = 0
        self.failed = 0

    def read(self, engine: Engine, paths: tuple[str, ...]) -> Iterator[tuple[Origin, Reading]]:
        """Yield each reading with where it comes from, in input order."""
        for done in chain.from_iterable(engine.map(paths)):
            if isinstance(done.outcome, SourceError):
                self.fail(done.outcome)
            elif done.origin and done.outcome:
                self.done += 1
                sure = leave_out_unsure(done.outcome, self._least)
                self.unsure += count_frames(done.outcome) - count_frames(sure)
                yield done.origin, sure
            self._meter.advance()

    def fail(self, error: SourceError) -> None:
        """Say why a report could not be read."""
        self.failed += 1
        self._meter.say(escape_controls(str(error)))

    def close(self, where: str) -> None:
        """Say what was done; exit with SourceError's code where any report could not be read."""
        if where:
            click.echo(f"{count(self.done, 'report')} read {where}".strip(), err=True)
        if self.unsure:
            left = count(self.unsure, "record")
            click.echo(f"{left} less sure than {self._least:g} left out", err=True)
        if self.failed:
            click.echo(f"elshi: {self.failed} of {self.done + self.failed} could not be read", err=True)
            click.get_current_context().exit(SourceError.exit_code)


def _print(records: Iterator[tuple[Origin, Json]], form: str, *, alone: bool) -> None:
    if form == "table":
        for _, record in records:
            parts.print_record(record)
        return
    for chunk in (
        write_lines(record for _, record in records) if form == "jsonl" else _write(records, alone=alone)
    ):
        click.echo(chunk, nl=False)


def _write(records: Iterator[tuple[Origin, Json]], *, alone: bool) -> Iterator[str]:
    """Yield JSON: an object where one file was asked for that holds one report, otherwise an array."""
    first = next(records, None)
    if first is None:
        yield "" if alone else "[]\n"
    elif alone and first[0].line is None:
        yield write_json(first[1]) + "\n"
    else:
        yield from write_array(record for _, record in chain([first], records))

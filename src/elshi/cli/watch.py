"""`elshi watch`, `elshi sources` and `elshi publishers`: news as it is published."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import Event
from types import FrameType

import click

from elshi.cli import parts
from elshi.cli.options import take_format, take_limit, take_register
from elshi.cli.output import Column, Format, Json, Listing, print_rows
from elshi.cli.words import NOTHING, count, escape_controls
from elshi.errors import SourceError
from elshi.settings import Location

INTERRUPTED = 130
_LEAST_PAUSE = 1.0  # seconds between two rounds
take_plan = click.argument("plan", metavar="SOURCES.toml", type=click.Path(dir_okay=False, path_type=Path))


@click.command()
@take_plan
@click.option("--once", is_flag=True, help="Ask every source that is due, read what is new, and end.")
@click.option(
    "--captures",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("captures"),
    show_default=True,
    help="Where pages are kept as they came, in WARC files.",
)
@click.option(
    "--allow-private-networks", "allow_private", is_flag=True,
    help="Ask hosts of your own network and this machine too.",
)  # fmt: skip
@take_register
def watch(plan: Path, captures: Path, register: Location, *, once: bool, allow_private: bool) -> None:
    """Read sources on the web into the register, as they publish.

    SOURCES.toml names feeds, sitemaps, listing pages and folders. What they list is asked for politely
    and only where robots.txt allows it, kept with its headers, and read. After Ctrl-C or a crash the
    same command goes on where it stopped: nothing is lost, and nothing comes twice.
    """
    with parts.open_watcher(plan, register, captures, _say, allow_private=allow_private) as watcher:
        signal.signal(signal.SIGINT, _make_stopper(watcher.stop))
        while True:
            counts = watcher.run_round()
            click.echo(sum_up(counts))
            if once or watcher.stop.wait(max(_LEAST_PAUSE, watcher.count_seconds())):
                break
        interrupted = watcher.stop.is_set()
    if interrupted:
        click.echo("elshi: interrupted; the same command goes on from here", err=True)
        click.get_current_context().exit(INTERRUPTED)
    if counts["failed"] or counts["failing"]:
        click.get_current_context().exit(SourceError.exit_code)


def _make_stopper(stop: Event) -> Callable[[int, FrameType | None], None]:
    """Return what answers Ctrl-C: what is in hand is done first; the second time all stops at once."""

    def answer(_number: int, _frame: FrameType | None) -> None:
        stop.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    return answer


def _say(line: str) -> None:
    click.echo(escape_controls(line), err=True)


def sum_up(counts: Counter[str]) -> str:
    """Return '12 sources asked, 3 items new; 3 reports added, 1 page to be asked for again'."""
    words = f"{count(counts['asked'], 'source')} asked, {count(counts['found'], 'item')} new or changed"
    words += f"; {count(counts['added'], 'report')} added"
    if counts["known"] or counts["unchanged"]:
        words += f", {counts['known'] + counts['unchanged']} known already"
    if counts["copies"]:
        words += f", {count(counts['copies'], 'copy', 'copies')} of reports read already"
    if counts["waiting"]:
        words += f", {count(counts['waiting'], 'page')} to be asked for again"
    if counts["failing"]:
        words += f", {count(counts['failing'], 'source')} failing (elshi sources says why)"
    if counts["failed"]:
        words += f", {counts['failed']} could not be read (elshi problems lists them)"
    return words


def _say_state(row: Json) -> str:
    if row["state"] == "failing" or row["state"] == "gone":
        return f"{row['state']} since {row['failing_since'][:10]}: {row['cause']}"
    if row["state"] == "low":
        return f"low: {row['weekly']:g} a week, {row['expected']:g} expected"
    return str(row["state"]).replace("_", " ") + (f": {row['cause']}" if row["cause"] else "")


def _say_items(row: Json) -> str:
    """Return how many items were read and, where there are any, how many wait and how many failed."""
    told = [f"{row[name]} {name}" for name in ("waiting", "failed") if row[name]]
    return "\n".join([f"{row['read']} read", *told])


SOURCES = Listing(
    "source",
    (
        Column("name", lambda row: row["name"]),
        Column("state", lambda row: f"{_say_state(row)}\n{row['kind']} {row['moved'] or row['address']}"),
        Column("items", _say_items, whole=True),
        Column("asked", lambda row: (row["polled_at"] or NOTHING)[:16].replace("T", "\n"), whole=True),
    ),
    ("name", "kind", "address", "publisher", "state", "failing_since", "cause", "polled_at", "next_at",
     "moved", "expected", "weekly", "read", "waiting", "failed"),
)  # fmt: skip
PUBLISHERS = Listing(
    "publisher",
    (
        Column("code", lambda row: row["code"], whole=True),
        Column("name", lambda row: f"{row['names']['en']}\n{row['home']}"),
        Column("languages", lambda row: ", ".join(row["languages"]), whole=True),
        Column("a week", lambda row: f"{row['expected']:g}", whole=True),
    ),
    ("code", "names", "kind", "country", "languages", "licence", "expected", "timezone", "home", "addresses"),
)


@click.command()
@take_register
@take_format
@take_limit
def sources(register: Location, form: Format, limit: int | None) -> None:
    """List watched sources and how they fare.

    ok, not modified, failing since a day, gone, or low: fewer items than its publisher is expected to have.
    """
    print_rows(SOURCES, parts.list_sources(register), form, limit)


@click.command()
@take_format
@take_limit
def publishers(form: Format, limit: int | None) -> None:
    """List publishers whose news can be watched.

    With addresses for SOURCES.toml (--format json): one whose `checked` is null nobody has yet seen at
    work. The items a week are a low estimate, which nobody has counted.
    """
    print_rows(PUBLISHERS, parts.list_publishers(), form, limit)

"""The options that several commands share, each written once."""

from __future__ import annotations

import datetime as dt
import functools
import os
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from elshi.cli.output import FORMATS
from elshi.model.when import read_bounds
from elshi.settings import Location, read_location, read_settings

Command = TypeVar("Command", bound=Callable[..., Any])
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def read_day(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """Return the day of an option such as --since; fail where it is none."""
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError as error:
        message = f"{value!r} is not a day; write it as 2026-03-12"
        raise click.BadParameter(message, ctx, param) from error


def read_first_day(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """Return the day, or the first day of the month or year, of an option such as --since."""
    given = check_date(ctx, param, value)
    return read_bounds(given)[0] if given else None


def read_last_day(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """Return the day, or the last day of the month or year, of an option such as --until."""
    given = check_date(ctx, param, value)
    return read_bounds(given)[1] if given else None


def check_code(list_codes: Callable[[], Collection[str]]) -> Callable[..., str | None]:
    """Return what checks an option whose value is one of `list_codes()`, which is asked only when needed.

    Blanks and hyphens stand for '_', as the tables print 'human rights' for human_rights.
    """

    def check(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
        code = re.sub(r"[\s-]+", "_", value.strip().lower()) if value else None
        if code is None or code in list_codes():
            return code
        message = f"{value!r} is not one of {', '.join(sorted(list_codes()))}"
        raise click.BadParameter(message, ctx, param)

    return check


def check_date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return a day, month or year as it is; fail where it is none."""
    try:
        if value is None or (_DATE.fullmatch(value) and read_bounds(value)):
            return value
    except ValueError:
        pass  # such as 2026-02-30
    message = f"{value!r} is not a date; write it as 2026-03-12, 2026-03 or 2026"
    raise click.BadParameter(message, ctx, param)


def _default_register() -> Location:
    return read_settings().register


class RegisterType(click.Path):
    """A file that is a register, or the address of one on a server, which stays as it is written."""

    name = "register"

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> Location:
        """Return a path, or the address; fail where it is a folder."""
        place = read_location(value) if isinstance(value, str) else value
        return place if isinstance(place, str) else Path(str(super().convert(place, param, ctx)))


@dataclass(frozen=True, slots=True)
class Place:
    """Which register is asked, and as of what time: None is the present."""

    path: Location
    as_of: str | None


@dataclass(frozen=True, slots=True)
class EngineChoice:
    """Which engine reads, with how many workers (None: as many as it likes), and where it puts its shards."""

    name: str = "local"
    jobs: int | None = None
    shards: str | None = None


class SourceType(click.Path):
    """A file or folder that is there, '-' for standard input, or an address such as s3://bucket/press."""

    name = "path"

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the path or address as it is written; fail where there is no such file."""
        address = isinstance(value, str) and "://" in value
        return str(value) if address else str(super().convert(value, param, ctx))


take_paths = click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=SourceType(exists=True, allow_dash=True)
)
take_register = click.option(
    "--register",
    metavar="FILE",
    type=RegisterType(dir_okay=False),
    default=_default_register,
    show_default="elshi.db, or what ELSHI_REGISTER names",
    help="The register to use.",
)
take_published = click.option(
    "--published",
    metavar="DATE",
    callback=check_date,
    help="The day the reports were published; it outranks what they say themselves.",
)
take_least = click.option(
    "--min-confidence",
    metavar="SHARE",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Leave out what is less sure than this, a number between 0 and 1; the register keeps it.",
)
take_jobs = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Read with N processes. The result is the same.",
)
_take_workers = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=None,
    show_default="1, with --engine ray one for each core of the cluster",
    help="Read with N processes. The result is the same.",
)
_take_engine = click.option(
    "--engine",
    "name",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="What reads: processes of this machine, or the Ray cluster that RAY_ADDRESS names (extra 'ray').",
)
_take_shards = click.option(
    "--shards",
    metavar="DIR",
    help="Where --engine ray keeps what it has read, a folder or an address, so that --resume finds it.",
)
take_format = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to print: a table for people, the others for programs.",
)
take_limit = click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=0),
    help="Print at most N; 0 prints all.  [default: 50 in a table, otherwise all]",
)


take_as_of = click.option(
    "--as-of",
    metavar="TIME",
    help="Answer as the register would have at this time (2026-05-01, or 2026-05-01T12:00:00+05:00).",
)


def take_engine(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give `command` --engine, --jobs and --shards, as one argument `engine` of the type `EngineChoice`."""

    @functools.wraps(command)
    def take(name: str, jobs: int | None, shards: str | None, **rest: object) -> object:
        if shards and name == "local":
            message = "--shards is of --engine ray"
            raise click.UsageError(message)
        return command(engine=EngineChoice(name, jobs, shards), **rest)

    return _take_engine(_take_workers(_take_shards(take)))


def take_view(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give `command` --register and --as-of, as one argument `register` of the type `Place`."""

    @functools.wraps(command)
    def take(register: Location, as_of: str | None, **rest: object) -> object:
        return command(register=Place(register, as_of), **rest)

    return take_register(take_as_of(take))


def take_listing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give `command` the options of every listing: --register, --as-of, --format and --limit."""
    return take_view(take_format(take_limit(command)))

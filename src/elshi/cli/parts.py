"""The heavy parts, each imported when a command first needs it, so that `elshi --help` comes at once."""

# ruff: noqa: PLC0415 -- importing inside functions is what this file is for

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import click

from elshi.errors import UsageError
from elshi.settings import DEFAULT_ENCODER

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from elshi.briefs import Format
    from elshi.charts import Chart
    from elshi.cli.options import EngineChoice, Place
    from elshi.cli.output import Column, Json
    from elshi.cli.progress import Meter
    from elshi.engines.base import Engine, Way
    from elshi.model.entry import Explanation
    from elshi.model.query import Query
    from elshi.model.report import Language
    from elshi.model.trace import Trace
    from elshi.reader import Stage
    from elshi.record.desk import Desk
    from elshi.record.vectors import Embedder
    from elshi.register import Register, View
    from elshi.register.copies import Copies
    from elshi.resolve.comparison import Comparison
    from elshi.settings import Location
    from elshi.watch.watcher import Watcher


@contextmanager
def open_engine(choice: EngineChoice, way: Way, *, resume: bool = False) -> Iterator[Engine]:
    """Give the engine of this choice, which reads in this way; see `elshi.engines`."""
    if choice.name == "ray":
        from elshi.engines.cluster import RayEngine

        engine: Engine = RayEngine(way, choice.jobs, choice.shards, resume=resume)
    else:
        from elshi.engines.local import LocalEngine

        engine = LocalEngine(way, choice.jobs or 1)
    try:
        yield engine
    finally:
        engine.close()


def choose_way(published: str | None, encoder: str = DEFAULT_ENCODER, *, marked: bool = False) -> Way:
    """Return how reports are read, as the settings say."""
    from elshi.engines.base import Way
    from elshi.settings import read_settings

    return Way(published, encoder, read_settings().largest_bytes, marked)


def list_stages() -> tuple[Stage, ...]:
    """Return the stages of reading, in order."""
    from elshi.reader import STAGES

    return STAGES


def compare_names(first: str, second: str) -> Comparison:
    """Compare two names; see `elshi.resolve.names`."""
    from elshi.resolve.names import compare_names as work

    return work(first, second)


def load_embedder() -> Embedder:
    """Return what makes vectors; see `elshi.register.meaning`."""
    from elshi.register.meaning import MeaningEmbedder

    return MeaningEmbedder()


def make_chart(name: str, view: View, query: Query, language: Language, today: dt.date) -> Chart:
    """Return the picture `name` before it is drawn; see `elshi.charts`."""
    from elshi.charts import Ask
    from elshi.charts import make_chart as work
    from elshi.locales import open_tongue

    return work(name, Ask(view, query, open_tongue(language), today))


def write_chart_lines(chart: Chart) -> Iterator[str]:
    """Yield the data of a picture as CSV lines."""
    from elshi.charts import write_csv

    return write_csv(chart)


def write_chart(chart: Chart, path: Path, theme: str) -> None:
    """Write a picture, or its data, into a file; see `elshi.charts.files`."""
    from elshi.charts.files import write_file

    write_file(chart, path, theme)


def is_body(code: str) -> bool:
    """Tell whether `code`, in any case, is the acronym of a body of the lexicon."""
    from elshi.lexicon.places import load_bodies

    return code.upper() in {known.upper() for known in load_bodies()}


def list_topics() -> frozenset[str]:
    """Return the codes of topics."""
    from elshi.lexicon.load import read_table
    from elshi.lexicon.topics import NO_TOPIC

    return frozenset(row["code"] for row in read_table("topics.yml")) - {NO_TOPIC}


def trace_text(text: str, published: str | None, language: Language | None) -> Trace:
    """Return the trace of the text, of the file that it names, or for '-' of standard input."""
    from elshi.reader import take_capture
    from elshi.tracing import trace

    return trace(take_capture(text), published, language)


def open_register(path: Location, *, readonly: bool = False) -> Register:
    """Open the register in `path`; one that is only read must be there already."""
    from elshi.register import Register

    return Register.open(path, create=not readonly, readonly=readonly)


def copy_register(source: Location, target: Location) -> int:
    """Copy one register whole into another; see `elshi.register.copy_register`."""
    from elshi.register.copying import copy_register as work

    return work(source, target)


def review_pairs(register: Register, by: str) -> int:
    """Let `by` judge pairs at this terminal; see `elshi.cli.review_sitting`."""
    from elshi.cli.review_sitting import review_pairs as work

    return work(register, by)


def serve_pages(  # noqa: PLR0913 - one for each option
    register: Location, host: str, port: int, names: tuple[str, ...], *, users: bool, show: bool
) -> None:
    """Serve the register as pages; see `elshi.web.server`. Raises UsageError without the extra `server`."""
    try:
        from elshi.web.server import Doors
        from elshi.web.server import serve_pages as work
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "elshi":
            raise
        message = f"`elshi serve` needs {error.name}; install it with `pip install 'elshi[server]'`"
        raise UsageError(message) from error
    work(
        register,
        Doors(host, port, users, names),
        lambda address: click.echo(f"the register is at {address}  (Ctrl-C ends it)"),
        lambda trouble: click.echo(f"warning: {trouble}", err=True),
        show=show,
    )


@contextmanager
def open_desk(register: Location) -> Iterator[Desk]:
    """Open what is kept beside a register: users, tokens, proposals; see `elshi.record.desk`."""
    from elshi.record.desk import open_desk as work

    with closing(work(register)) as desk:
        yield desk


def load_users() -> ModuleType:
    """Return what manages users and tokens; see `elshi.desk.users`."""
    from elshi.desk import users

    return users


def write_brief(
    view: View, asked: dict[str, Any], as_of: str | None, form: Format, template: Path | None
) -> bytes:
    """Write a brief as of a time, or of today; see `elshi.briefs`."""
    from elshi.briefs import Request, render_brief
    from elshi.briefs import write_brief as work
    from elshi.register.times import read_day

    return render_brief(work(view, Request(day=read_day(as_of), **asked)), form, template)


def serve_mcp(register: Location) -> None:
    """Serve the register to an assistant; see `elshi.mcp.server`."""
    try:
        from elshi.mcp.server import make_server
    except ModuleNotFoundError as error:
        message = "the server for assistants needs the mcp library; type: pip install 'elshi[mcp]'"
        raise UsageError(message) from error
    with open_register(register, readonly=True):
        pass  # a register that cannot be opened is told at once
    make_server(register).run("stdio")


@contextmanager
def open_view(place: Place) -> Iterator[View]:
    """Open a register for reading, as it is or as it was at a time."""
    with open_register(place.path, readonly=True) as register:
        if place.as_of is None:
            yield register
            return
        view = register.as_of(place.as_of)
        _warn_of_empty_past(register, view, place.as_of)
        yield view


def _warn_of_empty_past(register: View, view: View, as_of: str) -> None:
    """Say where nothing is found because nothing had been read yet: days of events are often meant."""
    if register.find_news("", 1) and not view.find_news("", 1):
        message = f"by {as_of} nothing had been added to the register yet; --as-of is the time of adding"
        click.echo(f"elshi: {message}", err=True)


def show_progress(paths: Sequence[str], *, prints: bool) -> AbstractContextManager[Meter]:
    """Give a meter; see `elshi.cli.progress`."""
    from elshi.cli.progress import show_progress as work

    return work(paths, prints=prints)


def print_table(columns: Sequence[Column], rows: Sequence[Json]) -> None:
    """Print a table; see `elshi.cli.tables`."""
    from elshi.cli.tables import print_table as work

    work(columns, rows)


def print_fields(fields: Iterable[tuple[str, str]]) -> None:
    """Print names and values; see `elshi.cli.tables`."""
    from elshi.cli.tables import print_fields as work

    work(fields)


def print_record(record: Json) -> None:
    """Print a reading; see `elshi.cli.tables`."""
    from elshi.cli.tables import print_record as work

    work(record)


def print_mentions(found: Json) -> None:
    """Print what a report names; see `elshi.cli.tables`."""
    from elshi.cli.tables import print_mentions as work

    work(found)


def print_account(account: Json) -> None:
    """Print a report of the register; see `elshi.cli.tables`."""
    from elshi.cli.tables import print_account as work

    work(account)


def print_explanation(explanation: Explanation) -> None:
    """Print why an entry says what it says; see `elshi.cli.because`."""
    from elshi.cli.because import print_explanation as work

    work(explanation)


def print_trace(trace: Trace) -> None:
    """Print what every stage made of a text; see `elshi.cli.stages_shown`."""
    from elshi.cli.stages_shown import print_trace as work

    work(trace)


@contextmanager
def open_watcher(
    plan: Path, register: Location, captures: Path, say: Callable[[str], None], *, allow_private: bool
) -> Iterator[Watcher]:
    """Give a watcher; see `elshi.watch.running`. Raises UsageError where its libraries are not installed."""
    try:
        from elshi.watch.running import open_watcher as work
    except ImportError as error:
        message = (
            f"watching needs another library ({error.name}); install it with `pip install 'elshi[watch]'`"
        )
        raise UsageError(message) from error
    with work(plan, register, captures, say, allow_private=allow_private) as watcher:
        yield watcher


@contextmanager
def open_copies(register: Register, place: Location) -> Iterator[Copies]:
    """Give the copies kept beside a register, with all that it holds known; see `elshi.register.copies`."""
    from elshi.register.copies import open_register_copies

    with open_register_copies(place) as copies:
        copies.catch_up(register)
        yield copies


@contextmanager
def read_copies(register: Location) -> Iterator[Callable[[Sequence[str]], list[Json]]]:
    """Give what tells where reports also stand, word for word; see `elshi.register.copies`."""
    from elshi.model.copying import describe_copy
    from elshi.register.copies import read_register_copies

    with read_register_copies(register) as copies:
        yield lambda reports: [dict(describe_copy(copy)) for copy in copies.list(reports)] if copies else []


def list_sources(register: Location) -> list[Json]:
    """Return a row for each watched source; see `elshi.watch.states`."""
    from elshi.watch.states import describe_sources

    return describe_sources(register)


def list_publishers() -> list[Json]:
    """Return a row for each publisher; see `elshi.watch.publishers`."""
    from elshi.watch.publishers import describe_publisher, read_publishers

    return [describe_publisher(publisher) for publisher in read_publishers().values()]

"""The listings of one kind of thing each: people, positions, initiatives, commitments, tenures, reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any, get_args

import click

from elshi.cli import parts
from elshi.cli.columns import (
    COMMITMENTS,
    CONTRADICTIONS,
    INITIATIVES,
    PEOPLE,
    POSITIONS,
    REPORTS,
    SUCCESSIONS,
    TENURES,
    THINGS,
)
from elshi.cli.options import Place, read_day, read_first_day, take_listing
from elshi.cli.output import Format, print_rows
from elshi.cli.rows import describe_report_briefly
from elshi.model.entity import EntityKind, describe_thing
from elshi.model.entry import Service, describe_entry
from elshi.model.fate import FATE_STATES, UNDONE, describe_fate
from elshi.model.markup import OfficeCode
from elshi.model.query import Query


@click.command()
@take_listing
def people(register: Place, form: Format, limit: int | None) -> None:
    """List people and their offices.

    Those in most engagements come first.
    """
    with parts.open_view(register) as opened:
        print_rows(PEOPLE, (asdict(person) for person in opened.people()), form, limit)


@click.command()
@click.option(
    "--kind", type=click.Choice(["body", "forum", "office", "place"]), help="Only things of this kind."
)
@take_listing
def entities(register: Place, form: Format, limit: int | None, kind: EntityKind | None) -> None:
    """List the bodies, forums, offices and places that are named.

    With the number of entries that name each; those most named come first. What is one under two names can
    be joined: `elshi judge same ID ID`.
    """
    with parts.open_view(register) as opened:
        print_rows(THINGS, map(describe_thing, opened.things(kind)), form, limit)


@click.command()
@take_listing
def positions(register: Place, form: Format, limit: int | None) -> None:
    """List stated positions.

    Who supports, opposes, welcomes or calls for what; the newest first.
    """
    query = Query(kind="position")
    with parts.open_view(register) as opened:
        rows = (describe_entry(entry) for entry in opened.find(query))
        print_rows(POSITIONS, rows, form, limit, lambda: opened.count(query))


@click.command()
@take_listing
def initiatives(register: Place, form: Format, limit: int | None) -> None:
    """List initiatives.

    What was proposed, promoted or set up, and by whom; the newest first.
    """
    query = Query(kind="initiative")
    with parts.open_view(register) as opened:
        rows = (describe_entry(entry) for entry in opened.find(query))
        print_rows(INITIATIVES, rows, form, limit, lambda: opened.count(query))


def _take_states(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give `command` an option for what is still to be done, and one for each state of a commitment."""
    about = {
        "open": "Only what is still to be done: not yet due, due, or overdue.",
        "overdue": "Only what is to be done and whose last possible day is past.",
        "fulfilled": "Only what was done, as far as an engagement or a person shows it.",
        "withdrawn": "Only what was called off.",
    }
    for name in reversed(about):
        command = click.option(f"--{name}", is_flag=True, help=about[name])(command)
    return command


@click.command()
@_take_states
@click.option(
    "--on", metavar="DATE", callback=read_day, help="As of this day; by default that of --as-of, or today."
)
@click.option("--country", metavar="CC", help="Only what this country or body promised: KZ, UNESCO.")
@click.option("--who", metavar="NAME", help="Only what is told in a report that names somebody so.")
@click.option(
    "--due-before", metavar="DATE", callback=read_first_day, help="Only what is due before this day."
)
@take_listing
def commitments(register: Place, form: Format, limit: int | None, **asked: Any) -> None:  # noqa: ANN401 -- each its own
    """List what was promised, and what became of it.

    Whatever was agreed, decided or promised; the earliest due first, without a date last. What is
    fulfilled names the engagement that shows it; `--format json` has its words and every reason.
    """
    body = (asked["country"] or "").upper() or None
    query = Query(kind="commitment", body=body, due_before=asked["due_before"])
    states = [s for s in FATE_STATES if asked.get(s) or (asked["open"] and s in UNDONE)]
    with parts.open_view(register) as opened:
        pledges = opened.pledges(query, on=asked["on"], states=states or FATE_STATES, who=asked["who"])
        rows = (describe_entry(p.entry) | {"fate": describe_fate(p.fate)} for p in pledges)
        total = None if states or asked["who"] else lambda: opened.count(query)
        print_rows(COMMITMENTS, rows, form, limit, total)


@click.command()
@click.option("--office", type=click.Choice(get_args(OfficeCode)), help="Only this office.")
@click.option(
    "--on", metavar="DATE", callback=read_day, help="Who held the office on this day, as far as reports show."
)
@click.option("--posted-to", metavar="CC", help="Only envoys to this country or body: JO, UNESCO.")
@click.option("--represents", metavar="CC", help="Only offices of this country or body: KZ, OSCE.")
@click.option("--successions", is_flag=True, help="List who followed whom in an office that one holds.")
@click.option("--contradictions", is_flag=True, help="List what cannot be so: two in one office at a time.")
@take_listing
def tenures(register: Place, form: Format, limit: int | None, **asked: Any) -> None:  # noqa: ANN401 -- each its own
    """List who holds which office.

    With the days on which reports first and last show it.
    """
    kinds = [name for name in ("successions", "contradictions") if asked[name]]
    if len(kinds) > 1 or (kinds and asked["on"]):
        message = "--successions, --contradictions and --on are three questions; ask one at a time"
        raise click.UsageError(message)
    wanted = {name: (asked[name] or "").upper() or None for name in ("posted_to", "represents")}
    wanted["office"] = asked["office"]

    def fits(service: Service) -> bool:
        return all(value in {None, getattr(service, name)} for name, value in wanted.items())

    with parts.open_view(register) as opened:
        if asked["successions"]:
            changes = [asdict(s) for s in opened.successions() if fits(s.after)]
            print_rows(SUCCESSIONS, changes, form, limit)
        elif asked["contradictions"]:
            clashes = [asdict(c) for c in opened.contradictions() if fits(c.one) or fits(c.other)]
            print_rows(CONTRADICTIONS, clashes, form, limit)
        else:
            print_rows(TENURES, map(asdict, filter(fits, opened.tenures(asked["on"]))), form, limit)


@click.command()
@take_listing
def reports(register: Place, form: Format, limit: int | None) -> None:
    """List the reports of the register.

    The newest first; `elshi show ID` gives a report's text.
    """
    with parts.open_view(register) as opened:
        rows = (describe_report_briefly(report) for report in opened.reports())
        print_rows(REPORTS, rows, form, limit)

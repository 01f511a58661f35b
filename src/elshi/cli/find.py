"""`elshi find`, `elshi show` and `elshi why`: asking the register, and the words behind its answer."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, get_args

import click

from elshi.cli import parts
from elshi.cli.columns import ENTRIES
from elshi.cli.options import (
    Place,
    check_code,
    read_first_day,
    read_last_day,
    take_least,
    take_listing,
    take_view,
)
from elshi.cli.output import Format, Json, print_rows, write_json
from elshi.cli.rows import describe_account, describe_service, list_fate
from elshi.model.entity import NAMED, PERSON, describe_thing
from elshi.model.entry import KINDS, Account, describe_entry
from elshi.model.fate import describe_fate
from elshi.model.frame import EngagementType, InitiativeStatus, Status
from elshi.model.query import Query
from elshi.model.report import LANGUAGES

if TYPE_CHECKING:
    from elshi.model.entity import EntityKind
    from elshi.model.entry import Entry, Explanation
    from elshi.register import View

take_object_format = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to print: for people, or for programs.",
)


@click.command()
@click.argument("words", nargs=-1)
@click.option("--kind", type=click.Choice(KINDS), help="Only entries of this kind.")
@click.option("--who", metavar="NAME", help="Somebody takes part whose name has these words, in any script.")
@click.option("--office", metavar="OFFICE", help="An office: ambassador, foreign_minister, or its words.")
@click.option("--country", metavar="CC", help="A country that takes part, or is represented: KZ.")
@click.option("--body", metavar="NAME", help="A body that takes part: UN, ЮНЕСКО, or its id.")
@click.option("--forum", metavar="NAME", help="A forum or series of meetings, by its name or id.")
@click.option("--place", metavar="NAME", help="A city, by its name in any language, or its id.")
@click.option("--type", type=click.Choice(get_args(EngagementType)), help="Only engagements of this type.")
@click.option(
    "--status",
    metavar="STATUS",
    callback=check_code(lambda: {*get_args(Status), *get_args(InitiativeStatus)}),
    help="held, ongoing, planned, proposed, cancelled; or an initiative's.",
)
@click.option(
    "--topic",
    metavar="TOPIC",
    callback=check_code(parts.list_topics),
    help="A topic: transport, energy, security.",
)
@click.option(
    "--since",
    metavar="DATE",
    callback=read_first_day,
    help="On this day (2026-03-12) or later; also a month or a year.",
)
@click.option("--until", metavar="DATE", callback=read_last_day, help="On this day or earlier.")
@click.option("--language", type=click.Choice(LANGUAGES), help="A report in this language says so.")
@take_least
@take_listing
def find(
    register: Place,
    form: Format,
    limit: int | None,
    words: tuple[str, ...],
    **filters: Any,  # noqa: ANN401 -- each filter of Query has a type of its own
) -> None:
    """Find entries that meet every condition.

    The newest come first. WORDS must all stand in the entry or in the report's words behind it;
    word* asks for a beginning.
    """
    named: list[tuple[EntityKind, str | None]] = [("forum", filters.pop("forum"))]
    named.append(("place", filters.pop("place")))
    query = Query(words=" ".join(words) or None, **_upper(filters))
    with parts.open_view(register) as opened, parts.read_copies(register.path) as also_in:
        if filters["body"] and _needs_names(opened, filters["body"]):
            named.append(("body", filters["body"]))
            query = replace(query, body=None)
        things = [opened.thing(asked, kind) for kind, asked in named if asked]
        found = opened.find_naming(things, query) if things else opened.find(query)
        total = None if things else lambda: opened.count(query)
        rows = (describe_entry(entry) | {"also_in": also_in(entry.reports)} for entry in found)
        print_rows(ENTRIES, rows, form, limit, total)


def _needs_names(opened: View, body: str) -> bool:
    """Tell whether a body is asked for by more than a code of the lexicon, or may be one with others."""
    return not parts.is_body(body) or any(
        judgement.subject == "entity" and judgement.withdrawn_at is None for judgement in opened.judgements()
    )


def _upper(filters: dict[str, Any]) -> dict[str, Any]:
    # Codes are written in capitals in the register; nobody should have to know.
    return filters | {name: filters[name].upper() for name in ("country", "body") if filters[name]}


@click.command()
@click.argument("ident", metavar="ID")
@take_view
@take_object_format
def show(register: Place, form: str, ident: str) -> None:
    """Show one entry, report, person or other named thing.

    A report comes with its entries. The first letters of an ID are enough.
    """
    with parts.open_view(register) as opened, parts.read_copies(register.path) as read_copies:
        if ident.startswith(NAMED):
            _show_named(opened, ident, form)
            return
        found = opened.show(ident)
        fate = _tell_fate(opened, found)
        also_in = read_copies([found.report.id] if isinstance(found, Account) else found.reports)
    if isinstance(found, Account):
        account = describe_account(found) | {"also_in": also_in}
        click.echo(write_json(account)) if form == "json" else parts.print_account(account)
        return
    entry = describe_entry(found)
    if form == "json":
        click.echo(write_json(entry | fate | {"also_in": also_in}))
    else:
        told = {name: list_fate(value) for name, value in fate.items()}
        parts.print_fields(_list_fields(entry | told | {"also_in": also_in}))


def _show_named(opened: View, ident: str, form: str) -> None:
    """Print a person, or another thing that the register knows by name, with the ids of its entries."""
    person = ident.startswith(PERSON)
    row = asdict(opened.person(ident)) if person else describe_thing(opened.thing(ident))
    if form == "json":
        click.echo(write_json(row))
    else:
        offices = {"services": [describe_service(s) for s in row["services"]]} if person else {}
        parts.print_fields(_list_fields(row | offices))


def _tell_fate(opened: View, found: Entry | Account) -> Json:
    """Return what became of a commitment, as its field `fate`; nothing of anything else."""
    if isinstance(found, Account) or found.kind != "commitment":
        return {}
    return {"fate": describe_fate(opened.fate(found.id))}


def _list_fields(entry: Json) -> list[tuple[str, str]]:
    return [(name, _word(value)) for name, value in entry.items() if value not in (None, [], {})]


_NOT_SHOWN = ("evidence", "entity", "spellings")  # of a person: what programs need


def _word(value: object) -> str:
    if isinstance(value, list | tuple):
        return "\n".join(_word(item) for item in value)
    if isinstance(value, dict):
        if "quote" in value:
            return f"{value['start']}-{value['end']} “{value['quote']}”"
        return ", ".join(
            f"{name}: {_word(part)}" for name, part in value.items() if part and name not in _NOT_SHOWN
        )
    return "yes" if value is True else "no" if value is False else str(value)


@click.command()
@click.argument("ident", metavar="ID")
@take_view
@take_object_format
def why(register: Place, form: str, ident: str) -> None:
    """Show the words behind an entry.

    The sentences with the words marked, and for each field the rule that filled it, the step of reading
    (`elshi stages` says what each does), and the reason of a date.
    """
    with parts.open_view(register) as opened:
        explanation = opened.explain(ident)
    if form == "json":
        click.echo(write_json(describe_explanation(explanation)))
    else:
        parts.print_explanation(explanation)


def describe_explanation(explanation: Explanation) -> Json:
    """Return an explanation as JSON: the entry, and for each field its value and why."""
    return {
        "entry": describe_entry(explanation.entry),
        "links": [
            {"report": k.report_id, "frame": k.frame_id, "score": k.score, "reasons": list(k.reasons)}
            for k in explanation.links
        ],
        "reasons": [
            {
                "field": reason.field,
                "value": reason.value,
                "step": reason.step,
                "rule": reason.rule,
                "reason": reason.reason,
                "quotes": [
                    {
                        "report": quote.report_id,
                        "source": quote.source,
                        "start": quote.evidence.span.start,
                        "end": quote.evidence.span.stop,
                        "quote": quote.evidence.quote,
                        "sentence": quote.sentence,
                    }
                    for quote in reason.quotes
                ],
            }
            for reason in explanation.reasons
        ],
    }

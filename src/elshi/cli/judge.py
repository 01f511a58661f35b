"""`elshi judge` and `elshi judgements`: what people say of entries, shown before it is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from elshi.cli import parts
from elshi.cli.options import Place, take_listing, take_register
from elshi.cli.output import Column, Format, Json, Listing, print_rows
from elshi.cli.words import escape_controls, put_on_one_line
from elshi.model.judgement import Effect, Judgement
from elshi.model.judging import describe_judgement


def _describe_about(row: Json) -> str:
    if row["field"]:
        return f"{row['field']}: {json.dumps(row['value'], ensure_ascii=False)}"
    firsts = [next((a["words"] for a in row["about"] if a["side"] == side), "") for side in (0, 1)]
    return "\n".join(put_on_one_line(words)[:60] for words in firsts if words)


JUDGEMENTS = Listing(
    "judgement",
    (
        Column("at", lambda row: row["at"][:16], whole=True),
        Column("by", lambda row: row["by"]),
        Column("verdict", lambda row: row["verdict"] + ("\n(withdrawn)" if row["withdrawn_at"] else "")),
        Column("about", _describe_about),
        Column("note", lambda row: put_on_one_line(row["note"] or "")),
        Column("id", lambda row: row["id"], whole=True),
    ),
    (
        *("id", "verdict", "subject", "about", "field", "value", "report", "evidence", "by", "note", "at"),
        *("withdrawn_at", "withdrawn_by", "withdrawn_note"),
    ),
)
CANDIDATES = Listing(
    "candidate",
    (
        Column("score", lambda row: f"{row['score']:.1f}"),
        Column("one", lambda row: row["one"], whole=True),
        Column("other", lambda row: row["other"], whole=True),
        Column("reasons", lambda row: "; ".join(row["reasons"])),
    ),
    ("one", "other", "score", "reasons", "frames"),
)


def take_judge(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give `command` the options of every judgement: --by, --note, --register."""
    by = click.option("--by", metavar="NAME", required=True, help="Who judges.")
    note = click.option("--note", metavar="WORDS", help="Why, in a few words.")
    return by(note(take_register(command)))


@click.group()
def judge() -> None:
    """Say what the machine cannot know.

    A judgement outranks the machine, survives a second reading, and can be withdrawn; it is never deleted.
    """


def _compare(verdict: str, about: str) -> click.Command:
    @click.command(verdict, help=about)
    @click.argument("one", metavar="ID")
    @click.argument("other", metavar="ID")
    @click.option("--dry-run", is_flag=True, help="Only show what it would do.")
    @take_judge
    def command(one: str, other: str, register: Path, *, dry_run: bool, **said: str) -> None:
        with parts.open_register(register) as opened:
            _print_effects(opened.preview_comparison(verdict, one, other))  # type: ignore[arg-type] # one of three
            if not dry_run:
                _print_done(opened.judge(verdict, one, other, **said))  # type: ignore[arg-type] # one of three

    return command


judge.add_command(_compare("same", "Say that two entries, or two persons, are one."))
judge.add_command(
    _compare(
        "different",
        "Say that two entries, frames of one entry, or persons are two, or an entry means another person.",
    )
)
judge.add_command(_compare("unsure", "Say that nobody can tell whether two entries are one."))


@judge.command()
@click.argument("ident", metavar="ID")
@click.argument("field")
@click.argument("value")
@click.option("--quote", metavar="WORDS", help="The words that say so, letter for letter.")
@click.option("--report", metavar="ID", help="The report that says so, if it is none of the entry's own.")
@take_judge
def correct(ident: str, field: str, value: str, register: Path, **said: str | None) -> None:
    """Correct a field of an entry.

    VALUE is a word, or JSON for anything else: a list is given whole, null is what is not known.
    """
    with parts.open_register(register) as opened:
        _print_done(opened.correct(ident, field, _read_value(value), **said))  # type: ignore[arg-type] # by is given


@judge.command()
@click.argument("ident", metavar="ID")
@take_judge
def reject(ident: str, by: str, note: str | None, register: Path) -> None:
    """Say that an entry is none; it is found no longer."""
    with parts.open_register(register) as opened:
        _print_done(opened.reject(ident, by, note))


@judge.command()
@click.argument("kind")
@click.argument("fields", metavar="JSON")
@click.option("--report", metavar="ID", required=True, help="The report that tells of it.")
@click.option("--quote", metavar="WORDS", required=True, help="Its words, letter for letter.")
@take_judge
def add(kind: str, fields: str, register: Path, **said: str) -> None:
    """Add an entry that the machine did not find.

    JSON is an object of its fields as in the record: '{"by": ["KZ"], "what": "open a consulate"}'.
    """
    value = _read_value(fields)
    if not isinstance(value, dict):
        message = "JSON must be an object of fields"
        raise click.BadParameter(message, param_hint="JSON")
    with parts.open_register(register) as opened:
        _print_done(opened.add_entry(kind, value, **said))


@judge.command()
@click.argument("ident", metavar="ID")
@take_judge
def withdraw(ident: str, by: str, note: str | None, register: Path) -> None:
    """Take a judgement back; it stays on record as withdrawn."""
    with parts.open_register(register) as opened:
        opened.withdraw(ident, by, note)
    click.echo(f"{ident} withdrawn")


@click.command()
@take_listing
def judgements(register: Place, form: Format, limit: int | None) -> None:
    """List what people judged, withdrawn judgements too."""
    with parts.open_view(register) as opened:
        rows = [{"id": j.id, **describe_judgement(j)} for j in opened.judgements()]
    print_rows(JUDGEMENTS, rows, form, limit)


@click.command()
@take_listing
def candidates(register: Place, form: Format, limit: int | None) -> None:
    """List pairs of entries that may be one.

    They are for a person to judge; the likeliest come first.
    """
    with parts.open_view(register) as opened:
        rows = [
            {
                "one": c.one,
                "other": c.other,
                "score": c.score,
                "reasons": list(c.reasons),
                "frames": [list(key) for key in c.frames],
            }
            for c in opened.candidates()
        ]
    print_rows(CANDIDATES, rows, form, limit)


def _read_value(text: str) -> Any:  # noqa: ANN401 - a field holds any JSON
    """Return what JSON `text` is, or the word itself where it is none."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _print_effects(effects: tuple[Effect, ...]) -> None:
    for effect in effects:
        click.echo(escape_controls(f"{effect.entry}: {effect.what}"))


def _print_done(judgement: Judgement) -> None:
    click.echo(f"{judgement.id} {judgement.verdict}")

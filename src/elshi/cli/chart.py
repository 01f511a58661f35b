"""`elshi chart`: pictures of the register, each with its data."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click

from elshi.cli import parts
from elshi.cli.options import Place, check_code, read_first_day, read_last_day, take_view
from elshi.errors import UsageError
from elshi.model.query import Query
from elshi.model.report import LANGUAGES, Language

# As in elshi.charts, which `elshi --help` does not load; a test holds the two together.
PICTURES = ("calendar", "pairs", "topics", "positions", "tenures", "network", "people", "map", "commitments")
ENDINGS = (".svg", ".png", ".csv")


def check_file(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """Return the file that --out names; fail where its ending is of no form."""
    if value is None or value.suffix.lower() in ENDINGS:
        return value
    message = f"{str(value)!r} ends in none of {', '.join(ENDINGS)}"
    raise click.BadParameter(message, ctx, param)


@click.command()
@click.argument("name", metavar="NAME", type=click.Choice(PICTURES))
@click.option("--country", metavar="CC", help="Only with this country: JO.")
@click.option("--with", "partner", metavar="CC", help="Only with this country or body too.")
@click.option("--who", metavar="NAME", help="Only with somebody of this name, in any script.")
@click.option("--office", metavar="OFFICE", help="Only with this office: ambassador, foreign_minister.")
@click.option("--topic", metavar="TOPIC", callback=check_code(parts.list_topics), help="Only on this topic.")
@click.option("--since", metavar="DATE", callback=read_first_day, help="On this day or later.")
@click.option("--until", metavar="DATE", callback=read_last_day, help="On this day or earlier.")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language of the picture.",
)
@click.option("--dark", is_flag=True, help="For dark paper.")
@click.option(
    "-o",
    "--out",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=check_file,
    help="Write FILE.svg, FILE.png or FILE.csv; without it the data are printed as CSV.",
)
@take_view
def chart(
    register: Place,
    name: str,
    lang: Language,
    out: Path | None,
    *,
    dark: bool,
    **filters: Any,  # noqa: ANN401 -- each filter of Query has a type of its own
) -> None:
    """Draw a picture of the register.

    \b
    calendar     engagements by day
    pairs        when each pair of countries met, and at what level
    topics       topics of engagements by year
    positions    topics of positions by year
    tenures      who was seen in which office, and when
    network      which countries and bodies talk with which
    people       who talks with whom
    map          where engagements took place; no borders
    commitments  what falls due, and when

    What is to be seen is said in words as well. Needs the extra `charts`.
    """  # noqa: D301 -- click needs the control character itself
    codes = {key: filters[key].upper() for key in ("country", "partner") if filters[key]}
    query = Query(**(filters | codes))
    with parts.open_view(register) as view:
        drawn = parts.make_chart(name, view, query, lang, dt.datetime.now().astimezone().date())
    if out is None:
        click.echo("".join(parts.write_chart_lines(drawn)), nl=False)
        return
    _write(drawn, out, "dark" if dark else "light")
    click.echo(f"{out}: {drawn.words}")


def _write(drawn: Any, out: Path, theme: str) -> None:  # noqa: ANN401 -- a Chart, whose class is loaded late
    try:
        parts.write_chart(drawn, out, theme)
    except OSError as error:
        message = f"{out}: cannot be written ({error.strerror}); give a file in a folder that can be"
        raise UsageError(message) from error

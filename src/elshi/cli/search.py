"""`elshi search`: the register asked in words, the best answers first; `elshi embed`: vectors for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from elshi.cli import parts
from elshi.cli.columns import ENTRIES
from elshi.cli.options import Place, take_listing, take_register
from elshi.cli.output import Column, Format, Json, Listing, print_rows
from elshi.cli.words import count
from elshi.model.entry import describe_entry
from elshi.settings import Location

if TYPE_CHECKING:
    from elshi.model.search import Hit

_FEW = 20  # answers shown unless more are asked for
HITS = Listing(
    "hit",
    (
        *ENTRIES.columns,
        Column("met", lambda row: ", ".join(map(_tell_match, row["matches"])) or _tell_near(row)),
    ),
    ("score", "similarity", "matches", *ENTRIES.fields),
)


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="QUERY...")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--words-only", is_flag=True, help="Leave meanings out, even where vectors were made.")
@take_listing
def search(  # noqa: PLR0913 - one for each option
    register: Place,
    form: Format,
    limit: int | None,
    words: tuple[str, ...],
    *,
    as_json: bool,
    words_only: bool,
) -> None:
    """Search the register in words.

    The best answers first, 20 unless --limit says more (0: all). All words must be met, as written, in
    another form, in another spelling, or, where no report has the word, with a slip; the last column says
    how. "words in a row" in double quotes, word* for a beginning, and the fields who: office: country: body:
    topic: type: date: lang:. Where `elshi embed` has made vectors, what means the same is found too.
    """
    most = _FEW if limit is None else limit or None
    with parts.open_view(register) as opened:
        embedder = None if words_only else parts.load_embedder()
        hits = opened.search(" ".join(words), most, embedder)
    print_rows(HITS, map(describe_hit, hits), "json" if as_json else form, 0)


def describe_hit(hit: Hit) -> Json:
    """Return a hit as JSON: score, similarity, how each word was met, and the entry's fields beside them."""
    return {
        "score": hit.score,
        "similarity": hit.similarity,
        "matches": [{"asked": m.asked, "form": m.form, "found": m.found} for m in hit.matches],
        **describe_entry(hit.entry),
    }


def _tell_match(match: Json) -> str:
    found = f" for {match['found']}" if match["found"] else ""
    return f"{match['asked']}: {match['form']}{found}"


def _tell_near(row: Json) -> str:
    return "" if row["similarity"] is None else f"meaning {row['similarity']:.2f}"


@click.command()
@take_register
def embed(register: Location) -> None:
    """Make the vectors by which `elshi search` compares meanings.

    Of every entry that has none yet; interrupted, it goes on where it stopped.
    """
    with parts.open_register(register) as opened:
        made = max(opened.embed(parts.load_embedder()), default=0)
    click.echo(f"{count(made, 'vector')} made")

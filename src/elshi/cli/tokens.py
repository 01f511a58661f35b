"""`elshi tokens`: keys by which programs use a served register on a user's behalf."""

from __future__ import annotations

import click

from elshi.cli import parts
from elshi.cli.options import take_format, take_limit, take_register
from elshi.cli.output import Column, Format, Listing, print_rows
from elshi.model.account import RIGHTS
from elshi.settings import Location

_DAYS = 90  # a forgotten token should not open the register for ever
TOKENS = Listing(
    "token",
    (
        Column("id", lambda row: row["id"], whole=True),
        Column("user", lambda row: row["user"]),
        Column("label", lambda row: row["label"]),
        Column("scopes", lambda row: ", ".join(row["scopes"])),
        Column("expires", lambda row: (row["expires_at"] or "never")[:16], whole=True),
        Column("used", lambda row: (row["used_at"] or "never")[:16], whole=True),
        Column("revoked", lambda row: (row["revoked_at"] or "")[:16], whole=True),
    ),
    ("id", "user", "label", "scopes", "added_at", "expires_at", "used_at", "revoked_at"),
)


@click.group()
def tokens() -> None:
    """Manage the keys by which programs use a served register.

    A program sends its token as `Authorization: Bearer TOKEN` and may do what both the token's scopes and
    its user's role allow.
    """


@tokens.command()
@click.argument("user")
@click.option("--label", metavar="WORDS", required=True, help="What the token is for.")
@click.option(
    "--scope",
    "scopes",
    type=click.Choice(tuple(RIGHTS)),
    multiple=True,
    default=("read",),
    show_default=True,
    help="What the program may do; give it again for more.",
)
@click.option(
    "--days",
    metavar="N",
    type=click.IntRange(min=0),
    default=_DAYS,
    show_default=True,
    help="For how long; 0 for until it is revoked.",
)
@take_register
def add(user: str, label: str, scopes: tuple[str, ...], days: int, register: Location) -> None:
    """Make a token for a program of USER and print it, this once."""
    with parts.open_desk(register) as desk:
        module = parts.load_users()
        secret, token = module.add_token(desk, user, label, module.read_scopes(scopes), days or None)
    click.echo(secret)
    click.echo(f"{token.id}: shown this once; keep it like a password", err=True)


@tokens.command("list")
@take_format
@take_limit
@take_register
def list_tokens(register: Location, form: Format, limit: int | None) -> None:
    """List tokens, revoked ones too; no token itself, which is kept nowhere."""
    with parts.open_desk(register) as desk:
        rows = [
            {
                "id": token.id,
                "user": token.owner,
                "label": token.label,
                "scopes": [right for right in RIGHTS if right in token.scopes],
                "added_at": token.added_at,
                "expires_at": token.expires_at,
                "used_at": token.used_at,
                "revoked_at": token.revoked_at,
            }
            for token in desk.tokens.list()
        ]
    print_rows(TOKENS, rows, form, limit)


@tokens.command()
@click.argument("ident", metavar="ID")
@take_register
def revoke(ident: str, register: Location) -> None:
    """Revoke a token: nobody can use it any more."""
    with parts.open_desk(register) as desk:
        parts.load_users().revoke_token(desk, ident)
    click.echo(f"{ident} revoked")

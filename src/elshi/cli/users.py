"""`elshi users`: who may use a register that is served to a team, and what each may do."""

from __future__ import annotations

import sys

import click

from elshi.cli import parts
from elshi.cli.options import take_format, take_limit, take_register
from elshi.cli.output import Column, Format, Listing, print_rows
from elshi.model.account import RIGHTS, ROLES
from elshi.settings import Location

USERS = Listing(
    "user",
    (
        Column("name", lambda row: row["name"]),
        Column("role", lambda row: row["role"]),
        Column("may", lambda row: ", ".join(row["rights"]) or "nothing"),
        Column("added", lambda row: row["added_at"][:16], whole=True),
        Column("removed", lambda row: (row["removed_at"] or "")[:16], whole=True),
    ),
    ("name", "role", "rights", "added_at", "removed_at"),
)
_ROLE = click.Choice(tuple(ROLES))
_take_name = click.argument("name")


@click.group()
def users() -> None:
    """Say who may use a register that is served to a team.

    A reader reads; an analyst proposes corrections; an editor judges, and decides on what is proposed;
    an admin also manages users. They are kept beside the register, and only `elshi serve --users`
    asks for them.
    """


@users.command()
@_take_name
@click.option("--role", type=_ROLE, required=True, help="What the user may do.")
@take_register
def add(name: str, role: str, register: Location) -> None:
    """Add a user; the password is asked for, or read from the first line of standard input."""
    with parts.open_desk(register) as desk:
        account = parts.load_users().add_user(desk, name, role, _ask_password())
    click.echo(f"{account.name} added: {account.role}")


@users.command("list")
@take_format
@take_limit
@take_register
def list_users(register: Location, form: Format, limit: int | None) -> None:
    """List users, removed ones too."""
    with parts.open_desk(register) as desk:
        rows = [
            {
                "name": account.name,
                "role": account.role,
                "rights": [right for right in RIGHTS if right in account.rights],
                "added_at": account.added_at,
                "removed_at": account.removed_at,
            }
            for account in desk.accounts.list()
        ]
    print_rows(USERS, rows, form, limit)


@users.command()
@_take_name
@click.argument("role", type=_ROLE)
@take_register
def role(name: str, role: str, register: Location) -> None:
    """Give a user another role; who is logged in under the old one has to log in again."""
    with parts.open_desk(register) as desk:
        parts.load_users().change_role(desk, name, role)
    click.echo(f"{name} is {role} now")


@users.command()
@_take_name
@take_register
def password(name: str, register: Location) -> None:
    """Give a user another password; who is logged in under the old one has to log in again."""
    with parts.open_desk(register) as desk:
        module = parts.load_users()
        module.find_user(desk, name)
        module.change_password(desk, name, _ask_password())
    click.echo(f"{name} has another password")


@users.command()
@_take_name
@take_register
def remove(name: str, register: Location) -> None:
    """Remove a user with all sessions and tokens; what the user judged stays."""
    with parts.open_desk(register) as desk:
        parts.load_users().remove_user(desk, name)
    click.echo(f"{name} removed")


@users.command()
@_take_name
@take_register
def restore(name: str, register: Location) -> None:
    """Let a removed user in again, with the role and password of before; tokens stay revoked."""
    with parts.open_desk(register) as desk:
        parts.load_users().restore_user(desk, name)
    click.echo(f"{name} let in again")


def _ask_password() -> str:
    """Return a password: typed twice unseen, or the first line where no person types."""
    if sys.stdin.isatty():
        typed: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
        return typed
    return sys.stdin.readline().rstrip("\r\n")

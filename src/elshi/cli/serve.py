"""`elshi serve`: the register as pages in a browser."""

from __future__ import annotations

import click

from elshi.cli import parts
from elshi.cli.options import take_register
from elshi.settings import Location


@click.command(context_settings={"help_option_names": ["--help"]})
@take_register
@click.option(
    "-h",
    "--host",
    metavar="NAME",
    default="127.0.0.1",
    show_default=True,
    help="The address to answer at; the default is seen from this machine alone.",
)
@click.option(
    "-p",
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=8600,
    show_default=True,
    help="The port; 0 takes a free one.",
)
@click.option("-o", "--open", "show", is_flag=True, help="Open the first page in the browser.")
@click.option("--users", is_flag=True, help="Let in those alone whom `elshi users` lists.")
@click.option(
    "--name",
    "names",
    metavar="NAME",
    multiple=True,
    help="What others call this machine, such as desk.example.org; give it again for more.",
)
def serve(  # noqa: PLR0913 - one for each option
    register: Location, host: str, port: int, names: tuple[str, ...], *, users: bool, show: bool
) -> None:
    """Show the register as pages in a browser.

    Nothing is sent anywhere, and nobody but this machine is answered unless --users is given too. Ctrl-C
    ends it. Needs the extra `server`: pip install 'elshi[server]'.
    """
    parts.serve_pages(register, host, port, names, users=users, show=show)

"""A PostgreSQL server of the tests' own: from Debian's programs, on loopback, gone when they end."""

from __future__ import annotations

import atexit
import contextlib
import functools
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

_DEBIAN = Path("/usr/lib/postgresql")
_QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=40"
_FREE: list[str] = []  # addresses of registers that no test uses now


def find_programs() -> Path | None:
    """Return the folder of the newest PostgreSQL server programs, None where none is installed."""
    known = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    found = shutil.which("initdb")
    return known[-1].parent if known else Path(found).parent if found else None


@contextlib.contextmanager
def run_server() -> Iterator[str]:
    """Start a server with an empty cluster and yield its address; skip the test where none is installed."""
    programs = find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="elshi-pg-"))
    user = "postgres" if os.geteuid() == 0 else None  # PostgreSQL refuses to run as root
    if user:
        shutil.chown(folder, user)
    port, data = _find_port(), folder / "data"
    log = folder / "log"
    try:
        _call(
            user,
            programs / "initdb",
            "-D",
            data,
            "-U",
            "elshi",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale",
            "C.UTF-8",
        )
        options = f"{_QUICK} -c listen_addresses=127.0.0.1 -p {port} -k {folder}"
        _call(user, programs / "pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start")
        try:
            yield f"postgresql://elshi@127.0.0.1:{port}/postgres"
        finally:
            _call(user, programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@functools.cache
def start_server() -> str:
    """Start one server for all tests of this process, and return its address; it ends with the process."""
    server = contextlib.ExitStack()
    atexit.register(server.close)
    return server.enter_context(run_server())


@contextlib.contextmanager
def empty_register() -> Iterator[str]:
    """Yield the address of a register without anything in it; two at once are two databases.

    A database that was used is emptied and used again: to make one anew takes a hundred times as long.
    """
    address = _FREE.pop() if _FREE else make_database(start_server())
    with psycopg.connect(address) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        connection.execute("SET session_replication_role = replica")  # whatever refers to what, it goes
        for (name,) in tables:
            if not (name in {"clock", "schema_version"} or name.endswith("_versions")):
                connection.execute(f"DELETE FROM {name}".encode())  # noqa: S608 - a table of ours
        if ("clock",) in tables:
            connection.execute("UPDATE clock SET stamp = ''")
    yield address
    _FREE.append(address)


def make_database(server: str) -> str:
    """Make an empty database on `server` and return its address."""
    name = f"elshi_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return server.rsplit("/", 1)[0] + f"/{name}"


def _find_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _call(user: str | None, *command: object) -> None:
    words = [str(word) for word in command]
    quiet = subprocess.DEVNULL  # the server keeps the streams it is given open; a pipe would never end
    subprocess.run(words, check=True, user=user, cwd="/", stdout=quiet, stderr=quiet)  # noqa: S603 - Debian's

"""The migrations that make the tables of a register, and what is said of a newer register."""

from __future__ import annotations

import functools
import importlib.resources

from elshi.errors import Message, RegisterError


@functools.cache
def read_migrations(database: str = "") -> tuple[str, ...]:
    """Return the SQL of every migration in order; the number of the last is the version of the tables.

    `database` is the folder of another database than SQLite ('postgres').
    """
    folder = importlib.resources.files("elshi.record") / "tables"
    inside = (folder / database if database else folder).iterdir()
    scripts = sorted((f for f in inside if f.name.endswith(".sql")), key=lambda f: f.name)
    return tuple(script.read_text(encoding="utf-8") for script in scripts)


def refuse_newer(place: object, version: int, present: int) -> None:
    """Raise RegisterError where the tables at `place` have a `version` above the `present` one."""
    if version > present:
        message = Message(
            "%(place)s: made by a newer Elshi (tables %(version)s, this one knows %(present)s); update Elshi",
            place=place,
            version=version,
            present=present,
        )
        raise RegisterError(message)

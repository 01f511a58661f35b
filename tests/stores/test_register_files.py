"""The register's file: recognised, never mistaken for another, shared, and safe at every moment."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from samples import read_all, read_kazakh, read_russian

from elshi.errors import RegisterError
from elshi.record import sqlite_connection
from elshi.record.migrations import read_migrations
from elshi.register import Register


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a register that is not there yet."""
    return tmp_path / "elshi.db"


@pytest.fixture
def filled(path: Path) -> Path:
    """Give the path of a register with the three readings."""
    with Register.open(path) as register:
        for reading in read_all():
            register.add(reading)
    return path


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give up on a locked file at once."""
    monkeypatch.setattr(sqlite_connection, "BUSY_SECONDS", 0.01)


def test_a_register_is_there_when_it_is_opened_again(filled: Path) -> None:
    """What one process added the next one finds, and `check` finds nothing wrong."""
    with Register.open(filled) as register:
        assert register.count() == 9
        assert register.check() == ()


def test_the_file_says_that_it_is_a_register(filled: Path) -> None:
    """It has WAL, Elshi's application id and the number of the last migration."""
    with sqlite3.connect(filled) as db:
        pragmas = {p: db.execute(f"PRAGMA {p}").fetchone()[0] for p in ("journal_mode", "application_id")}
        version = db.execute("PRAGMA user_version").fetchone()[0]
    db.close()
    assert pragmas == {"journal_mode": "wal", "application_id": int.from_bytes(b"Elsh", "big")}
    assert version == len(read_migrations())


def test_a_text_file_is_no_register(path: Path) -> None:
    """A file of something else is refused by name and left as it was."""
    path.write_text("Министр провёл встречу. " * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(RegisterError, match=r"elshi\.db: it is no register of Elshi; give another file"):
        Register.open(path)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_no_register(path: Path) -> None:
    """An SQLite file with other tables is refused and gets none of ours."""
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE songs (name)")
    db.close()
    with pytest.raises(RegisterError, match="no register of Elshi"):
        Register.open(path)
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT name FROM sqlite_schema").fetchall() == [("songs",)]
    db.close()


def test_a_register_of_a_newer_elshi_is_refused(filled: Path) -> None:
    """Tables of a later version are not touched; the way out is to update."""
    with sqlite3.connect(filled) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    for readonly in (False, True):
        with pytest.raises(
            RegisterError, match=r"newer Elshi \(tables 99, this one knows \d+\); update Elshi"
        ):
            Register.open(filled, readonly=readonly)


@pytest.mark.usefixtures("impatient")
def test_a_locked_register_is_said_to_be_locked(filled: Path) -> None:
    """While another process holds the file for itself, opening it ends with the reason and what to do."""
    other = sqlite3.connect(filled, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("DELETE FROM problems")
    with pytest.raises(RegisterError, match="another process keeps it locked; wait until that ends"):
        Register.open(filled)
    other.close()


@pytest.mark.usefixtures("impatient")
def test_readers_read_while_one_writes(path: Path) -> None:
    """Amid another's transaction readers see the last complete state; a second writer waits its turn."""
    with Register.open(path) as register:
        register.add(read_russian())
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE reports SET title = 'half done'")
        with Register.open(path, readonly=True) as reader:
            assert [report.title for report in reader.reports()] == [None]
        with pytest.raises(RegisterError, match="another process keeps it locked"):
            register.add(read_kazakh())
        other.execute("ROLLBACK")
        other.close()
        assert register.add(read_kazakh())


@pytest.mark.parametrize("wanted", ["missing folder", "folder", "missing file"])
def test_a_place_without_a_register_is_refused(tmp_path: Path, wanted: str) -> None:
    """A folder that does not exist, a folder instead of a file, a file that nobody made: each by its name."""
    path, create, cause = {
        "missing folder": (tmp_path / "no" / "elshi.db", True, "the folder .*no does not exist; make it"),
        "folder": (tmp_path, True, "is a folder; give the file"),
        "missing file": (
            tmp_path / "elshi.db",
            False,
            "there is no register here; make one with `elshi add`",
        ),
    }[wanted]
    with pytest.raises(RegisterError, match=cause):
        Register.open(path, create=create)
    with pytest.raises(RegisterError):
        Register.open(path, readonly=True)
    assert list(tmp_path.iterdir()) == []


def test_reading_makes_and_changes_no_file(filled: Path) -> None:
    """Opened for reading only, the register answers and refuses to be written."""
    before = filled.read_bytes()
    with Register.open(filled, readonly=True) as register:
        assert register.count() == 9
        with pytest.raises(RegisterError, match="it may not be written"):
            register.add(read_all()[0])
    assert filled.read_bytes() == before


@pytest.fixture
def forbidden(filled: Path) -> Iterator[Path]:
    """Give a register in a folder that this process may read and not write, whoever runs it."""
    folder = Path(tempfile.mkdtemp())
    copy = Path(shutil.copy(filled, folder))
    copy.chmod(0o444)
    folder.chmod(0o555)
    runs_as = os.geteuid()
    if runs_as == 0:  # root may write everywhere, so be nobody for a while
        os.seteuid(65534)
    yield copy
    os.seteuid(runs_as)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder_without_the_right_to_write_can_be_read(forbidden: Path) -> None:
    """A register on a medium that nobody may write still answers."""
    with Register.open(forbidden, readonly=True) as register:
        assert register.count() == 9


def test_a_folder_without_the_right_to_write_is_refused_for_writing(forbidden: Path) -> None:
    """Opened for writing it says what is missing; nothing is half made."""
    with pytest.raises(RegisterError, match=r"give the right to write it|see to the rights"):
        Register.open(forbidden)
    assert [f.name for f in forbidden.parent.iterdir()] == ["elshi.db"]

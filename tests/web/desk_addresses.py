"""A register with users in all roles, and a client for each."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from addresses import NOW, find_meeting
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from elshi.desk.users import add_token, add_user
from elshi.desk.versions import write_version
from elshi.model.account import ROLES, Role
from elshi.model.entry import Entry
from elshi.record.desk import open_desk
from elshi.register import Register
from elshi.web.app import make_app
from elshi.web.doorkeeper import Doorkeeper
from elshi.web.site import Site

PASSWORD = "a long walk to Almaty"  # noqa: S105 - of nobody
NAMES: dict[Role, str] = {"reader": "Rauan", "analyst": "Дәулет", "editor": "Aizhan", "admin": "Serik"}
ORIGIN = {"Origin": "http://localhost"}


def copy_register(examples: Path, folder: Path) -> Path:
    """Return a copy of the examples that a test may write, with a user in each role."""
    path = folder / "elshi.db"
    shutil.copy(examples, path)
    add_users(path)
    return path


def add_users(path: Path) -> None:
    """Add a user in each role beside the register at `path`."""
    with contextlib.closing(open_desk(path)) as desk:
        for role, name in NAMES.items():
            add_user(desk, name, role, PASSWORD)


def make_client(path: Path) -> TestClient:
    """Return a client of the register at `path`, where only users are let in; nobody is logged in."""
    site = Site(path, clock=lambda: NOW, guard=Doorkeeper(path))
    return TestClient(make_app(site), base_url="http://localhost", follow_redirects=False)


def log_in(client: TestClient, role: Role) -> TestClient:
    """Log the user of a role in, and return the client."""
    sent = {"name": NAMES[role], "password": PASSWORD}
    assert client.post("/login", data=sent, headers=ORIGIN).status_code == 303
    return client


def make_key(path: Path, role: Role) -> dict[str, str]:
    """Return the headers by which a program of the user of a role shows a token with all its rights."""
    with contextlib.closing(open_desk(path)) as desk:
        secret, _ = add_token(desk, NAMES[role], "a test", ROLES[role], 1)
    return {"Authorization": f"Bearer {secret}"}


def read_meeting(path: Path) -> tuple[Entry, str]:
    """Return a meeting of the register, and its version."""
    with Register.open(path, readonly=True) as register:
        entry = find_meeting(register)
    return entry, write_version(entry)


@pytest.fixture(scope="session")
def hash_quickly() -> Iterator[None]:
    """Hash with the least costs: what is tested is not how long argon2 takes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("elshi.desk.passwords._open_hasher", lambda: PasswordHasher(1, 8, 1))
        yield


@pytest.fixture
def team(examples: Path, tmp_path: Path, hash_quickly: None) -> Path:
    """Give the register of a team: the examples, which a test may write, with a user in each role."""
    del hash_quickly
    return copy_register(examples, tmp_path)

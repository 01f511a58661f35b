"""`elshi users` and `elshi tokens`: who may use a register that is served to a team."""

from __future__ import annotations

import json

import pytest
from argon2 import PasswordHasher

from conftest import Run

PASSWORD = "a long walk to Almaty\n"  # noqa: S105 - of nobody


@pytest.fixture(autouse=True)
def hash_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash with the least costs: what is tested is not how long argon2 takes."""
    monkeypatch.setattr("elshi.desk.passwords._open_hasher", lambda: PasswordHasher(1, 8, 1))


def test_users_are_added_listed_changed_and_removed(run: Run) -> None:
    """The list has the roles and rights of each, and keeps who was removed; no hash is in it."""
    run("users", "add", "Aizhan", "--role", "admin", input=PASSWORD)
    run("users", "add", "Daulet", "--role", "reader", input=PASSWORD)
    assert run("users", "role", "Daulet", "analyst").exit_code == 0
    assert run("users", "password", "Daulet", input="another long walk\n").exit_code == 0
    assert run("users", "remove", "Daulet").exit_code == 0
    listed = run("users", "list", "--format", "json").stdout
    assert [(row["name"], row["role"], bool(row["removed_at"])) for row in json.loads(listed)] == [
        ("Aizhan", "admin", False),
        ("Daulet", "analyst", True),
    ]
    assert "argon2" not in listed


def test_a_password_that_is_too_short_is_one_line(run: Run) -> None:
    """Exit code 2, and what to give instead."""
    result = run("users", "add", "Aizhan", "--role", "admin", input="short\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "give one of at least 12" in result.stderr


def test_a_token_is_shown_once(run: Run) -> None:
    """Standard output has the token and nothing else; the list has its label and scopes and not itself."""
    run("users", "add", "Aizhan", "--role", "admin", input=PASSWORD)
    made = run("tokens", "add", "Aizhan", "--label", "nightly", "--scope", "read", "--scope", "judge")
    secret = made.stdout.strip()
    assert secret.startswith("elshi_")
    listed = run("tokens", "list", "--format", "json").stdout
    (row,) = json.loads(listed)
    assert (row["label"], row["scopes"], row["revoked_at"]) == ("nightly", ["read", "judge"], None)
    assert secret not in listed
    assert run("tokens", "revoke", row["id"]).exit_code == 0
    (row,) = json.loads(run("tokens", "list", "--format", "json").stdout)
    assert row["revoked_at"]
    assert run("tokens", "revoke", "tok-none").exit_code == 2

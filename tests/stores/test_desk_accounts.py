"""Users of a desk: names given once, passwords never kept, sessions and tokens that end."""

from __future__ import annotations

import contextlib
import datetime as dt
import stat
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from postgres_server import empty_register

from elshi.desk import logins, users
from elshi.desk.throttle import Throttle
from elshi.desk.times import read_now, shift
from elshi.errors import UsageError
from elshi.model.account import RIGHTS, ROLES, Right
from elshi.record.desk import Desk, open_desk
from elshi.settings import Location

PASSWORD = "a long walk to Almaty"  # noqa: S105 - of nobody
DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def hash_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash with the least costs: what is tested is not how long argon2 takes."""
    monkeypatch.setattr("elshi.desk.passwords._open_hasher", lambda: PasswordHasher(1, 8, 1))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.xdist_group("postgres"))])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Location]:
    """Give the place of a register without anything in it, a file's or a server's."""
    if request.param == "sqlite":
        yield tmp_path / "elshi.db"
        return
    with empty_register() as address:
        yield address


@pytest.fixture
def desk(place: Location) -> Iterator[Desk]:
    """Give a desk with one admin, Aizhan, and one analyst, Daulet."""
    with contextlib.closing(open_desk(place)) as opened:
        users.add_user(opened, "Aizhan", "admin", PASSWORD)
        users.add_user(opened, "Дәулет", "analyst", PASSWORD)
        yield opened


def test_every_role_may_what_the_one_before_may_and_more() -> None:
    """Reader, analyst, editor and admin each have all rights of the one before; nobody has none."""
    rights = list(ROLES.values())
    assert all(less < more for less, more in pairwise(rights))
    assert rights[0] == {"read"}
    assert rights[-1] == set(RIGHTS)


def test_a_name_is_given_once_however_it_is_written(desk: Desk) -> None:
    """'AIZHAN' is Aizhan; a removed name is not given to somebody else, since judgements carry it."""
    with pytest.raises(UsageError, match="is a user already"):
        users.add_user(desk, "AIZHAN", "reader", PASSWORD)
    users.remove_user(desk, "дәулет")
    with pytest.raises(UsageError, match="names are not given twice"):
        users.add_user(desk, "Дәулет", "reader", PASSWORD)


def test_who_was_removed_may_be_let_in_again(desk: Desk) -> None:
    """The role and the password are those of before; who was never removed is not let in twice."""
    users.remove_user(desk, "Дәулет")
    assert logins.log_in(desk, "Дәулет", PASSWORD, read_now()) is None
    users.restore_user(desk, "дәулет")
    assert users.find_user(desk, "Дәулет").role == "analyst"
    assert logins.log_in(desk, "Дәулет", PASSWORD, read_now())
    with pytest.raises(UsageError, match="was removed"):
        users.restore_user(desk, "Дәулет")


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaaaaa", "my name is aizhan", "я" * 600])
def test_a_password_that_is_easily_guessed_is_refused(desk: Desk, password: str) -> None:
    """Too short, one letter repeated, the name in it, or longer than anybody should make a server hash."""
    with pytest.raises(UsageError, match="the password"):
        users.change_password(desk, "Aizhan", password)


def test_no_password_and_no_secret_is_kept(desk: Desk, place: Location) -> None:
    """What the database holds is a hash by argon2id and digests; the file is its owner's alone."""
    secret = logins.log_in(desk, "Aizhan", PASSWORD, read_now())
    token, _ = users.add_token(desk, "Aizhan", "nightly", frozenset({"read"}), 1)
    tables = ("desk_accounts", "desk_sessions", "desk_tokens")
    held = str([desk.db.rows(f"SELECT * FROM {table}") for table in tables])  # noqa: S608 - ours
    assert "$argon2id$" in held
    assert not {str(secret), token, PASSWORD} & {word.strip("'\"(),") for word in held.split()}
    assert str(secret) not in held
    assert token not in held
    if isinstance(place, Path):
        assert stat.S_IMODE(place.with_name("elshi.desk.db").stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR


def test_a_session_is_somebody_until_it_ends(desk: Desk) -> None:
    """A login gives a secret that means its user with the role of now; unused or old it means nobody."""
    now = read_now()
    secret = logins.log_in(desk, "aizhan", PASSWORD, now) or ""
    assert logins.log_in(desk, "Aizhan", "another password", now) is None
    assert logins.log_in(desk, "Nobody", PASSWORD, now) is None
    person = logins.identify_session(desk, secret, now)
    assert person is not None
    assert (person.name, person.rights) == ("Aizhan", ROLES["admin"])
    assert logins.identify_session(desk, secret, shift(now, logins.IDLE + DAY)) is None
    assert logins.identify_session(desk, secret + "x", now) is None
    logins.log_out(desk, secret)
    assert logins.identify_session(desk, secret, now) is None


def test_a_session_that_is_used_lives_a_week_and_no_longer(desk: Desk) -> None:
    """Used every hour it outlives the twelve hours of rest, and ends after seven days all the same."""
    now = read_now()
    secret = logins.log_in(desk, "Aizhan", PASSWORD, now) or ""
    hours = [shift(now, dt.timedelta(hours=hour)) for hour in range(0, 24 * 8, 4)]
    alive = [logins.identify_session(desk, secret, hour) is not None for hour in hours]
    assert alive == [hour <= shift(now, logins.LIFE) for hour in hours]


def test_a_login_ends_the_session_before_it(desk: Desk) -> None:
    """A secret known before a login, which somebody may have planted, is worth nothing after it."""
    now = read_now()
    first = logins.log_in(desk, "Aizhan", PASSWORD, now) or ""
    second = logins.log_in(desk, "Aizhan", PASSWORD, now, former=first) or ""
    assert first != second
    assert logins.identify_session(desk, first, now) is None
    assert logins.identify_session(desk, second, now) is not None


@pytest.mark.parametrize("change", ["role", "password", "remove"])
def test_a_change_of_the_account_ends_its_sessions(desk: Desk, change: str) -> None:
    """Another role, another password or none: whoever was logged in has to log in again, or cannot."""
    secret = logins.log_in(desk, "Дәулет", PASSWORD, read_now()) or ""
    if change == "role":
        users.change_role(desk, "Дәулет", "reader")
    elif change == "password":
        users.change_password(desk, "Дәулет", PASSWORD + "!")
    else:
        users.remove_user(desk, "Дәулет")
    assert logins.identify_session(desk, secret, read_now()) is None


def test_somebody_is_left_who_may_manage_users(desk: Desk) -> None:
    """The only admin is neither removed nor given another role."""
    with pytest.raises(UsageError, match="the only admin"):
        users.remove_user(desk, "Aizhan")
    with pytest.raises(UsageError, match="the only admin"):
        users.change_role(desk, "Aizhan", "editor")


def test_a_token_may_what_it_and_its_user_both_may(desk: Desk) -> None:
    """An analyst's token cannot judge; when the analyst becomes a reader it cannot propose either."""
    with pytest.raises(UsageError, match="cannot have the right to judge"):
        users.add_token(desk, "Дәулет", "nightly", frozenset({"judge"}), None)
    secret, _ = users.add_token(desk, "Дәулет", "nightly", frozenset({"read", "propose"}), None)
    person = logins.identify_token(desk, secret, read_now())
    assert person is not None
    assert person.rights == {"read", "propose"}
    users.change_role(desk, "Дәулет", "reader")
    person = logins.identify_token(desk, secret, read_now())
    assert person is not None
    assert person.rights == {"read"}


def test_a_token_ends(desk: Desk) -> None:
    """When its days are over, when it is revoked, and when its user is removed."""
    read: frozenset[Right] = frozenset({"read"})
    short, _ = users.add_token(desk, "Дәулет", "a day", read, 1)
    long, kept = users.add_token(desk, "Дәулет", "a year", read, 365)
    last, _ = users.add_token(desk, "Дәулет", "for ever", read, None)
    tomorrow = shift(read_now(), DAY + DAY)
    assert logins.identify_token(desk, short, read_now()) is not None
    assert logins.identify_token(desk, short, tomorrow) is None
    assert logins.identify_token(desk, long, tomorrow) is not None
    users.revoke_token(desk, kept.id)
    assert logins.identify_token(desk, long, tomorrow) is None
    users.remove_user(desk, "Дәулет")
    assert logins.identify_token(desk, last, read_now()) is None


def test_who_fails_often_waits() -> None:
    """After three failures within a minute there is a wait, which ends by itself; others do not wait."""
    now = [0.0]
    throttle = Throttle(3, 60, lambda: now[0])
    for second in range(3):
        assert throttle.wait("aizhan") == 0
        now[0] = float(second)
        throttle.fail("aizhan", "127.0.0.1")
    assert throttle.wait("daulet", "127.0.0.1") == throttle.wait("aizhan") == 59
    assert throttle.wait("daulet") == 0
    now[0] = 60.5
    assert throttle.wait("aizhan") == 0

"""Passwords: hashed with argon2id, never kept, never compared letter by letter."""

from __future__ import annotations

import functools
import threading
import unicodedata

from elshi.errors import Message, UsageError

LEAST_LETTERS = 12  # NIST SP 800-63B-4 asks for length and against rules of composition
_AT_ONCE = threading.BoundedSemaphore(2)  # each check takes 64 MiB; more of them wait
MOST_BYTES = 1024  # what anybody may make the server hash


def hash_password(password: str, name: str) -> str:
    """Return the argon2id hash of `password` with a new salt, for the user `name`.

    Raises UsageError for a password that is too short, too long, or the name itself.
    """
    if len(password) < LEAST_LETTERS:
        message = Message(
            "the password has %(number)s letters; give one of at least %(least)s",
            number=len(password),
            least=LEAST_LETTERS,
        )
        raise UsageError(message)
    if len(password.encode()) > MOST_BYTES:
        message = Message("the password is longer than %(most)s bytes; give a shorter one", most=MOST_BYTES)
        raise UsageError(message)
    if len(set(password)) == 1 or name.casefold() in password.casefold():
        message = Message("the password is one letter many times, or has the name in it; give another one")
        raise UsageError(message)
    hashed: str = _open_hasher().hash(_compose(password))
    return hashed


def verify_password(password: str, hashed: str | None) -> bool:
    """Tell whether `hashed` is of `password`. Without a hash as much time is spent, and it is not."""
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415 - an extra

    if len(password.encode(errors="replace")) > MOST_BYTES:
        return False
    try:
        with _AT_ONCE:
            right = _open_hasher().verify(hashed or _hash_nothing(), _compose(password))
    except (VerificationError, InvalidHashError):
        return False
    return right and hashed is not None


def _compose(password: str) -> bytes:
    """Return the bytes of `password`, the same whether 'й' was typed as one letter or as two."""
    return unicodedata.normalize("NFC", password).encode(errors="replace")


@functools.cache
def _open_hasher():  # type: ignore[no-untyped-def] # noqa: ANN202 - a class of a library that need not be installed
    try:
        from argon2 import PasswordHasher  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = Message("users need another library; install it with `pip install 'elshi[server]'`")
        raise UsageError(message) from error
    return PasswordHasher()  # the second choice of RFC 9106: three passes over 64 MiB


@functools.cache
def _hash_nothing() -> str:
    """Return a hash that no password has, to spend the time of a check on where there is no user."""
    hashed: str = _open_hasher().hash(b"\x00nobody")
    return hashed

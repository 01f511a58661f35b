"""Secrets of sessions and tokens: random, shown once, kept as digests.

They have 256 bits of chance, so that a plain SHA-256 suffices: nobody can try them all.
"""

from __future__ import annotations

import hashlib
import secrets

TOKEN_PREFIX = "elshi_"  # noqa: S105 - by it scanners find a token that was committed by mistake


def make_secret() -> str:
    """Return a new secret of 43 letters that fit a cookie or a header."""
    return secrets.token_urlsafe(32)


def make_token() -> str:
    """Return a new secret for a program."""
    return TOKEN_PREFIX + make_secret()


def make_id(prefix: str) -> str:
    """Return a new id, such as 'tok-3f9c2a81d04e'."""
    return f"{prefix}-{secrets.token_hex(6)}"


def digest_secret(secret: str) -> str:
    """Return what is kept of a secret: its SHA-256 in hexadecimal."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()

"""Ids derive from content, so that reading the same thing twice gives the same ids."""

from __future__ import annotations

import hashlib

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no letter that looks like a digit
_LETTER = 0b11111  # the five bits that one letter holds
_BITS = 60  # twelve letters


def derive_id(prefix: str, *parts: object) -> str:
    """Return `prefix` and twelve characters derived from `parts`, equal for equal parts.

    The parts are told apart by a separator that no text of ours contains, so ('ab', 'c') and
    ('a', 'bc') differ. Sixty bits: a collision among ten million ids has a chance of 0.00005.
    """
    text = "\x1f".join(map(str, parts))
    digest = hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=8).digest()
    number = int.from_bytes(digest, "big")
    letters = (_ALPHABET[number >> shift & _LETTER] for shift in range(0, _BITS, _LETTER.bit_length()))
    return f"{prefix}-{''.join(letters)}"

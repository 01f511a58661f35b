"""One frozen Settings, made once from the environment and passed in."""

from __future__ import annotations

import functools
import importlib.metadata
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from elshi.errors import UsageError

DEFAULT_REGISTER = Path("elshi.db")
SERVERS = ("postgresql://", "postgres://")
Location = Path | str  # of a register: a file, or the address of a server
DEFAULT_LARGEST_BYTES = 20 * 1024 * 1024
# Of readings: the encoder names more people, and costs more time than the register gains by it yet.
DEFAULT_ENCODER = "off"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may choose: the register, the largest capture read, in bytes, and the encoder.

    `encoder` is 'on' for the model in the package, 'off' for the rules alone, a folder with another, or
    None where it is not chosen.
    """

    register: Location = DEFAULT_REGISTER
    largest_bytes: int = DEFAULT_LARGEST_BYTES
    encoder: str | None = None


@functools.cache
def read_version() -> str:
    """Return the version of Elshi that is installed, looked up on the disk once."""
    return importlib.metadata.version("elshi")


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings that `environment` asks for: ELSHI_REGISTER, ELSHI_LARGEST_BYTES, ELSHI_ENCODER.

    Raises UsageError where ELSHI_LARGEST_BYTES is not a whole number of at least 1, and where
    ELSHI_ENCODER is empty.
    """
    largest = environment.get("ELSHI_LARGEST_BYTES", str(DEFAULT_LARGEST_BYTES))
    if not largest.isdecimal() or int(largest) < 1:
        message = f"ELSHI_LARGEST_BYTES is {largest!r}; give a whole number of bytes of at least 1"
        raise UsageError(message)
    encoder = environment.get("ELSHI_ENCODER")
    if encoder == "":
        message = "ELSHI_ENCODER is empty; give on, off, or a folder with an encoder's files"
        raise UsageError(message)
    place = environment.get("ELSHI_REGISTER")
    register = DEFAULT_REGISTER if place is None else read_location(place)
    return Settings(register, int(largest), encoder)


def read_location(text: str) -> Location:
    """Return the place of a register: an address of PostgreSQL as it is written, else a path."""
    return text if text.startswith(SERVERS) else Path(text)

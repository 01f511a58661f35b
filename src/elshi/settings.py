"""One frozen Settings, made once from the environment and passed in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from elshi.errors import UsageError

DEFAULT_REGISTER = Path("elshi.db")
DEFAULT_LARGEST_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may choose: the register file and the largest capture read, in bytes."""

    register: Path = DEFAULT_REGISTER
    largest_bytes: int = DEFAULT_LARGEST_BYTES


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings that `environment` asks for: ELSHI_REGISTER and ELSHI_LARGEST_BYTES.

    Raises UsageError where ELSHI_LARGEST_BYTES is not a whole number of at least 1.
    """
    largest = environment.get("ELSHI_LARGEST_BYTES", str(DEFAULT_LARGEST_BYTES))
    if not largest.isdecimal() or int(largest) < 1:
        message = f"ELSHI_LARGEST_BYTES is {largest!r}; give a whole number of bytes of at least 1"
        raise UsageError(message)
    return Settings(Path(environment.get("ELSHI_REGISTER", DEFAULT_REGISTER)), int(largest))

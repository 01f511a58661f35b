"""The register: everything that was read, what it adds up to, and what people judged of it."""

from __future__ import annotations

from elshi.register.register import Register, read_clock
from elshi.register.view import View

__all__ = ["Register", "View", "read_clock"]

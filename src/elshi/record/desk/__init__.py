"""What the desk keeps beside a register: accounts, sessions, tokens, proposals, and what can be undone."""

from __future__ import annotations

from elshi.record.desk.opening import Desk, open_desk

__all__ = ["Desk", "open_desk"]

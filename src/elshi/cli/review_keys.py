"""Which key means what on the review screen, on Latin, Russian and Kazakh keyboards alike."""

from __future__ import annotations

from typing import Literal

Action = Literal["same", "different", "unsure", "skip", "undo", "more", "quit"]

# A key does what is printed on it in Latin; on a Russian or Kazakh layout the same key gives another letter.
_KEYS: dict[Action, str] = {
    "same": "sSыЫ",
    "different": "dDвВ",
    "unsure": "uUгГ",
    "skip": "kKлЛ ",
    "undo": "zZяЯ",
    "more": "mMьЬ",
    "quit": "qQйЙ\x03\x04\x1b",
}
ACTIONS: dict[str, Action] = {key: action for action, keys in _KEYS.items() for key in keys}


def read_action(pressed: str) -> Action | None:
    """Return what a key, as the terminal gives it, means; None for one without a meaning."""
    return ACTIONS.get(pressed[:1]) if len(pressed) == 1 else None

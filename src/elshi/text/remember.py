"""Answers remembered for the very same sentence or row of tokens, which several stages ask about."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")

# More sentences than a long report has: each of its stages goes through all of them.
HELD = 2048


@dataclass(frozen=True, slots=True, eq=False)
class Same(Generic[Asked]):
    """A value that equals nothing but itself: comparing it part by part would cost more than it saves.

    The value must never change: a tuple or a frozen dataclass.
    """

    value: Asked

    def __hash__(self) -> int:
        """Return a number of this very value."""
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        """Tell whether `other` holds this very value."""
        return isinstance(other, Same) and other.value is self.value


def remember(function: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """Return `function` so that it answers as before when asked again about the very same value.

    The last HELD answers are kept, with what was asked: so that no other value can take its number.
    """
    kept: dict[int, tuple[Asked, Answer]] = {}

    def ask(asked: Asked) -> Answer:
        known = kept.get(id(asked))
        if known is None:
            known = asked, function(asked)
            if len(kept) >= HELD:
                kept.pop(next(iter(kept)), None)
            kept[id(asked)] = known
        return known[1]

    return functools.update_wrapper(ask, function)

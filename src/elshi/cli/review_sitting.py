"""One sitting at the review screen: pair after pair, judged with single keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from rich.console import Console

from elshi.cli.review_keys import Action, open_keyboard, read_action
from elshi.cli.review_screen import show_effects, show_pair, show_score
from elshi.cli.words import count
from elshi.errors import ElshiError
from elshi.model.judgement import Candidate
from elshi.register import Register

_ENTER = ("\r", "\n")
Verdict = Literal["same", "different", "unsure"]


def review_pairs(register: Register, by: str) -> int:
    """Let `by` judge the pairs that wait in `register`, at this terminal; return how many were judged."""
    with open_keyboard() as next_key:
        return Review(register, by, Console(), next_key).run()


class Review:
    """One sitting: the pairs still to be judged, and what was judged so far."""

    def __init__(self, register: Register, by: str, console: Console, next_key: Callable[[], str]) -> None:
        """Review what `register` holds, as `by`, on `console`, with the keys that `next_key` gives."""
        self._register, self._by, self._console, self._next_key = register, by, console, next_key
        self._done: list[tuple[Candidate, str]] = []  # the pairs judged, each with the judgement's id
        self._skipped: list[Candidate] = []

    def run(self) -> int:
        """Show pair after pair until none is left or the person quits; return how many are judged."""
        while pair := self._choose():
            if self._review(pair) == "quit":
                break
        else:
            self._console.print("Nothing is left to judge.")
        return len(self._done)

    def _choose(self) -> Candidate | None:
        """Return the next pair that was not skipped; a judgement may have settled others meanwhile."""
        skipped = {frozenset(pair.frames) for pair in self._skipped}
        waiting = self._register.candidates()
        return next((pair for pair in waiting if frozenset(pair.frames) not in skipped), None)

    def _review(self, pair: Candidate) -> Action:
        whole = False
        while True:
            place = f"{count(len(self._done), 'pair')} judged, {count(len(self._skipped), 'pair')} skipped"
            show_pair(self._console, self._register, pair, place, whole=whole)
            action = self._ask()
            if action == "more":
                whole = not whole
            elif action == "skip":
                self._skipped.append(pair)
                return action
            elif action == "undo":
                self._undo()
                return action
            elif action == "quit" or (
                action in {"same", "different", "unsure"} and self._judge(pair, action)
            ):
                return action

    def _ask(self) -> Action:
        while True:
            action = read_action(self._next_key())
            if action:
                return action

    def _judge(self, pair: Candidate, verdict: Action) -> bool:
        """Show what the judgement does, and write it once it is confirmed; tell whether it was."""
        if verdict not in {"same", "different", "unsure"}:
            return False
        try:
            show_effects(
                self._console, verdict, self._register.preview_comparison(verdict, pair.one, pair.other)
            )
            pressed = self._next_key()
            if pressed not in _ENTER and read_action(pressed) != verdict:
                return False
            judgement = self._register.judge(verdict, pair.one, pair.other, self._by)
        except ElshiError as error:  # such as a 'same' that another judgement forbids
            self._wait(str(error))
            return False
        self._done.append((pair, judgement.id))
        show_score(self._console, pair)
        self._wait("written; z takes it back")
        return True

    def _undo(self) -> None:
        """Withdraw the last judgement of this sitting, or else take up again what was skipped last."""
        if self._done:
            _, judgement = self._done.pop()
            self._register.withdraw(judgement, self._by, "undone in the review")
        elif self._skipped:
            self._skipped.pop()

    def _wait(self, words: str) -> None:
        self._console.print(f"{words}. Press a key.", highlight=False, markup=False)
        if read_action(self._next_key()) == "undo":
            self._undo()

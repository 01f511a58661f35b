"""What an action is given, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from elshi.desk.acting import perform, propose
from elshi.model.account import Person
from elshi.model.proposal import Act
from elshi.record.desk import Desk
from elshi.register import Register
from elshi.web.asked import Asked
from elshi.web.rooms.room import Seat


@dataclass(frozen=True, slots=True)
class Work:
    """The register, opened for writing, what is kept beside it, who acts, and what was sent.

    `given` has one value for each name, `chosen` all values of the name 'chosen'.
    """

    register: Register
    desk: Desk
    person: Person
    asked: Asked
    given: Mapping[str, str]
    chosen: tuple[str, ...] = ()

    @property
    def seat(self) -> Seat:
        """Return the same as a page is given it."""
        return Seat(self.register, self.desk, self.person, self.asked, self.given)


@dataclass(frozen=True, slots=True)
class Done:
    """What was done: the id of the batch, or of the proposal, and the page to go to where none is named.

    `secret` is what was made and must be seen at once: the room of the action shows it this once.
    """

    ident: str
    to: str
    secret: str = ""


def say(work: Work, acts: Sequence[Act], to: str) -> Done:
    """Judge where the person may judge, otherwise propose."""
    if "judge" in work.person.rights:
        return Done(perform(work.register, work.desk, acts, work.person.name).id, to)
    proposals = [propose(work.register, work.desk, act, work.person.name) for act in acts]
    return Done(proposals[-1].id, to)

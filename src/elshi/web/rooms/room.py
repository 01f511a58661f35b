"""What a page that people work on is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from elshi.model.account import Person
from elshi.record.desk import Desk
from elshi.register import Register
from elshi.web.asked import Asked


@dataclass(frozen=True, slots=True)
class Seat:
    """The register (which is only read), what is kept beside it, who asks, and what was asked or sent.

    `problem` says why what was sent will not do; `secret` is what was made and is shown this once.
    """

    register: Register
    desk: Desk
    person: Person
    asked: Asked
    given: Mapping[str, str]
    problem: str = ""
    secret: str = ""

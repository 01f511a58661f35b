"""What a call of the HTTP API is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from elshi.model.account import Person
from elshi.record.desk import Desk
from elshi.register import Register, View
from elshi.web.copied import NOWHERE, AlsoIn


@dataclass(frozen=True, slots=True)
class Asking:
    """The register and the desk, who asks, and what: the id in the address, its parameters, the JSON sent.

    `view` is the register as of the time that was asked for; `version` what stands in If-Match; `also_in`
    tells where reports were copied to.
    """

    register: Register
    view: View
    desk: Desk
    person: Person
    ident: str
    given: Mapping[str, str]
    sent: Any = None
    version: str | None = None
    also_in: AlsoIn = NOWHERE


@dataclass(frozen=True, slots=True)
class Told:
    """What is answered: JSON, the status, and the version of the entry that it shows."""

    data: Any
    status: int = 200
    version: str | None = None

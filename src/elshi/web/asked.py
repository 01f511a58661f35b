"""A request taken apart into frozen data: pages know nothing of HTTP."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from elshi.model.report import Language
from elshi.web.copied import NOWHERE, AlsoIn
from elshi.web.filters import Filters


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a page.

    `ident` is what its address names, empty where it names nothing; `as_of` the time as given; `visited`
    when the visitor was here before (UTC, ISO 8601), None where that is not known; `beside` the rows that
    the page shows of what is kept beside the register; `also_in` tells where reports were copied to.
    """

    ident: str
    filters: Filters
    language: Language
    today: dt.date
    as_of: str | None = None
    visited: str | None = None
    mark: str = ""
    beside: tuple[Mapping[str, Any], ...] = ()
    also_in: AlsoIn = NOWHERE

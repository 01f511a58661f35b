"""Addresses within the site, written so that what is asked of one page is kept on the way to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from elshi.web.filters import Filters

# Parameters that mean the same on every page, in the order in which they are written.
KEPT = ("as_of", "lang")


@dataclass(frozen=True, slots=True)
class Links:
    """Writes addresses; `paths` are those of the pages by name, `kept` what every address carries on."""

    paths: Mapping[str, str]
    kept: Mapping[str, str]

    def write(self, name: str, ident: str = "", form: str = "", **given: Any) -> str:  # noqa: ANN401 -- filters are texts and numbers
        """Return the address of a page; `given` are filters, or `filters` whole, `mark` a stretch of text."""
        path = self.paths[name].replace("{ident}", quote(ident, safe=""))
        if form:
            path = "/today" if path == "/" else path
            path = f"{path}.{form}"
        mark = {"mark": given.pop("mark")} if "mark" in given else {}
        filters = given.pop("filters", Filters())
        asked = (filters.put(**given) if given else filters).write()
        rest = urlencode(mark | dict(self.kept))
        query = "&".join(part for part in (asked, rest) if part)
        return f"{path}?{query}" if query else path

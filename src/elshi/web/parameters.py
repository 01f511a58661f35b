"""What an address may ask, as OpenAPI wants it said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from elshi.lexicon.codebook import load_codebook
from elshi.model.report import LANGUAGES
from elshi.web.filters import SIZES

Json = dict[str, Any]
_DATE = r"^\d{4}(-\d\d){0,2}$"
# What each parameter is, in a sentence; `list_schema` says which values it takes.
ABOUT = {
    "ident": "The id of an entry or a report, its first letters, or the code of a country, body or office.",
    "q": "Each of these words stands in the entry or in the words behind it; word* asks for a beginning.",
    "who": "Somebody takes part whose name has these words, in any script.",
    "office": "An office code (ambassador), or words of the office as written.",
    "country": "The code of a country that takes part: KZ.",
    "partner": "The code of one more country or body that takes part.",
    "body": "The acronym of a body that takes part: UNESCO.",
    "type": "The type of an engagement.",
    "status": "The status of an engagement.",
    "topic": "A topic.",
    "told_in": "A report in this language says so.",
    "person": "The id of a person who takes part.",
    "event": "The name of the event, as records have it.",
    "city": "The city, in its usual English spelling.",
    "outlet": "A report from this publisher, site or folder says so.",
    "since": "On this day, month or year, or later.",
    "until": "On this day, month or year, or earlier.",
    "lane": "Commitments by their day: past, within thirty days, later, or not known.",
    "order": "The oldest first instead of the newest.",
    "open": "The id of the entry shown beside the list.",
    "page": "The number of the page, from 1.",
    "size": "How many entries a page has.",
    "as_of": "Answer as the register would have at this time: 2026-05-01, or 2026-05-01T12:00:00+05:00.",
    "lang": "The language of the page.",
    "mark": "Show these characters of the text, START-END.",
}


def list_parameters(path: str, names: Iterable[str]) -> list[Json]:
    """Return the parameters of a page at `path` that takes `names`, in the words of OpenAPI 3.1."""
    asked = [_describe(name, "query") for name in (*names, "as_of", "lang")]
    return [_describe("ident", "path") | {"required": True}, *asked] if "{ident}" in path else asked


def _describe(name: str, place: str) -> Json:
    return {"name": name, "in": place, "description": ABOUT[name], "schema": _list_schema(name)}


def _list_schema(name: str) -> Json:  # noqa: PLR0911 -- one line a kind of parameter
    match name:
        case "type" | "topic":
            return {"type": "string", "enum": list_codes(name)}
        case "status":
            return {"type": "string", "enum": list_codes("status") + list_codes("initiative_status")}
        case "told_in" | "lang":
            return {"type": "string", "enum": list(LANGUAGES)}
        case "since" | "until":
            return {"type": "string", "pattern": _DATE, "examples": ["2026-03"]}
        case "lane":
            return {"type": "string", "enum": ["overdue", "soon", "later", "undated"]}
        case "order":
            return {"type": "string", "enum": ["oldest"]}
        case "country":
            return {"type": "string", "pattern": "^[A-Za-z]{2}$"}
        case "page":
            return {"type": "integer", "minimum": 1, "maximum": 1_000_000, "default": 1}
        case "size":
            return {"type": "integer", "enum": list(SIZES), "default": SIZES[0]}
        case _:
            return {"type": "string", "maxLength": 500}


def list_codes(group: str) -> list[str]:
    """Return the codes of one group of the codebook."""
    return [code for found, code in load_codebook() if found == group]

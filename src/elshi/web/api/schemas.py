"""What calls take and give, in the words of OpenAPI 3.1 (JSON Schema 2020-12)."""

from __future__ import annotations

from typing import Any, Final, get_args

from elshi.lexicon.codebook import load_codebook
from elshi.model.entry import KINDS
from elshi.model.proposal import ActVerdict
from elshi.model.report import LANGUAGES
from elshi.web.api.reading import LIMIT, MOST

Json = dict[str, Any]
_WORDS: Final[Json] = {"type": "string", "minLength": 1, "maxLength": 500}
_NULL_OR_WORDS: Final[Json] = {"type": ["string", "null"]}
_DATE: Final[Json] = {"type": "string", "pattern": r"^[0-9]{4}$", "examples": ["2026"]}
_NUMBER: Final[Json] = {"type": "integer", "minimum": 0, "maximum": MOST, "default": LIMIT}

COPIES: Final[Json] = {
    "type": "array",
    "description": "Where the same text also stands, word for word; it was read once.",
    "items": {
        "type": "object",
        "required": ["source", "publisher", "published", "title", "report"],
        "properties": {"source": {"type": "string"}, "report": {"type": "string"}},
    },
}
ENTRY: Final[Json] = {
    "type": "object",
    "description": "An entry: its fields as in the record, and what it rests on.",
    "required": ["kind", "id", "sources", "reports", "frames", "evidence", "disagreements", "history"],
    "properties": {"kind": {"enum": list(KINDS)}, "id": {"type": "string"}, "also_in": COPIES},
}
ENTRIES: Final[Json] = {
    "type": "object",
    "required": ["total", "entries"],
    "properties": {"total": {"type": "integer"}, "entries": {"type": "array", "items": ENTRY}},
}
ACCOUNT: Final[Json] = {
    "type": "object",
    "required": ["report", "entries", "also_in"],
    "properties": {
        "report": {"type": "object"},
        "entries": {"type": "array", "items": ENTRY},
        "also_in": COPIES,
    },
}
ROWS: Final[Json] = {"type": "array", "items": {"type": "object"}}
JUDGEMENT: Final[Json] = {
    "type": "object",
    "required": ["id", "verdict", "about", "by", "at", "withdrawn_at"],
}
PROPOSAL: Final[Json] = {"type": "object", "required": ["id", "act", "by", "at", "decision"]}
BATCH: Final[Json] = {
    "type": "object",
    "description": "What was done with one call: its judgements, or the proposal where one may only propose.",
    "required": ["batch", "judgements", "proposal"],
    "properties": {
        "batch": _NULL_OR_WORDS,
        "judgements": {"type": "array", "items": JUDGEMENT},
        "proposal": {"anyOf": [PROPOSAL, {"type": "null"}]},
    },
}
ERROR: Final[Json] = {
    "type": "object",
    "required": ["error", "status"],
    "properties": {"error": {"type": "string"}, "status": {"type": "integer"}},
}
ACT: Final[Json] = {
    "type": "object",
    "description": "What is said of an entry. A value needs the words of a report that say it.",
    "required": ["verdict", "one"],
    "additionalProperties": False,
    "properties": {
        "verdict": {"enum": list(get_args(ActVerdict))},
        "one": {**_WORDS, "description": "The id of the entry."},
        "other": {**_NULL_OR_WORDS, "description": "The other id, where two are compared."},
        "field": {**_NULL_OR_WORDS, "description": "The field that is corrected."},
        "value": {"description": "What it should say, as in the record; null for what is not known."},
        "quote": {**_NULL_OR_WORDS, "description": "The words that say so, letter for letter."},
        "report": {**_NULL_OR_WORDS, "description": "The report that says so, if none of the entry's own."},
        "note": _NULL_OR_WORDS,
    },
}
NOTE: Final[Json] = {"type": "object", "properties": {"note": _NULL_OR_WORDS}}
UNDO: Final[Json] = {"type": "object", "properties": {"batch": _NULL_OR_WORDS}}

ABOUT = {
    "q": 'Words, all of them met; "in a row", word*, who: office: country: body: topic: type: date: lang:',
    "kind": "The kind of entry.",
    "words": "Each of these words stands in the entry or in the words behind it; word* asks for a beginning.",
    "who": "Each of these words begins a word of one person's name, in any script.",
    "office": "An office code, or words of the office as written.",
    "country": "The code of a country that takes part.",
    "body": "The acronym of a body that takes part.",
    "type": "The type of an engagement.",
    "status": "The status of an engagement.",
    "topic": "A topic.",
    "language": "A report in this language says so.",
    "since": "On this day, month or year, or later.",
    "until": "On this day, month or year, or earlier.",
    "due_before": "A commitment whose last possible due day is earlier. Asks for commitments only.",
    "on": "An office held on this day, as far as reports tell. Asks for tenures only.",
    "order": "The oldest first.",
    "limit": "How many at most.",
    "offset": "How many to leave out.",
    "as_of": "Answer as the register would have at this time.",
}

_SCHEMAS: Final[dict[str, Json]] = {
    "kind": {"type": "string", "enum": list(KINDS)},
    "language": {"type": "string", "enum": list(LANGUAGES)},
    "country": {"type": "string", "pattern": "^[A-Z]{2}$"},
    **dict.fromkeys(("since", "until", "due_before", "on", "as_of"), _DATE),
    "order": {"type": "string", "enum": ["oldest"]},
    "limit": _NUMBER,
    "offset": {"type": "integer", "minimum": 0, "maximum": 10**9, "default": 0},
}


def describe_parameter(name: str) -> Json:
    """Return one parameter of an address, in the words of OpenAPI."""
    return {"name": name, "in": "query", "description": ABOUT[name], "schema": _write_schema(name)}


def _write_schema(name: str) -> Json:
    if name in {"type", "status", "topic"}:
        return {"type": "string", "enum": [code for group, code in load_codebook() if group == name]}
    return _SCHEMAS.get(name, _WORDS)

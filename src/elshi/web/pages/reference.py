"""What programs can ask for and send: the calls of the HTTP API as the OpenAPI file has them, to be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from elshi.model.account import Right
from elshi.register import View
from elshi.web.api.routes import CALLS, Call, describe_call, list_responses
from elshi.web.asked import Asked

Json = Mapping[str, Any]
_MOST_CODES = 12  # of a list of codes that is written out; the codebook has all


@dataclass(frozen=True, slots=True)
class Part:
    """A parameter of an address, a header, or a field of JSON: `values` says what it may be."""

    name: str
    place: str
    about: str
    values: str
    required: bool


@dataclass(frozen=True, slots=True)
class Described:
    """One call: what it does, the right that it needs, what it takes and gives, and its answers by status."""

    name: str
    method: str
    path: str
    about: str
    right: Right
    parameters: tuple[Part, ...]
    takes: tuple[Part, ...]
    gives: tuple[Part, ...]
    statuses: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reference:
    """Every call, in the order of the table."""

    calls: tuple[Described, ...]


def show_reference(view: View, asked: Asked) -> Reference:
    """Return every call as the OpenAPI file describes it."""
    del view, asked
    return Reference(tuple(_describe(call) for call in CALLS))


def _describe(call: Call) -> Described:
    said = describe_call(call)
    parameters = tuple(
        Part(p["name"], p["in"], p["description"], write_values(p["schema"]), p.get("required", False))
        for p in said["parameters"]
    )
    return Described(
        call.name,
        call.method,
        call.path,
        " ".join((call.do.__doc__ or "").split()),
        call.permission,
        parameters,
        tuple(_list_parts(call.takes or {})),
        tuple(_list_parts(call.gives)),
        {str(status): answer["description"] for status, answer in list_responses(call).items()},
    )


def _list_parts(schema: Json) -> Iterator[Part]:
    """Yield the fields of an object, or of each object of a list."""
    whole = schema.get("items", schema)
    known = whole.get("properties", {})
    for name in dict.fromkeys((*known, *whole.get("required", ()))):
        said = known.get(name, {})
        required = name in whole.get("required", ())
        yield Part(name, "json", said.get("description", ""), write_values(said), required)


def write_values(schema: Json) -> str:
    """Return in a few words what a value may be: its codes, its type, its limits."""
    if "enum" in schema:
        codes = schema["enum"]
        more = f" … ({len(codes)})" if len(codes) > _MOST_CODES else ""
        return ", ".join(codes[:_MOST_CODES]) + more
    kinds = schema.get("type", "")
    words = [kinds] if isinstance(kinds, str) else [" | ".join(kinds)]
    words += [
        f"{name} {schema[name]}" for name in ("pattern", "minimum", "maximum", "default") if name in schema
    ]
    return ", ".join(word for word in words if word)

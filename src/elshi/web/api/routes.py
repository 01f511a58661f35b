"""Every call of the HTTP API in one table: its address, what it does, takes and gives, and who may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from elshi.model.account import Right
from elshi.web.api import judging, reading, schemas
from elshi.web.api.asking import Asking, Told

Json = dict[str, Any]
FILTERS = (
    "kind", "words", "who", "office", "country", "body", "type", "status", "topic", "language", "since",
    "until", "due_before", "on", "order", "limit", "offset", "as_of",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Call:
    """One call. `asks` are the parameters of its address, `takes` and `gives` schemas of JSON.

    `versioned` tells that it wants If-Match; `statuses` are those of success.
    """

    name: str
    method: Literal["GET", "POST"]
    path: str
    do: Callable[[Asking], Told]
    gives: Json
    permission: Right = "read"
    asks: tuple[str, ...] = ()
    takes: Json | None = None
    versioned: bool = False
    statuses: tuple[int, ...] = (200,)


CALLS: tuple[Call, ...] = (
    Call("entries", "GET", "/api/entries", reading.find_entries, schemas.ENTRIES, asks=FILTERS),
    Call("search", "GET", "/api/search", reading.search, schemas.ROWS, asks=("q", "limit", "as_of")),
    Call("entry", "GET", "/api/entries/{ident}", reading.show_entry, schemas.ENTRY, asks=("as_of",)),
    Call(
        "evidence",
        "GET",
        "/api/entries/{ident}/evidence",
        reading.show_evidence,
        schemas.ROWS,
        asks=("as_of",),
    ),
    Call("report", "GET", "/api/reports/{ident}", reading.show_report, schemas.ACCOUNT, asks=("as_of",)),
    Call("people", "GET", "/api/people", reading.list_people, schemas.ROWS, asks=("as_of",)),
    Call("tenures", "GET", "/api/tenures", reading.list_tenures, schemas.ROWS, asks=("on", "as_of")),
    Call("problems", "GET", "/api/problems", reading.list_problems, schemas.ROWS, asks=("as_of",)),
    Call(
        "candidates", "GET", "/api/candidates", reading.list_candidates, schemas.ROWS, asks=("limit", "as_of")
    ),
    Call("judgements", "GET", "/api/judgements", reading.list_judgements, schemas.ROWS, asks=("as_of",)),
    Call("proposals", "GET", "/api/proposals", reading.list_proposals, schemas.ROWS, "propose"),
    Call("preview", "POST", "/api/preview", judging.preview, schemas.ROWS, "propose", takes=schemas.ACT),
    Call(
        "judge",
        "POST",
        "/api/judgements",
        judging.judge,
        schemas.BATCH,
        "propose",
        takes=schemas.ACT,
        versioned=True,
        statuses=(201, 202),
    ),
    Call("undo_call", "POST", "/api/undo", judging.undo_batch, schemas.BATCH, "propose", takes=schemas.UNDO),
    Call(
        "accept_call",
        "POST",
        "/api/proposals/{ident}/accept",
        judging.accept_proposal,
        schemas.BATCH,
        "judge",
        takes=schemas.NOTE,
    ),
    Call(
        "decline_call",
        "POST",
        "/api/proposals/{ident}/decline",
        judging.decline_proposal,
        schemas.PROPOSAL,
        "judge",
        takes=schemas.NOTE,
    ),
    Call(
        "withdraw_call",
        "POST",
        "/api/proposals/{ident}/withdraw",
        judging.withdraw_proposal,
        schemas.PROPOSAL,
        "propose",
        takes=schemas.NOTE,
    ),
)
_REFUSALS = {
    400: "A parameter makes no sense.",
    401: "Nobody is logged in, or the token opens nothing.",
    403: "The user, or the token, has not that right.",
    404: "There is nothing of this id.",
    409: "The entry was changed since the version that was seen; both are given.",
    413: "Too much was sent.",
    422: "What was sent makes no sense, with the reason.",
    428: "If-Match is missing.",
    429: "Too many failed attempts; Retry-After says how many seconds to wait.",
    503: "The register cannot be read.",
}


def describe_call(call: Call) -> Json:
    """Return what OpenAPI says of a call besides its address."""
    parameters: list[Json] = [schemas.describe_parameter(name) for name in call.asks]
    if "{ident}" in call.path:
        about = "The id, or its first letters."
        schema = {"type": "string", "pattern": "^[a-z]{1,4}-[0-9a-z]{1,20}$"}
        parameters.insert(
            0, {"name": "ident", "in": "path", "required": True, "description": about, "schema": schema}
        )
    if call.versioned:
        about = "The version of the entry that was seen, from ETag; * for whatever it is now."
        parameters.append(
            {"name": "If-Match", "in": "header", "description": about, "schema": {"type": "string"}}
        )
    said: Json = {"parameters": parameters, "security": [{"token": []}, {}]}
    if call.takes is not None:
        content = {"application/json": {"schema": call.takes}}
        said["requestBody"] = {"required": call.takes is schemas.ACT, "content": content}
    return said


def list_responses(call: Call) -> dict[int | str, Json]:
    """Return what OpenAPI says of the answers to a call."""
    done: Json = {"description": "Done.", "content": {"application/json": {"schema": call.gives}}}
    refused: Json = {"application/json": {"schema": schemas.ERROR}}
    said: dict[int | str, Json] = {}
    said |= dict.fromkeys(call.statuses, done)
    return said | {status: {"description": about, "content": refused} for status, about in _REFUSALS.items()}

"""What a field may hold, so that nothing a person types is stored that no page or export could show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from elshi.errors import Message, UsageError
from elshi.lexicon.codebook import load_codebook
from elshi.model.entry import EntryKind
from elshi.model.frame import Side

_LISTS = frozenset({"parties", "topics", "by"})
# By which group of the codebook a field's value is named; of an initiative's status see `list_codes`.
_GROUPS = {"type": "type", "status": "status", "stance": "stance", "office": "office", "role": "role",
           "topics": "topic"}  # fmt: skip
_PERSON = ("surface", "name", "native_name", "office", "office_text", "represents", "side")
_NAMED: Mapping[type, str] = {
    list: Message('a list; give it whole, as JSON: ["KZ", "JO"]'),
    dict: Message("an object of JSON"),
    str: Message("words"),
}
_PLACE, _EVENT = ("city", "country"), ("name", "surface")


def list_codes(kind: str, field: str) -> tuple[str, ...]:
    """Return the codes that a field may have; empty where it may have any words."""
    group = "initiative_status" if (kind, field) == ("initiative", "status") else _GROUPS.get(field)
    return tuple(code for found, code in load_codebook() if found == group)


def complete_value(kind: EntryKind, field: str, value: Any) -> Any:  # noqa: ANN401 - a field holds any JSON
    """Return `value` with all the parts that a field's value has; those not given are null.

    Raises UsageError for what the field cannot hold.
    """
    if value is None or value == []:
        return None
    if field == "participants":
        return [_complete_person(person) for person in _take(list, field, value)]
    if field == "place":
        return _complete(field, _PLACE, value)
    if field == "event":
        return _complete_event(value)
    if field in {"former", "confidence"}:
        return _read_plain(field, value)
    words = _take(list, field, value) if field in _LISTS else [value]
    for word in words:
        _take(str, field, word)
        _refuse_unknown(kind, field, word)
    return value


def _complete_person(person: object) -> dict[str, Any]:
    made = _complete("participants", _PERSON, person, {"side": "other"})
    if not made["name"]:
        message = Message("each of the participants has a name")
        raise UsageError(message)
    made["native_name"] = made["native_name"] or made["name"]
    made["surface"] = made["surface"] or made["native_name"]
    if made["side"] not in get_args(Side):
        message = Message("the side of a participant is one of %(known)s", known=", ".join(get_args(Side)))
        raise UsageError(message)
    if made["office"] is not None:
        _refuse_unknown("engagement", "office", made["office"])
    return made


def _complete_event(event: object) -> dict[str, Any]:
    rest = dict(_take(dict, "event", event))
    ordinal = rest.pop("ordinal", None)
    if isinstance(ordinal, bool) or not isinstance(ordinal, int | None):
        message = Message("the ordinal of an event is a whole number")
        raise UsageError(message)
    made = _complete("event", _EVENT, rest)
    if not made["name"]:
        message = Message("an event has a name")
        raise UsageError(message)
    return made | {"surface": made["surface"] or made["name"], "ordinal": ordinal}


def _complete(
    field: str, names: tuple[str, ...], given: object, usual: Mapping[str, str] | None = None
) -> dict[str, Any]:
    parts: dict[str, Any] = _take(dict, field, given)
    unknown = sorted(set(parts) - set(names))
    if unknown:
        message = Message(
            "%(field)s has no %(parts)s; it has %(known)s",
            field=field,
            parts=", ".join(unknown),
            known=", ".join(names),
        )
        raise UsageError(message)
    for part in parts.values():
        if part is not None:
            _take(str, field, part)
    return {name: parts.get(name) or (usual or {}).get(name) for name in names}


def _read_plain(field: str, value: object) -> bool | float:
    if field == "former" and isinstance(value, bool):
        return value
    if field == "confidence" and not isinstance(value, bool) and isinstance(value, int | float):
        if 0 <= value <= 1:
            return value
        message = Message(
            "the confidence %(confidence)s is no chance; give a number between 0 and 1", confidence=value
        )
        raise UsageError(message)
    wanted = Message("true or false") if field == "former" else Message("a number")
    message = Message("%(field)s is %(wanted)s, not %(given)r", field=field, wanted=wanted, given=value)
    raise UsageError(message)


def _take(kind: type, field: str, value: object) -> Any:  # noqa: ANN401 - of that kind
    if isinstance(value, kind):
        return value
    message = Message("%(field)s is %(wanted)s, not %(given)r", field=field, wanted=_NAMED[kind], given=value)
    raise UsageError(message)


def _refuse_unknown(kind: str, field: str, word: str) -> None:
    known = list_codes(kind, field)
    if known and word not in known:
        message = Message(
            "%(word)r is no %(field)s; give one of %(known)s", word=word, field=field, known=", ".join(known)
        )
        raise UsageError(message)

"""What the fields of entries are called on pages."""

from __future__ import annotations

from collections.abc import Mapping

from elshi.locales import N_

FIELD_NAMES: Mapping[str, str] = {
    "type": N_("Type"),
    "status": N_("Status"),
    "date": N_("Date"),
    "date_basis": N_("What the date rests on"),
    "date_reason": N_("Reason of the date"),
    "place": N_("Place"),
    "parties": N_("Parties"),
    "participants": N_("People"),
    "event": N_("Forum or event"),
    "part_of": N_("Part of"),
    "topics": N_("Topics"),
    "confidence": N_("Confidence"),
    "holder": N_("Who holds it"),
    "represents": N_("Represents"),
    "stance": N_("Stance"),
    "target": N_("Towards what"),
    "surface": N_("As written"),
    "name": N_("Name"),
    "proposer": N_("Proposed by"),
    "by": N_("By whom"),
    "what": N_("What"),
    "due": N_("Due"),
    "due_reason": N_("Reason of the due date"),
    "person": N_("Person"),
    "native_name": N_("Name in the report's script"),
    "office": N_("Office"),
    "office_text": N_("Office as written"),
    "body_text": N_("Body as written"),
    "posted_to": N_("Posted to"),
    "former": N_("Former"),
    "body": N_("Body"),
    "role": N_("Role"),
    "period": N_("Period"),
}


# What follows from other fields, from the reading, or from how reports name things: nobody types it.
_DERIVED = frozenset({"date_basis", "date_reason", "due_reason", "confidence", "surface"})


def can_correct(field: str) -> bool:
    """Tell whether a person can give a field another value on a page."""
    return field not in _DERIVED


def name_field(field: str) -> str:
    """Return the message that names a field; the field itself where it has none."""
    return FIELD_NAMES.get(field, field)


VERDICTS: Mapping[str, str] = {
    "same": N_("Same"),
    "different": N_("Different"),
    "unsure": N_("Unsure"),
    "correct": N_("Correction"),
    "reject": N_("Rejection"),
}


def name_verdict(verdict: str) -> str:
    """Return the message that names a verdict."""
    return VERDICTS.get(verdict, verdict)

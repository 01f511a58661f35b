"""A report that says what another one said first: a wire story that many pass on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the report `report`. `id` derives from text, day and place; nothing was read from it."""

    id: str
    report: str
    source: str
    title: str | None
    publisher: str | None
    language: str
    published: str | None
    text: str
    found_at: str


def describe_copy(copy: Copy) -> dict[str, str | None]:
    """Return where a report also stands, as JSON has it under 'also_in'."""
    return {
        "source": copy.source,
        "publisher": copy.publisher,
        "published": copy.published,
        "title": copy.title,
        "report": copy.report,
    }

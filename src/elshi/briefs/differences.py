"""What differs between sources, in the entries that the brief shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from elshi.briefs.bench import Bench
from elshi.briefs.model import Paragraph, Section, Sentence
from elshi.briefs.phrases import Value
from elshi.lexicon.codebook import name_code
from elshi.model.entry import Explanation, Json

_CODED = {"type": "type", "stance": "stance", "role": "role"}


def write_differences(bench: Bench) -> Section:
    """Return the section: a sentence for each field on which reports contradict one another."""
    shown = {why.entry.id: why for why in bench.shown}
    paragraphs: list[Paragraph] = [(said,) for why in shown.values() for said in _compare(bench, why)]
    return bench.section("differences", paragraphs)


def _compare(bench: Bench, why: Explanation) -> Iterator[Sentence]:
    for field, rows in why.entry.disagreements.items():
        cited = [(bench.notes.cite_value(why, field, row["value"]), row) for row in rows]
        values = "; ".join(
            bench.phrases.word(
                "value", value=_name_value(bench, field, row["value"]), outlet=bench.notes.name_outlets(notes)
            )
            for notes, row in cited
        )
        notes = tuple(sorted({number for numbers, _ in cited for number in numbers}))
        label = bench.phrases.word("fields", field)
        subject = _name_subject(bench, why)
        yield bench.say(notes, "differs", entry=why.entry.id, subject=subject, field=label, values=values)


def _name_subject(bench: Bench, why: Explanation) -> Value:
    fields = why.entry.fields
    if why.entry.kind == "engagement":
        what = str(bench.phrases.read("types", fields["type"] or "other", "what"))
        return f"{what}, {bench.date(fields['date'])}"
    if why.entry.kind == "tenure":
        return bench.names.name_person({**fields, "name": fields["person"]})
    words, _ = bench.quote(why, "what", "target", "name", "surface")
    return words or name_code("kind", why.entry.kind, bench.request.language)


def _name_value(bench: Bench, field: str, value: Any) -> str:  # noqa: ANN401 - a field holds any JSON
    language = bench.request.language
    if value is None:
        return bench.phrases.word("unclear")
    if field in {"date", "due", "period"}:
        return bench.date(str(value))
    if field == "place":
        return _name_place(bench, value)
    if field == "office":
        return bench.phrases.word("offices", str(value))
    if field in _CODED:
        return name_code(_CODED[field], str(value), language)
    return bench.names.name_party(str(value)).text


def _name_place(bench: Bench, place: Json) -> str:
    city = bench.names.name_place({"city": place.get("city")})
    country = bench.names.name_place({"country": place.get("country")})
    return ", ".join(name.text for name in (city, country) if name)

"""What holds for every register whatever it is given."""

from __future__ import annotations

import json

import hypothesis
import pytest
from hypothesis import strategies as st
from random_readings import different_readings, list_single_filters, queries, readings
from samples import STORES, on_every_store, open_empty

from elshi.model.entry import FIELDS, describe_entry
from elshi.model.frame import Reading
from elshi.model.query import Query
from elshi.register import Register

ALL_FIELDS = frozenset(field for fields in FIELDS.values() for field in fields)
NAMING = {"tenure": "person", "position": "holder"}  # by this field is said who it is
quickly = hypothesis.settings(
    max_examples=10,
    deadline=None,  # a file is made in every example
    suppress_health_check=[hypothesis.HealthCheck.too_slow, hypothesis.HealthCheck.data_too_large],
)


def dump(register: Register, query: Query | None = None) -> list[str]:
    """Return the answer to a query as JSON lines."""
    return [json.dumps(describe_entry(entry), ensure_ascii=False) for entry in register.find(query)]


@on_every_store
@quickly
@hypothesis.given(reading=readings())
def test_adding_a_reading_twice_changes_nothing(kind: str, reading: Reading) -> None:
    """The second time `add` says that the report is known, and not a letter of the export is different."""
    with open_empty(kind) as register:
        assert register.add(reading)
        before = list(register.export_lines())
        assert not register.add(reading)
        assert list(register.export_lines()) == before


@on_every_store
@quickly
@hypothesis.given(told=different_readings())
def test_an_export_read_back_gives_the_same_register(kind: str, told: list[Reading]) -> None:
    """Export, import into an empty register of either kind, export: the same lines, ids and all."""
    with open_empty("memory") as first, open_empty(kind) as second:
        for reading in told:
            first.add(reading)
        lines = list(first.export_lines())
        assert "\n".join(lines).splitlines() == lines
        assert second.import_lines(lines) == len(told)
        assert list(second.export_lines()) == lines
        assert second.import_lines(lines) == 0
        assert list(second.export_lines()) == lines


@pytest.mark.parametrize("kind", STORES[1:])
@quickly
@hypothesis.given(told=different_readings(), asked=st.lists(queries(), max_size=12))
def test_all_stores_give_the_same_answers(kind: str, told: list[Reading], asked: list[Query]) -> None:
    """Any query over any readings gives the same JSON in the same order from memory and another store."""
    with open_empty("memory") as memory, open_empty(kind) as kept:
        for reading in told:
            memory.add(reading)
            kept.add(reading)
        for query in [Query(), *list_single_filters(), *asked]:
            assert dump(kept, query) == dump(memory, query)
            assert kept.count(query) == memory.count(query)
        assert kept.people() == memory.people()
        assert kept.tenures() == memory.tenures()
        assert kept.check() == memory.check()


@on_every_store
@quickly
@hypothesis.given(reading=readings())
def test_every_quote_is_what_the_text_says(kind: str, reading: Reading) -> None:
    """For every quote text[start:stop] is the quote, and its sentence has it at the place that is given."""
    with open_empty(kind) as register:
        register.add(reading)
        text = reading.report.text
        for quote in register.evidence(reading.report.id):
            span, context = quote.evidence.span, quote.context
            assert text[span.start : span.stop] == quote.evidence.quote
            assert (
                quote.sentence[span.start - context.start : span.stop - context.start] == quote.evidence.quote
            )


@on_every_store
@quickly
@hypothesis.given(told=different_readings(), size=st.integers(1, 3))
def test_pages_put_together_are_the_whole_answer(kind: str, told: list[Reading], size: int) -> None:
    """Taking an answer in pages by `limit` and `offset` loses and repeats nothing."""
    with open_empty(kind) as register:
        for reading in told:
            register.add(reading)
        whole = dump(register)
        pages = [dump(register, Query(limit=size, offset=at)) for at in range(0, len(whole) + 1, size)]
        assert [line for page in pages for line in page] == whole
        assert register.count() == len(whole)


@on_every_store
@quickly
@hypothesis.given(told=different_readings(), wanted=st.sets(st.sampled_from(sorted(ALL_FIELDS))))
def test_a_field_read_alone_is_what_the_whole_entry_has(
    kind: str, told: list[Reading], wanted: set[str]
) -> None:
    """Whichever fields are read, they hold what they hold where everything is read, and rest on the same."""
    with open_empty(kind) as register:
        for reading in told:
            register.add(reading)
        whole = list(register.find())
        parts = list(register.read_fields([entry.id for entry in whole], wanted))
        assert [part.id for part in parts] == [entry.id for entry in whole]
        for part, entry in zip(parts, whole, strict=True):
            named = {"entity", "spellings"} if NAMING.get(entry.kind) in wanted else set()
            for field in (wanted | named) & entry.fields.keys():
                assert part.fields[field] == entry.fields[field]
            assert (part.reports, part.frames) == (entry.reports, entry.frames)

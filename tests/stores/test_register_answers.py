"""What the register answers, from either store, about three reports that are known by heart."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from samples import STORES, open_empty, read_all

from elshi.errors import UsageError
from elshi.model.entry import Account, Entry
from elshi.model.query import Query
from elshi.register import Register

MAY_4 = dt.date(2026, 5, 4)


@pytest.fixture(params=STORES)
def register(request: pytest.FixtureRequest) -> Iterator[Register]:
    """Give a register of either kind with the three readings in it."""
    with open_empty(request.param) as opened:
        for reading in read_all():
            assert opened.add(reading)
        yield opened


def find(register: Register, query: Query) -> list[str]:
    """Return the frames behind the answer to `query`, in its order."""
    return [frame for entry in register.find(query) for frame in entry.frames]


def test_only_what_is_sure_enough_is_found(register: Register) -> None:
    """With `min_confidence` every entry of which a report is that sure is found, and no other."""
    told = {entry.id: entry.fields["confidence"] for entry in register.find()}
    for least in (0.0, 0.8, 0.85, 0.9, 1.0):
        found = {entry.id for entry in register.find(Query(min_confidence=least))}
        assert found == {ident for ident, sure in told.items() if sure >= least}
        assert register.count(Query(min_confidence=least)) == len(found)


def test_what_is_not_sure_enough_is_not_exported_and_stays(register: Register, tmp_path: Path) -> None:
    """An export leaves out what is less sure than asked for; the register still has it."""
    (path,) = register.export("geojson", tmp_path, least=0.85)
    features = json.loads(path.read_text("utf-8"))["features"]
    assert [feature["properties"]["confidence"] >= 0.85 for feature in features] == [True] * len(features)
    assert 0 < len(features) < register.count(Query(kind="engagement"))


def test_confidence_beyond_one_is_refused() -> None:
    """A chance lies between 0 and 1."""
    with pytest.raises(UsageError, match="between 0 and 1"):
        Query(min_confidence=80)


@pytest.mark.parametrize(
    ("query", "frames"),
    [
        (Query(words="провел"), ["eng-ru"]),  # 'провёл' in the text
        (Query(words="ПРОВЁЛ встречу"), ["eng-ru"]),
        (Query(words="встречу кездесті"), []),  # each word must be there
        (Query(words="кезде*"), ["eng-kk"]),
        (Query(words="кезде"), []),
        (Query(words="water", kind="initiative"), ["ini-en"]),
        (Query(words="!"), []),
        (Query(who="Сапаров"), ["eng-ru", "pos-en", "ten-en", "ten-ru"]),
        (Query(who="saparov yerlan", kind="engagement"), ["eng-ru"]),
        (Query(who="Дәурен Әбілов"), ["eng-kk"]),
        (Query(who="Даурен Абилов"), ["eng-kk"]),
        (Query(who="Samir Saparov"), []),  # two people, not one
        (Query(office="foreign_minister"), ["eng-kk"]),
        (Query(office="minister"), ["eng-ru"]),
        (Query(office="министр транспорта"), ["eng-ru"]),
        (Query(country="jo"), ["com-ru", "eng-kk", "eng-ru", "ten-ru"]),
        (Query(body="unesco"), ["eng-en", "ten-en"]),
        (Query(type="conference"), ["eng-en"]),
        (Query(status="planned"), ["eng-en"]),
        (Query(status="proposed"), ["ini-en"]),
        (Query(topic="transport"), ["eng-kk", "eng-ru"]),
        (Query(language="kk"), ["eng-kk"]),
        (Query(kind="engagement", since=MAY_4), ["eng-ru"]),
        (Query(kind="engagement", until=MAY_4), ["eng-en", "eng-ru"]),
        (Query(kind="engagement", since=dt.date(2026, 3, 19), until=dt.date(2026, 5, 3)), ["eng-en"]),
        (
            Query(kind="commitment", since=dt.date(2026, 12, 31)),
            ["com-ru"],
        ),  # due in 2026: maybe its last day
        (Query(due_before=dt.date(2026, 12, 31)), []),  # may be due on that very day
        (Query(due_before=dt.date(2027, 1, 1)), ["com-ru"]),
        (Query(on=dt.date(2026, 5, 5)), ["ten-ru"]),  # the tenure at UNESCO is a former one
        (Query(on=MAY_4), []),
    ],
)
def test_each_filter_finds_what_it_says(register: Register, query: Query, frames: list[str]) -> None:
    """Each filter finds the entries it names and no other, and `count` says how many there are."""
    assert sorted(find(register, query)) == frames
    assert register.count(query) == len(frames)


def test_entries_come_newest_first_unless_asked_otherwise(register: Register) -> None:
    """May before March and the undated last, also when oldest first; pages keep the order."""
    assert find(register, Query(kind="engagement")) == ["eng-ru", "eng-en", "eng-kk"]
    assert find(register, Query(kind="engagement", oldest_first=True)) == ["eng-en", "eng-ru", "eng-kk"]
    assert find(register, Query(kind="engagement", limit=1, offset=1)) == ["eng-en"]


def test_an_entry_has_the_fields_of_the_record_with_their_words(register: Register) -> None:
    """The meeting has its fields of RECORD.md, its report's path, and quotes with their report."""
    (meeting,) = register.find(Query(type="meeting", language="ru"))
    assert meeting.sources == ("novosti/may.txt",)
    assert meeting.fields["date"] == "2026-05-04"
    assert meeting.fields["place"] == {"city": "Astana", "country": "KZ"}
    assert [p["name"] for p in meeting.fields["participants"]] == ["Samir Khalil", "Yerlan Saparov"]
    quote = meeting.fields["participants"][1]["evidence"][0]
    assert quote["quote"] == "послом Казахстана Ерланом Сапаровым"
    assert quote["report"] == meeting.reports[0]


def test_a_beginning_of_an_id_is_enough(register: Register) -> None:
    """An entry is shown by its id, by the beginning of it that no other has, and by the id of its frame."""
    (entry,) = register.find(Query(kind="initiative"))
    assert register.show(entry.id) == register.show("ini") == register.show("ini-en") == entry


def test_a_report_is_shown_with_its_entries_in_the_order_of_its_text(register: Register) -> None:
    """The Russian report comes with the meeting, the tenure inside it, and then the promise."""
    report = next(r for r in register.reports() if r.language == "ru")
    shown = register.show(report.id)
    assert isinstance(shown, Account)
    assert [entry.kind for entry in shown.entries] == ["engagement", "tenure", "commitment"]


@pytest.mark.parametrize(
    ("ident", "cause"),
    [("", "no entry or report"), ("nothing", "no entry or report"), ("eng-", "more than one id begins")],
)
def test_an_id_that_means_nothing_or_too_much_is_refused(register: Register, ident: str, cause: str) -> None:
    """The error says which of the two it is and what to do."""
    with pytest.raises(UsageError, match=cause):
        register.show(ident)


def test_every_field_is_explained_by_its_sentence_and_rule(register: Register) -> None:
    """The date has its reason, the participant's own words, and the whole sentence around them."""
    (meeting,) = register.find(Query(type="meeting", language="ru"))
    reasons = register.explain(meeting.id).reasons
    date = next(r for r in reasons if r.field == "date")
    assert (date.value, date.reason, date.rule) == ("2026-05-04", "dateline '4 мая'", "made by hand")
    envoy = next(r for r in reasons if r.field == "participants" and r.value["represents"] == "KZ")
    assert envoy.quotes[0].evidence.quote == "послом Казахстана Ерланом Сапаровым"
    assert envoy.quotes[0].sentence.endswith("Ерланом Сапаровым.")
    assert "Стороны" not in envoy.quotes[0].sentence


def test_words_over_two_sentences_come_with_both(register: Register) -> None:
    """The Kazakh meeting is told in the end of one sentence and the end of the next; each comes whole."""
    (meeting,) = register.find(Query(language="kk"))
    told = {quote.evidence.quote: quote.sentence for quote in register.evidence(meeting.id)}
    assert told["Иордания елшісі кездесті"].startswith("Қазақстанның Сыртқы")
    assert told["Иордания елшісі кездесті"].endswith("кездесті.")
    assert told["көлік саласын талқылады"] == "Тараптар көлік саласын талқылады."


def test_an_unknown_date_is_explained_too(register: Register) -> None:
    """The Kazakh meeting has no date, and the explanation says why there is none."""
    (meeting,) = register.find(Query(language="kk"))
    date = next(r for r in register.explain(meeting.id).reasons if r.field == "date")
    assert (date.value, date.reason) == (None, "the report does not say when")


def test_a_report_has_no_explanation_of_its_own(register: Register) -> None:
    """Asked why of a report, the register sends to its entries."""
    report = next(register.reports())
    with pytest.raises(UsageError, match="give the id of one of its entries"):
        register.explain(report.id)


def test_people_are_listed_once_with_their_offices(register: Register) -> None:
    """Yerlan Saparov is one person in two offices, seen first in March and last in May 2026."""
    envoy = next(p for p in register.people() if p.name == "Yerlan Saparov")
    assert envoy.names == ("Yerlan Saparov", "Ерлан Сапаров")
    assert envoy.engagements == 1
    offices = {(s.office, s.posted_to): (s.first_seen, s.last_seen, s.former) for s in envoy.services}
    assert offices["ambassador", "JO"] == ("2026-05-05", "2026-05-05", False)
    assert offices["permanent_representative", "UNESCO"] == ("2026-03-01", "2026-03-01", True)


def test_tenures_on_a_day_leave_out_the_former_and_the_not_yet_seen(register: Register) -> None:
    """On 2 May nobody was seen in office; a week later the minister and the ambassador were."""
    assert register.tenures(on=dt.date(2026, 5, 2)) == ()
    held = {(s.person, s.office) for s in register.tenures(on=dt.date(2026, 5, 9))}
    assert held == {("Samir Khalil", "minister"), ("Yerlan Saparov", "ambassador")}


def test_commitments_come_with_the_earliest_due_first(register: Register) -> None:
    """The one promise is due in 2026, so it is listed for 2027 and not for the summer."""
    assert [c.fields["due"] for c in register.commitments()] == ["2026"]
    assert list(register.commitments(due_before=dt.date(2026, 7, 1))) == []


def test_reports_come_newest_first_and_undated_last(register: Register) -> None:
    """May before March, and the Kazakh report without a date at the end."""
    assert [report.language for report in register.reports()] == ["ru", "en", "kk"]


def test_answers_are_fetched_as_they_are_taken(register: Register) -> None:
    """`find` gives an iterator: the first entry can be had without the rest."""
    answer = register.find(Query(kind="engagement"))
    assert iter(answer) is answer
    assert isinstance(next(answer), Entry)


@pytest.mark.parametrize(
    ("asked", "cause"),
    [
        ({"country": "Jordan"}, "no country code"),
        ({"kind": "event"}, "no kind of entry"),
        ({"since": dt.date(2026, 5, 4), "until": dt.date(2026, 5, 3)}, "ends before it begins"),
        ({"limit": -1}, "at least 0"),
    ],
)
def test_a_query_that_can_match_nothing_is_refused(asked: dict[str, object], cause: str) -> None:
    """A country by name, an unknown kind, a stretch the wrong way round: each is refused with advice."""
    with pytest.raises(UsageError, match=cause):
        Query(**asked)  # type: ignore[arg-type]  # wrong on purpose

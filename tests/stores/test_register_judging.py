"""What people judge: it outranks the machine, is never lost, and can be taken back."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from samples import (
    KAZAKH,
    RUSSIAN,
    make_reading,
    make_report,
    open_empty,
    read_all,
    read_kazakh,
    read_russian,
    say,
)
from test_stores_many_reports import read_same_in_english

from elshi.errors import UsageError
from elshi.model.entry import describe_entry
from elshi.model.frame import Reading
from elshi.model.query import Query
from elshi.register import Register

ME = "Aizhan"


@pytest.fixture(params=["memory", "sqlite"])
def register(request: pytest.FixtureRequest) -> Iterator[Register]:
    """Give a register of either kind with the three readings."""
    with open_empty(request.param) as opened:
        for reading in read_all():
            opened.add(reading)
        yield opened


def list_engagements(register: Register) -> list[str]:
    """Return the ids of the engagements, in the order of their first report."""
    return sorted(entry.id for entry in register.find(Query(kind="engagement")))


def find_engagement(register: Register, language: str) -> str:
    """Return the id of the engagement that a report in this language tells."""
    (entry,) = register.find(Query(kind="engagement", language=language))
    return entry.id


def dump(register: Register) -> list[dict[str, object]]:
    """Return everything that can be found."""
    return [describe_entry(entry) for entry in register.find()]


def test_two_entries_judged_the_same_are_one_with_both_reports(register: Register) -> None:
    """The Russian and the Kazakh meeting become one; the id of the younger leads to the older."""
    russian, kazakh = find_engagement(register, "ru"), find_engagement(register, "kk")
    register.judge("same", russian, kazakh, ME, "told twice")
    meeting = register.show(kazakh)
    assert meeting == register.show(russian)
    assert len(meeting.reports) == 2  # type: ignore[union-attr]
    assert register.check() == ()


def test_a_withdrawn_judgement_gives_both_entries_back(register: Register) -> None:
    """After 'same' and its withdrawal the register answers as before, letter for letter."""
    before = dump(register)
    russian, kazakh = find_engagement(register, "ru"), find_engagement(register, "kk")
    judgement = register.judge("same", russian, kazakh, ME)
    assert dump(register) != before
    register.withdraw(judgement.id, ME, "a slip")
    assert dump(register) == before
    (kept,) = register.judgements()
    assert (kept.withdrawn_by, kept.withdrawn_note) == (ME, "a slip")


def test_a_chain_of_same_never_bridges_a_different(register: Register) -> None:
    """A is not C; A is B; that B is C is refused, with the judgement that stands against it."""
    a, b, c = (find_engagement(register, language) for language in ("ru", "kk", "en"))
    apart = register.judge("different", a, c, "Boris")
    register.judge("same", a, b, ME)
    with pytest.raises(UsageError, match=f"{apart.id} by Boris keeps apart"):
        register.judge("same", b, c, ME)
    assert len(list_engagements(register)) == 2
    assert [j.verdict for j in register.judgements()] == ["different", "same"]


def test_what_the_machine_joined_can_be_parted(register: Register) -> None:
    """The English report tells the Russian meeting; judged different, each has an entry of its own."""
    register.add(read_same_in_english())
    meeting = find_engagement(register, "ru")
    assert register.show("eng-same") == register.show(meeting)
    judgement = register.judge("different", "eng-ru", "eng-same", ME)
    assert register.show("eng-ru").id == meeting  # type: ignore[union-attr]
    assert register.show("eng-same").id != meeting  # type: ignore[union-attr]
    register.withdraw(judgement.id, ME)
    assert register.show("eng-same") == register.show(meeting)


def test_a_correction_leads_with_the_words_that_support_it(register: Register) -> None:
    """The topic corrected by hand stands, names who corrected it, and finds the entry."""
    meeting = find_engagement(register, "ru")
    judgement = register.correct(meeting, "topics", ["trade"], by=ME, quote="грузовые перевозки")
    entry = register.show(meeting)
    assert entry.fields["topics"] == ["trade"]  # type: ignore[union-attr]
    reason = next(r for r in register.explain(meeting).reasons if r.rule == f"corrected by {ME}")
    assert reason.quotes[0].evidence.quote == "грузовые перевозки"
    assert [e.id for e in register.find(Query(topic="trade"))] == [meeting]
    register.withdraw(judgement.id, ME)
    assert register.show(meeting).fields["topics"] == ["transport"]  # type: ignore[union-attr]
    assert list(register.find(Query(topic="trade"))) == []


@pytest.mark.parametrize(
    ("field", "value", "quote", "cause"),
    [
        ("mood", "good", "Стороны", "has no field 'mood'"),
        ("status", "cancelled", "не состоялась", "no report of .* says 'не состоялась'"),
        ("status", "cancelled", None, "needs the words that say so"),
        ("date", "spring", "4 мая", "no date of EDTF"),
        ("topics", "trade", "перевозки", "is a list; give it whole"),
    ],
)
def test_a_correction_without_ground_is_refused(
    register: Register, field: str, value: object, quote: str | None, cause: str
) -> None:
    """An unknown field, words that no report says, no words, no date, half a list: each is refused."""
    with pytest.raises(UsageError, match=cause):
        register.correct(find_engagement(register, "ru"), field, value, by=ME, quote=quote)
    assert register.judgements() == ()


def test_a_rejected_entry_is_found_no_longer_until_it_is_withdrawn(register: Register) -> None:
    """It is not in any answer, its id says who rejected it, and it comes back as it was."""
    before, meeting = dump(register), find_engagement(register, "ru")
    judgement = register.reject(meeting, ME)
    assert meeting not in list_engagements(register)
    with pytest.raises(UsageError, match=f"was rejected by {ME}"):
        register.show(meeting)
    assert register.check() == ()
    register.withdraw(judgement.id, ME)
    assert dump(register) == before


def test_an_entry_added_by_hand_rests_on_a_quote(register: Register) -> None:
    """A promise that the machine did not find is an entry, and goes when it is withdrawn."""
    report = read_kazakh().report.id
    fields = {"by": ["KZ"], "what": "talk about transport"}
    judgement = register.add_entry(
        "commitment", fields, report=report, quote="көлік саласын талқылады", by=ME
    )
    (promise,) = register.find(Query(kind="commitment", language="kk"))
    assert promise.fields["rule"] == f"added by {ME}"
    assert promise.fields["evidence"][0]["quote"] == "көлік саласын талқылады"
    register.withdraw(judgement.id, ME)
    assert register.count(Query(kind="commitment")) == 1


def reread_kazakh() -> Reading:
    """Make what a newer lexicon reads in the Kazakh report: the meeting, a little wider."""
    (meeting,) = read_kazakh().engagements
    words = (
        *say(KAZAKH, "Дәурен Әбілов пен Иордания елшісі кездесті"),
        *say(KAZAKH, "көлік саласын талқылады"),
    )
    again = dataclasses.replace(meeting, id="eng-new", evidence=words, topics=("transport", "trade"))
    return dataclasses.replace(read_kazakh(), engagements=(again,), digest="newer")


def test_judgements_survive_a_second_reading(register: Register) -> None:
    """Read anew by another lexicon, the meeting keeps its id, and is still one with the Russian one."""
    russian, kazakh = find_engagement(register, "ru"), find_engagement(register, "kk")
    register.judge("same", russian, kazakh, ME)
    register.correct(kazakh, "status", "cancelled", by=ME, quote="кездесті")
    assert register.add(reread_kazakh())
    meeting = register.show("eng-new")
    assert meeting.id == russian  # type: ignore[union-attr]
    assert meeting.fields["status"] == "cancelled"  # type: ignore[union-attr]
    assert "trade" in meeting.fields["topics"]  # type: ignore[union-attr]
    assert register.show(kazakh) == meeting
    assert register.check() == ()


def test_what_a_judgement_will_do_is_shown_before_it_is_written(register: Register) -> None:
    """The effects name the entry that goes and the one it goes to; nothing has changed."""
    before = dump(register)
    russian, kazakh = find_engagement(register, "ru"), find_engagement(register, "kk")
    effects = register.preview_comparison("same", russian, kazakh)
    assert [(e.entry, russian in e.what) for e in effects] == [(kazakh, True)]
    assert dump(register) == before
    assert register.judgements() == ()


def test_judgements_go_with_an_export(register: Register) -> None:
    """Exported and imported elsewhere, judgements and all that follows from them are the same."""
    russian, kazakh, english = (find_engagement(register, language) for language in ("ru", "kk", "en"))
    register.judge("same", russian, kazakh, ME, "told twice")
    register.correct(russian, "topics", ["trade"], by=ME, quote="грузовые перевозки")
    register.reject(english, ME)
    with open_empty("sqlite") as other:
        other.import_lines(register.export_lines())
        assert list(other.export_lines()) == list(register.export_lines())
        other.withdraw(other.judgements()[0].id, ME)
        assert len(list_engagements(other)) == 2


def test_persons_judged_the_same_are_one(register: Register) -> None:
    """Two names that the machine keeps apart are one row of people after the judgement."""
    ids = {e.name: e.id for e in register.read_entities()}
    judgement = register.judge("same", ids["Samir Khalil"], ids["Dauren Abilov"], ME)
    names = [person.names for person in register.people()]
    assert any({"Samir Khalil", "Dauren Abilov"} <= set(spelled) for spelled in names)
    register.withdraw(judgement.id, ME)
    assert len(register.people()) == len(names) + 1


def test_pairs_of_which_the_machine_is_not_sure_wait_for_a_person(register: Register) -> None:
    """A meeting of the same sides in the same days, with nobody named, may be that of the Russian report."""
    (meeting,) = read_russian().engagements
    report = make_report(RUSSIAN, "ru", "2026-05-05", "other.txt")
    vague = dataclasses.replace(meeting, id="eng-vague", participants=(), place=None, topics=())
    vague = dataclasses.replace(vague, when=dataclasses.replace(meeting.when, edtf="2026-05-05~"))
    register.add(make_reading(report, engagements=(vague,)))
    candidates = register.candidates()
    assert len(candidates) == 1
    assert {candidates[0].one, candidates[0].other} == {register.show(i).id for i in ("eng-vague", "eng-ru")}  # type: ignore[union-attr]
    assert candidates[0].reasons
    register.judge("unsure", candidates[0].one, candidates[0].other, ME)
    assert register.candidates() == ()


def test_a_judgement_says_whose_it_is(register: Register) -> None:
    """Without a name there is no judgement."""
    with pytest.raises(UsageError, match="says whose it is"):
        register.reject(find_engagement(register, "en"), " ")

"""What becomes of a promise: kept by the very act that was promised, overdue by the day, called off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from samples import open_empty, tell

from elshi.errors import UsageError
from elshi.model.fate import Fate, describe_fate
from elshi.model.query import Query
from elshi.register import Register

ME = "Aizhan"


def write_report(published: str, *sentences: str) -> tuple[str, str]:
    """Return the text of a report and the day on which it was published."""
    return " ".join(sentences), published


COMMISSION = write_report(
    "2026-03-12",
    "Астана, 12 марта. Заместитель министра иностранных дел Казахстана Ержан Бекетов принял посла Египта.",
    "На встрече с послом Хасаном Салемом обсуждались планы.",
    "Стороны договорились провести шестое заседание межправительственной комиссии в Астане в 2026 году.",
)
SIXTH_IN_KAZAKH = write_report(
    "2026-10-21",
    "Қазақстан мен Египет арасындағы үкіметаралық комиссияның алтыншы отырысы 2026 жылғы 20 қазанда өтті.",
    "Отырысқа Қазақстанның сауда министрі Арман Сәрсенов төрағалық етті.",
)
FIFTH = write_report(
    "2026-04-04",
    "В Каире 3 апреля 2026 года состоялось пятое заседание межправкомиссии Казахстана и Египта.",
)
WITH_OMAN = write_report(
    "2026-05-06",
    "В Астане 5 мая 2026 года состоялось шестое заседание межправкомиссии Казахстана и Омана.",
)
ROUND_IN_ENGLISH = write_report(
    "2026-02-03",
    "Tashkent, 3 February. The foreign ministers of Uzbekistan and Norway met in Tashkent.",
    "The sides agreed to hold the third round of political consultations in Oslo in May 2026.",
)
THIRD_IN_RUSSIAN = write_report(
    "2026-05-15",
    "В Осло 14 мая 2026 года прошёл третий раунд политических консультаций между МИД Узбекистана и Норвегии.",
)
FOURTH_IN_KAZAKH = write_report(
    "2026-03-05",
    "Астана. 5 наурыз. Қазақстан мен Норвегия сыртқы істер министрлері кездесті.",
    "Тараптар төртінші саяси консультацияларды 2026 жылғы сәуірде өткізуге келісті.",
)
FOURTH_IN_ENGLISH = write_report(
    "2026-04-23",
    "The fourth round of political consultations between Kazakhstan and Norway was held on 22 April 2026.",
)
FOURTH_CANCELLED = write_report(
    "2026-04-20",
    "The 4th round of political consultations of Kazakhstan and Norway, due on 22 April, was cancelled.",
)
EMBASSY = write_report(
    "2026-03-04",
    "Jordan's Ambassador Sami Halabi met Deputy Minister Yerzhan Beketov of Kazakhstan on 3 March 2026.",
    "Jordan promised to open an embassy in Astana in the near future.",
)


@pytest.fixture(params=["memory", "sqlite"])
def register(request: pytest.FixtureRequest) -> Iterator[Register]:
    """Give an empty register of either kind."""
    with open_empty(request.param) as opened:
        yield opened


def read_fate(register: Register, on: str) -> Fate:
    """Return what became of the only commitment by a day."""
    (pledge,) = register.pledges(on=dt.date.fromisoformat(on))
    return pledge.fate


def write_fates(register: Register, on: str = "2027-01-01") -> list[str]:
    """Return the fates of all commitments as text."""
    return [str(describe_fate(p.fate)) for p in register.pledges(on=dt.date.fromisoformat(on))]


@pytest.mark.parametrize(
    ("promise", "kept", "day"),
    [
        (COMMISSION, SIXTH_IN_KAZAKH, "2026-10-20"),
        (ROUND_IN_ENGLISH, THIRD_IN_RUSSIAN, "2026-05-14"),
        (FOURTH_IN_KAZAKH, FOURTH_IN_ENGLISH, "2026-04-22"),
    ],
)
def test_the_numbered_session_that_was_promised_keeps_the_promise_in_any_language(
    register: Register, promise: tuple[str, str], kept: tuple[str, str], day: str
) -> None:
    """Promised in Russian, English, Kazakh; held, as Kazakh, Russian, English reports say, by their words."""
    register.add(tell(promise))
    register.add(tell(kept))
    fate = read_fate(register, day)
    assert fate.state == "fulfilled"
    shown = register.show(fate.engagement or "")
    assert kept[0][:20] in shown.sources  # type: ignore[union-attr]  # it is an entry
    assert all(quote.evidence.quote in kept[0] for quote in fate.quotes if quote.source == kept[0][:20])
    assert kept[0][:20] in {quote.source for quote in fate.quotes}
    reasons = " ".join(sign.reason for sign in fate.signs)
    for part in ("number", "as promised", "all who are bound took part", "in the time in which it was due"):
        assert part in reasons
    assert fate.score == pytest.approx(sum(sign.value for sign in fate.signs))


def test_before_the_session_the_promise_is_not_yet_kept(register: Register) -> None:
    """What was held on 20 October 2026 keeps no promise on the 19th, whatever the register knows today."""
    register.add(tell(COMMISSION))
    register.add(tell(SIXTH_IN_KAZAKH))
    assert read_fate(register, "2026-10-19").state == "due"
    assert read_fate(register, "2026-10-20").state == "fulfilled"


@pytest.mark.parametrize("other", [FIFTH, WITH_OMAN])
def test_another_number_or_another_partner_keeps_no_promise(
    register: Register, other: tuple[str, str]
) -> None:
    """The fifth session with Egypt and the sixth with Oman are not the sixth with Egypt."""
    register.add(tell(COMMISSION))
    register.add(tell(other))
    fate = read_fate(register, "2026-12-01")
    assert (fate.state, fate.perhaps) == ("due", ())


def test_what_was_held_before_the_promise_does_not_keep_it(register: Register) -> None:
    """A sixth session of 2025 is none that was promised in March 2026."""
    register.add(tell(COMMISSION))
    text, _ = SIXTH_IN_KAZAKH
    register.add(tell((text.replace("2026", "2025"), "2025-10-21")))
    assert read_fate(register, "2026-12-01").state == "due"


def test_a_promise_is_open_then_due_then_overdue(register: Register) -> None:
    """Consultations promised for April: open in March, due on 1 and 30 April, overdue on 1 May."""
    register.add(tell(FOURTH_IN_KAZAKH))
    days = ("2026-03-31", "2026-04-01", "2026-04-30", "2026-05-01")
    assert [read_fate(register, day).state for day in days] == ["open", "due", "due", "overdue"]
    assert "2026-04-30, is 1 days past" in read_fate(register, "2026-05-01").reason


def test_a_promise_for_the_near_future_never_becomes_overdue(register: Register) -> None:
    """Nobody said by when the embassy opens; a hundred years later it is still open, and says why."""
    register.add(tell(EMBASSY))
    fate = read_fate(register, "2126-01-01")
    assert (fate.state, fate.due) == ("open", None)
    assert "when it is due is not known: the words of the commitment give no date" in fate.reason
    assert list(register.pledges(on=dt.date(2126, 1, 1), states=("overdue",))) == []


def test_what_was_called_off_is_withdrawn(register: Register) -> None:
    """The fourth round was cancelled: the promise is withdrawn, with the words that say so."""
    register.add(tell(FOURTH_IN_KAZAKH))
    register.add(tell(FOURTH_CANCELLED))
    fate = read_fate(register, "2026-05-01")
    assert (fate.state, fate.reason[:10]) == ("withdrawn", "called off")
    assert any("cancelled" in quote.evidence.quote for quote in fate.quotes)


def test_the_past_is_answered_as_it_was(register: Register) -> None:
    """Before the Kazakh report was added the promise was due; asked as of then, it still is."""
    register.add(tell(COMMISSION))
    then = register._clock()
    before = write_fates(register.as_of(then))  # type: ignore[arg-type]  # a view answers like a register
    register.add(tell(SIXTH_IN_KAZAKH))
    assert write_fates(register.as_of(then)) == before  # type: ignore[arg-type]  # likewise
    assert write_fates(register) != before


def test_a_register_asked_as_of_a_day_tells_the_fates_of_that_day(register: Register) -> None:
    """`as_of` a day means that day for what is overdue too."""
    register._clock = lambda: "2026-03-06T00:00:00.000000+00:00"
    register.add(tell(FOURTH_IN_KAZAKH))
    days = ("2026-03-12", "2026-04-12", "2026-05-12")
    states = [p.fate.state for day in days for p in register.as_of(day).pledges()]
    assert states == ["open", "due", "overdue"]


def test_a_person_says_that_a_promise_was_kept(register: Register) -> None:
    """The quote leads to the engagement of which it tells; withdrawn, all is as before, letter for letter."""
    register.add(tell(COMMISSION))
    register.add(tell(FIFTH))
    before = write_fates(register)
    (pledge,) = register.pledges()
    (fifth,) = register.find(Query(kind="engagement", type="commission", status="held"))
    words = "состоялось пятое заседание"
    judged = register.correct(
        pledge.entry.id, "fate", "fulfilled", by=ME, quote=words, report=fifth.reports[0]
    )
    fate = read_fate(register, "2027-01-01")
    assert (fate.state, fate.engagement, fate.by, fate.score) == ("fulfilled", fifth.id, ME, None)
    assert [quote.evidence.quote for quote in fate.quotes] == [words]
    assert fate.judged == judged.id
    assert read_fate(register, "2026-04-01").state == "due"  # the report was not yet published
    register.withdraw(judged.id, ME)
    assert write_fates(register) == before


def test_a_person_says_that_a_promise_was_not_kept(register: Register) -> None:
    """Whatever the machine finds, it is overdue; no words are needed to say that nobody said so."""
    register.add(tell(COMMISSION))
    register.add(tell(SIXTH_IN_KAZAKH))
    before = write_fates(register)
    (pledge,) = register.pledges()
    judged = register.correct(pledge.entry.id, "fate", "unfulfilled", by=ME)
    assert read_fate(register, "2026-12-01").state == "due"
    fate = read_fate(register, "2027-01-01")
    assert (fate.state, fate.engagement) == ("overdue", None)
    assert fate.reason.startswith(f"judged unfulfilled by {ME}; the last day")
    register.withdraw(judged.id, ME)
    assert write_fates(register) == before


def test_a_person_says_that_a_promise_was_withdrawn(register: Register) -> None:
    """With the words that say so; a fate that is none is refused, and so is 'fulfilled' without words."""
    register.add(tell(COMMISSION))
    (pledge,) = register.pledges()
    with pytest.raises(UsageError, match="is no fate"):
        register.correct(pledge.entry.id, "fate", "forgotten", by=ME)
    with pytest.raises(UsageError, match="needs the words"):
        register.correct(pledge.entry.id, "fate", "fulfilled", by=ME)
    register.correct(pledge.entry.id, "fate", "withdrawn", by=ME, quote="Стороны договорились")
    assert read_fate(register, "2027-01-01").state == "withdrawn"


def test_pledges_are_asked_by_state_side_and_person(register: Register) -> None:
    """Of three promises one is overdue by June, one is Uzbekistan's, one told where Хасан Салем is named."""
    for report in (COMMISSION, ROUND_IN_ENGLISH, FOURTH_IN_KAZAKH):
        register.add(tell(report))
    june = dt.date(2026, 6, 1)
    overdue = list(register.pledges(on=june, states=("overdue",)))
    assert [p.entry.fields["due"] for p in overdue] == ["2026-04", "2026-05"]
    norway = list(register.pledges(Query(country="UZ"), on=june))
    assert [p.entry.fields["by"] for p in norway] == [["NO", "UZ"]]
    assert [p.entry.fields["by"] for p in register.pledges(on=june, who="салем")] == [["EG", "KZ"]]


def test_a_page_of_pledges_tells_the_fate_of_each(register: Register) -> None:
    """Asked by their ids they come in that order, with the fates that `fate` tells of them one by one."""
    for report in (COMMISSION, ROUND_IN_ENGLISH, FOURTH_IN_KAZAKH):
        register.add(tell(report))
    june = dt.date(2026, 6, 1)
    ids = [entry.id for entry in register.commitments()][::-1]
    pledges = list(register.read_pledges(ids, june))
    assert [pledge.entry for pledge in pledges] == list(register.find_all(ids))
    assert [pledge.fate for pledge in pledges] == [register.fate(ident, june) for ident in ids]


def test_only_commitments_have_a_fate(register: Register) -> None:
    """The id of an engagement is refused in one line."""
    register.add(tell(FIFTH))
    (fifth,) = register.find(Query(kind="engagement"))
    with pytest.raises(UsageError, match="is no commitment"):
        register.fate(fifth.id)

"""What always holds of positions, initiatives, commitments and chairmanships, and how holders are found."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "spec"))

from said_reports import mark, tell_positions

from elshi.frames.account import read_account
from elshi.frames.chairmanships import find_chairmanships
from elshi.frames.clauses import LONGEST_EVIDENCE
from elshi.frames.commitments import find_commitments
from elshi.frames.initiatives import find_initiatives
from elshi.frames.positions import find_positions
from elshi.model.frame import Chairmanship, Commitment, Initiative, Position
from elshi.model.report import LANGUAGES, Language

WORDS = {
    "ru": (
        "[Казахстан|KZ] поддержал осудил инициативу о создании фонда и договорились , что"
        " [до мая|by:../2026-05] председательство в [ШОС|SCO] переходит к [Казахстану|KZ] стороны не сказал"
        " [Айдар Сеит|person:KZ] – « » ."
    ),
    "en": (
        "[Kazakhstan|KZ] backs condemned the plan to make a fund and agreed to open , that"
        " [by May|by:../2026-05] presidency of the [SCO|SCO] both sides he said will"
        " [Aida Seit|person:KZ] must “ ” ."
    ),
    "kk": (
        "[Қазақстан|KZ] қолдады айыптады қор құруды ұсынды тараптар уағдаласты , деді"
        " [мамырға дейін|by:../2026-05] төрағалық [ШЫҰ-ға|SCO] көшті қажет ол емес"
        " [Айгүл Сейіт|person:KZ] ашуға ниетті – « » ."
    ),
}
Marked = st.tuples(
    st.sampled_from(LANGUAGES), st.lists(st.integers(min_value=0, max_value=60), min_size=1, max_size=25)
)


def _write(language: Language, choice: list[int]) -> str:
    pieces = re.findall(r"\[[^\]]+\]|\S+", WORDS[language])
    return " ".join(pieces[number % len(pieces)] for number in choice)


@settings(max_examples=150, deadline=None)
@given(Marked)
def test_evidence_always_quotes_the_report(marked: tuple[Language, list[int]]) -> None:
    """Whatever the words, each frame quotes the text exactly, with no more than the length allowed."""
    language, choice = marked
    report, markup, engagements = mark(_write(language, choice), language, "KZ", "NO")
    frames: tuple[Position | Initiative | Commitment | Chairmanship, ...] = (
        *find_positions(report, markup, engagements),
        *find_initiatives(report, markup, engagements),
        *find_commitments(report, markup, engagements),
        *find_chairmanships(report, markup),
    )
    for frame in frames:
        assert frame.evidence
        assert all(e.holds(report.text) for e in frame.evidence)
        assert sum(len(e.quote) for e in frame.evidence) <= LONGEST_EVIDENCE
        assert frame.surface in report.text
        assert frame.surface


@settings(max_examples=60, deadline=None)
@given(Marked)
def test_reading_twice_gives_the_same_frames(marked: tuple[Language, list[int]]) -> None:
    """Ids derive from content: a second reading gives the same frames with the same ids, none twice."""
    language, choice = marked
    report, markup, engagements = mark(_write(language, choice), language, "KZ", "NO")
    first = find_positions(report, markup, engagements)
    assert first == find_positions(report, markup, engagements)
    assert len({p.id for p in first}) == len(first)
    commitments = find_commitments(report, markup, engagements)
    assert len({c.id for c in commitments}) == len(commitments)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_report_says_nothing(language: Language) -> None:
    """A report without sentences has no frames of any kind."""
    report, markup, _ = mark("", language)
    assert not find_positions(report, markup)
    assert not find_initiatives(report, markup)
    assert not find_commitments(report, markup)
    assert not find_chairmanships(report, markup)


def test_a_report_without_countries_or_officials_says_nothing() -> None:
    """Trainers and shareholders who agree and worry are no diplomats."""
    text = "Тренер договорился с клубом. Акционеры осудили сделку и поддержали план. Он обещал открыть школу."
    report, markup, _ = mark(text, "ru")
    assert not find_positions(report, markup)
    assert not find_commitments(report, markup)
    assert not find_initiatives(report, markup)


def test_a_long_sentence_is_quoted_by_its_clause() -> None:
    """Evidence is a clause or a sentence, never a page: a sentence of 700 letters gives its clause alone."""
    text = "[Peru|PE] condemned the attack, " + "and the rain went on and on " * 30 + "until noon."
    report, markup, _ = mark(text, "en")
    (position,) = find_positions(report, markup)
    assert len(position.evidence[0].quote) <= LONGEST_EVIDENCE
    assert position.evidence[0].quote.startswith("condemned the attack")


def test_the_headline_gives_way_to_the_body() -> None:
    """A stance told in the headline and again in the body is recorded once, in the body's words."""
    text = "[Peru|PE] condemns the raid\n[Peru|PE] condemned the raid on the port."
    report, markup, _ = mark(text, "en", headline=True)
    (position,) = find_positions(report, markup)
    assert position.evidence[0].quote == "Peru condemned the raid on the port."


def test_three_sides_hold_one_position_together() -> None:
    """The sides of a meeting of three are recorded as its participants, not one by one."""
    assert tell_positions("Участники осудили обстрел порта.", "ru", "KZ", "NO", "PE") == [
        "condemn participants"
    ]


def test_a_body_speaks_for_its_members() -> None:
    """Where a body brought more than two together, the body holds what they state; of two, each does."""
    text = "Министры осудили обстрел порта."
    assert tell_positions(text, "ru", "KG", "KZ", "SCO", "TJ") == ["condemn SCO"]
    assert tell_positions(text, "ru", "KG", "KZ", "SCO") == ["condemn KG", "condemn KZ"]


def test_a_quotation_of_several_sentences_has_one_speaker() -> None:
    """The name at the end of a quoted paragraph holds what each of its sentences states."""
    text = (
        "– Приветствуем перемирие. Осуждаем обстрел порта. Надеемся на мир, – сказал [Айдар Сеит|person:KZ]."
    )
    assert tell_positions(text, "ru") == [f"{s} Айдар Сеит" for s in ("welcome", "condemn", "call_for")]


def test_a_pronoun_stands_for_the_last_person() -> None:
    """'Он' is the person of the sentence before."""
    text = "[Айдар Сеит|person:KZ] прибыл в Осло. Он осудил обстрел порта."
    assert tell_positions(text, "ru") == ["condemn Айдар Сеит"]


def test_background_is_left_out_to_the_end_of_its_paragraph() -> None:
    """What a report recalls is no news; the next paragraph is again."""
    text = "Напомним, [Перу|PE] осудило обстрел. [Чили|CL] поддержало план.\n[Чад|TD] отвергает план."
    report, markup, _ = mark(text, "ru")
    assert [s.background for s in read_account(report, markup).stages] == [True, True, False]
    assert tell_positions(text, "ru") == ["oppose TD"]


def test_a_condition_and_a_negation_state_nothing() -> None:
    """'If Peru condemns' and 'did not condemn' are no condemnation."""
    assert tell_positions("Если [Перу|PE] осудит обстрел, встреча пройдет.", "ru") == []
    assert tell_positions("[Перу|PE] не осудило обстрел.", "ru") == []


def test_two_subjects_joined_by_and_hold_a_position_each() -> None:
    """'Peru and Chile back' is a position of either; three in a row hold one together."""
    assert tell_positions("[Peru|PE] and [Chile|CL] back the accord.", "en") == ["support PE", "support CL"]
    assert tell_positions("[Перу|PE] мен [Чили|CL] келісімді қолдайды.", "kk") == ["support PE", "support CL"]
    three = "[Чад|TD], [Перу|PE] и [Чили|CL] поддержали договор."
    assert tell_positions(three, "ru") == ["support participants"]


def test_we_in_a_quotation_is_the_one_who_speaks() -> None:
    """'Поддерживаем' is said by the speaker, whatever body is named beside it."""
    text = "– [ОБСЕ|OSCE] сильна. Поддерживаем реформу [ОБСЕ|OSCE], – сказал [Айдар Сеит|person:KZ]."
    assert tell_positions(text, "ru") == ["support Айдар Сеит"]


def test_our_country_in_the_kazakh_press_is_kazakhstan() -> None:
    """'Еліміз' speaks for Kazakhstan."""
    assert tell_positions("Еліміз [Непалдың|NP] ұсынысын қолдайды.", "kk") == ["support KZ"]


def test_a_stance_told_in_the_passive_belongs_to_the_sides() -> None:
    """'Была выражена обеспокоенность' without a subject is said by both sides of the talks."""
    text = "Была выражена обеспокоенность судьбой пленных."
    assert tell_positions(text, "ru", "KZ", "NO") == ["concern KZ", "concern NO"]

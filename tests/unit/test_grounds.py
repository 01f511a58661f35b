"""Every field of what is read names the rule that filled it, and the words the rule goes by."""

from __future__ import annotations

import pytest

from elshi.model.entry import KINDS
from elshi.model.frame import Engagement
from elshi.model.ground import Ground, find_rule, list_rules, name_rule, name_step, split_rules
from elshi.reader import STAGES, read
from elshi.resolve.statements import state_frames

RUSSIAN = (
    "Астана. 3 марта 2026 года. Министр иностранных дел Казахстана Ерлан Касенов встретился "
    "с турецким министром транспорта Мехметом Арыканом в Анкаре."
)
RUSSIAN_AHEAD = (
    "Министр иностранных дел Казахстана Ерлан Касенов планирует провести встречу "
    "с министром транспорта Турции Мехметом Арыканом 5 марта 2026 года."
)
KAZAKH_AHEAD = (
    "Қазақстанның Сыртқы істер министрі Ерлан Қасенов 2026 жылғы 5 наурызда "
    "Түркияның Көлік министрі Мехмет Арыканмен кездеседі."
)
ENGLISH = (
    "On 5 March 2026 Foreign Minister of Kazakhstan Yerlan Kassenov met in the capital "
    "of Jordan with Jordanian Minister of Transport Samir Odeh."
)
CASES = (
    (RUSSIAN, {"status": "told_as_done: встретился", "place": "named: Анкаре"}),
    (RUSSIAN_AHEAD, {"status": "planned: планирует", "date": "own_date"}),
    (KAZAKH_AHEAD, {"status": "tense: кездеседі"}),
    (ENGLISH, {"place": "capital: capital", "status": "told_as_done: met"}),
)


@pytest.mark.parametrize(("text", "rules"), CASES, ids=["ru-done", "ru-planned", "kk-tense", "en-capital"])
def test_fields_of_an_engagement_name_their_rules(text: str, rules: dict[str, str]) -> None:
    """Status, place and date each name the rule that filled them, not the trigger of the whole."""
    engagement = read(text).engagements[0]
    assert {field: find_rule(engagement.grounds, field) for field in rules} == rules


def test_country_of_a_person_names_the_nationality_word() -> None:
    """'турецким министром' serves Türkiye by the nationality word, 'министр Казахстана' by the country."""
    engagement = read(RUSSIAN).engagements[0]
    told = {p.native_name: find_rule(p.grounds, "represents") for p in engagement.participants}
    assert told == {"Ерлан Касенов": "country: Казахстана", "Мехмет Арыкан": "nationality: турецким"}


def test_parties_name_whom_they_are_represented_by() -> None:
    """Each party has a rule of its own: the person who acts for it."""
    engagement = read(RUSSIAN).engagements[0]
    told = {code: find_rule(engagement.grounds, "parties", code) for code in engagement.parties}
    assert told == {"KZ": "represented: Ерлан Касенов", "TR": "represented: Мехметом Арыканом"}


def test_words_of_a_rule_stand_in_the_report() -> None:
    """What follows the colon of a rule is quoted from the report."""
    for text, _ in CASES:
        for engagement in read(text).engagements:
            for ground in _all_grounds(engagement):
                _, colon, words = ground.rule.partition(": ")
                assert not colon or words in text, ground


def _all_grounds(engagement: Engagement) -> list[Ground]:
    return [*engagement.grounds, *(g for p in engagement.participants for g in p.grounds)]


def test_statements_carry_the_rule_of_their_field() -> None:
    """What the register stores of a field is the rule that filled this field."""
    frames = state_frames(read(RUSSIAN_AHEAD), "2026-03-01T00:00:00Z")
    rules = {s.field: s.rule for frame in frames if frame.kind == "engagement" for s in frame.statements}
    assert rules["type"] == "meeting.triggers"
    assert rules["status"] == "planned: планирует"
    assert "represents country:" in rules["participants"]


@pytest.mark.parametrize("kind", KINDS)
def test_steps_are_stages_of_reading(kind: str) -> None:
    """The step that fills a field is one that `elshi stages` lists."""
    stages = {stage.name for stage in STAGES}
    assert {name_step(kind, field) for field in ("date", "participants", "surface", "rule")} <= stages


def test_rules_of_one_person_can_be_told_apart_again() -> None:
    """The rules of a participant's fields are kept in one line and come back as they were."""
    grounds = (Ground("side", name_rule("trigger", "met")), Ground("office", "title"))
    assert split_rules(list_rules(grounds)) == ("side trigger: met", "office title")

"""What a brief says of two countries, sentence by sentence, in three languages."""

from __future__ import annotations

import datetime as dt

import pytest
from brief_registers import make_meeting, make_register, read_examples, read_text, take_person

from elshi.briefs import Brief, Request, write_brief
from elshi.briefs.phrases import read_phrases
from elshi.errors import UsageError
from elshi.model.frame import ChairRole, EngagementType, InitiativeStatus, Place, Stance, Status
from elshi.model.markup import OfficeCode
from elshi.model.report import LANGUAGES, Language
from elshi.register import Register

JUNE = dt.date(2026, 6, 1)


def write(register: Register, language: Language, **asked: object) -> Brief:
    """Return the brief of Qatar as of 1 June 2026."""
    request = {"country": "QA", "day": JUNE} | asked
    return write_brief(register, Request(language, **request))  # type: ignore[arg-type]  # the fields of a request


def list_sentences(brief: Brief, key: str) -> list[str]:
    """Return the sentences of one section."""
    section = next(section for section in brief.sections if section.key == key)
    return [sentence.text for paragraph in section.paragraphs for sentence in paragraph]


@pytest.fixture(scope="module")
def register() -> Register:
    """Return the register made by hand."""
    return make_register()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "ru",
            (
                "12 марта 2026 года в Дохе состоялась встреча министра иностранных дел Казахстана "
                "Данияра Омарова "
                "с послом Катара Халидом Рашидом."
            ),
        ),
        (
            "kk",
            (
                "2026 жылғы 12 наурызда Дохада Қазақстанның сыртқы істер министрі Данияр Омаров "
                "пен Катардың елшісі "
                "Халид Рашидтің кездесуі өтті."
            ),
        ),
        (
            "en",
            (
                "On 12 March 2026 a meeting between Foreign Minister of Kazakhstan Daniyar Omarov "
                "and Ambassador of Qatar "
                "Khalid Rashid took place in Doha."
            ),
        ),
    ],
)
def test_a_meeting_is_told_with_cases_and_names_of_the_language(
    register: Register, language: Language, said: str
) -> None:
    """Who met whom: office and country agree, names stand in the brief's own script."""
    assert list_sentences(write(register, language), "contacts")[0] == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "Халид Рашид – посол Катара в Казахстане."),
        ("kk", "Халид Рашид – Катардың Қазақстандағы елшісі."),
        ("en", "Khalid Rashid – Ambassador of Qatar to Kazakhstan."),
    ],
)
def test_an_envoy_is_named_with_his_post(register: Register, language: Language, said: str) -> None:
    """The office as of the day, and where it is held."""
    assert list_sentences(write(register, language), "people")[0] == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "Министр иностранных дел Казахстана Данияр Омаров поддерживает: «создание водного фонда»."),
        ("kk", "Қазақстанның сыртқы істер министрі Данияр Омаров қолдайды: «создание водного фонда»."),
        ("en", "Foreign Minister of Kazakhstan Daniyar Omarov supports: “создание водного фонда”."),
    ],
)
def test_a_position_is_told_in_the_words_of_the_report(
    register: Register, language: Language, said: str
) -> None:
    """Quoted words are not translated; the office is the one that another report gives the holder."""
    brief = write(register, language, country="KZ", other="QA")
    assert said in list_sentences(brief, "said")


@pytest.mark.parametrize(
    ("language", "overdue", "undated"),
    [
        (
            "ru",
            (
                "Просрочено. Катар: «открыть рейс»; срок был не позднее 1 мая 2026 года, сообщений об "
                "исполнении нет."
            ),
            "Катар: «to build a port»; срок неизвестен: в сообщениях он не назван.",
        ),
        (
            "kk",
            (
                "Мерзімі өтті. Катар: «открыть рейс»; мерзімі 2026 жылғы 1 мамырға дейін болатын, "
                "орындалғаны туралы "
                "хабар жоқ."
            ),
            "Катар: «to build a port»; мерзімі белгісіз: хабарларда ол аталмаған.",
        ),
        (
            "en",
            "Overdue. Qatar: “открыть рейс”; it was due by 1 May 2026, and no report says that it was done.",
            "Qatar: “to build a port”; when it is due is unknown: the reports do not say.",
        ),
    ],
)
def test_a_promise_is_overdue_undated_or_open(
    register: Register, language: Language, overdue: str, undated: str
) -> None:
    """What was due before the day of the brief is overdue; what is due nobody knows when is said so."""
    assert list_sentences(write(register, language), "open")[:2] == [overdue, undated]


def test_a_promise_is_open_until_its_day_has_passed(register: Register) -> None:
    """On the last day it may still be kept, and it stands among the dates to come."""
    brief = write(register, "en", day=dt.date(2026, 5, 1))
    assert "Qatar: “открыть рейс”; due by 1 May 2026." in list_sentences(brief, "open")
    assert "By 1 May 2026: a commitment falls due (Qatar): “открыть рейс”." in list_sentences(brief, "coming")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "ru",
            [
                "Был запланирован визит посла Катара Халида Рашида в Астану 20 марта 2026 года.",
                "Сообщений о том, что это состоялось, в реестре нет.",
            ],
        ),
        (
            "kk",
            [
                "Катардың елшісі Халид Рашидтің 2026 жылғы 20 наурызда Астанаға сапары жоспарланған еді.",
                "Оның өткені туралы тізілімде хабар жоқ.",
            ],
        ),
        (
            "en",
            [
                "A visit by Ambassador of Qatar Khalid Rashid to Astana on 20 March 2026 was planned.",
                "No report says that it took place.",
            ],
        ),
    ],
)
def test_a_plan_whose_day_has_passed_is_open(register: Register, language: Language, said: list[str]) -> None:
    """A brief does not take for done what was only planned."""
    assert list_sentences(write(register, language), "open")[-2:] == said


def test_a_plan_to_come_stands_among_the_dates(register: Register) -> None:
    """Before its day the same visit is to come."""
    coming = list_sentences(write(register, "kk", day=dt.date(2026, 3, 1)), "coming")
    assert coming[0] == "Катардың елшісі Халид Рашидтің 2026 жылғы 20 наурызда Астанаға сапары жоспарланған."


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "ru",
            (
                "Встреча, 12 марта 2026 года: дата – 12 марта 2026 года (Вестник степи); 13 марта 2026 года "
                "(The Steppe Courier)."
            ),
        ),
        (
            "kk",
            (
                "Кездесу, 2026 жылғы 12 наурыз: күні – 2026 жылғы 12 наурыз (Вестник степи); 2026 "
                "жылғы 13 наурыз "
                "(The Steppe Courier)."
            ),
        ),
        (
            "en",
            (
                "A meeting, 12 March 2026: date – 12 March 2026 (Вестник степи); 13 March 2026 (The "
                "Steppe Courier)."
            ),
        ),
    ],
)
def test_sources_that_differ_are_told_with_their_outlets(
    register: Register, language: Language, said: str
) -> None:
    """Each value with the outlet that gives it, the one that leads first."""
    assert list_sentences(write(register, language), "differences") == [said]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "ru",
            "8 сентября 2026 года проходил визит председателя парламента Грузии Георгия Ломидзе в Астану.",
        ),
        (
            "kk",
            (
                "2026 жылғы 8 қыркүйекте Грузияның парламент төрағасы Георгий Ломидзенің Астанаға сапары "
                "өтіп жатты."
            ),
        ),
        (
            "en",
            (
                "On 8 September 2026 a visit by Speaker of Parliament of Georgia Georgiy Lomidze to Astana "
                "was under way."
            ),
        ),
    ],
)
def test_what_was_under_way_is_so_no_longer(language: Language, said: str) -> None:
    """A report of that day says that the visit goes on; the brief is read two weeks later."""
    brief = write(read_examples(), language, country="GE", day=dt.date(2026, 9, 20))
    assert said in list_sentences(brief, "contacts")


def test_a_visit_of_somebody_whose_name_has_no_cases_leads_to_its_place() -> None:
    """It is no visit 'in' a country; and 2027 is its year, not that of the invitation."""
    brief = write(read_examples(), "ru", country="KE", day=dt.date(2026, 9, 20))
    told = "Предложен визит в Казахстан в 2027 году: министр иностранных дел Кении Grace Wanjiru."
    assert told in list_sentences(brief, "coming")


def test_spellings_of_a_name_are_nominatives() -> None:
    """A report has 'Ерболом Касеновым'; that is no other spelling of the name."""
    brief = write(read_examples(), "ru", country=None, person="Касенов", day=dt.date(2026, 9, 20))
    (told,) = (said for said in list_sentences(brief, "people") if said.startswith("Имя пишется: "))
    spelt = told.removeprefix("Имя пишется: ").removesuffix(".").split(", ")
    assert sorted(spelt) == ["Yerbol Kassenov", "Ербол Касенов", "Ербол Қасенов"]


def test_a_person_is_named_in_the_script_of_the_brief_where_any_report_has_it() -> None:
    """The visit to Nairobi is told in English alone, but Russian reports name the minister too."""
    brief = write(read_examples(), "ru", country="KE", day=dt.date(2026, 9, 20))
    assert list_sentences(brief, "contacts")[0] == (
        "24–25 июня 2026 года состоялся визит министра иностранных дел Казахстана Ербола Касенова в Найроби."
    )
    kazakh = write(read_examples(), "kk", country="KE", day=dt.date(2026, 9, 20))
    assert list_sentences(kazakh, "contacts")[0] == (
        "2026 жылғы 24–25 маусымда Қазақстанның сыртқы істер министрі Ербол Қасеновтің Найробиге сапары өтті."
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "2027 год: Катар – председатель ОИС."),
        ("kk", "2027 жыл: Катар – ИЫҰ-ның төрағасы."),
        ("en", "2027: Qatar – chair of the OIC."),
    ],
)
def test_a_chair_to_be_taken_is_a_date_to_come(register: Register, language: Language, said: str) -> None:
    """Who chairs what from when."""
    assert list_sentences(write(register, language), "coming")[-1] == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_brief_says_in_each_section_that_nothing_is_known(language: Language) -> None:
    """Nothing is left blank."""
    brief = write(Register.in_memory(), language, country="PE")
    assert len(brief.sections) == 6
    assert all(len(s.paragraphs) == 1 and s.paragraphs[0][0].unknown for s in brief.sections)
    assert brief.footnotes == ()


def test_what_is_unknown_is_said_with_its_reason() -> None:
    """A meeting without day, place and names."""
    text = "Қазақстан мен Катар өкілдері кездесті."
    register = Register.in_memory()
    register.add(read_text(text, "kk", None, "Хабар", engagements=(make_meeting(text, (), None),)))
    assert list_sentences(write(register, "kk"), "contacts") == [
        "Қазақстан мен Катардың кездесуі өтті.",
        "Күні белгісіз: хабарда ол көрсетілмеген.",
        "Өткен жері белгісіз: хабарларда ол аталмаған.",
        "Қатысушылардың аты-жөні белгісіз: хабарларда олар аталмаған.",
    ]
    assert list_sentences(write(register, "ru"), "contacts")[0] == "Состоялась встреча Казахстана с Катаром."


def test_names_that_cannot_be_declined_are_listed() -> None:
    """A Latin name in a Russian sentence stands in the nominative behind a colon."""
    text = "Ambassador Thandi Nkosi met Consul Wei Long."
    people = (
        take_person(text, "Thandi Nkosi", "Thandi Nkosi", "ambassador", "ZA", "a"),
        take_person(text, "Wei Long", "Wei Long", "consul_general", "CN", "b"),
    )
    register = Register.in_memory()
    place = Place("Pretoria", "ZA")
    meeting = make_meeting(text, people, "2026-02-03", parties=("CN", "ZA"), place=place)
    register.add(read_text(text, "en", "2026-02-03", "Courier", engagements=(meeting,)))
    assert list_sentences(write(register, "ru", country="CN"), "contacts")[0] == (
        "3 февраля 2026 года в Претории состоялась встреча: посол Южно-Африканской Республики Thandi Nkosi и "
        "генеральный консул Китая Wei Long."
    )


def test_a_person_a_stretch_and_a_topic_narrow_a_brief(register: Register) -> None:
    """What is not asked for is left out, and the scope says what was asked."""
    brief = write(register, "en", country=None, person="Рашид")
    assert "Khalid Rashid took place" in list_sentences(brief, "contacts")[0]
    later = write(register, "en", since=dt.date(2026, 5, 1), topic="transport")
    assert "no contact" in list_sentences(later, "contacts")[0]
    assert ("Since", "1 May 2026") in later.scope
    assert ("Topic", "transport") in later.scope


def test_a_brief_of_two_leaves_out_what_is_no_business_of_theirs(register: Register) -> None:
    """Of Qatar and Norway this register knows nothing."""
    brief = write(register, "en", other="NO")
    assert brief.title == "Brief: Qatar and Norway"
    assert "no contact" in list_sentences(brief, "contacts")[0]
    assert "no position" in list_sentences(brief, "said")[0]


@pytest.mark.parametrize("asked", [{"country": None}, {"country": "XX"}, {"country": "QA", "other": "Q"}])
def test_a_brief_of_nobody_is_refused(asked: dict[str, str | None]) -> None:
    """One line says what to give."""
    with pytest.raises(UsageError, match="give"):
        Request("en", JUNE, **asked)  # type: ignore[arg-type]  # codes alone


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_words(language: Language) -> None:
    """Types, statuses, offices, stances and roles of the record, and no others."""
    from typing import get_args  # noqa: PLC0415 - for this test alone

    phrases = read_phrases(language)
    assert set(phrases.read("types")) == set(get_args(EngagementType))
    assert set(phrases.read("verbs")) == {*get_args(Status), "lapsed", "offered", "went_on"}
    assert set(phrases.read("offices")) == set(get_args(OfficeCode))
    assert set(phrases.read("stances")) == set(get_args(Stance))
    assert set(phrases.read("roles")) == set(get_args(ChairRole))
    assert get_args(InitiativeStatus)


def test_the_three_files_have_the_same_keys() -> None:
    """What is said in one language is said in all; only some forms are one language's own."""
    own = {"articles", "months_of", "months_in", "months_to", "months_from"}
    keys = [set(read_phrases(language).data) - own for language in LANGUAGES]
    assert keys[0] == keys[1] == keys[2]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "Исполнено по решению человека (Aigul). Катар: «открыть рейс»."),
        ("kk", "Адамның шешімі бойынша (Aigul) орындалды. Катар: «открыть рейс»."),
        ("en", "Done, as a person judged (Aigul). Qatar: “открыть рейс”."),
    ],
)
def test_a_promise_kept_is_no_longer_overdue(language: Language, said: str) -> None:
    """What a person judges of it is said with who judged, and it is no date to come."""
    register = make_register()
    entry = next(e for e in register.commitments() if e.fields["due"])
    register.correct(entry.id, "fate", "fulfilled", by="Aigul", quote="Катар обещал до 1 мая открыть рейс.")
    brief = write(register, language, day=dt.date(2026, 4, 1))
    assert said in list_sentences(brief, "open")
    assert not any("открыть рейс" in sentence for sentence in list_sentences(brief, "coming"))

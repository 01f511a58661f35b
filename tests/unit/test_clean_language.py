"""Which language a report and its paragraphs are in."""

from __future__ import annotations

import socket

import pytest

from elshi.clean.language import (
    describe_language,
    tell_language,
    tell_paragraph_language,
    tell_report_language,
)
from elshi.model.report import LANGUAGES

KAZAKH = "Сыртқы істер министрі көршілес елдің елшісін қабылдап, сауда мәселелерін талқылады."
RUSSIAN = "Министр иностранных дел принял посла соседней страны и обсудил с ним вопросы торговли."
ENGLISH = "The foreign minister received the ambassador of the neighbouring state and spoke of trade."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (KAZAKH, "kk"),
        (RUSSIAN, "ru"),
        (ENGLISH, "en"),
        ("Le ministre des Affaires étrangères a reçu l'ambassadeur et ils ont parlé de commerce.", "fr"),
        ("Міністр закордонних справ прийняв посла сусідньої держави та обговорив з ним торгівлю.", "uk"),
        ("Dışişleri Bakanı komşu ülkenin büyükelçisini kabul etti ve ticareti görüştü.", "tr"),
        ("外交部长今天会见了邻国大使，双方就贸易和交通合作问题交换了意见。", "zh"),
        ("Тышкы иштер министри коңшу өлкөнүн элчисин кабыл алып, соода маселелерин талкуулады.", "ky"),
        ("Министърът на външните работи прие посланика на съседната държава и обсъди търговията.", "bg"),
        ("Вазири корҳои хориҷӣ сафири кишвари ҳамсояро қабул намуда, масъалаҳои савдоро баррасӣ кард.", "tg"),
        ("Тышкы эшләр министры күрше илнең илчесен кабул итте һәм сәүдә мәсьәләләрен тикшерде.", "tt"),
        ("Елші сенімді түрде сөйлеп, келіссөз жүргізді деп есептеледі.", "kk"),
        ("Der Außenminister empfing den Botschafter des Nachbarlandes und sprach über den Handel.", "de"),
    ],
)
def test_the_language_of_a_sentence_is_told(text: str, code: str) -> None:
    """The three languages and their neighbours are told apart by one sentence."""
    assert tell_language(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "Ташқи ишлар вазири қўшни мамлакат элчисини қабул қилиб, савдо масалаларини муҳокама қилди.",
        "Bugun Toshkentda qoʻshni mamlakat elchisi bilan uchrashuv boʻlib oʻtdi, deb xabar berdi vazirlik.",
    ],
)
def test_uzbek_is_taken_for_none_of_the_three(text: str) -> None:
    """What cannot be told is said to be untold; it is not called Kazakh, Russian or English."""
    assert tell_language(text) not in {None, *LANGUAGES}


def test_a_russian_quotation_does_not_make_chinese_russian() -> None:
    """The alphabet decides only where most of the letters are its own."""
    chinese = "外交部长今天会见了邻国大使，双方就贸易和交通合作问题交换了意见，并讨论了两国关系的未来发展。"
    assert tell_language(f"{chinese}{chinese} «Мы были в Баку»") == "zh"


def test_a_few_letters_are_too_few() -> None:
    """Below twenty letters nothing is claimed."""
    assert tell_language("Астана, 12.03.2024") is None


def test_a_short_report_is_told_by_its_letters() -> None:
    """A report of a few words still has a language where its alphabet says which."""
    assert tell_report_language(["Елші келді.", "Қонақ риза."]) == "kk"
    assert tell_report_language(["12", "34"]) is None


def test_most_letters_decide_for_the_report() -> None:
    """One foreign paragraph does not change the language of a report."""
    assert tell_report_language([KAZAKH, KAZAKH, RUSSIAN]) == "kk"
    assert tell_report_language([RUSSIAN, RUSSIAN, ENGLISH]) == "ru"


@pytest.mark.parametrize(
    "sentence",
    ["Бакуде министрлер басшылары жиналды, делегациялар сапармен барды.", "Президент Парижде болды."],
)
def test_kazakh_without_kazakh_letters_stays_kazakh_in_a_kazakh_report(sentence: str) -> None:
    """A Kazakh sentence need have none of the nine letters; it has no Russian words either."""
    assert tell_paragraph_language(sentence, "kk") == "kk"


def test_a_russian_paragraph_in_a_kazakh_report_is_russian() -> None:
    """A paragraph in another of the three languages keeps its own."""
    assert tell_paragraph_language(RUSSIAN, "kk") == "ru"
    assert tell_paragraph_language(KAZAKH, "ru") == "kk"
    assert tell_paragraph_language(ENGLISH, "ru") == "en"


def test_a_paragraph_in_a_language_not_read_takes_the_report_s() -> None:
    """A French quotation inside a Russian report makes no fourth language."""
    assert (
        tell_paragraph_language("La séance est ouverte, a dit le président de la conférence.", "ru") == "ru"
    )


def test_no_network_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """The statistics come with the package: no connection is opened."""

    def refuse(*_: object) -> None:
        message = "a connection was opened"
        raise AssertionError(message)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert (
        tell_language("Il ministro degli Esteri ha ricevuto l'ambasciatore della repubblica vicina.") == "it"
    )


def test_languages_have_names() -> None:
    """The message names the language in English, or gives the code of a rare one."""
    assert describe_language("fr") == "French"
    assert describe_language("xx") == "the language 'xx'"


def test_short_kazakh_is_not_taken_for_ukrainian() -> None:
    """Ukrainian has no 'ы' and no 'э': a short sentence with 'і' and one of these is Kazakh."""
    assert tell_language("Астанада Кения елшісі Дэвид Мванги спикер Болат Омаровпен кездесті.") == "kk"
    assert tell_language("Міністр закордонних справ зустрівся з послом Німеччини у Києві.") == "uk"


def test_one_sentence_of_english_news_is_english() -> None:
    """'His' and the like show English where a sentence has no article."""
    sentence = "Kazakh Foreign Minister Yermek Aisarov met his Norwegian counterpart Lars Haugen."
    assert tell_language(sentence) == "en"

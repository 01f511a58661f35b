"""Names as reports inflect and shorten them, and the persons they belong to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.model.report import Language
from elshi.text.names import read_name_case, read_nominative, same_person_name

RUSSIAN = {
    # men: each case
    "Аскара Серикова": "Аскар Сериков",
    "Аскару Серикову": "Аскар Сериков",
    "Аскаром Сериковым": "Аскар Сериков",
    "Мартином Кельнером": "Мартин Кельнер",
    "Мартину Кельнеру": "Мартин Кельнер",
    "Петером Фишем": "Петер Фиш",
    "Рафаэлем Ибаррой": "Рафаэль Ибарра",
    "Сергеем Юрьевым": "Сергей Юрьев",
    "Павлом Стоцким": "Павел Стоцкий",
    "Павла Стоцкого": "Павел Стоцкий",
    "Виктором Ильичом Шуваловым": "Виктор Ильич Шувалов",
    "Эммануэлем Дюпоном": "Эммануэль Дюпон",
    "Хосе Мануэлем Диасом": "Хосе Мануэль Диас",
    # women
    "Ириной Станчевой": "Ирина Станчева",
    "Ирину Станчеву": "Ирина Станчева",
    "Марией Левицкой": "Мария Левицкая",
    "Клаудией Рот": "Клаудия Рот",
    "Ангелы Штольц": "Ангела Штольц",
    "Наталией Гонсалес": "Наталия Гонсалес",
    "Балнур Жумабековой": "Балнур Жумабекова",
    # names that do not decline
    "Марио Монтеро": "Марио Монтеро",
    "Кэндзи Накамицу": "Кэндзи Накамицу",
    "Александром Шевченко": "Александр Шевченко",
    "Мухтаром Сатпайулы": "Мухтар Сатпайулы",
    "Хулио Сервантесом": "Хулио Сервантес",
    "Андре Лефевром": "Андре Лефевр",
    "Мартином Коста-Ривера": "Мартин Коста-Ривера",
    "Марком Рютте": "Марк Рютте",
    # Chinese and Korean names: only the last part declines
    "Ли Хуэем": "Ли Хуэй",
    "Чжан Ханьхуэем": "Чжан Ханьхуэй",
    "Си Цзиньпином": "Си Цзиньпин",
    "Пан Ги Муна": "Пан Ги Мун",
    "Ли У": "Ли У",
    # hyphens, particles, initials, capitals
    "Нур-Султаном Асановым": "Нур-Султан Асанов",
    "Жаном-Полем Мартеном": "Жан-Поль Мартен",
    "Жуаном да Силвой": "Жуан да Силва",
    "Салимом бин Рашидом": "Салим бин Рашид",
    "Самиром аль-Хасаном": "Самир аль-Хасан",
    "М. Сериковым": "М. Сериков",
    "А.Б. Левицкого": "А.Б. Левицкий",
    "АСКАРОМ СЕРИКОВЫМ": "АСКАР СЕРИКОВ",
    # a surname alone
    "Стоцкого": "Стоцкий",
    "Сериковым": "Сериков",
    # nominatives that look inflected
    "Серикова": "Серикова",
    "Айгуль Серикова": "Айгуль Серикова",
    "Камила Торрес": "Камила Торрес",
    "Роман Левченко": "Роман Левченко",
    "Талгат Молдабай": "Талгат Молдабай",
    "Рафаэль Ибарра": "Рафаэль Ибарра",
    "Салима Бауэр": "Салима Бауэр",
    "Артём Цой": "Артём Цой",
    "Ибрагим Салем": "Ибрагим Салем",
}
KAZAKH = {
    # each case
    "Асқар Серіковтің": "Асқар Серіков",
    "Асқар Серіковке": "Асқар Серіков",
    "Асқар Серіковті": "Асқар Серіков",
    "Асқар Серіковтен": "Асқар Серіков",
    "Асқар Серіковпен": "Асқар Серіков",
    "Асқар Серіковте": "Асқар Серіков",
    "Болат Жұмабаевтың": "Болат Жұмабаев",
    "Болат Жұмабаевқа": "Болат Жұмабаев",
    # after each kind of sound
    "Мартин Кельнермен": "Мартин Кельнер",
    "Питер Фишпен": "Питер Фиш",
    "Ян Козбен": "Ян Коз",
    "Марио Монтероның": "Марио Монтеро",
    "Марио Монтеромен": "Марио Монтеро",
    "Карлос Сеттимен": "Карлос Сетти",
    "Эмма Дюпоннан": "Эмма Дюпон",
    "Эмма Дюпонның": "Эмма Дюпон",
    "Курт Меркельдің": "Курт Меркель",
    "Ирина Станчевамен": "Ирина Станчева",
    "Салем Әл Хашимидің": "Салем Әл Хашими",
    "Ли Имен": "Ли И",
    "Дэвид Лумен": "Дэвид Лу",
    "Ерлан Көкеудің": "Ерлан Көкеу",
    "Орхан Йылмазбен": "Орхан Йылмаз",
    "Орхан Шаһинге": "Орхан Шаһин",
    # patronymics keep the possessive that is their own
    "Асқар Болатұлының": "Асқар Болатұлы",
    "Асқар Болатұлына": "Асқар Болатұлы",
    "Асқар Болатұлын": "Асқар Болатұлы",
    "Әсел Болатқызымен": "Әсел Болатқызы",
    # hyphens and initials
    "Нұр-Сұлтан Серіковпен": "Нұр-Сұлтан Серіков",
    "А.Серіковтің": "А.Серіков",
    "Ә. Серіковке": "Ә. Серіков",
    # a surname alone
    "Серіковтің": "Серіков",
    "Жұмабайдың": "Жұмабай",
    # nominatives that look inflected
    "Орхан Айдан": "Орхан Айдан",
    "Роман": "Роман",
    "Гүлден": "Гүлден",
    "Ержан Нұрлан": "Ержан Нұрлан",
    "Кенан Зейдан": "Кенан Зейдан",
    "Сана Хелин": "Сана Хелин",
    "Юки Харада": "Юки Харада",
    "Карла Бротте": "Карла Бротте",
    "Кайрат Дастан": "Кайрат Дастан",
    "Әли Арыстан": "Әли Арыстан",
    "Асқар Жанкелді": "Асқар Жанкелді",
    "Асқар Құдайберді": "Асқар Құдайберді",
    "Асқар Құдайбердінің": "Асқар Құдайберді",
    "Айгүл Сатыбалды": "Айгүл Сатыбалды",
    "Бибігүл Мұратқызы": "Бибігүл Мұратқызы",
    "Олжас Сүлеймен": "Олжас Сүлеймен",
    "Мәди Қарабек": "Мәди Қарабек",
    "Темірхан Медетбай": "Темірхан Медетбай",
    "Рахым Айтқали": "Рахым Айтқали",
}
ENGLISH = {
    "Martin Kellner's": "Martin Kellner",
    "Martin Kellner’s": "Martin Kellner",
    "Helen Roberts'": "Helen Roberts",
    "Helen Roberts": "Helen Roberts",
    "Séamus O'Shea": "Séamus O'Shea",
    "Séamus O'Shea's": "Séamus O'Shea",
}
NAMES: dict[Language, dict[str, str]] = {"ru": RUSSIAN, "kk": KAZAKH, "en": ENGLISH}
EVERY_NAME = [(name, base, language) for language, names in NAMES.items() for name, base in names.items()]

SAME: list[tuple[str, str, Language]] = [
    ("Серикова", "Аскар Сериков", "ru"),
    ("Сериковым", "Аскар Сериков", "ru"),
    ("А. Сериков", "Аскар Сериков", "ru"),
    ("А.Серикову", "Аскар Сериков", "ru"),
    ("Н.-С. Асанов", "Нур-Султан Асанов", "ru"),
    ("Силвой", "Жуан да Силва", "ru"),
    ("Ривера", "Мартин Коста-Ривера", "ru"),
    ("Левицкой", "Мария Левицкая", "ru"),
    ("Ли", "Ли Хуэй", "ru"),
    ("Соловьев", "Пётр Соловьёв", "ru"),
    ("Аскар Сериков", "Аскар Болатович Сериков", "ru"),
    ("Серіковтің", "Асқар Серіков", "kk"),
    ("А.Серіков", "Асқар Серіков", "kk"),
    ("Ә.Жүнісовамен", "Әсел Жүнісова", "kk"),
    ("Кельнермен", "Мартин Кельнер", "kk"),
    ("Ван", "Ван И", "kk"),
    ("Kellner's", "Martin Kellner", "en"),
    ("M. Kellner", "Martin Kellner", "en"),
    ("Al Hashimi", "Salem bin Omar Al Hashimi", "en"),
    ("Kellner", "M. Kellner", "en"),
]
OTHERS: list[tuple[str, str, Language]] = [
    ("Аскар", "Аскар Сериков", "ru"),
    ("Нур-Султан", "Нур-Султан Асанов", "ru"),
    ("Б. Сериков", "Аскар Сериков", "ru"),
    ("Сериковой", "Аскар Сериков", "ru"),
    ("Серик", "Аскар Сериков", "ru"),
    ("да", "Жуан да Силва", "ru"),
    ("Сериков Аскар", "Аскар Сериков", "ru"),
    ("Болат Сериков", "Аскар Сериков", "ru"),
    ("Асқар", "Асқар Серіков", "kk"),
    ("Б.Серіков", "Асқар Серіков", "kk"),
    ("Серікова", "Асқар Серіков", "kk"),
    ("Martin", "Martin Kellner", "en"),
    ("P. Kellner", "Martin Kellner", "en"),
    ("", "Martin Kellner", "en"),
    ("Kellner", "", "en"),
]


@pytest.mark.parametrize(("name", "base", "language"), EVERY_NAME)
def test_inflected_name_comes_back_to_the_nominative(name: str, base: str, language: Language) -> None:
    """A name in any case, or already nominative, gives the nominative as the text would write it."""
    assert read_nominative(name, language) == base


@pytest.mark.parametrize(("base", "language"), sorted({(base, language) for _, base, language in EVERY_NAME}))
def test_nominative_of_a_nominative_is_itself(base: str, language: Language) -> None:
    """Reading a nominative once more changes nothing."""
    assert read_nominative(base, language) == base


@pytest.mark.parametrize(
    ("name", "language", "cases"),
    [
        ("Аскаром Сериковым", "ru", {"ablt"}),
        ("Аскара Серикова", "ru", {"gent", "accs"}),
        ("Аскару Серикову", "ru", {"datv"}),
        ("Аскар Сериков", "ru", {"nomn"}),
        ("Балнур Жумабековой", "ru", {"gent", "datv", "ablt", "loct"}),
        ("Марио Монтеро", "ru", {"nomn", "gent", "datv", "accs", "ablt", "loct"}),
        ("Асқар Серіковпен", "kk", {"instrumental"}),
        ("Асқар Серіковті", "kk", {"accusative"}),
        ("Асқар Серіков", "kk", {"nominative"}),
        ("Асқар Болатұлына", "kk", {"dative"}),
        ("Martin Kellner's", "en", {"genitive"}),
        ("Martin Kellner", "en", {"nominative"}),
    ],
)
def test_case_of_a_name(name: str, language: Language, cases: set[str]) -> None:
    """The endings of a name tell the cases it can stand in; one that does not decline stands in all."""
    assert read_name_case(name, language) == cases


@pytest.mark.parametrize(("short", "full", "language"), SAME)
def test_short_mention_may_be_the_person(short: str, full: str, language: Language) -> None:
    """A surname or an initial and a surname, in any case, may stand for the full name."""
    assert same_person_name(short, full, language)


@pytest.mark.parametrize(("short", "full", "language"), OTHERS)
def test_other_mention_is_not_the_person(short: str, full: str, language: Language) -> None:
    """A given name alone, another initial, gender or order of words does not stand for the full name."""
    assert not same_person_name(short, full, language)


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(["kk", "ru", "en"]))
def test_any_text_is_read_as_a_name(name: str, other: str, language: Language) -> None:
    """Whatever the text, a nominative and a case are given and nothing is raised."""
    assert isinstance(read_nominative(name, language), str)
    assert read_name_case(name, language)
    assert same_person_name(name, other, language) in {True, False}


@pytest.mark.parametrize(("name", "base", "language"), EVERY_NAME)
def test_number_of_words_is_kept(name: str, base: str, language: Language) -> None:
    """The nominative has as many words as the name had, and begins with the same letter."""
    found = read_nominative(name, language)
    assert len(found.split()) == len(base.split())
    assert found[0] == name[0]

"""The people of Russian sentences: their names, offices, whom they serve and where they are posted."""

from __future__ import annotations

from told_reports import tell_people, tell_tenures


def test_offices_stand_before_names() -> None:
    """The office with its country stands before the name, in any case."""
    text = (
        "Министр иностранных дел Казахстана Ермек Айсаров встретился в Осло с министром "
        "иностранных дел Норвегии Ларсом Хаугеном."
    )
    assert tell_people(text) == [
        "Ермек Айсаров: foreign_minister of KZ",
        "Ларс Хауген: foreign_minister of NO",
    ]


def test_office_stands_after_the_name() -> None:
    """The office may follow the name as an apposition."""
    text = "Госсекретарь США Джон Мартин принял Ермека Айсарова, министра иностранных дел Казахстана."
    assert tell_people(text) == [
        "Джон Мартин: foreign_minister of US",
        "Ермек Айсаров: foreign_minister of KZ",
    ]


def test_ambassador_has_a_post() -> None:
    """An ambassador serves one country and is posted to another, and his counterpart is of the latter."""
    text = (
        "Посол Казахстана в Иордании Талгат Омаров провёл встречу с министром транспорта Иордании "
        "Самиром Хаддадом."
    )
    assert tell_people(text) == [
        "Талгат Омаров: ambassador of KZ to JO",
        "Самир Хаддад: minister of JO",
    ]


def test_permanent_representative_is_posted_to_a_body() -> None:
    """A permanent representative is posted to the body named after 'при'."""
    text = "Постоянный представитель Казахстана при ЮНЕСКО посол Асель Нурпеисова выступила на заседании."
    assert tell_people(text) == ["Асель Нурпеисова: permanent_representative of KZ to UNESCO"]


def test_charge_daffaires_has_a_post() -> None:
    """A chargé d'affaires has a sending and a receiving country."""
    text = "Временный поверенный в делах Индии в Казахстане Раджив Менон посетил университет."
    assert tell_people(text) == ["Раджив Менон: charge_daffaires of IN to KZ"]


def test_shared_office_in_the_instrumental() -> None:
    """Of several bearers of one office, each serves the country before the own name."""
    text = "Встреча прошла с главами МИД Турции Мехметом Арсланом и Малайзии Ахмадом Разаком."
    assert tell_people(text) == [
        "Мехмет Арслан: foreign_minister of TR",
        "Ахмад Разак: foreign_minister of MY",
    ]


def test_shared_office_of_three() -> None:
    """A list may give the office once for three people."""
    text = (
        "В переговорах приняли участие главы МИД Турции Мехмет Арслан, Малайзии Ахмад Разак и "
        "Индонезии Бамбанг Сурьо."
    )
    assert tell_people(text) == [
        "Мехмет Арслан: foreign_minister of TR",
        "Ахмад Разак: foreign_minister of MY",
        "Бамбанг Сурьо: foreign_minister of ID",
    ]


def test_side_tells_the_country() -> None:
    """'С казахстанской стороны' and 'с индийской' tell whom the officials serve."""
    text = (
        "С казахстанской стороны делегацию возглавил вице-министр торговли Нурлан Сабиров, с "
        "индийской – заместитель министра торговли Раджив Менон."
    )
    assert tell_people(text) == [
        "Нурлан Сабиров: deputy_minister of KZ",
        "Раджив Менон: deputy_minister of IN",
    ]


def test_appointment_by_verb() -> None:
    """Who became ambassador bears the office though a verb stands between."""
    text = "Послом Казахстана в Греции стал Ержан Ахметов."
    assert tell_people(text) == ["Ержан Ахметов: ambassador of KZ to GR"]


def test_appointment_by_decree() -> None:
    """A decree of the President appoints; the one appointed is not the President."""
    text = (
        "Указом Президента Казахстана Марат Сулейменов назначен генеральным консулом Казахстана в Стамбуле."
    )
    assert tell_people(text) == ["Марат Сулейменов: consul_general of KZ to TR"]


def test_surname_and_initials_later() -> None:
    """The surname and the initial later in the text are the same person."""
    text = (
        "Министр иностранных дел Казахстана Ермек Айсаров прибыл в Дели. Айсаров прочел лекцию. "
        "Е. Айсарову задали вопросы."
    )
    assert tell_people(text) == ["Ермек Айсаров: foreign_minister of KZ"]


def test_inflected_surname_later() -> None:
    """An inflected surname later in the text is the same person."""
    text = (
        "Президент Монголии Батбаяр Ганболд прибыл в Астану. Ганболда встретили в аэропорту. По "
        "словам Ганболда, визит важен."
    )
    assert tell_people(text) == ["Батбаяр Ганболд: head_of_state of MN"]


def test_two_offices_in_one() -> None:
    """Of a combined post the first office counts."""
    text = (
        "Заместитель премьер-министра – министр иностранных дел Казахстана Асет Ерланов принял "
        "посла Бразилии Жоао Силву."
    )
    assert tell_people(text) == [
        "Асет Ерланов: deputy_head_of_government of KZ",
        "Жоао Силва: ambassador of BR",
    ]


def test_former_office() -> None:
    """A former office is kept as former."""
    text = "Бывший премьер-министр Исландии Йон Гуннарссон приехал в Астану."
    assert tell_people(text) == ["Йон Гуннарссон: former head_of_government of IS"]


def test_offices_of_bodies() -> None:
    """Officials of organisations serve the organisation."""
    text = (
        "Верховный комиссар ООН по делам беженцев Анна Линд и генеральный секретарь ОБСЕ Хельга "
        "Майер провели переговоры."
    )
    assert tell_people(text) == [
        "Анна Линд: official of UN",
        "Хельга Майер: secretary_general of OSCE",
    ]


def test_speakers() -> None:
    """Speakers of parliament are told by their chamber."""
    text = (
        "Спикер Сената Парламента РК Даурен Касымов встретился с председателем парламента Грузии "
        "Нино Беридзе."
    )
    assert tell_people(text) == [
        "Даурен Касымов: speaker of KZ",
        "Нино Беридзе: speaker of GE",
    ]


def test_women_keep_their_names() -> None:
    """Women's names that do not decline stay as they are."""
    text = "Глава МИД Кении Мэри Мванга провела переговоры с послом Чили Кармен Лопес."
    assert tell_people(text) == [
        "Мэри Мванга: foreign_minister of KE",
        "Кармен Лопес: ambassador of CL",
    ]


def test_arabic_name_keeps_its_particles() -> None:
    """Particles inside an Arabic name belong to it, the title of sheikh does not."""
    text = "Министр иностранных дел ОАЭ шейх Абдулла бин Заид Аль Нахайян посетил Астану."
    assert tell_people(text) == ["Абдулла бин Заид Аль Нахайян: foreign_minister of AE"]


def test_deputy_is_not_the_minister() -> None:
    """A deputy minister of foreign affairs is not the minister."""
    text = "Замминистра иностранных дел Узбекистана Рустам Каримов открыл выставку."
    assert tell_people(text) == ["Рустам Каримов: deputy_foreign_minister of UZ"]


def test_somebody_without_an_office() -> None:
    """A person named without an office has none."""
    text = "Казахстанский дипломат Айнур Бекова и турецкий министр обороны Мехмет Арслан обсудили учения."
    assert tell_people(text) == [
        "Айнур Бекова: no office",
        "Мехмет Арслан: minister of TR",
    ]


def test_regions_are_no_people() -> None:
    """Regions and forums are not people."""
    text = (
        "Форум «Центральная Азия – Япония» собрал экспертов Центральной Азии и Персидского "
        "залива. Центральная Азия растет."
    )
    assert tell_people(text) == []


def test_headline_in_capitals() -> None:
    """A headline set in capitals adds no people."""
    text = (
        "АЙСАРОВ ВСТРЕТИЛСЯ С ХАУГЕНОМ В ОСЛО\n\nМинистр иностранных дел Казахстана Ермек Айсаров "
        "встретился с министром иностранных дел Норвегии Ларсом Хаугеном."
    )
    assert tell_people(text) == [
        "Ермек Айсаров: foreign_minister of KZ",
        "Ларс Хауген: foreign_minister of NO",
    ]


def test_tenures_follow_the_offices() -> None:
    """Everyone whose office the report states has one tenure, under the romanised name."""
    text = (
        "Послом Казахстана в Греции стал Ержан Ахметов. Посол встретился с дипломатом Айнур "
        "Бековой. Ахметова поздравил бывший посол Чили Карлос Мендес."
    )
    assert tell_tenures(text) == [
        "Yerzhan Akhmetov: ambassador of KZ to GR",
        "Karlos Mendes: former ambassador of CL",
    ]


def test_official_who_receives_our_ambassador() -> None:
    """Who receives an ambassador of the report's country is of the place of the talks, else of none told."""
    received = "был принят спикером Национальной ассамблеи Дэвидом Мванги."
    abroad = tell_people(f"В Кении посол Казахстана Талгат Омаров {received}")
    unplaced = tell_people(f"Посол Казахстана Талгат Омаров {received}")
    assert "speaker of KE" in " ".join(abroad)
    assert "speaker of None" in " ".join(unplaced)


def test_minister_who_receives_our_ambassador_to_a_country() -> None:
    """The post of an ambassador is not the place of the talks: the minister at home is of home."""
    text = "Министр иностранных дел Ермек Айсаров принял посла Казахстана в Кении Талгата Омарова."
    assert tell_people(text)[0] == "Ермек Айсаров: foreign_minister of KZ"


def test_a_body_is_no_part_of_the_name() -> None:
    """The body that somebody leads stands between the office and the name, and is not of the name."""
    text = "Глава Роскосмоса Алексей Петров и спикер Сейма Янис Берзиньш встретились в Риге."
    assert [line.split(":")[0] for line in tell_people(text)] == ["Алексей Петров", "Янис Берзиньш"]


def test_a_name_that_looks_like_a_city_or_an_office() -> None:
    """'Миланом Йовановичем' is no city, and 'Владимир Королев' no queen."""
    text = "Посол Казахстана Владимир Королев встретился с министром обороны Сербии Миланом Йовановичем."
    assert tell_people(text) == ["Владимир Королев: ambassador of KZ", "Милан Йованович: minister of RS"]


def test_three_part_name_beside_its_short_form() -> None:
    """'Реджеп Тайип Эрдоган' and 'Реджеп Эрдоган' are one person with one full name."""
    text = "Президент Турции Реджеп Тайип Йылмаз прибыл в Баку. Реджеп Йылмаз выступил в парламенте."
    assert tell_people(text) == ["Реджеп Тайип Йылмаз: head_of_state of TR"]


def test_nobody_serves_the_country_of_whom_he_meets() -> None:
    """Where only the guest's country is named, that of the host stays open."""
    text = "Посла Румынии Виктора Попеску принял заместитель министра иностранных дел Айдос Ермеков."
    assert tell_people(text) == [
        "Виктор Попеску: ambassador of RO",
        "Айдос Ермеков: deputy_foreign_minister of None",
    ]


def test_ambassadors_listed_with_their_countries() -> None:
    """An office in the plural is that of each in the list, who serves the country in brackets."""
    text = (
        "Грамоты вручили чрезвычайные и полномочные послы Ингрид Ольсен (Норвегия), Жуан Перейра (Бразилия) "
        "и Абебе Тадесе (Эфиопия)."
    )
    assert tell_people(text) == [
        "Ингрид Ольсен: ambassador of NO",
        "Жуан Перейра: ambassador of BR",
        "Абебе Тадесе: ambassador of ET",
    ]


def test_the_post_left_is_not_the_post_given() -> None:
    """'Ранее занимавший пост посла' tells what the appointed one was."""
    text = (
        "Заместителем министра иностранных дел Казахстана назначен Данияр Оспанов, ранее занимавший пост "
        "посла Казахстана в Корее."
    )
    assert tell_people(text) == ["Данияр Оспанов: deputy_foreign_minister of KZ"]


def test_hosts_of_a_planned_visit() -> None:
    """Who is to receive a visitor without a country beside the office is of the country to be visited."""
    text = (
        "Министр иностранных дел Турции Мехмет Арслан 4 июня посетит Казахстан. В ходе визита запланированы "
        "переговоры с Президентом Арманом Сериковым."
    )
    assert tell_people(text)[1] == "Арман Сериков: head_of_state of KZ"

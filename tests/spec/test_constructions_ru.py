"""How Russian reports tell of several talks in a row, of guests without names and of what lies ahead."""

from __future__ import annotations

from told_reports import tell_engagements

MINISTER = "Министр иностранных дел Казахстана Ермек Айсаров"


def test_topic_of_each_talk() -> None:
    """'С А обсудил торговлю, с Б – визы': whoever is told of with a matter of his own was met apart."""
    text = (
        f"{MINISTER} обсудил с министром экономики Перу Анной Диас поставки меди, с министром туризма Перу "
        "Хуаном Рохасом – прямые рейсы."
    )
    assert tell_engagements(text) == [
        "meeting held | KZ PE | Айсаров Диас | - | -",
        "meeting held | KZ PE | Айсаров Рохас | - | -",
    ]


def test_passive_talk_of_the_principal() -> None:
    """'С министром Б обсуждены рейсы' goes on with him whose doings are told."""
    text = (
        f"{MINISTER} прибыл с визитом в Белград. С министром торговли Сербии Гораном Беличем обсуждены "
        "перевозки грузов."
    )
    assert tell_engagements(text) == [
        "visit ongoing | KZ RS | Айсаров | Belgrade RS | -",
        "meeting held | KZ RS | Айсаров Белич | Belgrade RS | - | within visit",
    ]


def test_delegation_led_by_a_guest() -> None:
    """Who leads the delegation that somebody received is the guest, though named after the verb."""
    text = (
        "Спикер парламента Узбекистана Шухрат Камилов принял делегацию во главе с министром обороны Японии "
        "Хироси Накаямой."
    )
    assert tell_engagements(text) == ["meeting held | JP UZ | Камилов Накаяма | UZ | -"]


def test_delegation_without_names() -> None:
    """A delegation received without a name gives its country."""
    assert tell_engagements("Президент Казахстана Арман Сериков принял делегацию Сейма Латвии.") == [
        "meeting held | KZ LV | Сериков | KZ | -"
    ]


def test_guest_called_by_his_country() -> None:
    """'Норвежского гостя' is the Norwegian told of before."""
    text = (
        "Министр торговли Норвегии Ларс Хауген прибыл в Астану. Норвежского гостя принял спикер парламента "
        "Казахстана Асель Нурпеисова."
    )
    assert tell_engagements(text) == [
        "visit held | KZ NO | Хауген | Astana KZ | -",
        "meeting held | KZ NO | Нурпеисова Хауген | Astana KZ | - | within visit",
    ]


def test_colleagues_from_two_countries() -> None:
    """'С турецким и чилийским коллегами' are two talks with those named before."""
    text = (
        "Министр обороны Казахстана Даурен Косанов, министр обороны Турции Мехмет Арслан и министр обороны "
        "Чили Карлос Мендес приняли участие в заседании Совета безопасности полетов. Затем Косанов провел "
        "двусторонние встречи с турецким и чилийским коллегами."
    )
    assert tell_engagements(text) == [
        "conference held | CL KZ TR | Косанов Арслан Мендес | - | -",
        "meeting held | KZ TR | Косанов Арслан | - | - | within conference",
        "meeting held | CL KZ | Косанов Мендес | - | - | within conference",
    ]


def test_colleague_from_a_country() -> None:
    """'С коллегой из Перу Х' holds the same office in Peru, and signs with him who is told of."""
    text = f"{MINISTER} подписал с коллегой из Перу Хуаном Рохасом меморандум."
    assert tell_engagements(text) == ["signing held | KZ PE | Айсаров Рохас | - | -"]


def test_talk_before_the_signing() -> None:
    """'Перед подписанием министры провели переговоры' tells of a talk of those who signed."""
    text = (
        "Соглашение подписано в Белграде министром транспорта Кыргызстана Эмилем Торобаевым и министром "
        "транспорта Сербии Иваном Радойчичем. Перед подписанием министры провели переговоры."
    )
    assert tell_engagements(text) == [
        "signing held | KG RS | Торобаев Радойчич | Belgrade RS | -",
        "meeting held | KG RS | Торобаев Радойчич | Belgrade RS | -",
    ]


def test_council_with_two_chairs() -> None:
    """Those under whose chairmanship a council met took part in it, one for each side."""
    text = (
        "В Астане под председательством министра транспорта Казахстана Даурена Косанова и министра "
        "транспорта Чили Карлоса Мендеса прошло третье заседание Стратегического совета."
    )
    assert tell_engagements(text) == ["commission held | CL KZ | Косанов Мендес | Astana KZ | -"]


def test_council_to_be_set_up() -> None:
    """A council that is to be set up has not met."""
    assert tell_engagements("Норвегия и Перу договорились создать деловой совет.") == []


def test_day_before() -> None:
    """'Днем ранее' dates what it tells and is no background."""
    text = (
        "Президент Таджикистана Фаррух Назаров встретился с президентом Ирана Али Резаи. Днем ранее Назаров "
        "созвонился с президентом Перу Хуаном Рохасом."
    )
    assert tell_engagements(text) == [
        "meeting held | IR TJ | Назаров Резаи | - | -",
        "call held | PE TJ | Назаров Рохас | - | -",
    ]


def test_invited_at_a_reception() -> None:
    """Who was received and invited was received; the event that he is invited to is proposed."""
    text = (
        "Президент Казахстана Арман Сериков принял премьер-министра Перу Хуана Рохаса и пригласил его "
        "принять участие в саммите по воде."
    )
    assert tell_engagements(text) == [
        "meeting held | KZ PE | Сериков Рохас | KZ | -",
        "conference proposed | PE | Рохас | - | -",
    ]


def test_invitation_that_was_got() -> None:
    """Who got an invitation is the one invited."""
    assert tell_engagements(f"{MINISTER} получил приглашение посетить Осло.") == [
        "visit proposed | KZ NO | Айсаров | Oslo NO | -"
    ]


def test_visit_of_somebody_else() -> None:
    """The visit put off is his whose visit it is called, and not the ambassador's who tells of it."""
    text = (
        "Посол Казахстана в Катаре Ержан Омаров уточнил, что визит министра торговли Катара Саида аль-Куари "
        "в Астану сдвигается."
    )
    assert tell_engagements(text) == ["visit cancelled | KZ QA | аль-Куари | Astana KZ | -"]


def test_programme_of_a_visit() -> None:
    """A dash stands for the verb: talks 'in the programme' of a visit lie ahead as it does."""
    text = (
        "Премьер-министр Армении Вардан Саркисян посетит Казахстан. В программе визита – переговоры с "
        "президентом Казахстана Арманом Сериковым."
    )
    assert tell_engagements(text) == [
        "visit planned | AM KZ | Саркисян | KZ | -",
        "meeting planned | AM KZ | Саркисян Сериков | KZ | - | within visit",
    ]


def test_talk_not_planned() -> None:
    """'Не планируется' denies the talk, however many words stand between."""
    text = "Встреча министра иностранных дел Казахстана с послом Ирана на этой неделе не планируется."
    assert tell_engagements(text) == []


def test_signed_papers_on_show() -> None:
    """A paper that is only said to be signed is no signing."""
    text = "На выставке показали грамоты послов, подписанные королями Швеции и Дании."
    assert tell_engagements(text) == []


def test_journey_to_take_part() -> None:
    """Who comes to take part in a forum takes part in it, and is on no visit."""
    text = "Генеральный секретарь ОИС Ибрагим Юнус прибыл в столицу Казахстана для участия в форуме «Мост»."
    assert tell_engagements(text) == ["conference held | KZ OIC | Юнус | Astana KZ | -"]

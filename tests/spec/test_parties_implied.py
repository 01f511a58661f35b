"""Between whom an engagement is, where its own sentence does not name both."""

from __future__ import annotations

import pytest
from told_reports import tell_engagements


def test_memorandum_signed_at_the_same_talks() -> None:
    """What is signed at talks is signed between their sides, though its sentence names one of them."""
    text = (
        "On the sidelines of the UN General Assembly in New York, President Dana Omarova of Kazakhstan met "
        "OECD Secretary-General Pedro Alvarez. A memorandum on an OECD school for tax officers was signed "
        "after the talks."
    )
    assert tell_engagements(text, "2025-09-24") == [
        "conference held | KZ UN | - | New York US | 2025-09-24~",
        "meeting held | KZ OECD | Omarova Alvarez | New York US | 2025-09-24~ | within conference",
        "signing held | KZ OECD | - | New York US | 2025-09-24~ | within meeting",
    ]


def test_memorandum_told_in_a_paragraph_of_its_own() -> None:
    """What is signed in the week of a council is signed by the two who met, and not by its members."""
    text = (
        "Қазақстан Сыртқы істер министрі Болат Сейітов Венада ЕҚЫҰ министрлер кеңесінің 30-шы отырысына "
        "қатысты. Отырыс аясында ол Болгария Сыртқы істер министрі Георги Стояновпен кездесті.\n\n"
        "Консулдық көмек туралы меморандумға қол қойылды."
    )
    signing = tell_engagements(text, "2025-12-05")[2]
    assert signing == "signing held | BG KZ | - | Vienna AT | 2025-12-05~ | within conference"


def test_summit_that_the_ministers_of_an_organisation_prepare() -> None:
    """The summit ahead is that of the organisation whose ministers met; the host is a party of it."""
    text = (
        "Бакуде ТМҰ Сыртқы істер министрлері кеңесінің отырысы болды. "
        "Тараптар қазан айында Бакуде өтетін саммиттің күн тәртібін талқылады."
    )
    assert tell_engagements(text, "2024-05-22") == [
        "conference held | AZ OTS | - | Baku AZ | 2024-05-22~",
        "conference planned | AZ OTS | - | Baku AZ | 2024-10",
    ]


def test_summit_that_the_ministers_prepare_in_russian() -> None:
    """'Подготовку к саммиту, который пройдет в Баку' is to the summit of the ministers' organisation."""
    text = (
        "В Баку состоялось заседание Совета министров иностранных дел ОТГ. "
        "Министры обсудили подготовку к саммиту, который пройдет в Баку в октябре."
    )
    assert tell_engagements(text, "2024-05-22")[1].startswith("conference planned | AZ OTS | - | Baku AZ")


def test_forum_put_off_beside_a_commission() -> None:
    """The business forum that was to be beside a commission is between the commission's countries."""
    text = (
        "The fourth session of the Oman-Qatar Joint Commission will take place in Muscat on 12 May. "
        "A business forum due to be held on the same day has been cancelled."
    )
    assert tell_engagements(text, "2026-04-30") == [
        "commission planned | OM QA | - | Muscat OM | 2026-05-12",
        "conference cancelled | OM QA | - | - | -",
    ]


def test_forum_put_off_beside_a_commission_in_russian() -> None:
    """'Деловой форум отложен' tells of the forum of the two countries whose commission meets."""
    text = (
        "В Маскате 12 мая пройдет четвертое заседание оманско-катарской межправительственной комиссии. "
        "Деловой форум, намеченный на тот же день, отложен."
    )
    assert tell_engagements(text, "2026-04-30")[1] == "conference cancelled | OM QA | - | - | -"


def test_seat_of_an_organ_is_no_party() -> None:
    """A ministers' meeting in the week of the General Assembly does not make its host country a party."""
    text = (
        "Foreign Minister Nina Falk of Norway will be in New York for the 80th session of the UN General "
        "Assembly from 21 to 25 September 2025. Falk will also attend a NATO ministerial meeting."
    )
    assert tell_engagements(text, "2025-09-18") == [
        "conference planned | NO UN | Falk | New York US | 2025-09-21/2025-09-25",
        "conference planned | NATO NO | Falk | New York US | 2025-09-21/2025-09-25 | within conference",
    ]


def test_commission_of_two_is_not_of_the_organisation_told_before() -> None:
    """A session to which the Bulgarian minister invites is of Bulgaria's commission, not of the council."""
    text = (
        "Венада ЕҚЫҰ министрлер кеңесінің 30-шы отырысы болды. Қазақстан Сыртқы істер министрі Болат Сейітов "
        "кеңес аясында Болгария Сыртқы істер министрі Георги Стояновпен келіссөз жүргізді. Болгария министрі "
        "комиссияның жетінші отырысын Софияда өткізуге шақырды."
    )
    assert tell_engagements(text, "2019-12-07") == [
        "conference held | AT OSCE | - | Vienna AT | 2019-12-07~",
        "meeting held | BG KZ | Сейітов Стоянов | - | 2019-12-07~",
        "commission proposed | BG KZ | - | Sofia BG | -",
    ]


IN_RUSSIAN = (
    "Министр иностранных дел Омана Салем аль-Харуси прибыл в Астану на форум по транспорту. "
    "Всем гостям обещана встреча с президентом Казахстана Даной Омаровой."
)
IN_ENGLISH = (
    "Foreign Minister Salem al-Harusi of Oman arrived in Astana for a forum on transport. "
    "Everyone there has been promised a meeting with President Dana Omarova of Kazakhstan."
)
IN_KAZAKH = (
    "Оман Сыртқы істер министрі Салем әл-Харуси Астанаға көлік форумына келді. "
    "Барлығына Қазақстан Президенті Дана Омаровамен кездесу уәде етілді."
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (IN_RUSSIAN, "conference held | OM | аль-Харуси | Astana KZ | 2026-03-12~"),
        (IN_ENGLISH, "conference held | OM | al-Harusi | Astana KZ | 2026-03-12~"),
        (IN_KAZAKH, "visit held | KZ OM | әл-Харуси | Astana KZ | 2026-03-12~"),
    ],
    ids=["ru", "en", "kk"],
)
def test_talk_promised_to_all_guests(text: str, told: str) -> None:
    """A talk that is promised to everybody is not told as a talk of the minister's own."""
    assert tell_engagements(text, "2026-03-12") == [told]


AGREED_IN_RUSSIAN = (
    "12 марта министр иностранных дел Казахстана Ержан Бекетов встретился в Осло с министром иностранных дел "
    "Норвегии Ингой Хансен. Стороны договорились об организации конференции по воде в Астане в 2027 году."
)
AGREED_IN_KAZAKH = (
    "12 наурызда Қазақстан Сыртқы істер министрі Болат Сейітов Ослода Норвегия Сыртқы істер министрі Инга "
    "Хансенмен кездесті. Тараптар 2027 жылы Астанада су жөніндегі конференция ұйымдастыруға келісті."
)
AGREED_IN_ENGLISH = (
    "On 12 March Foreign Minister Yerzhan Beketov of Kazakhstan met Foreign Minister Inga Hansen of Norway "
    "in Oslo. They agreed to organise a conference on water in Astana in 2027."
)


@pytest.mark.parametrize(
    "text", [AGREED_IN_RUSSIAN, AGREED_IN_KAZAKH, AGREED_IN_ENGLISH], ids=["ru", "kk", "en"]
)
def test_conference_that_the_sides_agree_to_hold(text: str) -> None:
    """What two sides agree to organise lies ahead, and is between them."""
    assert tell_engagements(text, "2026-03-13")[1] == "conference planned | KZ NO | - | Astana KZ | 2027"


def test_conference_that_the_sides_only_discuss() -> None:
    """What they talk about is no undertaking of theirs."""
    text = AGREED_IN_ENGLISH.replace("agreed to organise", "discussed")
    assert tell_engagements(text, "2026-03-13") == [
        "meeting held | KZ NO | Beketov Hansen | Oslo NO | 2026-03-12",
    ]

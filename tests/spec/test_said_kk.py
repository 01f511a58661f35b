"""What Kazakh reports say was stated, proposed, promised and presided over, and what they do not."""

from __future__ import annotations

import pytest
from said_reports import tell_chairmanships, tell_commitments, tell_initiatives, tell_positions

from elshi.reader import read

POSITIONS = [
    ("[Қазақстан|KZ] тарапы бұл шешімді қолдайтынын мәлімдеді.", ["support KZ"]),
    ("[Айгүл Сейіт|person:KZ] қатысушыларды сабырлылық сақтауға шақырды.", ["call_for Айгүл Сейіт"]),
    ("[Түркия|TR] теміржолдың ашылуын құптайды.", ["welcome TR"]),
    ("[Осло|city:NO] гуманитарлық керуенге жасалған шабуылды айыптады.", ["condemn NO"]),
    ("[Айгүл Сейіт|person:KZ] су тапшылығына алаңдаушылық білдірді.", ["concern Айгүл Сейіт"]),
    ("Бас хатшы [Лейф Берг|person:UN] [Қазақстанның|KZ] үлесін жоғары бағалады.", ["welcome Лейф Берг"]),
    ("Тараптар шекара туралы шартқа бейіл екенін растады.", ["commit KZ", "commit NO"]),
    ("[Рабат|city:MA] келісімді қайта қарауға қарсы екенін мәлімдеді.", ["oppose MA"]),
    ("[Айгүл Сейіт|person:KZ] бақылаушыларды қабылдауға дайын екенін айтты.", ["readiness Айгүл Сейіт"]),
    ("Екі тарап порттың тезірек ашылуын жақтады.", ["support KZ", "support NO"]),
    ("[Айгүл Сейіт|person:KZ] су үнемдеу қажет екенін атап өтті.", ["call_for Айгүл Сейіт"]),
    ("– Келіссөз тоқтамауы тиіс, – деді [Айгүл Сейіт|person:KZ].", ["call_for Айгүл Сейіт"]),
    (
        "[Айгүл Сейіт|person:KZ] серіктестерге бастаманы қолдағаны үшін алғыс білдірді.",
        ["welcome Айгүл Сейіт"],
    ),
    ("Елші [Лейф Берг|person:NO] астық саудасын кеңейтуге мүдделі екенін жеткізді.", ["readiness Лейф Берг"]),
    (
        "[Айгүл Сейіт|person:KZ] шабуылды айыптады, ал [Лейф Берг|person:NO] бітімді қолдайтынын айтты.",
        ["condemn Айгүл Сейіт", "support Лейф Берг"],
    ),
]
NO_POSITIONS = [
    "[Айгүл Сейіт|person:KZ] әріптесіне көрсеткен қонақжайлығы үшін алғыс айтты.",
    "[Айгүл Сейіт|person:KZ] [Лейф Бергті|person:NO:Лейф Берг] елге сапармен келуге шақырды.",
    "Форум [БҰҰ-ның|UN] қолдауымен өтті.",
    "Еске салайық, мамырда [Қазақстан|KZ] бұл келісімді қолдады.",
    "Тараптар терроризмге қарсы күресті талқылады.",
    "[Айгүл Сейіт|person:KZ] саммитке дайындықты пысықтады.",
    "Айта кету керек, кездесу елордада өтті.",
    "Мүдделі органдар [Осло|city:NO] қаласында жиын өткізді.",
    "[Айгүл Сейіт|person:KZ] әріптесін мерекемен құттықтады.",
]
COMMITMENTS = [
    ("Тараптар рейсті [1 мамырға дейін|by:../2026-05-01] ашуға уағдаласты.", ["KZ NO, ../2026-05-01"]),
    ("Министрлер келесі раундты [2027 жылы|at:2027] өткізуге келісті.", ["KZ NO, 2027"]),
    ("[Норвегия|NO] тарапы қаржы бөлуге уәде берді.", ["NO, no date"]),
    (
        "[Айгүл Сейіт|person:KZ] консулдықты [маусымға дейін|by:../2026-06] ашуды тапсырды.",
        ["KZ, ../2026-06"],
    ),
    ("Тараптар жиынды Ослода өткізу туралы шешім қабылдады.", ["KZ NO, no date"]),
    ("[Норвегия|NO] тарапы келесі жылы елордада мектеп ашуға ниетті.", ["NO, no date"]),
    ("[Лейф Берг|person:NO] жүкті уақытында жеткізетінін айтты.", ["NO, no date"]),
    ("[Қазақстан|KZ] тарапы форумды Алматыда өткізетінін растады.", ["KZ, no date"]),
    ("[Минск|city:BY] зауытты [2027 жылдың маусымына дейін|by:../2027-06] іске қоспақ.", ["BY, ../2027-06"]),
    ("Құжаттар [жыл соңына дейін|by:2026] күшіне енуге тиіс.", ["KZ NO, 2026"]),
    ("[Норвегия|NO] үкіметі көмек жіберуге міндеттенді.", ["NO, no date"]),
    ("– Біз көпірді бірге салуға келістік, – деді [Айгүл Сейіт|person:KZ].", ["KZ NO, no date"]),
]
NO_COMMITMENTS = [
    "[Айгүл Сейіт|person:KZ] жаңа жол сауданы дамытуға серпін беретінін айтты.",
    "Тараптар сот шешімін талқылады.",
    "Сессия [19 мамырға дейін|by:../2026-05-19] жалғасады.",
    "Министрлер құжаттардың жобаларын алдын ала келісті.",
    "[Лейф Берг|person:NO] сенім грамотасын тапсырды.",
    "Бапкер: «Біз шабуылмен жауап беруге келістік», – деп түсіндірді.",
    "[Айгүл Сейіт|person:KZ] [жыл соңына дейін|by:2026] [Ослоға|city:NO] барады.",
    "Берілген тапсырмалардың орындалуы қаралды.",
    "[Айгүл Сейіт|person:KZ] кездесу болғанын айтты.",
]
INITIATIVES = [
    (
        "[Норвегия министрі|NO] [Қазақстанның|KZ] бірлескен зертхана ашу жөніндегі ұсынысын қолдады.",
        ["proposed KZ"],
    ),
    ("[Айгүл Сейіт|person:KZ] мұздықтарды қорғау қорын құруды ұсынды.", ["proposed KZ"]),
    ("[Лейф Берг|person:NO] су тізілімін жасау жөніндегі ұсынысын айтты.", ["proposed NO"]),
    ("[Лейф Берг|person:NO] [Қазақстанның|KZ] ортақ мұрағат құру бастамасын қолдады.", ["promoted KZ"]),
    ("[Айгүл Сейіт|person:KZ] өңірлік хаб құру идеясын таныстырды.", ["promoted ?"]),
    ("Тараптар «Ортақ су» бағдарламасын қолдайтынын растады.", ["promoted ?"]),
    ("[Қазақстан|KZ] тарапы бірлескен зертхана ашуды ұсынды.", ["proposed KZ"]),
    ("[Айгүл Сейіт|person:KZ] жасыл дәліз туралы бастама көтерді.", ["proposed KZ"]),
    ("Тараптар Мұздықтар университетін құруға келісті.", ["promoted ?"]),
    ("[Катар|QA] тарапы Астана процесін қолдайды.", ["in_force ?"]),
    ("[Түркіменстанның|TM] бейтараптық туралы бастамасы құпталды.", ["promoted TM"]),
    ("[Айгүл Сейіт|person:KZ] орталық ашу жобасын қолдады.", ["promoted ?"]),
    ("[Лейф Берг|person:NO] даму банкін құру ұсынысын қайталады.", ["proposed NO"]),
]
NO_INITIATIVES = [
    "Әңгіме [түрік|nat:TR] тарапының бастамасымен болды.",
    "Форум бейбіт бастамаларға арналды, деді [Айгүл Сейіт|person:KZ].",
    "[Айгүл Сейіт|person:KZ] қонақтарға шай ұсынды.",
    "Тараптар сауданы талқылады.",
    "[Айгүл Сейіт|person:KZ] жаңа орталықты аралап көрді.",
    "Сөйлесу [Душанбе|city:TJ] ұсынысымен өтті.",
    "[Лейф Берг|person:NO] құжаттың жобасын алды.",
    "Іріктеу процесі аяқталды.",
]
CHAIRMANSHIPS = [
    ("[ШЫҰ-дағы|SCO] төрағалық [Қазақстанға|KZ] көшті.", ["KZ chair SCO, no period"]),
    ("[Словения|SI] [ЕҚЫҰ-ға|OSCE] [2026 жылы|at:2026] төрағалық етеді.", ["SI chair OSCE, 2026"]),
    (
        "[Норвегия|NO] [Қауіпсіздік Кеңесінің|UNSC] тұрақты емес мүшесі болып сайланды.",
        ["NO member UNSC, no period"],
    ),
    ("[Кения|KE] [Африка одағындағы|body:AU] төрағалықты қабылдап алды.", ["KE chair AU, no period"]),
    ("[Иран|IR] [ШЫҰ-ның|SCO] мүшесі болды.", ["IR member SCO, no period"]),
    (
        "[Тәжікстан|TJ] [ТМД-ға|CIS] [2025 жылдан бері|since:2025] төрағалық етіп келеді.",
        ["TJ chair CIS, 2025/.."],
    ),
    ("[Сингапур|SG] [Шағын мемлекеттер форумының|FOSS] негізін қалады.", ["SG founder FOSS, no period"]),
    ("[ШЫҰ-дағы|SCO] эстафета [Қытайға|CN] беріледі.", ["CN chair SCO, no period"]),
    ("[Непал|NP] [ДСҰ|WTO] құрамына кірді.", ["NP member WTO, no period"]),
    ("[Уругвай|UY] [СЕЛАК-қа|CELAC] төрағалық жасайды.", ["UY chair CELAC, no period"]),
    ("[Боливия|BO] [БРИКС-ке|BRICS] мүше болып қабылданды.", ["BO member BRICS, no period"]),
    ("[ЕҚЫҰ-ға|OSCE] төрағалық [Мальтадан|MT] [Финляндияға|FI] өтті.", ["FI chair OSCE, no period"]),
]
NO_CHAIRMANSHIPS = [
    "[Айгүл Сейіт|person:KZ] [ШЫҰ|SCO] отырысына төрағалық етті.",
    "[ЕҚЫҰ|OSCE] отырысы [Айгүл Сейіттің|person:KZ:Айгүл Сейіт] төрағалығымен өтті.",
    "Делегация мүшелері [БҰҰ-ға|UN] келді.",
    "[Қазақстан|KZ] [ЮНЕСКО|UNESCO] сессиясына қатысты.",
    "Оған [қазақстандық|nat:KZ] тараптан [Айгүл Сейіт|person:KZ] төрағалық етті.",
    "Төраға [ТМД|CIS] жиынын ашты.",
    "[Қазақстан|KZ] [ТМҰ|OTS] саммитін қабылдайды.",
    "[Айгүл Сейіт|person:KZ] делегация құрамына кірді.",
]


@pytest.mark.parametrize(("text", "expected"), POSITIONS)
def test_position_is_read(text: str, expected: list[str]) -> None:
    """A side that supports, opposes, urges or worries holds a position."""
    assert tell_positions(text, "kk", "KZ", "NO") == expected


@pytest.mark.parametrize("text", NO_POSITIONS)
def test_no_position_is_read(text: str) -> None:
    """Courtesy, background, private people and words that only look like a stance hold none."""
    assert tell_positions(text, "kk", "KZ", "NO") == []


@pytest.mark.parametrize(("text", "expected"), COMMITMENTS)
def test_commitment_is_read(text: str, expected: list[str]) -> None:
    """What is agreed, decided, promised or ordered binds those who say so, by the stated day."""
    assert tell_commitments(text, "kk", "KZ", "NO") == expected


@pytest.mark.parametrize("text", NO_COMMITMENTS)
def test_no_commitment_is_read(text: str) -> None:
    """What will merely take place, was agreed before, or is said by a private person binds nobody."""
    assert tell_commitments(text, "kk", "KZ", "NO") == []


@pytest.mark.parametrize(("text", "expected"), INITIATIVES)
def test_initiative_is_read(text: str, expected: list[str]) -> None:
    """What is proposed, promoted or set up is an initiative of the side that put it forward."""
    assert tell_initiatives(text, "kk", "KZ", "NO") == expected


@pytest.mark.parametrize("text", NO_INITIATIVES)
def test_no_initiative_is_read(text: str) -> None:
    """The initiative to telephone, initiatives in general, and things for sale are none."""
    assert tell_initiatives(text, "kk", "KZ", "NO") == []


@pytest.mark.parametrize(("text", "expected"), CHAIRMANSHIPS)
def test_chairmanship_is_read(text: str, expected: list[str]) -> None:
    """A country chairs, joins or founds a body, for the stated time."""
    assert tell_chairmanships(text, "kk") == expected


@pytest.mark.parametrize("text", NO_CHAIRMANSHIPS)
def test_no_chairmanship_is_read(text: str) -> None:
    """Presiding over one session, heading a delegation and taking part are no chairmanship."""
    assert tell_chairmanships(text, "kk") == []


def test_we_of_a_statement() -> None:
    """In a statement that quotes nobody, 'we condemn' is said by who issues it."""
    text = (
        "Норвегия Сыртқы істер министрлігі Судандағы ахуалға алаңдаушылық білдіреді.\n\nБіз тұрғындарға "
        "жасалған шабуылды айыптаймыз."
    )
    assert [(p.stance, p.represents) for p in read(text).positions] == [("concern", "NO"), ("condemn", "NO")]


def test_for_whom_is_not_whose() -> None:
    """'Ауғанстан үшін … бастамасы' is not an initiative of Afghanistan."""
    text = (
        "Қазақстан Елшісі Ермек Айсаров форумға қатысты. Ол Ауғанстан үшін орталық құру бастамасына тоқталды."
    )
    assert "AF" not in [i.proposer for i in read(text).initiatives]

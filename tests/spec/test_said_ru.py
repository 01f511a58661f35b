"""What Russian reports say was stated, proposed, promised and presided over, and what they do not."""

from __future__ import annotations

import pytest
from said_reports import tell_chairmanships, tell_commitments, tell_initiatives, tell_positions

POSITIONS = [
    ("[Казахстан|KZ] выступает за расширение торговли зерном.", ["support KZ"]),
    ("[Айдар Сеит|person:KZ] призвал участников к сдержанности.", ["call_for Айдар Сеит"]),
    ("[Турецкая|nat:TR] сторона приветствовала открытие железной дороги.", ["welcome TR"]),
    ("[Осло|city:NO] осудил нападение на гуманитарный конвой.", ["condemn NO"]),
    ("[Кыргызская|nat:KG] сторона обеспокоена закрытием пункта пропуска.", ["concern KG"]),
    ("[Айдар Сеит|person:KZ] высоко оценил вклад [Норвегии|NO] в миротворчество.", ["welcome Айдар Сеит"]),
    ("Стороны подтвердили приверженность договору о границе.", ["commit KZ", "commit NO"]),
    ("[Рабат|city:MA] против пересмотра соглашения.", ["oppose MA"]),
    (
        "[Иран|IR], подчеркнул министр [Реза Ахмади|person:IR], готов принять наблюдателей.",
        ["readiness Реза Ахмади"],
    ),
    (
        "По словам [Анны Берг|person:NO:Анна Берг], [Осло|city:NO] настаивает на выводе войск.",
        ["call_for Анна Берг"],
    ),
    (
        "[Айдар Сеит|person:KZ] принял [Анну Берг|person:NO:Анна Берг], которая поддержала проект.",
        ["support Анна Берг"],
    ),
    (
        "– Приветствуем решение суда. Надеемся на его исполнение, – сказал [Айдар Сеит|person:KZ].",
        ["welcome Айдар Сеит", "call_for Айдар Сеит"],
    ),
    ("Открывать границу нужно поэтапно, заявил [Айдар Сеит|person:KZ].", ["call_for Айдар Сеит"]),
    ("[Айдар Сеит|person:KZ] подчеркнул недопустимость односторонних мер.", ["oppose Айдар Сеит"]),
    ("[Анна Берг|person:NO] поблагодарила [Казахстан|KZ] за поддержку кандидатуры.", ["welcome Анна Берг"]),
]
NO_POSITIONS = [
    "[Айдар Сеит|person:KZ] поблагодарил [Анну Берг|person:NO:Анна Берг] за гостеприимство.",
    "[Айдар Сеит|person:KZ] выступил на пленарном заседании.",
    "Форум прошел при поддержке [ООН|UN].",
    "Миноритарии выразили озабоченность долгами предприятия.",
    "Напомним, в мае [Казахстан|KZ] поддержал это соглашение.",
    "[Казахстан|KZ] и [Норвегия|NO] поддерживают дипломатические отношения.",
    "Новый центр призван объединить ученых [Казахстана|KZ].",
    "[Айдар Сеит|person:KZ] пригласил [Анну Берг|person:NO:Анна Берг] посетить Астану.",
    "Стороны обсудили борьбу против терроризма.",
    "[Айдар Сеит|person:KZ] поздравил коллегу с праздником.",
]
COMMITMENTS = [
    ("Стороны договорились открыть рейс [до 1 мая|by:../2026-05-01].", ["KZ NO, ../2026-05-01"]),
    ("Следующий раунд решено провести [в 2027 году|at:2027].", ["KZ NO, 2027"]),
    ("[Норвегия|NO] обязалась выделить средства [до конца года|by:2026].", ["NO, 2026"]),
    ("[Анна Берг|person:NO] пообещала рассмотреть вопрос о визах.", ["NO, no date"]),
    (
        "[Айдар Сеит|person:KZ] поручил ведомствам открыть консульство [до июня|by:../2026-06].",
        ["KZ, ../2026-06"],
    ),
    ("[Анна Берг|person:NO] заверила, что груз отправят вовремя.", ["NO, no date"]),
    ("[Норвегия|NO], сообщила [Анна Берг|person:NO], направит в регион 20 врачей.", ["NO, no date"]),
    ("[Баку|city:AZ] намерен открыть торговый дом в порту.", ["AZ, no date"]),
    ("Собеседники условились создать рабочую группу.", ["KZ NO, no date"]),
    ("Достигнута договоренность о запуске поезда [к 1 июля|by:../2026-07-01].", ["KZ NO, ../2026-07-01"]),
    ("Соглашение должно быть готово [не позднее 18 июня|by:../2026-06-18].", ["KZ NO, ../2026-06-18"]),
    ("Делегации приняли решение о совместных учениях.", ["KZ NO, no date"]),
    ("[Айдар Сеит|person:KZ] взял на себя обязательство снять запрет.", ["KZ, no date"]),
]
NO_COMMITMENTS = [
    "Стороны обсудили решение суда.",
    "Сессия продлится [до 19 мая|by:../2026-05-19].",
    "Исполнение того, о чем условились главы государств, идет по плану.",
    "[Айдар Сеит|person:KZ] посетит [Осло|city:NO] [до конца года|by:2026].",
    "Тренер сказал: «Мы договорились играть от обороны».",
    "По поручению главы государства [Айдар Сеит|person:KZ] прибыл на форум.",
    "Встреча прошла в многообещающей обстановке.",
    "Стороны решали проблему долгов.",
]
INITIATIVES = [
    ("[Айдар Сеит|person:KZ] предложил создать фонд охраны ледников.", ["proposed KZ"]),
    (
        "[Айдар Сеит|person:KZ] предложил открыть центр и создать водный реестр.",
        ["proposed KZ", "proposed KZ"],
    ),
    ("[Анна Берг|person:NO] поддержала инициативу [Казахстана|KZ] о едином водном реестре.", ["promoted KZ"]),
    ("Группа была создана по инициативе [Туркменистана|TM].", ["established TM"]),
    ("[Казахстан|KZ] выступил с предложением провести форум рек.", ["proposed KZ"]),
    ("[Анна Берг|person:NO] поддержала предложение [Казахстана|KZ] создать общий архив.", ["promoted KZ"]),
    ("[Айдар Сеит|person:KZ] высказался за создание регионального университета.", ["promoted ?"]),
    ("[Айдар Сеит|person:KZ] выдвинул инициативу об общем рынке воды.", ["proposed KZ"]),
    ("Обсуждена идея создания [Казахстаном|KZ] школы переводчиков.", ["promoted KZ"]),
    ("Стороны договорились ускорить проект железной дороги через перевал.", ["promoted ?"]),
    ("Созданный в Алматы [региональный центр ООН|UN] начал работу.", ["established UN"]),
    ("[Катар|QA] поддержал Астанинский процесс.", ["in_force ?"]),
]
NO_INITIATIVES = [
    "Разговор состоялся по инициативе [турецкой|nat:TR] стороны.",
    "Форум прошел в рамках мирных инициатив [ООН|UN].",
    "Стороны обсудили проект бюджета.",
    "[Айдар Сеит|person:KZ] посетил новый торговый центр.",
    "Инициатива, о которой говорил [Айдар Сеит|person:KZ], предлагает равный диалог.",
    "[Айдар Сеит|person:KZ] предложил тост.",
    "Гостям показали несколько предложений мебели.",
    "Молодые дипломаты инициативны.",
]
CHAIRMANSHIPS = [
    (
        "Председательство в [ШОС|SCO] переходит к [Казахстану|KZ] [в 2027 году|at:2027].",
        ["KZ chair SCO, 2027"],
    ),
    (
        "[Словения|SI] председательствует в [ОБСЕ|OSCE] [с января 2026 года|since:2026-01].",
        ["SI chair OSCE, 2026-01/.."],
    ),
    (
        "[Норвегия|NO] избрана непостоянным членом [Совета Безопасности ООН|UNSC].",
        ["NO member UNSC, no period"],
    ),
    ("[Уругвай|UY] примет председательство в [СЕЛАК|CELAC].", ["UY chair CELAC, no period"]),
    ("[Боливия|BO] стала членом [БРИКС|BRICS] [в 2025 году|at:2025].", ["BO member BRICS, 2025"]),
    (
        "[Колумбия|CO] руководит организацией [СЕЛАК|CELAC] [до 1 мая|until:2026-05-01].",
        ["CO chair CELAC, ../2026-05-01"],
    ),
    ("[Сингапур|SG] стоял у истоков [Форума малых стран|FOSS].", ["SG founder FOSS, no period"]),
    (
        "[Чад|TD] передал [Кении|KE] председательство в [Африканском союзе|body:AU].",
        ["KE chair AU, no period"],
    ),
    ("[Непал|NP] вступил в организацию [ВТО|WTO] [в 2004 году|at:2004].", ["NP member WTO, 2004"]),
    (
        "[Польша|PL] возьмет председательство в [ЕС|body:EU] [с июля|since:2026-07].",
        ["PL chair EU, 2026-07/.."],
    ),
    ("Эстафета председательства в [СНГ|CIS] передана [Таджикистану|TJ].", ["TJ chair CIS, no period"]),
    ("[Иран|IR] принят в состав [ШОС|SCO].", ["IR member SCO, no period"]),
]
NO_CHAIRMANSHIPS = [
    "[Айдар Сеит|person:KZ] председательствовал на заседании [ШОС|SCO].",
    "Заседание [ОБСЕ|OSCE] прошло под председательством [Айдара Сеита|person:KZ:Айдар Сеит].",
    "[Айдар Сеит|person:KZ] возглавил делегацию на саммите [ШОС|SCO].",
    "Члены делегации [Казахстана|KZ] посетили [ООН|UN].",
    "[Казахстан|KZ] принял участие в сессии [ЮНЕСКО|UNESCO].",
    "Председатель собрания открыл сессию [СНГ|CIS].",
    "[Казахстан|KZ] примет саммит [ОТГ|OTS].",
    "Место в зале рядом с [ООН|UN] осталось пустым.",
]


@pytest.mark.parametrize(("text", "expected"), POSITIONS)
def test_position_is_read(text: str, expected: list[str]) -> None:
    """A side that supports, opposes, urges or worries holds a position."""
    assert tell_positions(text, "ru", "KZ", "NO") == expected


@pytest.mark.parametrize("text", NO_POSITIONS)
def test_no_position_is_read(text: str) -> None:
    """Courtesy, background, private people and words that only look like a stance hold none."""
    assert tell_positions(text, "ru", "KZ", "NO") == []


@pytest.mark.parametrize(("text", "expected"), COMMITMENTS)
def test_commitment_is_read(text: str, expected: list[str]) -> None:
    """What is agreed, decided, promised or ordered binds those who say so, by the stated day."""
    assert tell_commitments(text, "ru", "KZ", "NO") == expected


@pytest.mark.parametrize("text", NO_COMMITMENTS)
def test_no_commitment_is_read(text: str) -> None:
    """What will merely take place, was agreed before, or is said by a private person binds nobody."""
    assert tell_commitments(text, "ru", "KZ", "NO") == []


@pytest.mark.parametrize(("text", "expected"), INITIATIVES)
def test_initiative_is_read(text: str, expected: list[str]) -> None:
    """What is proposed, promoted or set up is an initiative of the side that put it forward."""
    assert tell_initiatives(text, "ru", "KZ", "NO") == expected


@pytest.mark.parametrize("text", NO_INITIATIVES)
def test_no_initiative_is_read(text: str) -> None:
    """The initiative to telephone, initiatives in general, and things for sale are none."""
    assert tell_initiatives(text, "ru", "KZ", "NO") == []


@pytest.mark.parametrize(("text", "expected"), CHAIRMANSHIPS)
def test_chairmanship_is_read(text: str, expected: list[str]) -> None:
    """A country chairs, joins or founds a body, for the stated time."""
    assert tell_chairmanships(text, "ru") == expected


@pytest.mark.parametrize("text", NO_CHAIRMANSHIPS)
def test_no_chairmanship_is_read(text: str) -> None:
    """Presiding over one session, heading a delegation and taking part are no chairmanship."""
    assert tell_chairmanships(text, "ru") == []

"""The people of Kazakh sentences: their names, offices, whom they serve and where they are posted."""

from __future__ import annotations

from told_reports import tell_people, tell_tenures

from elshi.reader import read


def test_offices_stand_before_names() -> None:
    """The country and the office stand before the name, which may bear a case ending."""
    text = (
        "Қазақстан Сыртқы істер министрі Ермек Айсаров Норвегия Сыртқы істер министрі Ларс "
        "Хаугенмен кездесті."
    )
    assert tell_people(text) == [
        "Ермек Айсаров: foreign_minister of KZ",
        "Ларс Хауген: foreign_minister of NO",
    ]


def test_ambassador_has_a_post() -> None:
    """'Қазақстанның Иорданиядағы елшісі' serves Kazakhstan and is posted to Jordan."""
    text = "Қазақстанның Иорданиядағы елшісі Талғат Омаров көлік саласын таныстырды."
    assert tell_people(text) == ["Талғат Омаров: ambassador of KZ to JO"]


def test_permanent_representative_is_posted_to_a_body() -> None:
    """A permanent representative is posted to the body before 'жанындағы'."""
    text = "Қазақстанның ЮНЕСКО жанындағы Тұрақты өкілі Әсел Нұрпейісова отырыста сөз сөйледі."
    assert tell_people(text) == ["Әсел Нұрпейісова: permanent_representative of KZ to UNESCO"]


def test_consul_is_posted_to_a_city() -> None:
    """A consul general in a city is posted to its country."""
    text = "Қазақстанның Ыстанбұлдағы Бас консулы Динара Оспанова студенттермен кездесті."
    assert tell_people(text) == ["Динара Оспанова: consul_general of KZ to TR"]


def test_charge_daffaires_has_a_post() -> None:
    """A chargé d'affaires has a sending and a receiving country."""
    text = "Үндістанның Қазақстандағы уақытша сенімді өкілі Раджив Менон көрмені ашты."
    assert tell_people(text) == ["Раджив Менон: charge_daffaires of IN to KZ"]


def test_list_of_ministers() -> None:
    """In a list each minister serves the country before the own office."""
    text = (
        "Жиынға Түркия Сыртқы істер министрі Мехмет Арслан, Малайзия Сыртқы істер министрі Ахмад "
        "Разак және Чили Сыртқы істер министрі Карлос Мендес қатысты."
    )
    assert tell_people(text) == [
        "Мехмет Арслан: foreign_minister of TR",
        "Ахмад Разак: foreign_minister of MY",
        "Карлос Мендес: foreign_minister of CL",
    ]


def test_side_tells_the_country() -> None:
    """'Қазақстандық тараптан' and 'үнді тарапынан' tell whom the officials serve."""
    text = (
        "Келіссөзге қазақстандық тараптан вице-министр Нұрлан Сабыров, үнді тарапынан министр "
        "Раджив Менон қатысты."
    )
    assert tell_people(text) == [
        "Нұрлан Сабыров: deputy_minister of KZ",
        "Раджив Менон: minister of IN",
    ]


def test_appointment_by_verb() -> None:
    """Who is appointed ambassador bears the office that follows the name."""
    text = "Марат Сүлейменов Қазақстанның Чехиядағы елшісі болып тағайындалды."
    assert tell_people(text) == ["Марат Сүлейменов: ambassador of KZ to CZ"]


def test_appointment_by_decree() -> None:
    """A decree of the head of state appoints; the one appointed is not the head of state."""
    text = "Мемлекет басшысының Жарлығымен Марат Сүлейменов Қазақстанның Чехиядағы елшісі болып тағайындалды."
    assert tell_people(text) == ["Марат Сүлейменов: ambassador of KZ to CZ"]


def test_surname_and_initials_later() -> None:
    """The surname and the initial later in the text are the same person."""
    text = (
        "Қазақстан Сыртқы істер министрі Ермек Айсаров Делиге барды. Айсаров университетте дәріс "
        "оқыды. Е.Айсаровқа сұрақтар қойылды."
    )
    assert tell_people(text) == ["Ермек Айсаров: foreign_minister of KZ"]


def test_two_offices_in_one() -> None:
    """Of a combined post the first office counts."""
    text = (
        "Қазақстан Премьер-Министрінің орынбасары – Сыртқы істер министрі Асет Ерланов Бразилия "
        "елшісі Жоао Силваны қабылдады."
    )
    assert tell_people(text) == [
        "Асет Ерланов: deputy_head_of_government of KZ",
        "Жоао Силва: ambassador of BR",
    ]


def test_deputy_is_not_the_minister() -> None:
    """A deputy minister of foreign affairs is not the minister."""
    text = "Өзбекстан Сыртқы істер министрінің орынбасары Рустам Каримов көрмені ашты."
    assert tell_people(text) == ["Рустам Каримов: deputy_foreign_minister of UZ"]


def test_former_office() -> None:
    """A former office is kept as former."""
    text = "Исландияның бұрынғы Премьер-министрі Йон Гуннарссон Астанаға келді."
    assert tell_people(text) == ["Йон Гуннарссон: former head_of_government of IS"]


def test_offices_of_bodies() -> None:
    """Officials of organisations serve the organisation."""
    text = "ЕҚЫҰ Бас хатшысы Хельга Майер мен ЮНЕСКО Бас директоры Анна Линд Түркістанда болды."
    assert tell_people(text) == [
        "Хельга Майер: secretary_general of OSCE",
        "Анна Линд: director_general of UNESCO",
    ]


def test_speakers() -> None:
    """Speakers of parliament are told by their chamber."""
    text = (
        "Вьетнам Ұлттық Ассамблеясының Төрағасы Ле Ван Тхань Қазақстан Сенатының Төрағасы Даурен "
        "Қасымовпен кездесті."
    )
    assert tell_people(text) == [
        "Ле Ван Тхань: speaker of VN",
        "Даурен Қасымов: speaker of KZ",
    ]


def test_secretary_of_state() -> None:
    """The State Secretary of the United States is its foreign minister."""
    text = "АҚШ Мемлекеттік хатшысы Джон Мартин Токиода болды."
    assert tell_people(text) == ["Джон Мартин: foreign_minister of US"]


def test_kazakh_patronymic() -> None:
    """A Kazakh patronymic in -ұлы is part of the name."""
    text = "Қазақстан Президенті Арман Серікұлы Жолдыбаев жиынды ашты."
    assert tell_people(text) == ["Арман Серікұлы Жолдыбаев: head_of_state of KZ"]


def test_regions_are_no_people() -> None:
    """Regions are not people."""
    text = "Орталық Азия елдері шартқа қол қойды. Орталық Азия дамып келеді."
    assert tell_people(text) == []


def test_headline_in_capitals() -> None:
    """A headline set in capitals adds no people."""
    text = (
        "АЙСАРОВ ОСЛОДА ХАУГЕНМЕН КЕЗДЕСТІ\n\nҚазақстан Сыртқы істер министрі Ермек Айсаров "
        "Норвегия Сыртқы істер министрі Ларс Хаугенмен кездесті."
    )
    assert tell_people(text) == [
        "Ермек Айсаров: foreign_minister of KZ",
        "Ларс Хауген: foreign_minister of NO",
    ]


def test_tenures_follow_the_offices() -> None:
    """Everyone whose office the report states has one tenure, under the romanised name."""
    text = "Қазақстанның Грекиядағы елшісі Ержан Ахметов Чилидің бұрынғы елшісі Карлос Мендеспен кездесті."
    assert tell_tenures(text) == [
        "Erzhan Akhmetov: ambassador of KZ to GR",
        "Karlos Mendes: former ambassador of CL",
    ]


def test_ministry_with_a_comma_in_its_name() -> None:
    """The country before a ministry's name counts though the name is a list with a comma."""
    text = (
        "Қазақстанның Моңғолиядағы елшісі Талғат Омаров Моңғолияның Азық-түлік, ауыл шаруашылығы және "
        "жеңіл өнеркәсіп министрі Эрдэнэ Баярмен кездесті."
    )
    assert tell_people(text)[1].endswith(": minister of MN")


def test_official_who_meets_our_ambassador_abroad() -> None:
    """Where an ambassador of the report's country meets an official abroad, the official is of that place."""
    text = "Найробиде Қазақстан елшісі Талғат Омаров парламент спикері Дэвид Мвангимен кездесті."
    assert tell_people(text)[1] == "Дэвид Мванги: speaker of KE"


def test_two_ministers_are_of_two_countries() -> None:
    """A state has one foreign minister: who is named without a country is not of his colleague's."""
    text = (
        "Сыртқы істер министрі Ермек Айсаров Норвегия Сыртқы істер министрі Ларс Хаугенмен кездесті. "
        "Норвегия тарапы Норвегия компанияларының тәжірибесін таныстырды."
    )
    assert tell_people(text)[0] == "Ермек Айсаров: foreign_minister of KZ"


def test_host_of_an_envoy_is_of_the_country_of_posting() -> None:
    """Who receives 'Канаданың Қазақстандағы елшісі' is of Kazakhstan."""
    text = (
        "Сыртқы істер министрінің орынбасары Айдос Ермеков Канаданың Қазақстандағы елшісі Майкл "
        "Торнды қабылдады."
    )
    assert tell_people(text)[0] == "Айдос Ермеков: deputy_foreign_minister of KZ"


def test_visitor_is_not_of_the_country_visited() -> None:
    """Who goes on a visit to Bishkek is not of Kyrgyzstan, however often that is named."""
    text = (
        "Министр Ермек Айсаров Бішкекке жұмыс сапарымен барды. Ол Қырғызстан Сыртқы істер министрі "
        "Жеенбек Асановпен Қырғызстан экономикасы туралы әңгімелесті."
    )
    assert tell_people(text)[0] == "Ермек Айсаров: minister of KZ"


def test_colleague_has_the_same_office() -> None:
    """'Түрік әріптесі' of a minister named earlier is the minister of Türkiye."""
    text = (
        "Қазақстан Сыртқы істер министрі Ермек Айсаров Анкараға келді. Айсаров түрік әріптесі Мехмет "
        "Арсланмен кездесті."
    )
    assert tell_people(text)[1] == "Мехмет Арслан: foreign_minister of TR"


def test_name_ends_with_its_case_ending() -> None:
    """The capital after a name in the dative begins something else: 'Варгасқа Сенім грамоталарын'."""
    text = (
        "Қазақстанның Перудегі елшісі Талғат Омаров Перу Президенті Хорхе Варгасқа Сенім грамоталарын "
        "тапсырды."
    )
    assert tell_people(text)[1] == "Хорхе Варгас: head_of_state of PE"


def test_president_receives_his_deputy_prime_minister() -> None:
    """Of two offices side by side only the second is that of the one named."""
    text = "Президент Премьер-министрдің орынбасары Серік Жұмағалиевті қабылдады."
    assert tell_people(text) == ["Серік Жұмағалиев: deputy_head_of_government of KZ"]


def test_consular_service_is_no_consul() -> None:
    """'Консулдық қызмет' and 'тұрақты өкілдік' are institutions."""
    text = "СІМ Консулдық қызметінің басшысы Рустам Каримов Тұрақты өкілдіктің жұмысымен танысты."
    assert tell_people(text)[0].startswith("Рустам Каримов: official")


def test_head_of_a_delegation_without_an_office() -> None:
    """Who leads a delegation is of its country though no office is stated."""
    text = (
        "Бішкекте консулдық консультациялар өтті. Қазақстан делегациясын департамент директоры Серік "
        "Дүйсенов, өзбекстандық делегацияны Рустам Каримов басқарды."
    )
    assert read(text).markup.people[-1].country == "UZ"


def test_charge_in_a_country_serves_another() -> None:
    """'Эстонияда' tells where an envoy is and not whom he serves."""
    text = "Эстонияда Қазақстанның уақытша сенімді өкілі Дана Мұстафина көрме ашты."
    assert tell_people(text) == ["Дана Мұстафина: charge_daffaires of KZ to EE"]


def test_colleague_in_the_country_visited() -> None:
    """The colleague of a president who is on a visit in Uzbekistan is the president of Uzbekistan."""
    text = (
        "Өзбекстанда мемлекеттік сапармен жүрген Қазақстан Президенті Арман Серіков әріптесі Рустам "
        "Каримовпен келіссөз жүргізді."
    )
    assert tell_people(text)[1] == "Рустам Каримов: head_of_state of UZ"


def test_speaker_on_behalf_of_a_country() -> None:
    """'Қазақстан атынан' tells for whom a deputy minister came."""
    text = (
        "Жиынға Тәжікстан Сыртқы істер министрі Сиродж Асланов қатысты. Қазақстан атынан Сыртқы істер "
        "министрінің орынбасары Айдос Ермеков барды."
    )
    assert tell_people(text)[1] == "Айдос Ермеков: deputy_foreign_minister of KZ"


def test_own_head_of_state_named_in_the_headline() -> None:
    """'Мемлекет басшысы' of the headline is the one whose bare name begins the text, and is of Kazakhstan."""
    text = (
        "Мемлекет басшысы Чили министрін қабылдады\n\nАрман Серіков Чили Сыртқы істер министрі Карлос "
        "Мендесті қабылдады. Кездесуде Мемлекет басшысы сауданы арттыруға дайын екенін айтты."
    )
    assert tell_people(text) == [
        "Арман Серіков: head_of_state of KZ",
        "Карлос Мендес: foreign_minister of CL",
    ]


def test_who_travels_is_not_of_the_country_visited() -> None:
    """A head of government who goes to Norway is not that of Norway, though a headline tells of the visit."""
    text = (
        "Премьер-министр Норвегияға барды\n\nҮкімет басшысы Ерлан Тасболатов жұмыс сапарымен Норвегияға "
        "барды. Сапар аясында ол Норвегия Премьер-министрі Ларс Хаугенмен келіссөз жүргізді."
    )
    assert tell_people(text) == [
        "Ерлан Тасболатов: head_of_government of KZ",
        "Ларс Хауген: head_of_government of NO",
    ]


def test_president_named_in_the_genitive_is_another() -> None:
    """'Перу Президентінің сапары' does not make a president without a country that of Peru."""
    text = (
        "Сыртқы істер министрлігінің брифингінде алдағы іс-шаралар айтылды. 22 қыркүйекте Президент Арман "
        "Серіков Женеваға аттанады. Перу Президентінің сапарына дайындық басталды."
    )
    assert tell_people(text)[-1] == "Арман Серіков: head_of_state of KZ"


def test_side_told_by_an_adjective() -> None:
    """Each leader of a delegation is of the country whose adjective stands before the word for it."""
    text = (
        "Қазақстан мен Филиппин арасында саяси консультациялар өтті. Қазақстан делегациясын Сыртқы істер "
        "министрінің орынбасары Айдос Ермеков, филиппин делегациясын Сыртқы істер министрінің орынбасары "
        "Мария Сантос басқарды."
    )
    assert tell_people(text)[-1] == "Мария Сантос: deputy_foreign_minister of PH"


def test_whom_a_traveller_meets_is_of_the_country_visited() -> None:
    """Who goes to Peru on a visit meets its president there, though no country stands beside the office."""
    text = (
        "Қазақстан Сыртқы істер министрі Ермек Айсаров Перуге сапармен барып, президент Карлос Мендеспен "
        "кездесті."
    )
    assert tell_people(text)[-1] == "Карлос Мендес: head_of_state of PE"


def test_arabic_name_that_looks_like_a_nationality() -> None:
    """'Сауд бен Салем' is a name, and not a Saudi."""
    text = "Қазақстан Президенті Арман Серіков Катар қорғаныс министрі Сауд бен Салемді қабылдады."
    assert tell_people(text)[-1] == "Сауд бен Салем: minister of QA"


def test_president_beside_a_president() -> None:
    """'Чили Президенті' said later is the one already said to be of Chile, and not the other president."""
    text = (
        "Президент Арман Серіков пен Чили Президенті Карлос Мендес келіссөз жүргізді. Чили Президенті "
        "сауданы дамытуды қолдайтынын жеткізді."
    )
    assert tell_people(text) == ["Арман Серіков: head_of_state of KZ", "Карлос Мендес: head_of_state of CL"]


def test_minister_who_telephones_a_colleague() -> None:
    """Of two officials who talk, the one without a country is not of the other's."""
    text = (
        "Премьер-министрдің орынбасары – Сыртқы істер министрі Ермек Айсаров пен Чили Сыртқы істер министрі "
        "Карлос Мендес телефон арқылы сөйлесті. Министрлер Чилимен сауданы талқылады."
    )
    assert tell_people(text)[0] == "Ермек Айсаров: deputy_head_of_government of KZ"


def test_company_after_the_head_of_state() -> None:
    """A company's name in quotation marks is nobody's, and the head of state before it is not its office."""
    text = "Мемлекет басшысы «Терра Групп» компаниясының бас директоры Жан Дюпонмен кездесті."
    assert "Терра Групп: head_of_state of KZ" not in tell_people(text)


def test_two_guests_of_the_head_of_state() -> None:
    """The guests whom the head of state receives do not bear his office."""
    text = "Мемлекет басшысы Ақордада теннисшілер Арман Серіков пен Ян Новакты қабылдады."
    assert all("head_of_state" not in line for line in tell_people(text))

"""The people of English sentences: their names, offices, whom they serve and where they are posted."""

from __future__ import annotations

from told_reports import tell_people, tell_tenures


def test_offices_stand_before_names() -> None:
    """The office with its country stands before the name."""
    text = (
        "Foreign Minister of Kazakhstan Yermek Aisarov met with the Foreign Minister of Norway Lars Haugen."
    )
    assert tell_people(text) == [
        "Yermek Aisarov: foreign_minister of KZ",
        "Lars Haugen: foreign_minister of NO",
    ]


def test_country_stands_after_the_name() -> None:
    """'Of Country' after the name tells whom the office serves."""
    text = "President Arman Serikov of Kazakhstan met Prime Minister Kenji Mori of Japan."
    assert tell_people(text) == [
        "Arman Serikov: head_of_state of KZ",
        "Kenji Mori: head_of_government of JP",
    ]


def test_office_stands_after_the_name() -> None:
    """The office may follow the name as an apposition."""
    text = "Yermek Aisarov, Minister of Foreign Affairs of Kazakhstan, opened the forum."
    assert tell_people(text) == ["Yermek Aisarov: foreign_minister of KZ"]


def test_nationality_words_tell_the_country() -> None:
    """'Kazakh Foreign Minister' and 'his Norwegian counterpart' tell whom they serve."""
    text = (
        "On Monday, Kazakh Foreign Minister Yermek Aisarov met in Astana with Norwegian Defence "
        "Minister Lars Haugen to discuss trade."
    )
    assert tell_people(text) == [
        "Yermek Aisarov: foreign_minister of KZ",
        "Lars Haugen: minister of NO",
    ]


def test_ambassador_has_a_post() -> None:
    """An ambassador serves one country and is posted to another."""
    text = (
        "Ambassador of Kazakhstan to Jordan Talgat Omarov met with Minister of Transport of "
        "Jordan Samir Haddad."
    )
    assert tell_people(text) == [
        "Talgat Omarov: ambassador of KZ to JO",
        "Samir Haddad: minister of JO",
    ]


def test_permanent_representative_is_posted_to_a_body() -> None:
    """A permanent representative is posted to the body named after 'to'."""
    text = "Permanent Representative of Kazakhstan to the UN Asel Nurpeisova addressed the session."
    assert tell_people(text) == ["Asel Nurpeisova: permanent_representative of KZ to UN"]


def test_consul_and_charge_have_posts() -> None:
    """A consul general in a city is posted to its country, a chargé d'affaires to the country named."""
    text = (
        "Consul General of Kazakhstan in Istanbul Dinara Ospanova met Chargé d'Affaires of India "
        "in Kazakhstan Rajiv Menon."
    )
    assert tell_people(text) == [
        "Dinara Ospanova: consul_general of KZ to TR",
        "Rajiv Menon: charge_daffaires of IN to KZ",
    ]


def test_shared_office_with_countries_before() -> None:
    """Of several bearers of one office, each serves the country before the own name."""
    text = (
        "The Foreign Ministers of Turkey Mehmet Arslan, Malaysia Ahmad Razak and Chile Carlos "
        "Mendes attended."
    )
    assert tell_people(text) == [
        "Mehmet Arslan: foreign_minister of TR",
        "Ahmad Razak: foreign_minister of MY",
        "Carlos Mendes: foreign_minister of CL",
    ]


def test_shared_office_with_countries_after() -> None:
    """Of several bearers of one office, each serves the country after the own name."""
    text = (
        "Foreign Ministers Yermek Aisarov of Kazakhstan, Mehmet Arslan of Turkey and Elchin "
        "Mammadov of Azerbaijan met in Baku."
    )
    assert tell_people(text) == [
        "Yermek Aisarov: foreign_minister of KZ",
        "Mehmet Arslan: foreign_minister of TR",
        "Elchin Mammadov: foreign_minister of AZ",
    ]


def test_side_tells_the_country() -> None:
    """'The Kazakh side was headed by' and 'the Nepalese side by' tell whom the officials serve."""
    text = (
        "The Kazakh side was headed by Deputy Foreign Minister Aidos Yermekov, and the Nepalese "
        "side by Foreign Secretary Ram Sharma."
    )
    assert tell_people(text) == [
        "Aidos Yermekov: deputy_foreign_minister of KZ",
        "Ram Sharma: official of NP",
    ]


def test_appointment_by_verb() -> None:
    """Who is appointed ambassador bears the office that follows the verb."""
    text = "Marat Suleimenov was appointed Ambassador of Kazakhstan to Czechia."
    assert tell_people(text) == ["Marat Suleimenov: ambassador of KZ to CZ"]


def test_surname_later() -> None:
    """The surname later in the text, with or without the office, is the same person."""
    text = (
        "Foreign Minister of Kazakhstan Yermek Aisarov arrived in Delhi. Aisarov gave a lecture. "
        "Minister Aisarov answered questions."
    )
    assert tell_people(text) == ["Yermek Aisarov: foreign_minister of KZ"]


def test_possessive_ends_the_name() -> None:
    """In "Aisarov's Meeting" the meeting is no part of the name."""
    text = (
        "Foreign Minister of Kazakhstan Yermek Aisarov arrived in Delhi. The ministry published a "
        "note on Aisarov's Meeting with students."
    )
    assert tell_people(text) == ["Yermek Aisarov: foreign_minister of KZ"]


def test_two_offices_in_one() -> None:
    """Of a combined post the first office counts."""
    text = (
        "Deputy Prime Minister and Minister of Foreign Affairs Aset Yerlanov of Kazakhstan "
        "received the Ambassador of Brazil Joao Silva."
    )
    assert tell_people(text) == [
        "Aset Yerlanov: deputy_head_of_government of KZ",
        "Joao Silva: ambassador of BR",
    ]


def test_former_office() -> None:
    """A former office is kept as former."""
    text = "Former Prime Minister of Iceland Jon Gunnarsson came to Astana."
    assert tell_people(text) == ["Jon Gunnarsson: former head_of_government of IS"]


def test_foreign_ministers_by_other_names() -> None:
    """The US Secretary of State and the British Foreign Secretary are foreign ministers."""
    text = "US Secretary of State John Martin and British Foreign Secretary Emma Clarke met in Delhi."
    assert tell_people(text) == [
        "John Martin: foreign_minister of US",
        "Emma Clarke: foreign_minister of GB",
    ]


def test_offices_of_bodies() -> None:
    """Officials of organisations serve the organisation."""
    text = "OSCE Secretary General Helga Mayer visited Tirana."
    assert tell_people(text) == ["Helga Mayer: secretary_general of OSCE"]


def test_deputy_speaker_is_not_the_speaker() -> None:
    """A deputy speaker is not the speaker."""
    text = "Deputy Speaker of the Parliament of Georgia Nino Beridze visited Riga."
    assert tell_people(text) == ["Nino Beridze: deputy_speaker of GE"]


def test_forms_of_address_are_no_names() -> None:
    """'Hon.' and 'H.E.' are no part of a name."""
    text = "Hon. Joseph Mwangi, Minister of Trade of Kenya, met H.E. Carlos Mendes, Ambassador of Chile."
    assert tell_people(text) == [
        "Joseph Mwangi: minister of KE",
        "Carlos Mendes: ambassador of CL",
    ]


def test_country_does_not_leak_to_the_neighbour() -> None:
    """An official whose country the report does not name gets no country from the official named next."""
    text = "Crown Prince Khalid bin Salman and Minister of Energy of Brazil Ana de Souza spoke at the dinner."
    assert tell_people(text) == [
        "Khalid bin Salman: other of None",
        "Ana de Souza: minister of BR",
    ]


def test_brand_ambassadors_are_no_envoys() -> None:
    """A brand ambassador has no office."""
    text = "Brand ambassador Mia Stone opened the shop."
    assert tell_people(text) == ["Mia Stone: no office"]


def test_regions_and_forums_are_no_people() -> None:
    """Regions and forums are not people."""
    text = "Central Asia is growing. The Silk Road Forum opened in Central Asia."
    assert tell_people(text) == []


def test_headline_in_capitals() -> None:
    """A headline set in capitals adds no people."""
    text = (
        "AISAROV VISITS OSLO FOR TALKS WITH HAUGEN\n\nForeign Minister of Kazakhstan Yermek Aisarov "
        "arrived in Oslo."
    )
    assert tell_people(text) == ["Yermek Aisarov: foreign_minister of KZ"]


def test_tenures_follow_the_offices() -> None:
    """Everyone whose office the report states has one tenure."""
    text = (
        "Ambassador of Kazakhstan to Greece Yerzhan Akhmetov met former Ambassador of Chile "
        "Carlos Mendes and Mia Stone."
    )
    assert tell_tenures(text) == [
        "Yerzhan Akhmetov: ambassador of KZ to GR",
        "Carlos Mendes: former ambassador of CL",
    ]


def test_offices_told_of_several_in_order() -> None:
    """'The presidents of A and B, X and Y': each is president of the country that stands in his place."""
    text = "The presidents of Norway, Peru and Togo, Lars Olsen, Juan Quispe and Modou Ceesay, met in Oslo."
    assert tell_people(text) == [
        "Lars Olsen: head_of_state of NO",
        "Juan Quispe: head_of_state of PE",
        "Modou Ceesay: head_of_state of TG",
    ]


def test_counterparts_named_later() -> None:
    """'His counterparts from A and B' have his office, though later only their countries are told."""
    text = (
        "Foreign Minister Yermek Aisarov of Kazakhstan met his counterparts from Malaysia and Kenya. With "
        "Malaysia's Azman Rahim he discussed trade. Joseph Mwangi of Kenya spoke of tea."
    )
    assert tell_people(text) == [
        "Yermek Aisarov: foreign_minister of KZ",
        "Azman Rahim: foreign_minister of MY",
        "Joseph Mwangi: foreign_minister of KE",
    ]


def test_one_country_has_one_foreign_minister() -> None:
    """The only country named is that of the counterpart, and not that of the one who met him."""
    text = "Foreign Minister Lars Haugen met his Kazakh counterpart, Yermek Aisarov."
    assert tell_people(text) == [
        "Lars Haugen: foreign_minister of None",
        "Yermek Aisarov: foreign_minister of KZ",
    ]


def test_host_is_at_home() -> None:
    """Who welcomes a guest in Oslo is of Norway."""
    text = "Foreign Minister Lars Haugen received his Kazakh counterpart, Yermek Aisarov, in Oslo."
    assert tell_people(text)[0] == "Lars Haugen: foreign_minister of NO"


def test_surname_that_is_also_a_country() -> None:
    """A country's name behind a given name is a surname."""
    text = "Prime Minister Luis Jordan of Chile opened the forum. Jordan thanked the guests."
    assert tell_people(text) == ["Luis Jordan: head_of_government of CL"]


def test_given_name_that_is_also_a_city() -> None:
    """A city's name between an office and a surname is a given name."""
    text = "President Santiago Ruiz of Paraguay opened the forum."
    assert tell_people(text) == ["Santiago Ruiz: head_of_state of PY"]


def test_office_for_a_field_in_apposition() -> None:
    """'Minister of Food' and 'Envoy for the Horn' go on with capitals that are no names."""
    text = "Anna Weiss, EU Special Representative for the Horn of Africa, came to Nairobi."
    assert tell_people(text) == ["Anna Weiss: special_representative of EU"]


def test_counterpart_from_a_country_beside_the_name() -> None:
    """In 'his counterpart from Chile, X' the country stands behind the word, and tells whom X serves."""
    text = "Foreign Minister of Norway Lars Haugen met his counterpart from Chile, Pablo Rojas, in Lima."
    assert tell_people(text) == [
        "Lars Haugen: foreign_minister of NO",
        "Pablo Rojas: foreign_minister of CL",
    ]


def test_opposite_number_is_a_counterpart() -> None:
    """'Her Maltese opposite number' holds her office in Malta."""
    text = "Justice Minister of Norway Ane Haugen wrote to her Maltese opposite number, Maria Borg."
    assert tell_people(text) == ["Ane Haugen: minister of NO", "Maria Borg: minister of MT"]


def test_given_name_that_is_also_a_title() -> None:
    """Before 'bin' the word 'Sultan' is a given name."""
    text = "Energy Minister Sultan bin Nasser Al Amri of Oman opened the forum."
    assert tell_people(text) == ["Sultan bin Nasser Al Amri: minister of OM"]


def test_things_after_an_article_are_no_people() -> None:
    """What 'the' or 'in' leads up to is a thing or a place."""
    text = "Foreign Minister Lars Haugen of Norway saw the Itchan Kala museum after floods in Khyber Rahim."
    assert tell_people(text) == ["Lars Haugen: foreign_minister of NO"]


def test_counterpart_with_an_office_of_his_own() -> None:
    """'His South Korean counterpart, Speaker X': the speaker serves the counterpart's country."""
    text = (
        "Speaker of the Parliament of Georgia Nino Beridze met her Maltese counterpart, Speaker Maria Borg."
    )
    assert tell_people(text) == ["Nino Beridze: speaker of GE", "Maria Borg: speaker of MT"]


def test_who_sends_condolences_is_not_of_the_country_he_writes_to() -> None:
    """The country named most is that of the addressee, and not of the sender."""
    text = (
        "The Head of State, Arman Serikov, sent a telegram of condolences to the President of Peru, Juan "
        "Quispe, after floods in Peru. The Akorda said so."
    )
    assert tell_people(text) == [
        "Arman Serikov: head_of_state of KZ",
        "Juan Quispe: head_of_state of PE",
    ]


def test_field_of_a_minister_before_the_name() -> None:
    """'Minister of Education and Higher Education X': the field is no part of the name."""
    text = "Minister of Education and Higher Education Buthaina Al Noor of Qatar opened the fair."
    assert tell_people(text) == ["Buthaina Al Noor: minister of QA"]

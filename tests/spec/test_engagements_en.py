"""The engagements that English reports tell, and what is none."""

from __future__ import annotations

import pytest
from told_reports import tell_engagements, tell_events


def test_meeting() -> None:
    """Who met whom, and where; what 'the sides' then discussed belongs to the same meeting."""
    text = (
        "Foreign Minister of Kazakhstan Yermek Aisarov met with the Foreign Minister of Norway "
        "Lars Haugen in Oslo. The sides discussed trade."
    )
    assert tell_engagements(text) == ["meeting held | KZ NO | Aisarov Haugen | Oslo NO | -"]


def test_guest_is_received() -> None:
    """Who receives a guest holds a meeting with him on the day stated."""
    text = (
        "President Arman Serikov of Kazakhstan received the Foreign Minister of Turkey, Mehmet "
        "Arslan, on 11 March."
    )
    assert tell_engagements(text, "2026-03-12") == ["meeting held | KZ TR | Serikov Arslan | KZ | 2026-03-11"]


def test_guest_was_received_by() -> None:
    """'Was received by': the host is named first among the participants."""
    text = (
        "Polish Foreign Minister Jan Kowalski was received by President Rustam Karimov of "
        "Uzbekistan in Tashkent on 11 March."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | PL UZ | Karimov Kowalski | Tashkent UZ | 2026-03-11"
    ]


def test_place_before_the_subject() -> None:
    """The city may open the sentence."""
    text = (
        "In Astana, Deputy Foreign Minister Aidos Yermekov of Kazakhstan held talks with the "
        "Ambassador of Chile, Carlos Mendes."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | CL KZ | Yermekov Mendes | Astana KZ | 2026-03-12~"
    ]


def test_call() -> None:
    """A telephone conversation is a call, and has no place."""
    text = (
        "President Arman Serikov of Kazakhstan held a phone call with President Jan Novak of "
        "Czechia on 10 March."
    )
    assert tell_engagements(text, "2026-03-12") == ["call held | CZ KZ | Serikov Novak | - | 2026-03-10"]


def test_two_calls_in_one_sentence() -> None:
    """Two colleagues telephoned in one sentence are two calls."""
    text = (
        "Foreign Minister Yermek Aisarov of Kazakhstan spoke by phone with Foreign Minister Mario "
        "Conti of Italy and Foreign Minister Joseph Mwangi of Kenya."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "call held | IT KZ | Aisarov Conti | - | 2026-03-12~",
        "call held | KE KZ | Aisarov Mwangi | - | 2026-03-12~",
    ]


def test_consultations_with_heads_of_delegations() -> None:
    """The heads of delegations named in the next sentence take part in the consultations."""
    text = (
        "The seventh round of political consultations between the foreign ministries of "
        "Kazakhstan and Finland was held in Helsinki on 17 April. The delegations were led by "
        "Deputy Foreign Minister of Kazakhstan Aidos Yermekov and State Secretary of the Ministry "
        "of Foreign Affairs of Finland Mika Lehto."
    )
    assert tell_engagements(text, "2026-04-20") == [
        "consultations held | FI KZ | Yermekov Lehto | Helsinki FI | 2026-04-17"
    ]


def test_commission() -> None:
    """A session of an intergovernmental commission has its day, city and head of delegation."""
    text = (
        "The third session of the Intergovernmental Commission between Kazakhstan and Indonesia "
        "was held in Jakarta on 14 May 2026. The Kazakh delegation was headed by Trade Minister "
        "Nurlan Sabirov."
    )
    assert tell_engagements(text, "2026-05-15") == [
        "commission held | ID KZ | Sabirov | Jakarta ID | 2026-05-14"
    ]


def test_ordinal_of_a_commission() -> None:
    """'The third session' gives the commission the number 3."""
    text = (
        "The third session of the Intergovernmental Commission between Kazakhstan and Indonesia "
        "was held in Jakarta."
    )
    assert tell_events(text) == ["commission 3"]


def test_conference() -> None:
    """Taking part in a forum is a conference."""
    text = "Foreign Minister Yermek Aisarov of Kazakhstan took part in the Cairo Forum on Water Diplomacy."
    assert tell_engagements(text, "2026-02-10") == ["conference held | KZ | Aisarov | Cairo EG | 2026-02-10~"]


def test_session_of_a_un_commission() -> None:
    """A session of a commission of the UN is a conference, and no commission of two governments."""
    text = (
        "Labour Minister Asel Nurpeisova of Kazakhstan is attending the 70th session of the UN "
        "Commission on the Status of Women in New York."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "conference ongoing | KZ UN | Nurpeisova | New York US | 2026-03-12~"
    ]


def test_meeting_on_the_margins() -> None:
    """A meeting on the sidelines of the General Assembly is part of it, and in New York."""
    text = (
        "On the sidelines of the UN General Assembly in New York, Foreign Minister Yermek Aisarov "
        "of Kazakhstan met with Foreign Minister Carlos Mendes of Chile."
    )
    assert tell_engagements(text, "2026-09-24") == [
        "conference held | CL KZ UN | - | New York US | 2026-09-24~",
        "meeting held | CL KZ | Aisarov Mendes | New York US | 2026-09-24~ | within conference",
    ]


def test_planned_meeting() -> None:
    """A meeting in the future tense is planned, on the day stated."""
    text = (
        "President Arman Serikov of Kazakhstan will meet President Giorgi Lashkhi of Georgia in "
        "Tbilisi on 20 March."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting planned | GE KZ | Serikov Lashkhi | Tbilisi GE | 2026-03-20"
    ]


def test_next_session() -> None:
    """The next session of a commission is planned."""
    text = (
        "The next session of the Intergovernmental Commission between Kazakhstan and Oman will be "
        "held in Muscat in 2027."
    )
    assert tell_engagements(text, "2026-03-12") == ["commission planned | KZ OM | - | Muscat OM | 2027"]


def test_invitation() -> None:
    """An invitation to visit the country is a proposed visit of both countries."""
    text = "President Arman Serikov of Kazakhstan invited President Lars Berg of Finland to visit Kazakhstan."
    assert tell_engagements(text, "2026-03-12") == ["visit proposed | FI KZ | Berg | KZ | -"]


def test_cancelled_meeting() -> None:
    """A meeting that is called off is a cancelled meeting of both."""
    text = (
        "The meeting between Foreign Minister Yermek Aisarov of Kazakhstan and Foreign Minister "
        "Reza Ahmadi of Iran was called off."
    )
    assert tell_engagements(text, "2026-03-12") == ["meeting cancelled | IR KZ | Aisarov Ahmadi | - | -"]


def test_postponed_visit() -> None:
    """A visit that is put off is a cancelled visit."""
    text = "The visit of President Giorgi Lashkhi of Georgia to Kazakhstan has been postponed until autumn."
    assert tell_engagements(text, "2026-03-12") == ["visit cancelled | GE KZ | Lashkhi | KZ | -"]


def test_visit_that_is_over() -> None:
    """A visit that is concluded was held, in the country visited."""
    text = "Foreign Minister Yermek Aisarov of Kazakhstan concluded his working visit to Japan."
    assert tell_engagements(text, "2026-03-12") == ["visit held | JP KZ | Aisarov | JP | 2026-03-12~"]


def test_visit_under_way() -> None:
    """A visit that somebody is on is ongoing."""
    text = "Foreign Minister Joseph Mwangi of Kenya is on an official visit to Kazakhstan."
    assert tell_engagements(text, "2026-03-12") == ["visit ongoing | KE KZ | Mwangi | KZ | 2026-03-12~"]


def test_planned_visit() -> None:
    """A state visit to come is planned, to the country that is visited."""
    text = "President Le Minh Thanh of Vietnam will pay a state visit to Kazakhstan in May 2026."
    assert tell_engagements(text, "2026-03-12") == ["visit planned | KZ VN | Thanh | KZ | 2026-05"]


def test_signing_after_talks() -> None:
    """What the ministers sign after talks is a signing within the meeting."""
    text = (
        "Foreign Minister Yermek Aisarov of Kazakhstan held talks with Foreign Minister Rashid "
        "Bennani of Morocco in Rabat. Following the talks, the ministers signed a memorandum of "
        "cooperation."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | KZ MA | Aisarov Bennani | Rabat MA | 2026-03-12~",
        "signing held | KZ MA | Aisarov Bennani | Rabat MA | 2026-03-12~ | within meeting",
    ]


def test_credentials() -> None:
    """An ambassador presents his credentials to the head of the state he is sent to."""
    text = (
        "Ambassador of Kazakhstan to Greece Yerzhan Akhmetov presented his credentials to "
        "President Kostas Nikolaidis of Greece in Athens on 11 March."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "credentials held | GR KZ | Akhmetov Nikolaidis | Athens GR | 2026-03-11"
    ]


def test_appointment() -> None:
    """An appointment concerns the country that sends and the one that receives."""
    text = "By presidential decree, Marat Suleimenov was appointed Ambassador of Kazakhstan to Czechia."
    assert tell_engagements(text, "2026-03-12") == ["appointment held | CZ KZ | Suleimenov | - | 2026-03-12~"]


def test_message() -> None:
    """A telegram of congratulations is a message between the two heads of state."""
    text = (
        "President Arman Serikov of Kazakhstan sent a congratulatory telegram to President Lars "
        "Berg of Finland."
    )
    assert tell_engagements(text, "2026-03-12") == ["message held | FI KZ | Serikov Berg | - | 2026-03-12~"]


def test_round_up() -> None:
    """Nothing leaks from one meeting of a round-up to the next."""
    text = (
        "Foreign Minister Yermek Aisarov of Kazakhstan held a series of meetings on the sidelines "
        "of the UN General Assembly.\nWith Foreign Minister Carlos Mendes of Chile, he discussed "
        "the copper trade.\nTalks with Foreign Minister Joseph Mwangi of Kenya focused on "
        "tourism.\nIn a conversation with Foreign Minister Ram Sharma of Nepal, education was "
        "raised."
    )
    assert tell_engagements(text, "2026-09-25") == [
        "conference held | KZ UN | - | New York US | 2026-09-25~",
        "meeting held | CL KZ | Aisarov Mendes | New York US | 2026-09-25~ | within conference",
        "meeting held | KE KZ | Aisarov Mwangi | New York US | 2026-09-25~ | within conference",
        "meeting held | KZ NP | Aisarov Sharma | New York US | 2026-09-25~ | within conference",
    ]


def test_background_is_left_out() -> None:
    """What 'Earlier' introduces is history."""
    text = (
        "Ambassador of Kazakhstan Yerzhan Akhmetov met with the Minister of Transport of Greece "
        "Kostas Nikolaidis. Earlier, the minister paid an official visit to Kazakhstan."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | GR KZ | Akhmetov Nikolaidis | - | 2026-03-12~"
    ]


@pytest.mark.parametrize("verb", ["did not meet", "refused to meet", "declined to meet"])
def test_denied_meeting(verb: str) -> None:
    """Who did not meet did not meet."""
    text = f"Foreign Minister Yermek Aisarov of Kazakhstan {verb} Foreign Minister Reza Ahmadi of Iran."
    assert tell_engagements(text, "2026-03-12") == []


def test_meeting_that_is_not_planned() -> None:
    """A meeting that is not planned is none."""
    text = (
        "No meeting between the Presidents of Kazakhstan and Georgia is planned, the spokesperson "
        "of the Foreign Ministry of Kazakhstan Aibek Nurov said."
    )
    assert tell_engagements(text, "2026-03-12") == []


def test_obligations_that_are_met() -> None:
    """A country that meets its obligations meets nobody."""
    text = (
        "President Arman Serikov of Kazakhstan said that the country had met its obligations "
        "under the treaty."
    )
    assert tell_engagements(text, "2026-03-12") == []


def test_football() -> None:
    """Clubs that meet and trainers who are praised are no diplomacy."""
    text = "The city club met its rivals on Saturday. Coach Oleg Kim received praise."
    assert tell_engagements(text) == []


def test_business() -> None:
    """A company's talks and contracts are no diplomacy."""
    text = "The company held talks with its grain suppliers and signed a contract."
    assert tell_engagements(text) == []


def test_meeting_spoken_of_again() -> None:
    """'At the meeting' and 'the interlocutors' speak of the meeting already told."""
    text = (
        "Ambassador of Kazakhstan to Jordan Talgat Omarov met with Minister of Transport Samir "
        "Haddad. At the meeting, freight was discussed. The interlocutors agreed to continue the "
        "dialogue."
    )
    assert tell_engagements(text) == ["meeting held | JO KZ | Omarov Haddad | JO | -"]


def test_dateline() -> None:
    """A dateline gives the approximate day, and no place."""
    text = (
        "ASTANA, 12 March – Ambassador of Chile Carlos Mendes met with Deputy Minister of Trade "
        "of Kazakhstan Asel Nurpeisova."
    )
    assert tell_engagements(text, "2026-03-13") == [
        "meeting held | CL KZ | Mendes Nurpeisova | - | 2026-03-12~"
    ]


def test_three_ministers() -> None:
    """Three who meet together hold one meeting."""
    text = (
        "Foreign Ministers Yermek Aisarov of Kazakhstan, Mehmet Arslan of Turkey and Elchin "
        "Mammadov of Azerbaijan met in Baku."
    )
    assert tell_engagements(text) == ["meeting held | AZ KZ TR | Aisarov Arslan Mammadov | Baku AZ | -"]


def test_headline_in_capitals() -> None:
    """A headline in capitals tells of the same meeting as the body."""
    text = (
        "AISAROV MEETS HAUGEN IN OSLO\n\nForeign Minister of Kazakhstan Yermek Aisarov met with the "
        "Foreign Minister of Norway Lars Haugen in Oslo on 11 March."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | KZ NO | Aisarov Haugen | Oslo NO | 2026-03-11"
    ]


def test_guest_from_a_body() -> None:
    """The head of an organisation is a party for the organisation."""
    text = (
        "Deputy Foreign Minister Aidos Yermekov of Kazakhstan received OSCE Secretary General "
        "Helga Mayer in Astana."
    )
    assert tell_engagements(text) == ["meeting held | KZ OSCE | Yermekov Mayer | Astana KZ | -"]


def test_each_of_those_just_named() -> None:
    """'He received each of them' tells of a talk with each of those named in the sentence before."""
    text = (
        "Prime Minister Kenji Mori of Japan met the presidents of Kazakhstan and Uzbekistan, Arman Serikov "
        "and Rustam Karimov, in Tokyo on 10 March. He received each of them separately."
    )
    who = [line.split(" | ")[:3] for line in tell_engagements(text, "2026-03-12")]
    assert who == [
        ["meeting held", "JP KZ UZ", "Mori Serikov Karimov"],
        ["meeting held", "JP KZ", "Mori Serikov"],
        ["meeting held", "JP UZ", "Mori Karimov"],
    ]


def test_hosted_guest() -> None:
    """Who hosts a guest holds a meeting with him."""
    text = "President Arman Serikov of Kazakhstan hosted Prime Minister Kenji Mori of Japan in Astana."
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | JP KZ | Serikov Mori | Astana KZ | 2026-03-12~"
    ]


def test_welcomed_colleague() -> None:
    """A minister who welcomes his counterpart in Oslo is Norwegian, and they meet there."""
    text = "Foreign Minister Lars Haugen welcomed his Kazakh counterpart, Yermek Aisarov, in Oslo on 6 March."
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | KZ NO | Haugen Aisarov | Oslo NO | 2026-03-06"
    ]


def test_talk_told_by_what_was_discussed() -> None:
    """Two leaders who 'discussed trade during their meeting' met, though no verb says so."""
    text = (
        "Kazakh President Arman Serikov and Hungarian Prime Minister Laszlo Toth discussed trade during "
        "their meeting in Budapest on 11 March."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | HU KZ | Serikov Toth | Budapest HU | 2026-03-11"
    ]


def test_officials_of_one_country_who_discuss() -> None:
    """Two ministers of one government who discuss something hold no engagement."""
    text = "Kazakh Trade Minister Asel Nurova and Kazakh Energy Minister Samat Kali discussed the budget."
    assert tell_engagements(text, "2026-03-12") == []


def test_speaking_after_talks() -> None:
    """'Speaking after talks with X, Y said': the one who speaks is the other side."""
    text = (
        "Speaking after talks with Foreign Minister Lars Haugen of Norway in Oslo on 10 March, Foreign "
        "Minister Yermek Aisarov of Kazakhstan said that trade had doubled."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | KZ NO | Aisarov Haugen | Oslo NO | 2026-03-10"
    ]


def test_delegation_led_by() -> None:
    """Who leads the delegation that is met is met."""
    text = (
        "Deputy Foreign Minister Aidos Yermekov of Kazakhstan met with a delegation of the parliament of "
        "Finland led by Deputy Speaker Mika Lehto in Astana."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | FI KZ | Yermekov Lehto | Astana KZ | 2026-03-12~"
    ]


def test_call_with_an_adverb_of_time() -> None:
    """'Spoke today with' is a call where a day stands between the verb and whom it is with."""
    text = "Secretary of State Ann Blake spoke by phone today with Foreign Minister of Peru Juan Quispe."
    assert tell_engagements(text, "2026-03-12") == ["call held | PE US | Blake Quispe | - | 2026-03-12"]


def test_visit_at_the_invitation_of() -> None:
    """Who arrives at somebody's invitation is on a visit, which is not merely proposed."""
    text = (
        "President Arman Serikov of Kazakhstan arrived in Lima on an official visit at the invitation of "
        "his Peruvian counterpart, Juan Quispe."
    )
    assert tell_engagements(text, "2026-03-12")[0].startswith("visit held | KZ PE | Serikov | Lima PE")


def test_who_reports_takes_no_part() -> None:
    """The spokesman named at the end of the sentence only reports the visit."""
    text = (
        "President Arman Serikov of Kazakhstan paid a visit to Lima on 10 March, his press secretary "
        "Aida Omarova said on Thursday."
    )
    assert tell_engagements(text, "2026-03-12") == ["visit held | KZ PE | Serikov | Lima PE | 2026-03-10"]


def test_lunch_for_a_guest() -> None:
    """Who hosts a lunch for a visiting colleague receives him; 'the two' who then sign are these."""
    text = (
        "Foreign Minister Kenji Mori of Japan hosted a working lunch in Tokyo for his visiting Maltese "
        "counterpart, Maria Borg. The two signed an exchange of notes."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | JP MT | Mori Borg | Tokyo JP | 2026-03-12~",
        "signing held | JP MT | Mori Borg | Tokyo JP | 2026-03-12~ | within meeting",
    ]


def test_guest_in_a_relative_clause() -> None:
    """'Y, who is on a visit': the visitor is the one received."""
    text = (
        "President Arman Serikov of Kazakhstan received Jan Novak, Prime Minister of Czechia, who is on "
        "a working visit to the country."
    )
    assert [line.split(" | ")[2] for line in tell_engagements(text, "2026-03-12")] == [
        "Serikov Novak",
        "Novak",
    ]


def test_council_of_two_countries() -> None:
    """A numbered meeting of a council or working group of two countries is a commission."""
    text = "The third meeting of the Kazakh-Omani Strategic Council was held in Muscat on 10 March."
    assert tell_engagements(text, "2026-03-12") == ["commission held | KZ OM | - | Muscat OM | 2026-03-10"]


def test_condolences_in_a_talk() -> None:
    """Condolences offered in the course of a talk are no message."""
    text = (
        "Foreign Minister Kenji Mori of Japan met Foreign Minister Maria Borg of Malta in Tokyo. At the "
        "outset Mori offered condolences over the storm."
    )
    assert [line.split(" | ")[0] for line in tell_engagements(text, "2026-03-12")] == ["meeting held"]


def test_opening_of_a_building() -> None:
    """Taking part in the opening of a building is a ceremony."""
    text = "Trade Minister Arman Serikov of Kazakhstan attended the opening of a trade house in Lima."
    assert tell_engagements(text, "2026-03-12")[0].startswith("ceremony held")


def test_what_was_in_a_decade() -> None:
    """What is told of the 1990s is history."""
    text = "Ambassador Arman Serikov of Kazakhstan took part in talks with Norway on the border in the 1990s."
    assert tell_engagements(text, "2026-03-12") == []


def test_unnamed_counterparts_of_several_countries() -> None:
    """Separate calls with 'counterparts from A, B and C' are one call with each."""
    text = (
        "Foreign Minister Kenji Mori of Japan held separate phone calls with his counterparts from Iran, "
        "Syria and Jordan."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "call held | IR JP | Mori | - | 2026-03-12~",
        "call held | JP SY | Mori | - | 2026-03-12~",
        "call held | JO JP | Mori | - | 2026-03-12~",
    ]


def test_a_president_and_a_minister_are_met_apart() -> None:
    """A head of state does not share a talk with his minister."""
    text = (
        "Foreign Minister Kenji Mori of Japan will meet President Juan Quispe and Foreign Minister Ana "
        "Flores in Lima."
    )
    assert [line.split(" | ")[2] for line in tell_engagements(text, "2026-03-12")] == [
        "Mori Quispe",
        "Mori Flores",
    ]


def test_three_who_meet_together() -> None:
    """Officials of two countries met in a trilateral talk are met once."""
    text = (
        "Foreign Minister Kenji Mori of Japan held a trilateral meeting with Peruvian Foreign Minister Ana "
        "Flores and Maltese Foreign Minister Maria Borg in Lima."
    )
    assert [line.split(" | ")[2] for line in tell_engagements(text, "2026-03-12")] == ["Mori Flores Borg"]


def test_who_attended_a_talk() -> None:
    """'The meeting was attended by' tells of the meeting just told and of no other."""
    text = (
        "President Arman Serikov of Kazakhstan received Prime Minister Jan Novak of Czechia. The meeting was "
        "attended by Trade Minister Aida Omarova."
    )
    assert [line.split(" | ")[2] for line in tell_engagements(text, "2026-03-12")] == ["Serikov Novak"]


def test_credentials_of_the_newly_appointed() -> None:
    """'Copies of the credentials of X, the newly appointed Ambassador': X presents them."""
    text = (
        "Foreign Minister Nasser Al Amri of Oman received a copy of the credentials of Rustam Ergashev, the "
        "newly appointed Ambassador of Uzbekistan to Oman."
    )
    assert tell_engagements(text, "2026-03-12")[0].split(" | ")[1] == "OM UZ"


def test_earlier_on_the_same_day() -> None:
    """'Earlier in the day' is no background."""
    text = (
        "President Arman Serikov of Kazakhstan received Prime Minister Jan Novak of Czechia on 10 March. "
        "Earlier in the day Novak met Foreign Minister Aidos Yermekov."
    )
    assert [line.split(" | ")[2] for line in tell_engagements(text, "2026-03-12")] == [
        "Serikov Novak",
        "Novak Yermekov",
    ]


def test_signing_with_a_counterpart() -> None:
    """Who signs 'with her Maltese opposite number, Y' signs with Y."""
    text = (
        "Justice Minister Ane Haugen of Norway signed a treaty on legal assistance with her Maltese opposite "
        "number, Maria Borg."
    )
    assert [line.split(" | ")[1:3] for line in tell_engagements(text, "2026-03-12")] == [
        ["MT NO", "Haugen Borg"]
    ]


def test_guests_received_on_one_day() -> None:
    """Officials of different bodies and countries are received one by one."""
    text = (
        "President Arman Serikov of Kazakhstan received OSCE Secretary General Helga Mayer and, later in the "
        "day, Peruvian Foreign Minister Ana Flores."
    )
    assert [line.split(" | ")[2] for line in tell_engagements(text, "2026-03-12")] == [
        "Serikov Mayer",
        "Serikov Flores",
    ]


def test_ministers_who_sign_during_a_visit() -> None:
    """'As part of the visit, the foreign ministers signed': those who met and hold the same office."""
    text = (
        "Foreign Minister Yermek Aisarov of Kazakhstan met Foreign Minister Ana Flores of Peru in Lima. As "
        "part of the visit, the foreign ministers signed an agreement on visas."
    )
    signed = [line for line in tell_engagements(text, "2026-03-12") if line.startswith("signing")]
    assert [line.split(" | ")[1:3] for line in signed] == [["KZ PE", "Aisarov Flores"]]


def test_session_put_off() -> None:
    """A session that has been deferred is cancelled."""
    text = (
        "The fifth session of the India-Turkmenistan Intergovernmental Commission, which was to be held in "
        "Ashgabat on 9 May, has been deferred."
    )
    assert tell_engagements(text, "2026-05-04")[0].startswith("commission cancelled | IN TM")


def test_credentials_of_ambassadors_without_names() -> None:
    """The countries whose unnamed ambassadors present credentials are parties."""
    text = (
        "President Arman Serikov accepted the credentials of the ambassadors of Japan, Cuba and Estonia. The "
        "Akorda said so."
    )
    assert tell_engagements(text, "2026-03-12")[0].split(" | ")[1] == "CU EE JP KZ"


def test_message_received() -> None:
    """Who receives a written message is met by nobody; the sender sends it."""
    text = (
        "The Emir of Qatar, Sheikh Faisal Al Noor, received a written message from HE President of Peru Juan "
        "Quispe."
    )
    assert tell_engagements(text, "2026-03-12") == ["message held | PE QA | Quispe Noor | - | 2026-03-12~"]

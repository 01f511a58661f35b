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

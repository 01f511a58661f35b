"""Who met whom in English reports: receptions, calls, partners listed or without a name."""

from __future__ import annotations

from told_reports import tell_engagements


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


def test_condolences_in_a_talk() -> None:
    """Condolences offered in the course of a talk are no message."""
    text = (
        "Foreign Minister Kenji Mori of Japan met Foreign Minister Maria Borg of Malta in Tokyo. At the "
        "outset Mori offered condolences over the storm."
    )
    assert [line.split(" | ")[0] for line in tell_engagements(text, "2026-03-12")] == ["meeting held"]


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


def test_message_received() -> None:
    """Who receives a written message is met by nobody; the sender sends it."""
    text = (
        "The Emir of Qatar, Sheikh Faisal Al Noor, received a written message from HE President of Peru Juan "
        "Quispe."
    )
    assert tell_engagements(text, "2026-03-12") == ["message held | PE QA | Quispe Noor | - | 2026-03-12~"]

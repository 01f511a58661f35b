"""Visits, sessions, ceremonies and papers in English reports."""

from __future__ import annotations

from told_reports import tell_engagements


def test_headline_in_capitals() -> None:
    """A headline in capitals tells of the same meeting as the body."""
    text = (
        "AISAROV MEETS HAUGEN IN OSLO\n\nForeign Minister of Kazakhstan Yermek Aisarov met with the "
        "Foreign Minister of Norway Lars Haugen in Oslo on 11 March."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | KZ NO | Aisarov Haugen | Oslo NO | 2026-03-11"
    ]


def test_visit_at_the_invitation_of() -> None:
    """Who arrives at somebody's invitation is on a visit, which is not merely proposed."""
    text = (
        "President Arman Serikov of Kazakhstan arrived in Lima on an official visit at the invitation of "
        "his Peruvian counterpart, Juan Quispe."
    )
    assert tell_engagements(text, "2026-03-12")[0].startswith("visit held | KZ PE | Serikov | Lima PE")


def test_council_of_two_countries() -> None:
    """A numbered meeting of a council or working group of two countries is a commission."""
    text = "The third meeting of the Kazakh-Omani Strategic Council was held in Muscat on 10 March."
    assert tell_engagements(text, "2026-03-12") == ["commission held | KZ OM | - | Muscat OM | 2026-03-10"]


def test_opening_of_a_building() -> None:
    """Taking part in the opening of a building is a ceremony."""
    text = "Trade Minister Arman Serikov of Kazakhstan attended the opening of a trade house in Lima."
    assert tell_engagements(text, "2026-03-12")[0].startswith("ceremony held")


def test_what_was_in_a_decade() -> None:
    """What is told of the 1990s is history."""
    text = "Ambassador Arman Serikov of Kazakhstan took part in talks with Norway on the border in the 1990s."
    assert tell_engagements(text, "2026-03-12") == []


def test_credentials_of_the_newly_appointed() -> None:
    """'Copies of the credentials of X, the newly appointed Ambassador': X presents them."""
    text = (
        "Foreign Minister Nasser Al Amri of Oman received a copy of the credentials of Rustam Ergashev, the "
        "newly appointed Ambassador of Uzbekistan to Oman."
    )
    assert tell_engagements(text, "2026-03-12")[0].split(" | ")[1] == "OM UZ"


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

"""English sentences and the dates they tell, published on Thursday 12 March 2026."""

from __future__ import annotations

import pytest
from dates_reading import make_report, read_dates, tell_dates

FACTS = {
    # days
    "The envoy presented credentials on 5 February 2026.": ["2026-02-05"],
    "The summit took place on December 20, 2025.": ["2025-12-20"],
    "The note of 2026-02-03 was received.": ["2026-02-03"],
    "The minister landed in Tunis on March 9.": ["2026-03-09"],
    "The panel will meet in Yerevan on 21 May.": ["2026-05-21"],
    "The protocol was signed on 21 December.": ["2025-12-21"],
    "The delegation will visit Lima on 20 January.": ["2027-01-20"],
    "The session will be held on Wednesday, March 18.": ["2026-03-18"],
    "They signed it on the 4th of March.": ["2026-03-04"],
    "The note dated Sept. 22 was answered.": ["2025-09-22"],
    # stretches of days
    "The session runs from 24 to 26 March 2026.": ["2026-03-24/2026-03-26"],
    "Officials met on 3 and 4 March.": ["2026-03-03/2026-03-04"],
    "The forum of 24–25 June 2025 drew envoys.": ["2025-06-24/2025-06-25"],
    "From April 4 to 6 they are in Oslo.": ["2026-04-04/2026-04-06"],
    "He will travel from 30 March to 2 April.": ["2026-03-30/2026-04-02"],
    "The fair lasts from 30 December 2026 to 5 January 2027.": ["2026-12-30/2027-01-05"],
    # months, quarters, halves, seasons
    "The second round will be held in October 2026.": ["2026-10"],
    "In January and February delegations toured the regions.": ["2026-01/2026-02"],
    "The minister visited Rabat in August.": ["2025-08"],
    "The minister will visit Rabat in August.": ["2026-08"],
    "They proposed to hold a forum in August.": ["2026-08"],
    "They met last October.": ["2025-10"],
    "The conference is set for December this year.": ["2026-12"],
    "Talks will be held in the second quarter of 2026.": ["2026-04/2026-06"],
    "The line will open in the first half of 2027.": ["2027-01/2027-06"],
    "The summit will be held this autumn.": ["2026-09/2026-11"],
    "The consulate opened in spring 2025.": ["2025-03/2025-05"],
    "The next round is planned for early 2027.": ["2027"],
    # years
    "Relations were established in 1992.": ["1992"],
    "It sits on the Council for 2026–2027.": ["2026/2027"],
    "Trade will grow this year.": ["2026"],
    "The meeting has been postponed to next year.": ["2027"],
    # words that count from the day of the report
    "The speaker met his colleague today.": ["2026-03-12"],
    "Yesterday the sides finished their work.": ["2026-03-11"],
    "Tomorrow the delegation flies to Doha.": ["2026-03-13"],
    "The ministers signed a memorandum on Monday.": ["2026-03-09"],
    "The ministers will sign a memorandum on Monday.": ["2026-03-16"],
    "The ministry said on Thursday that talks went well.": ["2026-03-12"],
    "Consultations will be held next week.": ["2026-03-16/2026-03-22"],
    "Two years ago an embassy opened.": ["2024"],
    # deadlines and open ends
    "The session continues until March 19.": ["../2026-03-19 until"],
    "India holds the chair until 30 November.": ["../2026-11-30 until"],
    "The consulate will open by 1 October.": ["../2026-10-01 by"],
    "They agreed to finish before the end of the year.": ["2026 by"],
    "A deal will be ready by the end of August.": ["2026-08 by"],
    "Talks will open by mid-May.": ["../2026-05-15 by"],
    "The plant will open by June 2027.": ["../2027-06 by"],
    "It hopes to open a mission before its national day on 21 June.": ["../2026-06-21 by"],
    "The office will open within six months.": ["../2026-09-12 by"],
    "Over the next five years the bank will build roads.": ["../2031-03-12 by"],
    "The agency will support it through 2027.": ["2027 until"],
    "It has been a member since 1955.": ["1955/.. since"],
    "The rules have applied since 1 March 2025.": ["2025-03-01/.. since"],
    "It chaired the body from July 2023 to July 2024.": ["2023-07/2024-07"],
    # what has gone before
    "The minister arrived on 4 March. The same day the king received him.": ["2026-03-04", "2026-03-04"],
    "One deed was signed on 4 March, the other a day later.": ["2026-03-04", "2026-03-05"],
    "The forum met on March 3-5. On the second day they spoke of water.": [
        "2026-03-03/2026-03-05",
        "2026-03-04",
    ],
    "The summit opens on Friday. Earlier in the day he had met the envoy on 11 March.": [
        "2026-03-13",
        "None",
        "2026-03-11",
    ],
}

NO_DATES = [
    "The sides may visit 12 plants.",
    "They march 3 km a day.",
    "Theresa May received the envoy.",
    "Resolution 1325 remains the basis.",
    "More than 5000 people came.",
    "The C5+1 and the G20 met.",
    "The line carries 40 units per second.",
    "The project will cost 2026 dollars.",
    "The 70th anniversary was marked.",
    "In recent years trade has grown.",
    "Exports fall.",
]


@pytest.mark.parametrize(("sentence", "dates"), FACTS.items())
def test_english_dates(sentence: str, dates: list[str]) -> None:
    """An English sentence tells the dates beside it, each of its kind."""
    assert tell_dates(sentence, "en") == dates


@pytest.mark.parametrize("sentence", NO_DATES)
def test_english_sentences_without_dates(sentence: str) -> None:
    """Verbs, names, quantities and units are no dates."""
    assert tell_dates(sentence, "en") == []


def test_reason_of_stated_day_quotes_it() -> None:
    """A day stated in full rests on its own words."""
    (date,) = read_dates(make_report("They met on 5 February 2026.", "en"))
    assert (date.when.basis, date.when.reason) == ("stated", "'5 February 2026'")


def test_month_without_year_says_where_its_year_is_from() -> None:
    """The year of a bare month comes from the day of publication and the tense, and the reason says so."""
    (date,) = read_dates(make_report("The minister visited Rabat in August.", "en"))
    assert (date.when.edtf, date.when.basis) == ("2025-08", "inferred")
    assert date.when.reason == "'August'; year 2025, published 2026-03-12 (metadata)"

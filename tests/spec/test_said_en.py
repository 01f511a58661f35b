"""What English reports say was stated, proposed, promised and presided over, and what they do not."""

from __future__ import annotations

import pytest
from said_reports import tell_chairmanships, tell_commitments, tell_initiatives, tell_positions

POSITIONS = [
    ("[Kazakhstan|KZ] supports wider trade in grain.", ["support KZ"]),
    ("[Aida Seit|person:KZ] urged the participants to show restraint.", ["call_for Aida Seit"]),
    ("The [Turkish|nat:TR] side welcomed the opening of the railway.", ["welcome TR"]),
    ("[Oslo|city:NO] condemned the attack on the aid convoy.", ["condemn NO"]),
    ("[Aida Seit|person:KZ] voiced concern over the shortage of water.", ["concern Aida Seit"]),
    ("[Leif Berg|person:UN] praised the contribution of [Kazakhstan|KZ].", ["welcome Leif Berg"]),
    ("Both sides reaffirmed their commitment to the border treaty.", ["commit KZ", "commit NO"]),
    ("[Rabat|city:MA] rejects any revision of the accord.", ["oppose MA"]),
    ("[Iran|IR], [Reza Ahmadi|person:IR] said, is ready to receive observers.", ["readiness Reza Ahmadi"]),
    ("According to [Anna Berg|person:NO], [Oslo|city:NO] insists on a withdrawal.", ["call_for Anna Berg"]),
    (
        "[Aida Seit|person:KZ] met [Anna Berg|person:NO], who backed the lighthouse project.",
        ["support Anna Berg"],
    ),
    ("The talks must not stop, [Aida Seit|person:KZ] told reporters.", ["call_for Aida Seit"]),
    (
        "[Anna Berg|person:NO] thanked [Kazakhstan|KZ] for its support of her candidacy.",
        ["welcome Anna Berg"],
    ),
    ("The two sides favour a shorter visa procedure.", ["support KZ", "support NO"]),
    (
        "[Anna Berg|person:NO], whom [Aida Seit|person:KZ] met later, said that she opposed the dam.",
        ["oppose Anna Berg"],
    ),
]
NO_POSITIONS = [
    "[Aida Seit|person:KZ] thanked [Anna Berg|person:NO] for her hospitality.",
    "[Aida Seit|person:KZ] called on the Prime Minister of [Norway|NO].",
    "The forum was held with support from the [UN|UNDP].",
    "The shareholders voiced concern over the debts of the company.",
    "Background: [Kazakhstan|KZ] supported this accord in May.",
    "After the welcome ceremony [Aida Seit|person:KZ] left for the airport.",
    "[Aida Seit|person:KZ] invited [Anna Berg|person:NO] to visit Astana.",
    "The ministers discussed the fight against terrorism.",
    "[Aida Seit|person:KZ] congratulated her colleague on the holiday.",
]
COMMITMENTS = [
    ("The two sides agreed to open a direct flight [by 1 May|by:../2026-05-01].", ["KZ NO, ../2026-05-01"]),
    ("They decided to hold the next round in Riga [in 2027|at:2027].", ["KZ NO, 2027"]),
    ("[Norway|NO] undertook to send the funds [by the end of the year|by:2026].", ["NO, 2026"]),
    ("[Anna Berg|person:NO] promised to look into the question of visas.", ["NO, no date"]),
    (
        "[Aida Seit|person:KZ] instructed the ministry to open a consulate [by June|by:../2026-06].",
        ["KZ, ../2026-06"],
    ),
    ("[Anna Berg|person:NO] assured them that the cargo would be sent on time.", ["NO, no date"]),
    ("[Anna Berg|person:NO] announced that [Norway|NO] would open a school in the capital.", ["NO, no date"]),
    ("[Baku|city:AZ] intends to open a trade house in the port.", ["AZ, no date"]),
    (
        "The delegations reached an agreement to launch a train [by 1 July|by:../2026-07-01].",
        ["KZ NO, ../2026-07-01"],
    ),
    ("[Norway|NO] pledged 20 million dollars for the glaciers.", ["NO, no date"]),
    ("A new mill is to start work [by the spring of 2027|by:../2027-05].", ["?, ../2027-05"]),
    ("The two sides will explore a visa-free arrangement.", ["KZ NO, no date"]),
]
NO_COMMITMENTS = [
    "The sides discussed the decision of the court.",
    "The session will run [until 19 May|until:../2026-05-19].",
    "[Aida Seit|person:KZ] will attend the summit in [Oslo|city:NO] next week.",
    "The agreement on tariffs was signed by [Aida Seit|person:KZ].",
    "It was a promising start, [Aida Seit|person:KZ] said.",
    "The two sides agreed on the importance of trade.",
    "The instructor spoke at the forum.",
    "[Aida Seit|person:KZ] will visit [Norway|NO] [before the end of the year|by:2026].",
]
INITIATIVES = [
    ("[Aida Seit|person:KZ] proposed a joint fund for the glaciers.", ["proposed KZ"]),
    ("[Anna Berg|person:NO] backed [Kazakhstan's|KZ] proposal for a water register.", ["promoted KZ"]),
    ("[Norway|NO] supports the plan to open a school for pilots.", ["promoted ?"]),
    (
        "[Lima|city:PE] presented three proposals: a green corridor, a joint archive and an envoys' school.",
        ["promoted ?", "promoted ?", "promoted ?"],
    ),
    ("[Aida Seit|person:KZ] put forward the idea of a common library.", ["proposed KZ"]),
    ("[Aida Seit|person:KZ] briefed the guests on the green glacier initiative.", ["promoted ?"]),
    ("[Kazakhstan|KZ] proposed creating a regional university.", ["proposed KZ"]),
    ("[Norway|NO] supports the creation of a regional fund.", ["promoted ?"]),
    ("[Qatar|QA] supports the Astana process.", ["in_force ?"]),
    ("[Anna Berg|person:NO] suggested opening a joint archive.", ["proposed NO"]),
    ("The two sides agreed to speed up work on a railway from the port to the border.", ["promoted ?"]),
    ("[Anna Berg|person:NO] praised [Turkmenistan's|TM] initiative on neutrality.", ["promoted TM"]),
]
NO_INITIATIVES = [
    "The call took place on the initiative of the [Turkish|nat:TR] side.",
    "[Aida Seit|person:KZ] spoke of peace initiatives in general.",
    "[Aida Seit|person:KZ] plans to visit [Norway|NO].",
    "The ministers discussed trade with [Norway|NO].",
    "[Aida Seit|person:KZ] toured a new shopping centre.",
    "[Aida Seit|person:KZ] welcomed this initiative.",
    "The process of selection was discussed by [Aida Seit|person:KZ].",
    "[Aida Seit|person:KZ] put on her coat.",
]
CHAIRMANSHIPS = [
    (
        "[Slovenia|SI] holds the presidency of the [EU|body:EU] [until 30 June|until:2026-06-30].",
        ["SI chair EU, ../2026-06-30"],
    ),
    ("[Zambia|ZM] is the incoming Chair of [SADC|SADC].", ["ZM chair SADC, no period"]),
    ("The forum of [CICA|CICA], which [Kazakhstan|KZ] chairs, opens today.", ["KZ chair CICA, no period"]),
    (
        "[Norway|NO] is an elected member of the [UN Security Council|UNSC] [for 2027–2028|at:2027/2028].",
        ["NO member UNSC, 2027/2028"],
    ),
    (
        "The chairmanship of the [SCO|SCO] passes to [Kyrgyzstan|KG] [in July|at:2026-07].",
        ["KG chair SCO, 2026-07"],
    ),
    ("[Kazakhstan|KZ] will chair the [OTS|OTS] [in 2027|at:2027].", ["KZ chair OTS, 2027"]),
    ("[Bolivia|BO] became a member of [BRICS|BRICS] [in 2025|at:2025].", ["BO member BRICS, 2025"]),
    (
        "[Norway|NO] has convened the [Forum of Small States|FOSS] [since 2011|since:2011].",
        ["NO founder FOSS, 2011/.."],
    ),
    (
        "[Chad|TD] handed over the chairmanship of the [African Union|body:AU] to [Kenya|KE].",
        ["KE chair AU, no period"],
    ),
    ("[Malta|MT] took over the chairmanship of the [OSCE|OSCE].", ["MT chair OSCE, no period"]),
    ("[Nepal|NP] joined the organization of [WTO|WTO] members.", ["NP member WTO, no period"]),
    ("[Uruguay|UY] assumes the rotating presidency of [CELAC|CELAC].", ["UY chair CELAC, no period"]),
]
NO_CHAIRMANSHIPS = [
    "[Aida Seit|person:KZ] chaired the session of the [SCO|SCO].",
    "[Aida Seit|person:KZ] will co-chair the [OSCE|OSCE] meeting with her colleague.",
    "A member of the delegation of [Kazakhstan|KZ] spoke at the [UN|UNGA].",
    "[Kazakhstan|KZ] took part in the session of [UNESCO|UNESCO].",
    "[Kenya|KE] backed a candidate for the presidency of the [UN|UNGA].",
    "[Kazakhstan|KZ] will host the summit of the [OTS|OTS].",
    "The chair beside the [UN|UNGA] flag stayed empty.",
    "[Anna Berg|person:NO] is a member of parliament and spoke to the [OSCE|OSCE].",
]


@pytest.mark.parametrize(("text", "expected"), POSITIONS)
def test_position_is_read(text: str, expected: list[str]) -> None:
    """A side that supports, opposes, urges or worries holds a position."""
    assert tell_positions(text, "en", "KZ", "NO") == expected


@pytest.mark.parametrize("text", NO_POSITIONS)
def test_no_position_is_read(text: str) -> None:
    """Courtesy, background, private people and words that only look like a stance hold none."""
    assert tell_positions(text, "en", "KZ", "NO") == []


@pytest.mark.parametrize(("text", "expected"), COMMITMENTS)
def test_commitment_is_read(text: str, expected: list[str]) -> None:
    """What is agreed, decided, promised or ordered binds those who say so, by the stated day."""
    assert tell_commitments(text, "en", "KZ", "NO") == expected


@pytest.mark.parametrize("text", NO_COMMITMENTS)
def test_no_commitment_is_read(text: str) -> None:
    """What will merely take place, was agreed before, or is said by a private person binds nobody."""
    assert tell_commitments(text, "en", "KZ", "NO") == []


@pytest.mark.parametrize(("text", "expected"), INITIATIVES)
def test_initiative_is_read(text: str, expected: list[str]) -> None:
    """What is proposed, promoted or set up is an initiative of the side that put it forward."""
    assert tell_initiatives(text, "en", "KZ", "NO") == expected


@pytest.mark.parametrize("text", NO_INITIATIVES)
def test_no_initiative_is_read(text: str) -> None:
    """The initiative to telephone, initiatives in general, and things for sale are none."""
    assert tell_initiatives(text, "en", "KZ", "NO") == []


@pytest.mark.parametrize(("text", "expected"), CHAIRMANSHIPS)
def test_chairmanship_is_read(text: str, expected: list[str]) -> None:
    """A country chairs, joins or founds a body, for the stated time."""
    assert tell_chairmanships(text, "en") == expected


@pytest.mark.parametrize("text", NO_CHAIRMANSHIPS)
def test_no_chairmanship_is_read(text: str) -> None:
    """Presiding over one session, heading a delegation and taking part are no chairmanship."""
    assert tell_chairmanships(text, "en") == []

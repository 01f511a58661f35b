"""Bodies, forums, places and offices: one thing under all its names, joined and parted by people."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from samples import STORES, open_empty, read_english, tell

from elshi.errors import UsageError
from elshi.model.entity import Thing, describe_thing
from elshi.model.query import Query
from elshi.model.report import Language
from elshi.register import Register
from elshi.register.naming import name_things

ME = "Aizhan"
PUBLISHED = "2026-05-10"
RUSSIAN = (
    "В Астане 5 мая 2026 года прошла шестая сессия Конференции по водному сотрудничеству. В ней участвовал "
    "директор ЮНЕСКО Пьер Лемуан."
)
KAZAKH = (
    "Астанада 2026 жылғы 7 мамырда ЮНЕСКО өкілі Пьер Лемуан мен Қазақстанның Сыртқы істер министрі Дәурен "
    "Әбілов кездесті."
)
ENGLISH = (
    "Kazakhstan's Foreign Minister Dauren Abilov met UNESCO Deputy Director-General Pierre Lemoine in Astana "
    "on 9 May 2026."
)


@pytest.fixture(params=STORES)
def register(request: pytest.FixtureRequest) -> Iterator[Register]:
    """Give a register with one report a language, and the sample that names a fund unknown to the lexicon."""
    with open_empty(request.param) as opened:
        for text in (RUSSIAN, KAZAKH, ENGLISH):
            opened.add(tell((text, PUBLISHED)))
        opened.add(read_english())
        yield opened


def describe(register: Register) -> list[dict[str, object]]:
    """Return everything named, as JSON."""
    return [describe_thing(thing) for thing in register.things()]


def list_sources(register: Register, thing: Thing) -> set[str]:
    """Return where the reports of the entries that name a thing came from."""
    return {source for entry in register.find_naming([thing]) for source in entry.sources}


def test_a_body_is_one_thing_in_three_languages(register: Register) -> None:
    """ЮНЕСКО of the Kazakh report and UNESCO of the English ones, with its id in Wikidata."""
    body = register.thing("ЮНЕСКО", "body")
    assert body == register.thing("unesco") == register.thing(body.entity.id)
    assert (body.entity.name, body.entity.wikidata) == ("UNESCO", "Q7809")
    assert {KAZAKH[:20], ENGLISH[:20]} <= list_sources(register, body)


def test_a_place_is_found_by_its_name_in_any_language(register: Register) -> None:
    """Астана and Astana are one city of Kazakhstan."""
    city = register.thing("Астана", "place")
    assert (city.entity.name, city.entity.country) == ("Astana", "KZ")
    assert {KAZAKH[:20], ENGLISH[:20]} <= list_sources(register, city)
    told = list(register.find_naming([city, register.thing("UNESCO")], Query(language="kk")))
    assert told
    assert all("kk" in {register.show(r).report.language for r in e.reports} for e in told)  # type: ignore[union-attr]  # of reports


def test_a_city_that_was_renamed_is_one_place() -> None:
    """Nur-Sultan of the years 2019 to 2022 is Astana, under all names of both."""
    (former,), (present,) = (
        name_things("engagement", "place", {"city": city, "country": "KZ"}, "en", frozenset())
        for city in ("Nur-Sultan", "Astana")
    )
    assert former == present
    assert {"Astana", "Нұр-Сұлтан", "Астана"} <= set(present.names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("шестая Конференция по водным ресурсам", "ru"), ("седьмой Конференции по водным ресурсам", "ru")),
        (("80-я сессия Генеральной Ассамблеи ООН", "ru"), ("БҰҰ Бас Ассамблеясының 79-шы сессиясы", "kk")),
        (("9th Water Resources Forum", "en"), ("Tenth Water Resources Forum", "en")),
    ],
)
def test_sessions_of_one_series_are_one_forum(one: tuple[str, Language], other: tuple[str, Language]) -> None:
    """Whatever their number and case; a series of the lexicon in any language."""
    found = [
        list(name_things("engagement", "event", {"name": name}, language, frozenset({"conference"})))
        for name, language in (one, other)
    ]
    assert found[0][0].id == found[1][0].id


def test_a_mere_summit_is_no_forum() -> None:
    """'The next summit' names none, and rounds of consultations are none."""
    assert list(name_things("engagement", "event", {"name": "summit"}, "en", frozenset({"conference"}))) == []
    rounds = name_things("engagement", "event", {"name": "third round"}, "en", frozenset({"meeting"}))
    assert list(rounds) == []


def test_an_office_is_a_thing_of_a_country(register: Register) -> None:
    """The foreign minister of Kazakhstan is one office, whoever holds it."""
    office = next(t for t in register.things("office") if t.entity.name == "foreign minister of KZ")
    assert {KAZAKH[:20], ENGLISH[:20]} <= list_sources(register, office)


def test_what_the_lexicon_does_not_know_has_an_id_of_its_own(register: Register) -> None:
    """The Water Fund Council is a body by its words; the id is the same in every register."""
    council = register.thing("Water Fund Council", "body")
    assert council.entity.wikidata is None
    with open_empty("memory") as other:
        other.add(read_english())
        assert other.thing("water fund council").ids == council.ids


def test_those_that_most_entries_name_come_first(register: Register) -> None:
    """Counts fall; of a kind only things of it are listed."""
    counts = [len(thing.entries) for thing in register.things()]
    assert counts == sorted(counts, reverse=True)
    assert {t.entity.kind for t in register.things("place")} == {"place"}
    assert {t.entity.kind for t in register.things()} == {"body", "forum", "office", "place"}


def test_two_bodies_judged_the_same_are_one_and_parted_again_are_two(register: Register) -> None:
    """The council is judged to be UNESCO: it bears that name, and has both ids until this is withdrawn."""
    before = describe(register)
    council, body = register.thing("Water Fund Council"), register.thing("UNESCO")
    effects = register.preview_comparison("same", council.entity.id, body.entity.id)
    assert [effect.what for effect in effects] == [f"stands for {min(council.entity.id, body.entity.id)}"]
    judged = register.judge("same", council.entity.id, body.entity.id, ME)
    joined = register.thing("Water Fund Council")
    assert joined == register.thing("ЮНЕСКО")
    assert joined.entity.wikidata == "Q7809"
    assert set(joined.ids) == {council.entity.id, body.entity.id}
    assert set(joined.entries) == {*council.entries, *body.entries}
    register.withdraw(judged.id, ME)
    assert describe(register) == before
    assert register.check() == ()


def test_a_same_that_would_bridge_a_different_is_refused(register: Register) -> None:
    """The council is not UNESCO; no chain of 'same' may say so."""
    council, body = (register.thing(name).entity.id for name in ("Water Fund Council", "UNESCO"))
    register.judge("different", council, body, ME)
    with pytest.raises(UsageError, match="cannot be one"):
        register.judge("same", council, body, ME)


def test_a_body_and_a_city_cannot_be_compared(register: Register) -> None:
    """They are of different kinds, and this is said."""
    city, body = register.thing("Astana", "place").entity.id, register.thing("UNESCO").entity.id
    with pytest.raises(UsageError, match="cannot be compared"):
        register.judge("same", city, body, ME)


def test_what_is_called_like_nothing_is_said_to_be_unknown(register: Register) -> None:
    """One line, with the command that lists what is known."""
    with pytest.raises(UsageError, match="elshi entities"):
        register.thing("Ministry of Silly Walks")


def test_the_past_is_answered_as_it_was(register: Register) -> None:
    """What a judgement joins later was two things before, and still is as of then."""
    view = register.as_of(register._clock())
    before = view.things()
    council, body = (register.thing(name).entity.id for name in ("Water Fund Council", "UNESCO"))
    register.judge("same", council, body, ME)
    assert view.things() == before
    assert register.things() != before


def test_a_person_is_shown_by_id(register: Register) -> None:
    """Dauren Abilov, in two scripts, by the id that the listing of people gives."""
    listed = next(p for p in register.people() if p.name == "Dauren Abilov")
    assert listed.entity is not None
    assert register.person(listed.entity) == listed
    assert "Дәурен Әбілов" in listed.names

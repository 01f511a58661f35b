"""The people of a report: every place that speaks of each of them, and the offices stated for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.lexicon.people import find_spelling
from elshi.lexicon.places import is_country
from elshi.mentions.appointments import appoint
from elshi.mentions.offices import Office
from elshi.mentions.titles import describe_office
from elshi.mentions.scenes import Scene, Sighting
from elshi.mentions.sightings import sight_names
from elshi.model.markup import Person, Title
from elshi.model.report import Language, Report
from elshi.model.span import Span
from elshi.text.morphology import open_russian
from elshi.text.names import same_person_name
from elshi.text.translit import romanize


def find_people(report: Report, scenes: Sequence[Scene]) -> tuple[Person, ...]:
    """Return the people of `report` in the order in which they are first named.

    A person is introduced by a full name, or by a surname with an office beside it; surnames,
    initials and offices that stand alone are then attached to the person they fit.
    """
    sightings = [s for number in range(len(scenes)) for s in sight_names(report, scenes, number)]
    sightings = list(appoint(scenes, sightings))
    people: list[list[Sighting]] = []
    for sighting in sorted(sightings, key=lambda s: not s.full):
        _attach(people, sighting, report.language)
    merged = [_as_person(chain, report) for chain in people if _is_person(chain)]
    merged.sort(key=lambda person: person.mentions[0])
    return _attach_offices(_give_standing_office(tuple(merged), scenes), scenes)


_STANDING = frozenset({"head_of_state", "head_of_government", "foreign_minister"})


def _give_standing_office(people: tuple[Person, ...], scenes: Sequence[Scene]) -> tuple[Person, ...]:
    """Give the one person of whom the report tells without an office the office it speaks of without a name.

    'Президент Казахстана считает … – отметил Глава государства' beside 'Касым-Жомарт Токаев сообщил'.
    """
    bare = [i for i, p in enumerate(people) if not p.titles and len(p.mentions) > 1]
    if len(bare) != 1 or any(t.office in _STANDING for p in people for t in p.titles):
        return people
    offices = [
        describe_office(scene.sentence, office, scene.mentions, (0, len(scene.sentence.tokens)))
        for scene in scenes
        for office in scene.offices
        if office.code in _STANDING and not _is_plural(scene, office)
    ]
    stated = [t for t in offices if t.represents] or offices
    if len(offices) <= 1 or len({t.office for t in offices}) != 1:
        return people
    holder = replace(people[bare[0]], titles=(stated[0],), country=stated[0].represents)
    return (*people[: bare[0]], holder, *people[bare[0] + 1 :])


def _attach(people: list[list[Sighting]], sighting: Sighting, language: Language) -> None:
    fitting = [chain for chain in people if _fits(sighting, chain, language)]
    if fitting:
        fitting[0].append(sighting)
    else:
        people.append([sighting])


def _fits(sighting: Sighting, chain: Sequence[Sighting], language: Language) -> bool:
    known = chain[0].nominative
    if sighting.nominative == known or same_person_name(sighting.nominative, known, language):
        return True
    return same_person_name(sighting.surface, known, language) or same_person_name(
        chain[0].surface, sighting.nominative, language
    )


def _is_person(chain: Sequence[Sighting]) -> bool:
    """Tell people from other proper nouns: two written parts, or an office beside one."""
    return any(s.full for s in chain) or any(s.titles for s in chain)


def _as_person(chain: Sequence[Sighting], report: Report) -> Person:
    longest = max(chain, key=lambda s: len(s.surface))
    first = min((s for s in chain if s.full), default=longest, key=lambda s: s.name.span)
    in_order = sorted(chain, key=lambda s: s.name.span)
    titles = tuple(dict.fromkeys(title for s in in_order for title in s.titles))
    shortest = min((s.nominative for s in chain if s.full and s.name.parts == first.name.parts), key=len, default=first.nominative)
    native = shortest if same_person_name(shortest, first.nominative, report.language) else first.nominative
    return Person(
        surface=first.name.span,
        native_name=native,
        name=find_spelling(native) or romanize(native, report.language),
        mentions=tuple(s.name.span for s in in_order),
        titles=_order_titles(titles, report.headline),
        country=next((t.represents for t in titles if t.represents), None)
        or next((s.country for s in in_order if s.country), None),
    )


def _order_titles(titles: Sequence[Title], headline: Span | None) -> tuple[Title, ...]:
    """Put present offices before former ones and the body's before the headline's short form."""
    return tuple(sorted(titles, key=lambda t: (t.former, headline is not None and headline.covers(t.span))))


def _attach_offices(people: tuple[Person, ...], scenes: Sequence[Scene]) -> tuple[Person, ...]:
    """Attach offices that stand alone ('министр', 'Мемлекет басшысы') to the person last named in them."""
    extra: dict[int, list[Span]] = {}
    for scene in scenes:
        for office in scene.offices:
            if any(t.span.overlaps(office.span) for p in people for t in p.titles) or _is_plural(scene, office):
                continue
            bearer = _find_bearer(people, scene, office)
            if bearer is not None:
                extra.setdefault(bearer, []).append(office.span)
                people = _complete(people, bearer, scene, office)
    return tuple(
        replace(p, mentions=tuple(sorted({*p.mentions, *extra.get(i, ())}))) for i, p in enumerate(people)
    )


def _complete(people: tuple[Person, ...], bearer: int, scene: Scene, office: Office) -> tuple[Person, ...]:
    """Let 'Қазақстан Президенті', said later of one first called 'Президент', tell whose president it is."""
    said = describe_office(scene.sentence, office, scene.mentions, (0, len(scene.sentence.tokens)))
    person = people[bearer]
    if office.code != "head_of_state" or not is_country(said.represents) or person.country or not any(t.office == office.code for t in person.titles):
        return people
    titles = tuple(
        replace(t, represents=said.represents, body_text=said.body_text) if t.office == office.code else t
        for t in person.titles
    )
    known = replace(person, titles=titles, country=said.represents)
    return (*people[:bearer], known, *people[bearer + 1 :])


_KIN = (
    {"foreign_minister", "minister", "deputy_head_of_government"},
    {"deputy_foreign_minister", "deputy_minister", "minister"},
    {"official", "foreign_minister", "secretary_general"},
    {"director_general", "official", "secretary_general"},
    {"ambassador", "permanent_representative"},
    {"other", "head_of_state", "head_of_government"},
)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:4].lower() for word in text.split())


_PLURALS = ("лер", "лар", "лері", "лары", "дер", "дар", "дері", "дары", "тер", "тар", "тері", "тары")


def _is_plural(scene: Scene, office: Office) -> bool:
    """Tell whether several people are meant: 'министры', 'басшылары', 'ministers'."""
    words = [t.lower for t in scene.sentence.tokens[office.first : office.stop]]
    if scene.sentence.language == "kk":
        return words[-1].endswith(_PLURALS)
    if scene.sentence.language == "en":
        return words[-1].endswith("s") and not words[-1].endswith("ss")
    parses = [p for p in open_russian().parse(words[0]) if p.tag.POS == "NOUN"]
    return bool(parses) and all(p.tag.number == "plur" for p in parses)


def _find_bearer(people: Sequence[Person], scene: Scene, office: Office) -> int | None:
    title = describe_office(scene.sentence, office, scene.mentions, (0, len(scene.sentence.tokens)))
    def rank(index: int) -> tuple[int, int, int] | None:
        person = people[index]
        codes = {t.office for t in person.titles}
        same = office.code in codes
        if not same and not any(office.code in kin and codes & kin for kin in _KIN):
            return None
        if title.represents and person.country and title.represents != person.country:
            return None
        before = [m.start for m in person.mentions if m.start < office.span.start]
        if not before:
            return None
        words = _stems(title.text)
        alike = any(words & _stems(t.text) for t in person.titles)
        # 'the head of state' without a country is the report's own, whom it introduces first
        ours = office.code == "head_of_state" and not title.represents
        bare = office.code == "minister" and not title.represents
        return (int(same or bare) + int(alike), len(before) if bare else 0, -before[0] if ours else max(before))
    ranked = [(score, index) for index in range(len(people)) if (score := rank(index)) is not None]
    return max(ranked)[1] if ranked else None

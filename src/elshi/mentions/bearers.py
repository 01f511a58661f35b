"""Who bears the offices that stand alone: 'министр', 'Мемлекет басшысы', 'the President'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from elshi.lexicon.cues import read_cues
from elshi.lexicon.endings import read_endings
from elshi.lexicon.offices import find_implied
from elshi.lexicon.places import is_country
from elshi.lexicon.prepositions import read_prepositions
from elshi.lexicon.said import read_words
from elshi.mentions.offices import Office
from elshi.mentions.scenes import Scene
from elshi.mentions.titles import describe_office
from elshi.model.markup import Person, Title
from elshi.model.report import Language
from elshi.model.span import Span
from elshi.text.morphology import open_russian

_STANDING = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
# offices that reports use for one another when they speak of somebody once more
_KIN = (
    {"foreign_minister", "minister", "deputy_head_of_government"},
    {"deputy_foreign_minister", "deputy_minister", "minister"},
    {"official", "foreign_minister", "secretary_general"},
    {"director_general", "official", "secretary_general"},
    {"ambassador", "permanent_representative"},
    {"other", "head_of_state", "head_of_government"},
)
_STEM = 4  # letters by which inflected words of two titles are told to be the same


def give_standing_office(people: tuple[Person, ...], scenes: Sequence[Scene]) -> tuple[Person, ...]:
    """Give the one person of whom the report tells without an office the office it speaks of without a name.

    'Президент Казахстана считает … – отметил Глава государства' beside 'Касым-Жомарт Токаев сообщил'.
    """
    bare = [i for i, p in enumerate(people) if not p.titles and len(p.mentions) > 1]
    if len(bare) != 1 or any(t.office in _STANDING for p in people for t in p.titles):
        return people
    offices = [
        _describe(scene, office)
        for scene in scenes
        for office in scene.offices
        if office.code in _STANDING and not is_plural(scene, office)
    ]
    stated = [title for title in offices if title.represents] or offices
    if len(offices) <= 1 or len({title.office for title in offices}) != 1:
        return people
    holder = replace(people[bare[0]], titles=(stated[0],), country=stated[0].represents)
    return _put(people, bare[0], holder)


def name_own_head(people: tuple[Person, ...], scenes: Sequence[Scene]) -> tuple[Person, ...]:
    """Give the first one named, who has no office, that of the head of the report's own state.

    A headline says 'Мемлекет басшысы Чили министрін қабылдады', and the text begins with the bare name.
    """
    if not people or people[0].titles or people[0].country:
        return people
    heads = tuple(_list_own_heads(people, scenes))
    own = [title for title in heads if title.represents]
    codes = {title.represents for title in own}
    held = {t.represents for p in people for t in p.titles if t.office == "head_of_state"}
    before = any(title.span.start < people[0].mentions[0].start for title in heads)
    told = before or len(own) > 1
    if len(codes) != 1 or codes & held or not told or _acts_beside(people[0], heads, scenes):
        return people
    return _put(people, 0, replace(people[0], titles=(own[0],), country=own[0].represents))


def _acts_beside(person: Person, own: Sequence[Title], scenes: Sequence[Scene]) -> bool:
    """Tell whether the head of state acts in the sentence that names the person, who is another then."""
    first = next(s.sentence.span for s in scenes if s.sentence.span.covers(person.mentions[0]))
    return any(first.covers(title.span) for title in own)


def _list_own_heads(people: Sequence[Person], scenes: Sequence[Scene]) -> Iterator[Title]:
    """Yield the head of state that a Kazakh sentence has for its subject, without a name beside it."""
    for scene in scenes:
        language = scene.sentence.language
        home = read_words("home", language)
        for office in scene.offices:
            if office.code != "head_of_state" or is_oblique(scene, office) or _is_taken(people, office):
                continue
            title = _describe(scene, office)
            country = title.represents or find_implied(title.text, language)
            if home and (country is None or country in home):
                yield replace(title, represents=country, rule=title.rule or (country and "implied") or "")


def is_oblique(scene: Scene, office: Office) -> bool:
    """Tell whether a Kazakh case ending shows that the office is not that of the name after it."""
    endings = read_endings("oblique", scene.sentence.language)
    return scene.sentence.tokens[office.stop - 1].lower.endswith(endings)


def attach_offices(people: tuple[Person, ...], scenes: Sequence[Scene]) -> tuple[Person, ...]:
    """Attach each office that stands alone to the person last named who can be its bearer."""
    extra: dict[int, list[Span]] = {}
    for scene in scenes:
        for office in scene.offices:
            if _is_taken(people, office) or is_plural(scene, office):
                continue
            title = _describe(scene, office)
            bearer = _find_bearer(people, title, office, scene.sentence.language)
            if bearer is not None and not _is_of_another(people[bearer], title, scene, office):
                extra.setdefault(bearer, []).append(office.span)
                people = _put(people, bearer, _complete(people[bearer], title))
    return tuple(
        replace(p, mentions=tuple(sorted({*p.mentions, *extra.get(i, ())}))) for i, p in enumerate(people)
    )


def _is_of_another(person: Person, title: Title, scene: Scene, office: Office) -> bool:
    """Tell whether a Kazakh case ending shows that a president of a state is not the bearer spoken of.

    'Президент Серіков … Перу Президентінің сапары': who is not said to be of Peru is not its president.
    """
    return is_oblique(scene, office) and bool(title.represents) and person.country is None


def _put(people: tuple[Person, ...], index: int, person: Person) -> tuple[Person, ...]:
    return (*people[:index], person, *people[index + 1 :])


def _describe(scene: Scene, office: Office) -> Title:
    return describe_office(scene.sentence, office, scene.mentions, (0, len(scene.sentence.tokens)))


def _is_taken(people: Sequence[Person], office: Office) -> bool:
    return any(title.span.overlaps(office.span) for person in people for title in person.titles)


def is_plural(scene: Scene, office: Office) -> bool:
    """Tell whether several people are meant: 'министры', 'басшылары', 'ministers'."""
    language = scene.sentence.language
    words = [t.lower for t in scene.sentence.tokens[office.first : office.stop]]
    if language == "en":
        words = _leave_out_field(words)
    if language != "ru":
        singular = words[-1].endswith(read_endings("singulars", language))
        return words[-1].endswith(read_endings("plurals", language)) and not singular
    parses = [p for p in open_russian().parse(words[0]) if p.tag.POS == "NOUN"]
    return bool(parses) and all(p.tag.number == "plur" for p in parses)


def _leave_out_field(words: list[str]) -> list[str]:
    """Return the words of an English office up to its noun: 'minister' of 'minister of foreign affairs'."""
    prepositions = read_prepositions("en")
    field = (i for i, word in enumerate(words) if i and (word in prepositions or not word.isalpha()))
    return words[: next(field, len(words))]


def _find_bearer(people: Sequence[Person], title: Title, office: Office, language: Language) -> int | None:
    """Return the index of the person who fits the office best, None where nobody does."""
    fitting = [index for index, person in enumerate(people) if _can_bear(person, title, office, language)]
    return max(fitting, key=lambda index: (*_rate(people[index], title, office), index), default=None)


def _can_bear(person: Person, title: Title, office: Office, language: Language) -> bool:
    """Tell whether the person, named before the office, has it or one of its kin, and in that country."""
    codes = {t.office for t in person.titles}
    if office.code not in codes and not any(office.code in kin and codes & kin for kin in _KIN):
        return False
    if title.represents and person.country and title.represents != person.country:
        return False
    if office.code == "head_of_state" and _is_throne(title, language) != _has_throne(person, language):
        return False
    return any(mention.start < office.span.start for mention in person.mentions)


def _is_throne(title: Title, language: Language) -> bool:
    """Tell whether the office is that of a monarch, who is nowhere called a president."""
    return read_cues("thrones", language).stand_in(word.lower() for word in title.text.split())


def _has_throne(person: Person, language: Language) -> bool:
    heads = [title for title in person.titles if title.office == "head_of_state"]
    return any(_is_throne(title, language) for title in heads)


def _rate(person: Person, title: Title, office: Office) -> tuple[bool, int, int, int]:
    """Return how well the office fits the person, how much the report tells of them, and how near."""
    before = [mention.start for mention in person.mentions if mention.start < office.span.start]
    same = any(t.office == office.code for t in person.titles)
    alike = any(_stems(title.text) & _stems(t.text) for t in person.titles)
    bare = office.code == "minister" and not title.represents
    # 'the head of state' without a country is the report's own, whom it introduces first
    ours = office.code == "head_of_state" and not title.represents
    theirs = title.represents is not None and title.represents == person.country
    return (
        theirs,
        int(same or bare) + int(alike),
        len(before) if bare else 0,
        -before[0] if ours else max(before),
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM].lower() for word in text.split())


def _complete(person: Person, said: Title) -> Person:
    """Let 'Қазақстан Президенті', said later of one first called 'Президент', tell whose president it is."""
    if said.office != "head_of_state" or person.country or not is_country(said.represents):
        return person
    if not any(title.office == said.office for title in person.titles):
        return person
    titles = tuple(
        replace(t, represents=said.represents, body_text=said.body_text, rule=said.rule)
        if t.office == said.office
        else t
        for t in person.titles
    )
    return replace(person, titles=titles, country=said.represents)

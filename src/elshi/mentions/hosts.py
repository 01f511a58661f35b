"""Whose country it is, where somebody is received, met or invited: the host's, or the guest's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from elshi.lexicon.cues import read_cues
from elshi.lexicon.engagements import find_construction, find_triggers
from elshi.lexicon.gazetteer import read_kazakh_case
from elshi.lexicon.places import is_country
from elshi.lexicon.prepositions import read_prepositions
from elshi.lexicon.said import read_words
from elshi.mentions.nearby import words_before
from elshi.mentions.offices import ENVOYS
from elshi.mentions.scenes import Scene
from elshi.mentions.titles import read_code
from elshi.model.markup import Mention, Person, Title
from elshi.model.span import Span

_RECEIVING = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "foreign_minister",
        "deputy_head_of_government",
        "minister",
        "speaker",
        "deputy_foreign_minister",
    }
)
_AUXILIARY = 3  # tokens before an English participle in which 'was' makes it passive
_WORDS_TO_AGENT = 2  # 'by the President'
_WORDS_TO_OFFICE = 2  # 'с ее министром'


def find_host(scene: Scene, title: Title, people: Sequence[Person], home: str | None) -> str | None:
    """Who meets an envoy or visitor is of the country where they meet: 'В Иордании посол … с министром'.

    Where the sentence says so, an envoy of `home` meets officials of the country the talks are in.
    """
    if title.office in ENVOYS:
        return None
    place = find_country_of_talks(scene)
    if place != home and find_roving(scene, people, home):
        return place
    post = _find_post(scene, people)
    if post and (post == home or _meets_abroad(scene)):
        return post
    before = words_before(scene.sentence, title.span, _WORDS_TO_OFFICE)
    if not read_cues("with_whom", scene.sentence.language).stand_in(before):
        return None
    return place


def _meets_abroad(scene: Scene) -> bool:
    """Tell whether an envoy can be met at the post: who receives or appoints may do so at home."""
    receives = any(found.value.manner == "receives" for found in find_triggers(scene.sentence))
    return not receives and not find_construction(scene.sentence, "appoints")


def _find_post(scene: Scene, people: Sequence[Person]) -> str | None:
    """Return the country where an envoy of the sentence is posted: whom he meets is of it."""
    titles = (t for person in people for t in person.titles if scene.sentence.span.covers(t.span))
    return next((t.posted_to for t in titles if is_country(t.posted_to)), None)


def find_roving(scene: Scene, people: Sequence[Person], home: str | None) -> list[Title]:
    """Return the titles of the envoys of `home` in the sentence whose posts it does not name."""
    titles = (t for p in people for t in p.titles if scene.sentence.span.covers(t.span))
    return [t for t in titles if t.office in ENVOYS and t.represents == home and t.posted_to is None]


def find_visited(scenes: Sequence[Scene], number: int, title: Title) -> str | None:
    """Who receives a visitor is of the country visited: 'визит в Казахстан. Его принял президент'."""
    found = find_triggers(scenes[number].sentence)
    before = [f for f in found if f.value.type == "visit" and f.span.start < title.span.start]
    if title.office in _RECEIVING and before and scenes[number].sentence.language == "kk":
        return _find_goal_before(scenes[number], title)
    if title.office not in _RECEIVING or before:
        return None
    if not any(f.value.manner in {"receives", "triggers", "nouns"} for f in found):
        return None
    if _is_traveller(scenes[number], title):
        return None
    made = [scene for scene in scenes[:number] if _tells_of_visit(scene) and not _is_not_made(scene)]
    goals = [goal for scene in made for goal in _find_goals(scene)]
    return read_code(goals[-1]) if goals else None


def _find_goal_before(scene: Scene, title: Title) -> str | None:
    """Whom a traveller meets is of the country visited: 'Перуге сапармен барып, президент … кездесті'."""
    first = min((office.span.start for office in scene.offices), default=title.span.start)
    if title.span.start <= first:
        return None
    goals = [m for m in _find_goals(scene) if _is_dative(m) and m.span.stop <= title.span.start]
    return read_code(goals[-1]) if goals else None


def _is_traveller(scene: Scene, title: Title) -> bool:
    """Tell whether the bearer of the first Kazakh office goes there: 'Үкімет басшысы Қытайға барды'."""
    if scene.sentence.language != "kk" or not _tells_of_visit(scene):
        return False
    first = min((office.span.start for office in scene.offices), default=title.span.start)
    return title.span.covers(Span(first, first + 1)) and any(_is_dative(m) for m in _find_goals(scene))


def find_receiver(scene: Scene, title: Title) -> str | None:
    """Who receives somebody at a place in English is at home there: 'President X hosted Y in Oslo'."""
    receiving = [f.span for f in find_triggers(scene.sentence) if f.value.manner == "receives"]
    if scene.sentence.language != "en" or not receiving:
        return None
    if read_cues("passive_past", "en").stand_in(words_before(scene.sentence, receiving[0], _AUXILIARY)):
        agents = {word for word, governs in read_prepositions("en").items() if governs.part == "agent"}
        hosts = not agents.isdisjoint(words_before(scene.sentence, title.span, _WORDS_TO_AGENT))
    else:
        officers = [office.span for office in scene.offices if office.span.stop <= receiving[0].start]
        hosts = bool(officers) and title.span.covers(officers[-1])
    return find_country_of_talks(scene) if hosts else None


def find_sender(scenes: Sequence[Scene], scene: Scene, title: Title, home: str | None) -> str | None:
    """Who is expected at home is of the other country the report tells of; anyone else of `home`."""
    if scene.sentence.language == "kk" or not _tells_of_visit(scene) or not _is_next_to_visit(scene, title):
        return home
    if home not in map(read_code, _find_goals(scene)):
        return home
    named = Counter(read_code(m) for s in scenes for m in s.mentions if m.label in {"country", "nationality"})
    others = (code for code, _ in named.most_common() if code and code != home and is_country(code))
    return next(others, home)


def find_abroad(scenes: Sequence[Scene], title: Title, people: Sequence[Person]) -> set[str]:
    """Return the countries to which the bearer of `title`, named first in its sentence, travels from home."""
    scene = next(scene for scene in scenes if scene.sentence.span.covers(title.span))
    stated = [t.span for p in people for t in p.titles if scene.sentence.span.covers(t.span)]
    if not _tells_of_visit(scene) or title.span != min(stated):
        return set()
    kazakh = scene.sentence.language == "kk"
    goals = [m for m in _find_goals(scene) if (_is_dative(m) if kazakh else m.label == "country")]
    return {code for m in goals if (code := read_code(m))} - read_words("home", scene.sentence.language)


def find_partners(scenes: Sequence[Scene], title: Title, people: Sequence[Person]) -> set[str]:
    """Return the countries of the officials whom an envoy meets, of which the envoy is not."""
    scene = next(scene for scene in scenes if scene.sentence.span.covers(title.span))
    if title.office not in ENVOYS or find_construction(scene.sentence, "appoints"):
        return set()  # the president who appoints an envoy is his own
    stated = (t for p in people for t in p.titles if scene.sentence.span.covers(t.span))
    return {t.represents for t in stated if t.represents and t.office in _RECEIVING}


def _is_dative(mention: Mention) -> bool:
    return "dative" in read_kazakh_case(mention.surface)


def find_country_of_talks(scene: Scene) -> str | None:
    """Return the country of the first place in which something happens: 'в Аммане', 'in Jordan'."""
    inside = read_cues("in_place", scene.sentence.language)
    for mention in scene.mentions:
        if mention.label in {"country", "place"} and (
            inside.stand_in(words_before(scene.sentence, mention.span))
            or (scene.sentence.language == "kk" and "locative" in read_kazakh_case(mention.surface))
        ):
            return read_code(mention)
    return None


def _tells_of_visit(scene: Scene) -> bool:
    return any(found.value.type == "visit" for found in find_triggers(scene.sentence))


def _is_next_to_visit(scene: Scene, title: Title) -> bool:
    """Tell whether no other office stands between the bearer and the visit: 'X met Y, who is on a visit'."""
    visits = [f.span for f in find_triggers(scene.sentence) if f.value.type == "visit"]
    others = [office.span for office in scene.offices if not office.span.overlaps(title.span)]
    return any(not any(title.span.join(visit).covers(other) for other in others) for visit in visits)


def _is_not_made(scene: Scene) -> bool:
    """Tell whether the visit is only an invitation, or was called off."""
    return any(find_construction(scene.sentence, name) for name in ("proposed", "cancelled"))


def _find_goals(scene: Scene) -> list[Mention]:
    """Return the places somebody goes to; in Kazakh, where an ending tells it, all places."""
    places = [m for m in scene.mentions if m.label in {"country", "place"}]
    if scene.sentence.language == "kk":
        return places
    goals = read_cues("before_goal", scene.sentence.language)
    return [m for m in places if goals.stand_in(words_before(scene.sentence, m.span))]

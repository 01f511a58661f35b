"""Where an engagement took place, as far as the sentence says or clearly implies it."""

from __future__ import annotations

from elshi.frames.scene import Scene
from elshi.lexicon.endings import read_endings
from elshi.lexicon.engagements import find_construction
from elshi.lexicon.gazetteer import find_names, read_kazakh_case
from elshi.lexicon.places import capital_of
from elshi.lexicon.said import read_words
from elshi.model.frame import Place
from elshi.model.ground import name_rule
from elshi.model.markup import Mention, Sentence
from elshi.model.report import Report
from elshi.text.kazakh import read_forms, read_verb
from elshi.text.morphology import open_russian
from elshi.text.segment import tokenize

_BESIDE = 5  # how many tokens apart 'the capital' and its country may stand
_PLAN_REACH = 3  # tokens between a Kazakh place and the verb it belongs to
_TO_BUILDING = 4  # tokens between a Kazakh place and its house: 'Ыстанбұлдағы Долмабахче сарайында'
_ATTRIBUTES = 4  # preposition and attributes before a place: 'в городе', 'in the Kazakh city of'


def find_place(
    scene: Scene, home: str | None, near: int, *, goal: bool = False, ahead: bool = False
) -> Place | None:
    """Return the place that `scene` names for what stands at token `near`, None where it names none.

    What lies `ahead` may be at the place of a plan. `goal` also takes where somebody goes to ('в Казахстан',
    'Қазақстанға', 'to Kazakhstan'). `home` is the country of the report, for 'the capital' with no country
    beside it.
    """
    places = [m for m in scene.named("place", "country") if _is_located(scene, m, goal=goal)]
    places = [m for m in places if ahead or not _is_of_plan(scene, m, near)]
    home = next(iter(read_words("home", scene.language)), home)
    capital = _find_capital(scene, home) or _find_ministry(scene, home) or _find_home(scene, home)
    if not places:
        return capital
    places.sort(key=lambda m: _rate_place(scene, m, near, goal=goal))
    return capital if capital and places[0].label == "country" else as_place(places[0])


def _rate_place(scene: Scene, mention: Mention, near: int, *, goal: bool) -> tuple[bool, int]:
    """Return how well the place fits, the smaller the better: where one goes to is no Russian locative."""
    distance = abs(scene.index_at(mention.span.start) - near)
    if not goal:
        return mention.label != "place", distance
    if scene.language != "ru":
        return False, distance
    cases = {str(p.tag.case) for p in open_russian().parse(mention.surface.split()[-1].lower())}
    return cases.isdisjoint({"accs"}), distance


def find_filing_place(report: Report) -> Place | None:
    """Return the city of the report's first dateline, None where it has none that the lexicon knows."""
    for dateline in report.datelines[:1]:
        tokens = tokenize(report.text, dateline.span)
        for mention in find_names(Sentence(dateline.span, 0, report.language, tokens)):
            if mention.label == "place":
                return as_place(mention)
    return None


def as_place(mention: Mention) -> Place:
    """Return the city or country that `mention` names."""
    if mention.label == "place" and mention.value:
        city, country = mention.value.rsplit("|", 1)
        return Place(city, country, name_rule("named", mention.surface))
    return Place(None, mention.value, name_rule("named", mention.surface))


def _is_located(scene: Scene, mention: Mention, *, goal: bool) -> bool:
    if _is_matter(scene, mention):
        return False
    if scene.language == "kk":
        after = _after(scene, mention)
        stated = scene.has_cue("city_words", *after) or (goal and scene.has_cue("city_goals", *after))
        if stated or _has_building(scene, mention):
            return True
        cases = read_kazakh_case(mention.surface)
        return "locative" in cases or (goal and not cases.isdisjoint({"dative", "accusative"}))
    first = scene.tokens_of(mention.span)[0]
    if first == 0 and mention.label == "place":
        return True  # the city stands for what it hosts: 'Астана приняла', 'Rome has seen'
    attributes = scene.cues("place_attributes")
    adjectives = {word for m in scene.named("nationality") for word in scene.words(*scene.tokens_of(m.span))}
    words = scene.words(first - _ATTRIBUTES, first)
    before = [word for word in words if word not in attributes and word not in adjectives]
    return scene.cues("goes_to" if goal else "stands_in").stand_in(before[-1:])


def _has_building(scene: Scene, mention: Mention) -> bool:
    """Tell whether something happens in a house of the Kazakh place: 'Ослодағы … сарайында'."""
    if not mention.surface.lower().endswith(read_endings("situated", scene.language)):
        return False
    stop = scene.tokens_of(mention.span)[1]
    return scene.has_cue("buildings", stop, stop + _TO_BUILDING)


def _after(scene: Scene, mention: Mention) -> tuple[int, int]:
    stop = scene.tokens_of(mention.span)[1]
    return stop, stop + 1


def _is_of_plan(scene: Scene, mention: Mention, near: int) -> bool:
    """Tell whether the Kazakh place is that of a mere plan: 'кездесуде отырысты Ослода өткізуді ұсынды'."""
    first, stop = scene.tokens_of(mention.span)
    if scene.language != "kk" or first < near:
        return False
    return any(_is_planned(word) for word in scene.words(stop, stop + _PLAN_REACH))


def _is_planned(word: str) -> bool:
    """Tell whether the Kazakh word is a future participle or a verb as object: 'өтетін', 'өткізуді'."""
    form = read_verb(word)
    ahead = form is not None and form.tense == "participle_future"
    return ahead or any(form.endings == ("infinitive", "accusative") for form in read_forms(word))


def _is_matter(scene: Scene, mention: Mention) -> bool:
    """Tell whether the place is that of what is talked about: 'конфликт на Украине', 'the war in Sudan'."""
    first, stop = scene.tokens_of(mention.span)
    matters = find_construction(scene.sentence, "matters")
    if scene.language == "kk":
        return any(m.first == stop for m in matters)
    return any(first - m.stop in {1, 2} for m in matters)


def _find_capital(scene: Scene, home: str | None) -> Place | None:
    """Read 'в столице Туркменистана', 'Қатар астанасында', 'елордада'."""
    words = scene.cues("capital")
    at = next((i for i, t in enumerate(scene.sentence.tokens) if t.lower in words), None)
    return (
        None if at is None else _capital_at(scene, at, home, name_rule("capital", scene.text_of(at, at + 1)))
    )


def _find_ministry(scene: Scene, home: str | None) -> Place | None:
    """A ministry of foreign affairs is in its country's capital: 'В Министерстве иностранных дел РК'."""
    for found in find_construction(scene.sentence, "ministries"):
        rule = name_rule("ministry", scene.text_of(found.first, found.stop))
        return _capital_at(scene, found.stop, home, rule)
    return None


def _capital_at(scene: Scene, at: int, home: str | None, rule: str) -> Place | None:
    """Return the capital of the country nearest to token `at`, of the report's own where there is none."""
    country = _country_beside(scene, at) or home
    return Place(capital_of(country), country, rule) if country else None


def _country_beside(scene: Scene, at: int) -> str | None:
    def distance(mention: Mention) -> int:
        return abs(scene.tokens_of(mention.span)[0] - at)

    beside = [m for m in scene.named("country", "nationality") if distance(m) <= _BESIDE]
    return min(beside, key=distance).value if beside else None


def _find_home(scene: Scene, home: str | None) -> Place | None:
    """Read 'елімізге сапармен келген': the report's own country."""
    here = scene.has_cue("home_country", 0, len(scene.sentence.tokens))
    return Place(None, home, "home") if here and home else None

"""Where an engagement took place, as far as the sentence says or clearly implies it."""

from __future__ import annotations

from elshi.frames.scene import Scene
from elshi.lexicon.engagements import find_construction
from elshi.lexicon.gazetteer import find_names
from elshi.lexicon.places import capital_of
from elshi.model.frame import Place
from elshi.model.markup import Mention, Sentence
from elshi.model.report import Report
from elshi.text.kazakh import read_case
from elshi.text.segment import tokenize

_IN = {"ru": frozenset({"в", "во", "на"}), "en": frozenset({"in", "at"})}
_TO_EN = frozenset({"to", "visit", "visited", "visits", "in", "tour"})
_CAPITAL = {
    "ru": frozenset({"столица", "столице", "столицу"}),
    "kk": frozenset({"астанасында", "астанасы", "астанасына", "елорда", "елордада", "елордаға", "елордасында"}),
    "en": frozenset({"capital"}),
}  # fmt: skip


def find_place(scene: Scene, home: str | None, near: int, *, goal: bool = False) -> Place | None:
    """Return the place that `scene` names for what stands at token `near`, None where it names none.

    `goal` also takes where somebody goes to ('в Казахстан', 'Қазақстанға', 'to Kazakhstan'). `home`
    is the country of the report, for 'the capital' with no country beside it.
    """
    places = [m for m in scene.named("place", "country") if _is_located(scene, m, goal=goal)]
    capital = _find_capital(scene, home) or _find_ministry(scene, home) or _find_home(scene, home)
    if not places:
        return capital
    places.sort(key=lambda m: (not goal and m.label != "place", abs(scene.index_at(m.span.start) - near)))
    return capital if capital and places[0].label == "country" else _as_place(places[0])


def _as_place(mention: Mention) -> Place:
    if mention.label == "place" and mention.value:
        city, country = mention.value.rsplit("|", 1)
        return Place(city, country)
    return Place(None, mention.value)


def _is_matter(scene: Scene, mention: Mention) -> bool:
    """Tell whether the place is that of what is talked about: 'конфликт на Украине', 'the war in Sudan'."""
    first, stop = scene.tokens_of(mention.span)
    matters = find_construction(scene.sentence, "matters")
    if scene.sentence.language == "kk":
        return any(m.first == stop for m in matters)
    return any(first - m.stop in {1, 2} for m in matters)


def _is_located(scene: Scene, mention: Mention, *, goal: bool) -> bool:
    language = scene.sentence.language
    if _is_matter(scene, mention):
        return False
    if language == "kk":
        cases = read_case(mention.surface.split()[-1])
        return "locative" in cases or (goal and bool(cases & {"dative", "accusative"}))
    first = scene.tokens_of(mention.span)[0]
    if first == 0 and mention.label == "place":
        return True  # the city stands for what it hosts: 'Астана приняла', 'Rome has seen'
    before = scene.words(first - 4, first)
    if language == "ru":
        words = [w for w in before if w not in {"г", ".", "городе", "город", "столице", "китайском"}]
        if words[-1:] == ["территории"]:
            return True
        return bool(words) and words[-1] in _IN["ru"]
    words = [w for w in before if w not in {"the", "kazakh", "city", "of"}]
    return bool(words) and words[-1] in (_TO_EN if goal else _IN["en"])


def _find_capital(scene: Scene, home: str | None) -> Place | None:
    """Read 'в столице Туркменистана', 'Қатар астанасында', 'елордада'."""
    words = _CAPITAL[scene.sentence.language]
    at = next((i for i, t in enumerate(scene.sentence.tokens) if t.lower in words), None)
    if at is None:
        return None
    country = _country_beside(scene, at) or home
    return Place(capital_of(country), country) if country else None


def _country_beside(scene: Scene, at: int) -> str | None:
    def distance(mention: Mention) -> int:
        return abs(scene.tokens_of(mention.span)[0] - at)

    beside = sorted((m for m in scene.named("country", "nationality") if distance(m) <= _BESIDE), key=distance)
    return beside[0].value if beside else None


_HOME = {
    "ru": frozenset({"нашей", "нашу"}),
    "kk": frozenset({"елімізге", "елімізде", "еліміздегі"}),
    "en": frozenset(),
}


def _find_home(scene: Scene, home: str | None) -> Place | None:
    """Read 'елімізге сапармен келген': the report's own country."""
    here = any(t.lower in _HOME[scene.sentence.language] for t in scene.sentence.tokens)
    return Place(None, home) if here and home else None


_BESIDE = 5
_MINISTRY = {
    "ru": (("в", "министерстве", "иностранных"), ("в", "мид"), ("в", "внешнеполитическом", "ведомстве")),
    "kk": (("сыртқы", "істер", "министрлігінде"), ("сім-де",), ("сім-нде",)),
    "en": (("at", "the", "ministry", "of", "foreign"), ("at", "the", "foreign", "ministry"), ("at", "kazakh", "mfa")),
}  # fmt: skip


def _find_ministry(scene: Scene, home: str | None) -> Place | None:
    """A ministry of foreign affairs is in its country's capital: 'В Министерстве иностранных дел РК'."""
    for phrase in _MINISTRY[scene.sentence.language]:
        for at in range(len(scene.sentence.tokens) - len(phrase) + 1):
            if scene.words(at, at + len(phrase)) == phrase:
                country = _country_beside(scene, at + len(phrase)) or home
                return Place(capital_of(country), country) if country else None
    return None


def find_filing_place(report: Report) -> Place | None:
    """Return the city of the report's first dateline, None where it has none that the lexicon knows."""
    for dateline in report.datelines[:1]:
        tokens = tokenize(report.text, dateline.span)
        for mention in find_names(Sentence(dateline.span, 0, report.language, tokens)):
            if mention.label == "place":
                return _as_place(mention)
    return None

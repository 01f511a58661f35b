"""Countries that take part without a person: as a delegation, as the subject, in a list."""

from __future__ import annotations

from elshi.frames.events import EventMention
from elshi.frames.places import as_place
from elshi.frames.scene import Scene
from elshi.lexicon.gazetteer import read_kazakh_case
from elshi.model.frame import Place
from elshi.model.markup import Mention
from elshi.text.morphology import open_russian

_OPENING = 6  # the subject stands among the first tokens
_DATED = 4  # 'примет в 2026 году Таджикистан'
_BESIDE = 3  # tokens between 'делегация' and its country


def find_delegations(scene: Scene, event: EventMention) -> tuple[str, ...]:
    """Return the countries whose delegation is the subject: 'Делегация Казахстана приняла участие'."""
    words = scene.cues("joining_delegations")
    at = [i for i, t in enumerate(scene.sentence.tokens) if t.lower in words]
    countries = scene.named("country", "nationality")
    codes = [m.value for i in at for m in countries if m.value and abs(_start(scene, m) - i) <= _BESIDE]
    return tuple(dict.fromkeys([*codes, *_subject_countries(scene, event)]))


def find_listed(scene: Scene) -> tuple[str, ...]:
    """Return the countries that stand in a list of takers-part and not after 'в' or 'in'."""
    countries = [(m.value, _start(scene, m)) for m in scene.named("country")]
    return tuple(code for code, at in countries if code and not scene.has_cue("unlisted_after", at - 1, at))


def find_hosting(scene: Scene, event: EventMention) -> Place | None:
    """Return the country or city that receives the event: 'примет Казахстан', 'Oman will host the summit'."""
    verbs = scene.cues("hosting_verbs")
    at = [i for i, t in enumerate(scene.sentence.tokens) if t.lower in verbs]
    named = [m for m in scene.named("country", "place") if not event.first <= _start(scene, m) < event.stop]
    hosts = [m for m in named for i in at if _is_nominative(scene, m) and _receives(scene, m, i)]
    return as_place(hosts[0]) if len(set(hosts)) == 1 else None


def _receives(scene: Scene, host: Mention, verb: int) -> bool:
    """Tell whether the name is the subject of the verb: anywhere before it in English, else beside it."""
    first, stop = scene.tokens_of(host.span)
    if scene.language == "en":
        return stop <= verb
    return stop == verb or (scene.language == "ru" and 0 < first - verb <= _DATED)


def _subject_countries(scene: Scene, event: EventMention) -> list[str]:
    """Return the countries that are the subject: 'Непал и Бангладеш провели', 'Namibia will host'."""
    opening = min(event.first, _OPENING)
    countries = [m for m in scene.named("country") if _start(scene, m) < opening]
    return [m.value for m in countries if m.value and _is_nominative(scene, m)]


def _start(scene: Scene, mention: Mention) -> int:
    return scene.tokens_of(mention.span)[0]


def _is_nominative(scene: Scene, country: Mention) -> bool:
    first, last = _start(scene, country), country.surface.split()[-1]
    if scene.language == "en":
        before = scene.words(first - 1, first)
        return before in {(), (",",)} or scene.cues("before_subjects").stand_in(before)
    if scene.language == "kk":
        return read_kazakh_case(country.surface) == {"nominative"}
    cases = {str(p.tag.case) for p in open_russian().parse(last.lower())}
    return "nomn" in cases and not scene.has_cue("governing", first - 1, first)

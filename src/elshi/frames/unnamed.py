"""Whom a talk is with where the sentence gives no name: each of the guests, a colleague, a country."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.frames.acts import Act
from elshi.frames.events import read_party
from elshi.frames.scene import Actor, Scene
from elshi.model.markup import Mention
from elshi.text.kazakh import read_case
from elshi.text.morphology import open_russian

_EACH_REACH = 4  # tokens after the trigger: 'побеседовал отдельно с каждым'
_COLLEAGUE_REACH = 8  # tokens between the trigger and 'counterpart'
_COUNTRY_REACH = 3  # tokens between the country and 'counterpart': 'his new Turkish counterpart'
_PREPOSITION_REACH = 2  # tokens after the trigger in which 'with' stands: 'talks today with'
_PARTNER_REACH = 6  # tokens after the trigger in which the country or body stands
_OWNER_REACH = 4  # tokens between a Kazakh country and its official: 'Норвегия Сыртқы істер министрімен'
_GUEST_REACH = 10  # tokens after the trigger in which 'гость' stands


def is_with_each(scene: Scene, act: Act) -> bool:
    """Tell whether the talk is with each of those told before: 'побеседовал с каждым из гостей'."""
    return scene.has_cue("each", act.stop, act.stop + _EACH_REACH)


def is_with_guest(scene: Scene, act: Act) -> bool:
    """Tell whether the talk is with the guest told before: 'провел переговоры с высоким гостем'."""
    return scene.has_cue("guest_words", act.stop, act.stop + _GUEST_REACH)


def find_colleagues(scene: Scene, act: Act) -> tuple[str, ...]:
    """Return the country of 'his Turkish counterpart', 'америкалық әріптесімен', who has no name here.

    In Russian several can be told of: 'с российским и белорусским коллегами'.
    """
    words = scene.cues("same_office")
    low, high = act.first - _COLLEAGUE_REACH, act.first + _COLLEAGUE_REACH
    tokens = enumerate(scene.sentence.tokens)
    at = next((i for i, t in tokens if low <= i <= high and t.lower in words), None)
    if at is None:
        return ()
    countries = [m for m in scene.named("nationality", "country") if m.value]
    near = [m for m in countries if 0 <= at - scene.tokens_of(m.span)[0] <= _COUNTRY_REACH]
    several = scene.language == "ru" and "plur" in open_russian().parse(scene.words(at, at + 1)[0])[0].tag
    return tuple(m.value for m in (near if several else near[-1:]) if m.value)


def find_partner_codes(scene: Scene, act: Act, actors: Sequence[Actor]) -> tuple[str, ...]:
    """Return the country or body met without a name: 'с представителями Министерства энергетики'."""
    if any(a.part == "counterpart" for a in actors):
        return ()
    if scene.language == "kk":
        return _find_kazakh_partner(scene, act)
    if not scene.has_cue("partner_prepositions", act.stop - 1, act.stop + _PREPOSITION_REACH):
        return ()
    sides = [m for m in scene.named("country", "nationality", "body") if _is_side(scene, m, act)]
    sides = _take_list(scene, sides[0]) if sides and scene.language == "en" else sides[:1]
    return tuple(code for m in sides if (code := read_party(m)))


def _take_list(scene: Scene, first: Mention) -> list[Mention]:
    """Return the countries listed from `first` on: 'his counterparts from Peru, Chile and Norway'."""
    listed = [first]
    for mention in scene.named("country"):
        between = scene.words(scene.tokens_of(listed[-1].span)[1], scene.tokens_of(mention.span)[0])
        joined = between and all(word == "," or word in scene.cues("person_links") for word in between)
        if mention.span.start > listed[-1].span.start and joined and first.label == "country":
            listed.append(mention)
    return listed


def _is_side(scene: Scene, mention: Mention, act: Act) -> bool:
    """Tell whether a party stands after the trigger and is not the own one, 'казахстанской стороны'."""
    first, stop = scene.tokens_of(mention.span)
    return 0 <= first - act.stop <= _PARTNER_REACH and not scene.has_cue("own_side", stop, stop + 1)


def _find_kazakh_partner(scene: Scene, act: Act) -> tuple[str, ...]:
    """Return the country or body before a word like 'делегациясымен', 'елшісімен', 'министрлерімен'."""
    low = max(0, act.first - _PARTNER_REACH)
    tokens = list(enumerate(scene.sentence.tokens))[low : act.first]
    officials = [i for i, t in tokens if t.lower in scene.cues("official_partners")]
    at = next((i for i in officials if "instrumental" in read_case(scene.sentence.tokens[i].lower)), None)
    if at is None:
        return ()
    sides = [m for m in scene.named("country", "nationality", "body") if _stands_before(scene, m, at)]
    return tuple(code for m in sides[-1:] if (code := read_party(m)))


def _stands_before(scene: Scene, mention: Mention, at: int) -> bool:
    return 0 <= at - scene.tokens_of(mention.span)[1] <= _OWNER_REACH

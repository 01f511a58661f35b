"""Who talks with whom: meetings and calls told by a verb or a noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from elshi.frames.acts import Act
from elshi.frames.pairs import find_pair
from elshi.frames.scene import Actor, Scene, people_of
from elshi.frames.unnamed import find_colleagues, find_partner_codes, is_with_each, is_with_guest

_ATTRIBUTES = 2  # tokens between 'между' and the first office: 'между новым министром'
_LEADERS = frozenset({"head_of_state", "head_of_government", "speaker"})
_RUSSIAN_ATTRIBUTES = 2  # the preposition and one word more before an office: 'с новым министром'
_PRONOUN_REACH = 3  # tokens around the trigger: 'провел с ним встречу'

_Room = tuple[int, int]  # the tokens [first, stop) between the triggers before and after


def read_talk(scene: Scene, actors: Sequence[Actor], act: Act, room: _Room) -> Iterator[Act]:
    """Yield `act` with its sides `a` and `b`: once, or once for each partner where they are met apart."""
    with_ = _find_partners(scene, actors, act, room)
    subjects = _find_subjects(scene, actors, act) or _find_late_subjects(scene, actors, act, with_)
    partners = tuple(dict.fromkeys(a.person for a in with_ if a.person not in subjects))
    starts = {a.person: a.first for a in with_}
    if act.manner == "mutual":
        for told in _read_mutual(scene, act, subjects, partners):
            yield from _part(told, starts, apart=scene.language == "ru" and _are_parted(scene, with_))
        return
    pair = () if partners else find_pair(scene, actors, act)
    if pair:
        subjects, partners = pair[:1], pair[1:]
    owners = () if subjects else _find_owners(scene, actors, act)
    act = replace(act, a=subjects or owners[:1])
    both = owners if not partners else _find_both(scene, with_) if with_ else ()
    if len(both) > 1:
        yield replace(act, a=both[:1], b=both[1:])
        return
    if not partners:
        for told in _read_unnamed(scene, actors, act):
            yield from _part_codes(scene, told)
        return
    act = replace(act, pronoun=_has_pronoun(scene, act), others=_is_of_everybody(scene, act))
    apart = len(partners) > 1 and (_are_apart(scene, act, with_) or _are_of_their_own(scene, with_))
    yield from _part(replace(act, b=partners), starts, apart=apart)


def _part(act: Act, starts: Mapping[int, int], *, apart: bool) -> Iterator[Act]:
    """Yield `act` once for each partner where they are met apart; `starts` are the partners' tokens."""
    if apart and len(act.b) > 1:
        yield from (replace(act, b=(partner,), near=starts[partner]) for partner in act.b)
    else:
        yield act


def _find_subjects(scene: Scene, actors: Sequence[Actor], act: Act) -> tuple[int, ...]:
    """Return the subjects; of an English verb those before it, as its object has no case."""
    if _is_english_verb(scene, act):
        actors = [a for a in actors if a.first < act.first]
    return people_of((a for a in actors if not _opens_clause(scene, a, act)), "subject")


def _opens_clause(scene: Scene, actor: Actor, act: Act) -> bool:
    """Tell whether a Russian clause of its own begins with the actor: 'обсудил рейсы, а посол Х отметил'."""
    if scene.language != "ru" or actor.first < act.stop:
        return False
    return scene.has_cue("contrasts", actor.first - 1, actor.first)


def _find_late_subjects(
    scene: Scene, actors: Sequence[Actor], act: Act, with_: Sequence[Actor]
) -> tuple[int, ...]:
    """Return who is told of after 'Speaking after talks with X, Y said': the subject behind the comma."""
    if not _is_english_verb(scene, act) or not with_ or any(a.part != "counterpart" for a in with_):
        return ()
    commas = [i for i, t in enumerate(scene.sentence.tokens) if t.text == "," and i >= with_[-1].stop]
    opening = not any(t.text == "," for t in scene.sentence.tokens[: act.first])
    return people_of((a for a in actors if opening and commas and a.first > commas[0]), "subject")[:1]


def _read_mutual(
    scene: Scene, act: Act, subjects: tuple[int, ...], partners: tuple[int, ...]
) -> Iterator[Act]:
    """Yield `act` where the sentence names both sides of what is done together: 'X and Y discussed'.

    In Russian one side is enough where the other has been told: 'С министром X обсуждены поставки'.
    """
    if partners and (subjects or scene.language == "ru"):
        yield replace(act, a=subjects, b=partners)
    elif len(subjects) > 1:
        yield replace(act, a=subjects[:1], b=subjects[1:], shared=True)


def _is_english_verb(scene: Scene, act: Act) -> bool:
    return scene.language == "en" and act.manner != "nouns"


def _find_partners(scene: Scene, actors: Sequence[Actor], act: Act, room: _Room) -> list[Actor]:
    """Return who is met: after 'with', else an English verb's object, else whom the noun is of."""
    with_ = [a for a in actors if a.part == "counterpart" and _belongs(scene, a, act, room)]
    if not with_ and _is_english_verb(scene, act):
        with_ = [a for a in actors if a.part == "subject" and act.stop <= a.first < room[1]]
    return with_ or _find_addressed(scene, actors, act)


def _belongs(scene: Scene, actor: Actor, act: Act, room: _Room) -> bool:
    """Tell whether the counterpart is that of this trigger: in Kazakh it stands before the verb."""
    if scene.language == "kk":
        return room[0] <= actor.first <= act.stop
    return min(act.first, room[0]) <= actor.first < room[1]


def _find_addressed(scene: Scene, actors: Sequence[Actor], act: Act) -> list[Actor]:
    """Return the other side of 'на приеме у Y', 'talks hosted by Y', 'told Y in a telephone conversation'."""
    if scene.language == "ru" and scene.has_cue("received_by", act.first, act.stop):
        return [a for a in actors if a.part == "origin" or (a.part == "object" and a.first == act.stop)]
    if scene.has_cue("met_at", act.first, act.stop):
        return [a for a in actors if a.part == "target" and a.first < act.first]
    called = act.type == "call" or scene.has_cue("courtesy_calls", act.first, act.stop)
    told = [a for a in actors if a.part in {"target", "object"} and called]
    if told or scene.language != "en" or act.manner != "nouns":
        return told
    return [a for a in actors if a.part == "agent" and a.first >= act.stop]


def _find_owners(scene: Scene, actors: Sequence[Actor], act: Act) -> tuple[int, ...]:
    """Return whose talk it is: 'Tokayev's talks with', 'встреча Токаева с', 'Тоқаевтың кездесуі'.

    In Russian several can follow the noun, and are its sides: 'переговоры Токаева и Мирзиёева'.
    """
    if scene.language != "ru":
        beside = [a for a in actors if _owns(scene, a, act, actors)]
        return tuple(a.person for a in beside[:1])
    owners: list[Actor] = []
    having = [a for a in actors if _has_the_talk(scene, a, act)]
    if having:
        return (having[-1].person,)
    for actor in actors:
        after = owners[-1].stop if owners else act.stop
        if 0 <= actor.first - after <= 1 and actor.part in {"possessor", "object"}:
            owners.append(actor)
    return tuple(a.person for a in owners)


def _has_the_talk(scene: Scene, actor: Actor, act: Act) -> bool:
    """Tell whether the talk is that of whom the sentence opens with: 'У министра запланирована встреча с'."""
    before = actor.first < act.first and act.manner == "nouns"
    return before and actor.part == "origin" and scene.has_cue("received_by", actor.first - 1, actor.first)


def _find_both(scene: Scene, with_: Sequence[Actor]) -> tuple[int, ...]:
    """Return both sides of a talk 'между А и Б'."""
    opened = scene.has_cue("between", with_[0].first - _ATTRIBUTES, with_[0].first)
    return tuple(dict.fromkeys(a.person for a in with_)) if opened else ()


def _owns(scene: Scene, actor: Actor, act: Act, actors: Sequence[Actor]) -> bool:
    """Tell whether the talk is the actor's: right beside it, in Kazakh also before whom it is with."""
    if actor.part != "possessor":
        return False
    between = [a for a in actors if actor.stop <= a.first < act.first]
    with_ = scene.language == "kk" and bool(between) and all(a.part == "counterpart" for a in between)
    return with_ or 0 <= act.first - actor.stop <= 1


def _is_of_everybody(scene: Scene, act: Act) -> bool:
    """Tell whether the talk is not that of whose doings are told: 'всем предстоит беседа с премьером'."""
    return not act.a and scene.has_cue("everybody", 0, act.first)


def _has_pronoun(scene: Scene, act: Act) -> bool:
    return scene.has_cue("partner_pronouns", act.first - _PRONOUN_REACH, act.stop + _PRONOUN_REACH)


def _read_unnamed(scene: Scene, actors: Sequence[Actor], act: Act) -> Iterator[Act]:
    """Yield a talk whose partner has no name in the sentence, and how it speaks of the partner.

    With colleagues from several countries there is one talk each.
    """
    each, colleagues = is_with_each(scene, act), find_colleagues(scene, act)
    if act.a and colleagues and not each:
        yield from (replace(act, colleague=code) for code in colleagues)
    else:
        yield _describe_partner(scene, actors, act, each=each)


def _describe_partner(scene: Scene, actors: Sequence[Actor], act: Act, *, each: bool) -> Act:
    if act.a and (each or is_with_guest(scene, act)):
        return replace(act, each=each, guest=not each)
    act = replace(act, pronoun=_has_pronoun(scene, act))
    codes = find_partner_codes(scene, act, actors)
    if codes or (act.a and act.manner != "nouns"):
        return replace(act, codes=codes)
    parties = _find_parties(scene)
    return replace(act, anaphoric=not act.pronoun or not act.a, parties=parties)


def _find_parties(scene: Scene) -> tuple[str, ...]:
    """Return the countries that the talk is between, none where the sentence has only one."""
    named = scene.named("nationality", "country")
    parties = tuple(dict.fromkeys(m.value for m in named if m.value))
    return parties if len(parties) > 1 else ()


def _are_apart(scene: Scene, act: Act, partners: Sequence[Actor]) -> bool:
    """Tell whether each partner is met on an occasion of his own, as in calls always."""
    everywhere = (0, len(scene.sentence.tokens))
    return (
        act.type == "call" or scene.has_cue("several_talks", *everywhere) or _are_dated_apart(scene, partners)
    )


def _part_codes(scene: Scene, act: Act) -> Iterator[Act]:
    """Yield one talk with each country where several unnamed colleagues are met apart."""
    if len(act.codes) > 1 and _are_apart(scene, act, ()):
        yield from (replace(act, codes=(code,)) for code in act.codes)
    else:
        yield act


def _are_of_their_own(scene: Scene, partners: Sequence[Actor]) -> bool:
    """Tell whether those listed can only have been met one by one; in Russian by what each was told of.

    In English a head of state or government, or a speaker, does not share a talk with a minister, and
    officials of different countries are guests of each other only where the report says 'together'.
    """
    if scene.language == "ru":
        return _are_parted(scene, partners)
    if scene.language != "en" or scene.has_cue("together", 0, len(scene.sentence.tokens)):
        return False
    ranks = [_find_label(scene, partner, "office") for partner in partners]
    if None in ranks or "other" in ranks:
        return False
    owners = [_find_label(scene, partner, "country", "nationality") for partner in partners]
    if None not in owners and len(set(owners)) == len(owners):
        return True
    return not _LEADERS.isdisjoint(ranks) and len(set(ranks)) == len(ranks)


def part_guests(scene: Scene, actors: Sequence[Actor], act: Act) -> Iterator[Act]:
    """Yield the reception `act` once, or once for each guest where they can only have come apart."""
    guests = [a for a in actors if a.person in act.b]
    if len(act.b) > 1 and (_are_of_their_own(scene, guests) or _are_dated_apart(scene, guests)):
        yield from (replace(act, b=(guest.person,), near=guest.first) for guest in guests)
    else:
        yield act


def _find_label(scene: Scene, actor: Actor, *labels: str) -> str | None:
    """Return what the first name with one of `labels` in the words of the actor stands for."""
    for mention in scene.named(*labels):
        if actor.first <= scene.tokens_of(mention.span)[0] < actor.stop:
            return mention.value
    return None


def _are_parted(scene: Scene, partners: Sequence[Actor]) -> bool:
    """Tell whether it is told of each Russian partner what was talked about: 'с X – торговля, с Y – визы'."""
    return any(_begins_anew(scene, one.stop, other.first) for one, other in pairwise(partners))


def _begins_anew(scene: Scene, first: int, stop: int) -> bool:
    """Tell whether after what was talked about a preposition and a new partner follow."""
    between, preposition = scene.words(first, stop), scene.cues("with_whom")
    at = max((i for i, word in enumerate(between) if word in preposition), default=None)
    if at is None or len(between) - at > _RUSSIAN_ATTRIBUTES:
        return False
    return any(word != "," and word not in scene.cues("person_links") for word in between[:at])


def _are_dated_apart(scene: Scene, partners: Sequence[Actor]) -> bool:
    """Tell whether a date stands between two partners: 'meet A, and on Monday B'."""
    starts = [scene.tokens_of(d.span)[0] for d in scene.dates] if partners else []
    return any(partners[0].stop <= start < partners[-1].first for start in starts)

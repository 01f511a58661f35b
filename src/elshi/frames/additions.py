"""An act taken into the story: more about what is told already, or a new engagement."""

from __future__ import annotations

from dataclasses import replace

from elshi.frames.acts import Act
from elshi.frames.drafting import is_unofficial, make_draft
from elshi.frames.drafts import DONE, TALKS, Draft, Story
from elshi.frames.history import is_history, lies_ahead
from elshi.frames.joining import find_joined, find_joined_talk, join, speak_again
from elshi.frames.merging import append, is_same, merge
from elshi.frames.scene import Scene
from elshi.frames.series import is_told, recall_name
from elshi.frames.times import find_when
from elshi.lexicon.engagements import find_construction
from elshi.lexicon.places import is_country
from elshi.model.markup import Person
from elshi.text.kazakh import read_case

_PAIR = 2
_WITH = 2  # tokens after the trigger in which 'with' stands
_AFTER_CEREMONY = 4  # tokens before the talk: 'рәсімнен кейін өткен әңгімеде'
_OWN_TALK = 3  # tokens before the noun: 'during their first meeting'
# Offices whose bearers call one another colleagues where the report gives them different names.
_KIN = (
    {"foreign_minister", "deputy_head_of_government", "minister", "official"},
    {"deputy_foreign_minister", "official"},
)


def add_act(story: Story, act: Act, scene: Scene, *, headline: bool = False) -> Story:
    """Return the story with `act` of `scene` told; a headline alone introduces numbered events only."""
    if act.roundup and act.a and not headline and act.status != "planned":
        story = replace(story, roundup=act.type, principals=act.a[:1])
    if act.manner == "named" and act.event:
        story = replace(story, named=(*story.named, act.event))
        if not lies_ahead(story, find_when(scene, act)):
            return story.refuse(act, "the event is only named: nobody joins it and nothing says it is held")
        act = replace(act, manner="held", status="planned", anaphoric=False, sign="date_ahead")
    act = recall_name(story, act)
    if act.event and act.event.bare and not act.frame and is_told(story, act):
        act = replace(act, anaphoric=not act.joins)
    if _is_first_told(story, act, scene):
        act = replace(act, anaphoric=False, a=act.a[:1], b=act.a[1:])
    if _follows_credentials(story, act, scene) and story.now:
        act = replace(act, anaphoric=False, a=story.now.a[:1], b=story.now.b[:1])
    if pair := _find_signers(story, act, scene):
        act = replace(act, anaphoric=False, a=pair[:1], b=pair[1:])
    told = _go_back(story, act, scene)
    if told is not None:
        return told
    if act.each or act.colleague:
        return _meet_known(story, act, scene)
    return _introduce(story, act, scene, headline=headline)


def _go_back(story: Story, act: Act, scene: Scene) -> Story | None:
    """Return the story with what `act` says of engagements told, None where it tells one of its own."""
    if act.joins and (act.event is None or find_joined(story, scene) is not None):
        return join(story, act, scene)
    if _is_attended(story, act, scene):
        return join(story, replace(act, a=(*act.a, *act.b)), scene)
    if act.anaphoric and not _is_next(act, scene) and not _is_unnamed_talk(story, act, scene):
        return speak_again(story, act, scene)
    if act.roundup and not act.b and not _names_partners(act, scene):
        return replace(story, heading=find_when(scene, act) or story.heading)
    return None


def _names_partners(act: Act, scene: Scene) -> bool:
    """Tell whether the talks announced together are with officials of countries that the sentence lists."""
    with_ = scene.has_cue("with_whom", act.stop - 1, act.stop + _WITH)
    return bool(act.a and act.codes) and with_ and all(is_country(code) for code in act.codes)


def _is_attended(story: Story, act: Act, scene: Scene) -> bool:
    """Tell whether a Kazakh sentence says who else sat in the talk just told: 'Кездесуге елші де қатысты'."""
    if scene.language != "kk" or act.type not in TALKS or act.manner != "nouns" or not act.a:
        return False
    attends = any(f.first >= act.stop for f in find_construction(scene.sentence, "joins"))
    dative = "dative" in read_case(scene.words(act.stop - 1, act.stop)[0])
    return dative and attends and find_joined_talk(story) is not None


def _is_next(act: Act, scene: Scene) -> bool:
    """Tell whether the talk spoken of again is a new one that lies ahead: 'the next meeting will be'."""
    ahead = act.status in {"planned", "cancelled"} and act.type in TALKS
    return ahead and bool(scene.dates or find_construction(scene.sentence, "planned"))


def _is_unnamed_talk(story: Story, act: Act, scene: Scene) -> bool:
    """Tell whether a Russian report tells first of a talk without names: 'встреча глав МИД Перу и Чили'."""
    if scene.language != "ru" or act.type != "meeting" or act.frame or len(act.parties) != _PAIR:
        return False
    told = any(draft.act.type in TALKS for draft in story.drafts)
    return not told and bool(find_construction(scene.sentence, "holds"))


def _is_first_told(story: Story, act: Act, scene: Scene) -> bool:
    """Tell whether 'at their meeting A and B discussed' tells of a talk that the report has not told yet."""
    own = scene.has_cue("own_talk", act.first - _OWN_TALK, act.first)
    talk = act.anaphoric and act.type in TALKS and act.event is None
    if not talk or not own or act.status not in DONE:
        return False
    told = any(set(act.a) <= draft.people for draft in story.drafts)
    return not told and len(story.countries_of(act.a)) > 1


def _follows_credentials(story: Story, act: Act, scene: Scene) -> bool:
    """Tell whether a nameless talk came after the ceremony just told: 'Рәсімнен кейін өткен әңгімеде'."""
    nameless = act.anaphoric and act.type == "meeting" and act.event is None and not (act.a or act.b)
    after = scene.has_cue("after_talks", act.first - _AFTER_CEREMONY, act.first)
    return nameless and after and story.now is not None and story.now.act.type == "credentials"


def _find_signers(story: Story, act: Act, scene: Scene) -> tuple[int, ...]:
    """Return the two who signed where a talk of theirs is told after it: 'Министры провели переговоры'."""
    talk = act.anaphoric and act.type == "meeting" and act.manner == "triggers" and act.event is None
    if not talk or scene.language != "ru" or act.status not in DONE or story.now is None:
        return ()
    people = tuple(sorted(story.now.people))
    told = any(draft.act.type in TALKS for draft in story.drafts)
    if told or story.now.act.type != "signing" or len(story.countries_of(people)) != _PAIR:
        return ()
    return people if find_construction(scene.sentence, "sides") else ()


def _introduce(story: Story, act: Act, scene: Scene, *, headline: bool) -> Story:
    draft = make_draft(story, act, scene)
    if draft is None:
        return story.refuse(act, "it lacks a partner, somebody who acts, or the name of an event")
    cause = _find_cause(story, draft, scene)
    if cause is not None:
        return story.refuse(act, cause)
    known = next(
        (i for i, d in enumerate(story.drafts) if is_same(d, draft) or _names(story, d, draft)), None
    )
    if known is not None:
        return merge(story, known, draft)
    if headline and not _stands_alone(draft):
        return story.refuse(act, "only the headline tells of it")
    return append(story, draft)


def _find_cause(story: Story, draft: Draft, scene: Scene) -> str | None:
    """Return why what the sentence tells is no engagement of the report, None where it is one."""
    if is_history(draft, story, scene):
        return "it is told as history: long before the report, or an earlier round"
    if _is_said_in_talk(story, draft):
        return "it was said in the talk told before, and is no message of its own"
    return "nobody official takes part" if is_unofficial(draft, story, scene) else None


def _is_said_in_talk(story: Story, draft: Draft) -> bool:
    """Tell whether condolences or congratulations were only words of a talk: 'At the outset X offered'."""
    now, people = story.now, set(draft.act.a)
    if now is None or now.act.type not in TALKS or draft.act.type != "message":
        return False
    addressed = draft.act.b or draft.act.codes
    return not addressed and bool(people) and people <= now.people


def _names(story: Story, known: Draft, new: Draft) -> bool:
    """Tell whether the new talk says who held the one that was told of two countries only."""
    both = known.act.type == new.act.type and known.act.type in TALKS and known.act.status == new.act.status
    met = new.people - known.people
    if both and len(known.people) == 1 and known.people < new.people and known.codes:
        return known.codes == story.countries_of(met)  # 'his counterparts from Peru and Chile'
    both = both and known.act.type == "meeting"
    unnamed = both and not known.people and len(known.codes) == _PAIR
    return unnamed and len(new.people) == _PAIR and set(known.codes) == set(story.countries_of(new.people))


def _stands_alone(draft: Draft) -> bool:
    """Tell whether a headline alone is enough to introduce the engagement."""
    return draft.act.event is not None and draft.act.event.event.ordinal is not None


def _meet_known(story: Story, act: Act, scene: Scene) -> Story:
    """Add the talks with people named elsewhere: 'with each of the guests', 'with his colleague'."""
    if act.each and not act.a:
        act = replace(act, a=story.principals[:1])  # 'He received each of them'
    partners = _find_partners(story, act)
    hosts = act.a if act.manner == "receives" else ()
    plain = replace(act, each=False, apart=act.each, colleague=None, hosts=hosts, a=() if hosts else act.a)
    if not partners:
        codes = (act.colleague,) if act.colleague else ()
        return add_act(story, replace(plain, codes=codes, anaphoric=not codes), scene)
    for partner in partners:
        story = add_act(story, replace(plain, b=(partner,), near=act.first), scene)
    return story


def _find_partners(story: Story, act: Act) -> list[int]:
    """Return all those spoken of, or the first of the colleague's country with an office of that rank."""
    if act.each:
        return [p for p in story.people_now() if p not in act.a]
    offices = {t.office for p in act.a for t in story.people[p].titles}
    return [
        number
        for number, person in enumerate(story.people)
        if person.country == act.colleague and number not in act.a and offices & _ranks(person)
    ][:1]


def _ranks(person: Person) -> set[str]:
    """Return the offices whose bearers this person would call colleagues."""
    own = {str(t.office) for t in person.titles}
    return own.union(*(kin for kin in _KIN if kin & own))

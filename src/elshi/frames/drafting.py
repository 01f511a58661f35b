"""A new engagement made from an act, where the act with the story behind it says enough for one."""

from __future__ import annotations

from dataclasses import replace

from elshi.frames.acts import Act
from elshi.frames.delegations import find_hosting
from elshi.frames.drafts import DONE, Draft, Story
from elshi.frames.events import EventMention
from elshi.frames.history import lies_ahead
from elshi.frames.partners import Sides, complete_sides
from elshi.frames.places import find_place
from elshi.frames.scene import Scene
from elshi.frames.series import (
    agree_on_event,
    continue_series,
    inherit_parties,
    inherit_series,
    is_bare_round,
)
from elshi.frames.times import find_when
from elshi.frames.umbrellas import find_umbrella
from elshi.lexicon.places import is_country
from elshi.model.frame import Place
from elshi.model.markup import Person
from elshi.model.when import When

_PAIR = 2
_NEED_PEOPLE = frozenset({"visit", "credentials", "appointment", "message", "ceremony"})
_PRIVATE = frozenset({"executive"})  # offices of those who act for a company
_DAY = len("2026-03-12")


def make_draft(story: Story, act: Act, scene: Scene) -> Draft | None:
    """Return the engagement that `act` introduces, None where it says too little for one."""
    act = agree_on_event(story, inherit_parties(story, inherit_series(story, act)), scene)
    sides = complete_sides(story, act)
    if act.type in {"consultations", "commission"} and len(act.codes) < _PAIR and not (sides.a or sides.b):
        act = replace(act, codes=_take_two(tuple(dict.fromkeys([*act.codes, *story.codes_now()]))))
    if act.anaphoric:
        act, sides = continue_series(story, act), replace(sides, a=(), b=())
    elif _lacks_side(story, act, sides):
        return None
    invited_by = story.countries_of(act.inviters)
    act = replace(act, codes=tuple(dict.fromkeys([*act.codes, *invited_by])))
    ahead = act.status in {"planned", "proposed"}
    place = find_place(scene, story.home, act.first, goal=act.type == "visit", ahead=ahead)
    if place is None and act.event:
        place = find_hosting(scene, act.event)
    if place is None and invited_by:
        place = Place(None, invited_by[0])  # who invites without saying where to invites home
    if _says_too_little(act, sides) or (act.type == "visit" and act.manner == "nouns" and place is None):
        return None
    when = find_when(scene, act) or story.heading or _same_day(story, act, scene)
    if act.status in DONE and lies_ahead(story, when):
        act = replace(act, status="planned", sign="date_ahead")
    draft = Draft(
        act=act,
        scenes=(scene.number,),
        a=sides.a,
        b=sides.b,
        hosts=sides.hosts,
        codes=act.codes,
        place=place,
        when=when,
        paragraph=scene.sentence.paragraph,
    )
    return replace(draft, part_of=find_umbrella(story, draft, scene))


def _take_two(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Of the parties of a commission keep the countries where there are two: a body only frames them."""
    countries = tuple(code for code in codes if is_country(code))
    return countries if len(countries) == _PAIR else codes


def _lacks_side(story: Story, act: Act, sides: Sides) -> bool:
    """Tell whether it is a talk of one person with nobody."""
    if act.type not in {"meeting", "call"} or act.event:
        return False
    if act.shared and len(story.countries_of(sides.people)) < _PAIR:
        return True
    if len(act.codes) >= _PAIR:
        return False  # 'екі ел министрлерінің кездесуі өтті'
    return len(sides.people) <= 1 and not (act.codes and sides.people)


def _says_too_little(act: Act, sides: Sides) -> bool:
    """Tell whether nobody is named for what needs somebody, or nothing says what an event is.

    An agreement that is to be signed, with nobody to sign it, is a commitment and no engagement.
    """
    unnamed = act.codes and (act.type == "visit" or act.manner == "opening")
    if act.type in _NEED_PEOPLE and not (sides.a or sides.b or unnamed):
        return True
    if act.type == "signing" and act.status == "planned" and not sides.a:
        return True
    return is_bare_round(act)


def _same_day(story: Story, act: Act, scene: Scene) -> When | None:
    """What a paragraph tells after a dated act, 'In the afternoon', it tells of the same day."""
    before = story.now
    if act.status != "held" or before is None or before.when is None:
        return None
    dated = before.act.status == "held" and len(before.when.edtf or "") == _DAY
    return before.when if dated and before.paragraph == scene.sentence.paragraph else None


def _is_private(person: Person) -> bool:
    """Tell whether nothing says that the offices are of a state or body: 'назначили директора'."""
    plain = {"executive", "official", "other"}
    return all(title.office in plain and title.body_text is None for title in person.titles)


def _has_no_name(event: EventMention) -> bool:
    """Tell whether the event is called by common words alone: 'публичные мероприятия'."""
    return event.type == "conference" and not event.event.ordinal and event.event.surface.islower()


def is_unofficial(draft: Draft, story: Story, scene: Scene) -> bool:
    """Tell whether nobody official takes part: a company's meeting, a match, an artist's visit."""
    if draft.act.type == "appointment" and scene.named("office", "country"):
        return all(_is_private(story.people[p]) for p in draft.people) and not draft.codes
    if draft.act.type == "signing" and not draft.people:
        return not story.drafts and not scene.named("country", "nationality", "body")
    if draft.codes or _is_ceremony_at_home(draft, story, scene):
        return not draft.codes
    if draft.act.event is not None:
        nameless = scene.language == "ru" and _has_no_name(draft.act.event)
        owners = () if nameless else ("country",)
        named = scene.named("nationality", "body", "office", *owners)
        if scene.language == "kk" and _is_one_word(draft.act.event) and not draft.people:
            return not story.drafts and not scene.named("country", "nationality", "body")
        return not (draft.people or story.drafts or named or (story.home and not nameless))
    people = [story.people[p] for p in draft.people]
    public = any(t.office not in _PRIVATE for person in people for t in person.titles)
    return not public and not any(person.country for person in people)


def _is_one_word(event: EventMention) -> bool:
    """Tell whether nothing says what the event is: 'жиын', 'отырысқа'."""
    return event.bare and event.stop - event.first == 1


def _is_ceremony_at_home(draft: Draft, story: Story, scene: Scene) -> bool:
    """Tell whether a Kazakh report begins with a ceremony in which one country alone has a part."""
    if scene.language != "kk" or draft.act.type != "ceremony" or story.drafts:
        return False
    return len(set(_list_countries(story, draft, scene))) < _PAIR


def _list_countries(story: Story, draft: Draft, scene: Scene) -> tuple[str, ...]:
    """Return the countries of a ceremony: of those who hold it, of its place, and all that are named."""
    place = (draft.place.country,) if draft.place and draft.place.country else ()
    named = (m.value.rsplit("|", 1)[-1] for m in scene.named("country", "nationality", "place") if m.value)
    return (*story.countries_of(draft.people), *draft.codes, *place, *named)

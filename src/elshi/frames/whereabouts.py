"""Where an engagement took place when its own sentences do not say: what the rest of the report implies."""

from __future__ import annotations

from dataclasses import replace

from elshi.frames.drafts import DONE, Draft
from elshi.frames.places import find_place
from elshi.frames.telling import Telling
from elshi.lexicon.places import body, is_country, load_cities
from elshi.model.frame import Place
from elshi.model.ground import name_rule
from elshi.model.when import When, read_bounds

_NOWHERE = frozenset({"call", "message", "appointment"})  # these have no place
_BILATERAL = frozenset({"consultations", "commission"})
_DAYS_OF_A_TRIP = 3
_SEEN_FROM_THERE = frozenset({"visit", "meeting", "signing", "conference"})  # reported from where it was


def place_draft(telling: Telling, draft: Draft) -> Place | None:
    """Return where `draft` took or takes place, None where the report does not imply it."""
    place = None if draft.act.type in _NOWHERE else draft.place or _find_place(telling, draft)
    if draft.act.status in DONE and draft.act.type in _SEEN_FROM_THERE:
        return _narrow(telling, place)
    return place


def _find_place(telling: Telling, draft: Draft) -> Place | None:
    """Return the seat of the organ that meets, the country of posting, the frame's place or the trip's."""
    seat = _seat_of(telling, draft)
    if seat is not None:
        return seat
    posted = _post_of(telling, draft) or _home_of_host(telling, draft)
    if posted:
        return Place(None, posted, "posting")
    frame = telling.frame_of(draft)
    if frame and draft.act.status != "proposed":
        within = (
            frame.place or _seat_of(telling, frame) or _setting_of(telling, frame) or _at_home(telling, frame)
        )
        return _take_over(within, "frame")
    trip = _setting_of(telling, draft) or _place_of_trip(telling, draft)
    part = _place_of_part(telling, draft)
    return (
        _take_over(part, "part")
        or _take_over(trip, "trip")
        or _at_home(telling, draft)
        or _headline_place(telling, draft)
    )


def _take_over(place: Place | None, rule: str) -> Place | None:
    """Return the place of another engagement for this one, which it is by `rule`."""
    return replace(place, rule=f"{rule}, {place.rule}") if place else None


def _setting_of(telling: Telling, draft: Draft) -> Place | None:
    """What the same people do on one trip they do where the report has placed them before."""
    if draft.act.status not in DONE or draft.act.frame:
        return None
    told = telling.drafts[: telling.drafts.index(draft)]
    near = [d for d in told if d.people & draft.people and d.act.status in DONE]
    return next((d.place for d in reversed(near) if d.place), None)


def _place_of_part(telling: Telling, draft: Draft) -> Place | None:
    """Talks were held where the report says that what came of them was signed."""
    number = telling.drafts.index(draft)
    parts = [d for d in telling.drafts if d.part_of == number and d.act.type == "signing"]
    return next((d.place for d in parts if d.place and d.act.status in DONE), None)


def _place_of_trip(telling: Telling, draft: Draft) -> Place | None:
    """What a visitor is still to do in these days is done where the visit under way is."""
    if draft.act.status != "planned" or draft.when is None:
        return None
    told = telling.drafts[: telling.drafts.index(draft)]
    done = [d for d in told if d.act.type == "visit" and d.act.status in DONE]
    visits = [d for d in done if d.people & draft.people or _list_countries(telling, d) == {*draft.codes}]
    near = (d.place for d in reversed(visits) if _is_soon(d.when or telling.lead, draft.when))
    return next((place for place in near if place), None)


def _list_countries(telling: Telling, visit: Draft) -> set[str | None]:
    """Return the countries of the visitors and the one that is visited."""
    host = visit.place.country if visit.place else None
    return {host, *(telling.person(p).country for p in visit.people)}


def _is_soon(visit: When, planned: When) -> bool:
    """Tell whether the day planned is within a few days of the visit."""
    begun = read_bounds(visit.edtf)[1] if visit.edtf else None
    day = read_bounds(planned.edtf)[0] if planned.edtf else None
    return begun is not None and day is not None and abs((day - begun).days) <= _DAYS_OF_A_TRIP


def _at_home(telling: Telling, draft: Draft) -> Place | None:
    """Consultations and commissions are in the city of the side that files the news, summits of the host."""
    city = telling.filed_in
    if draft.act.status not in DONE or city is None:
        return None
    if draft.act.type == "conference":
        told = (telling.scenes[number] for number in draft.scenes)
        hosted = any(scene.has_cue("hosts_events", 0, len(scene.sentence.tokens)) for scene in told)
        return replace(city, rule="dateline") if hosted and city.country in draft.codes else None
    if draft.act.type not in _BILATERAL:
        return None
    codes = {*draft.codes, *(telling.person(p).country for p in draft.people)}
    return replace(city, rule="dateline") if city.country in codes and len(codes) > 1 else None


def _headline_place(telling: Telling, draft: Draft) -> Place | None:
    """Return the place that the headline names, for the engagement that the report tells first."""
    headline = telling.report.headline
    if headline is None or draft.act.status not in DONE or draft != telling.drafts[0]:
        return None
    titles = [scene for scene in telling.scenes if headline.covers(scene.sentence.span)]
    place = next((place for scene in titles if (place := find_place(scene, None, 0))), None)
    return _take_over(place, "headline")


def _narrow(telling: Telling, place: Place | None) -> Place | None:
    """Give a country the city of the dateline where that lies in it."""
    if place is None or place.city:
        return place
    city = telling.filed_in
    return replace(city, rule="dateline") if city and city.country == place.country else place


def _seat_of(telling: Telling, draft: Draft) -> Place | None:
    """The sessions of an organ with a seat are held there: the UN General Assembly in New York."""
    if draft.act.event is None or draft.act.status == "cancelled":
        return None
    words = draft.act.event.event.surface
    scene = telling.scenes[draft.act.scene]
    named = [m.value for m in scene.named("body", "event") if m.value and m.surface in words]
    organs = [known for value in named if (known := body(value)) and known.kind == "organ" and known.seat]
    city = load_cities().get(organs[0].seat or "") if organs else None
    return Place(city.name, city.country, name_rule("seat", words)) if city else None


def _post_of(telling: Telling, draft: Draft) -> str | None:
    """An envoy's talks are in the country of posting, unless a conference frames them."""
    if draft.act.type not in {"meeting", "credentials"} or draft.part_of is not None:
        return None
    titles = [title for p in (*draft.a, *draft.b) for title in telling.person(p).titles[:1]]
    return next((t.posted_to for t in titles if t.posted_to and is_country(t.posted_to)), None)


def _home_of_host(telling: Telling, draft: Draft) -> str | None:
    """A guest is received at home, and so are credentials, unless a conference frames it."""
    hosts = draft.b if draft.act.type == "credentials" else draft.hosts
    if draft.act.type not in {"meeting", "credentials"} or draft.part_of is not None:
        return None
    countries = (telling.person(p).country for p in hosts)
    return next((country for country in countries if is_country(country)), None)

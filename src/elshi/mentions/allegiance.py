"""Whom an office serves when the words beside it do not say: the country or body it must be.

A report says 'the President' of its own country, and names the side once ('с непальской стороны'). Each
answer is drawn from words of the report; where none speaks, the title keeps no country.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from elshi.lexicon.engagements import find_triggers
from elshi.lexicon.gazetteer import find_names
from elshi.lexicon.offices import find_implied, find_office_in
from elshi.lexicon.places import country_of_capital, is_country
from elshi.mentions.offices import ENVOYS
from elshi.mentions.titles import read_code
from elshi.model.markup import Mention, Person, Sentence, Title
from elshi.model.report import Report
from elshi.text.segment import tokenize

_SIDES = {
    "ru": ("сторон", "делегац"),
    "kk": ("тарап", "делегация"),
    "en": ("side", "delegation", "part", "team", "one"),
}  # fmt: skip
_OURS = {
    "kk": {"еліміз", "елімізге", "елімізде", "еліміздің", "елорда", "елордада", "ақорда", "ақордада"},
    "ru": {"акорда", "акорде", "акорды"},
    "en": {"akorda"},
}
_OF_BODIES = frozenset({"secretary_general", "deputy_secretary_general", "director_general", "executive"})
_IN = {"ru": frozenset({"в", "во"}), "en": frozenset({"in"}), "kk": frozenset()}


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence with the gazetteer's mentions in it."""

    sentence: Sentence
    mentions: tuple[Mention, ...]


def settle_allegiance(
    report: Report, settings: Sequence[Setting], people: Sequence[Person]
) -> tuple[Person, ...]:
    """Return `people` with the country or body of each office filled in where the report implies it."""
    home = find_home(report, settings, people)
    return tuple(_settle(person, settings, people, home) for person in people)


def find_home(report: Report, settings: Sequence[Setting], people: Sequence[Person]) -> str | None:
    """Return the country whose own news the report is: named most, weighted by dateline and beginning."""
    score: Counter[str] = Counter()
    for setting in settings:
        for mention in setting.mentions:
            code = read_code(mention) if mention.label in {"country", "nationality", "place"} else None
            if code and is_country(code):
                weight = 1 if mention.label == "place" else _NEWS_WEIGHT
                score[code] += weight + _NEWS_WEIGHT * _is_source(setting.sentence, mention)
        score["KZ"] += _NEWS_WEIGHT * sum(t.lower in _OURS[setting.sentence.language] for t in setting.sentence.tokens)
    for person in people[:1]:
        score.update({t.represents: _NEWS_WEIGHT for t in person.titles if t.represents and is_country(t.represents)})
    score.update({code: _NEWS_WEIGHT for code in _datelines(report)})
    for setting in settings:
        implied = find_implied(setting.sentence.span.quote(report.text), setting.sentence.language)
        score.update({implied: _NEWS_WEIGHT} if implied else {})
        if any(t.lower in _HERE for t in setting.sentence.tokens):
            # whoever is on a visit 'in our country' is not of it
            score.subtract({code: _GUEST_WEIGHT for m in setting.mentions if (code := read_code(m))})
    return score.most_common(1)[0][0] if any(score.values()) else None


_HERE = frozenset({"нашей", "нашу", "нашего", "елімізге", "елімізде"})
_NEWS_WEIGHT, _GUEST_WEIGHT = 2, 3
_SOURCES = ("пресс", "мид", "внешнеполитическ", "баспасөз", "сім", "министрлігі", "press", "ministry", "mfa", "statement")


def _is_source(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether the country is that of the office which gave out the news."""
    near = [t.lower for t in sentence.tokens if abs(t.span.start - mention.span.start) < _NEAR_LETTERS]
    return any(word.startswith(_SOURCES) for word in near)


_NEAR_LETTERS = 60


def _datelines(report: Report) -> Iterator[str]:
    """Yield the country of each dateline that names a capital: a ministry's news is filed at home."""
    for dateline in report.datelines:
        tokens = tokenize(report.text, dateline.span)
        for mention in find_names(Sentence(dateline.span, 0, report.language, tokens)):
            city = mention.value.split("|")[0] if mention.label == "place" and mention.value else ""
            country = country_of_capital(city) if city else None
            if country:
                yield country


def _settle(person: Person, settings: Sequence[Setting], people: Sequence[Person], home: str | None) -> Person:
    known = next((t.represents for t in person.titles if t.represents and not t.former), None) or person.country
    titles = tuple(
        title if title.represents else replace(title, represents=_infer(title, settings, people, known or home, known))
        for title in person.titles
    )
    titles = tuple(_rank(_post(title, settings)) for title in titles)
    country = next((t.represents for t in titles if t.represents), None)
    return replace(person, titles=titles, country=country or person.country)


def _infer(
    title: Title, settings: Sequence[Setting], people: Sequence[Person], home: str | None, known: str | None
) -> str | None:
    number = next(i for i, s in enumerate(settings) if s.sentence.span.covers(title.span))
    setting = settings[number]
    side = _named_side(setting, title)
    if side:
        return side
    implied = find_implied(title.text, setting.sentence.language)
    if implied and not known:
        return implied
    same = _same_office(setting, title)
    if same and not known:
        return same
    if known:
        return known
    if title.office in _OF_BODIES:
        return _last_body(settings[max(0, number - 1) : number + 1], title) or home
    host = _host_of(setting, title, people) or _received_in(settings, number, title)
    return host or _sender(settings, setting, home)


def _sender(settings: Sequence[Setting], setting: Setting, home: str | None) -> str | None:
    """Who is invited or expected at home is of the other country the report tells of."""
    visits = any(f.value.type == "visit" for f in find_triggers(setting.sentence))
    goals = [read_code(m) for m in setting.mentions if m.label in {"country", "place"} and _is_goal(setting.sentence, m)]
    if not visits or home not in goals or setting.sentence.language == "kk":
        return home
    named = Counter(read_code(m) for s in settings for m in s.mentions if m.label in {"country", "nationality"})
    others = [code for code, _ in named.most_common() if code and code != home and is_country(code)]
    return others[0] if others else home


def _same_office(setting: Setting, title: Title) -> str | None:
    """Read 'given by the US President he met President Joseph Biden': the office stated once with its country."""
    words = title.text.lower().split()
    for mention in setting.mentions:
        after = [t.lower for t in setting.sentence.tokens if t.span.start >= mention.span.stop][: len(words)]
        if mention.label in {"country", "nationality"} and mention.span.stop < title.span.start and after == words:
            return read_code(mention)
    return None


def _received_in(settings: Sequence[Setting], number: int, title: Title) -> str | None:
    """Who receives a visitor is of the country visited: 'визит в Казахстан. Его принял президент'."""
    setting = settings[number]
    found = find_triggers(setting.sentence)
    if number == 0 or any(f.value.type == "visit" for f in found) or title.office not in _RECEIVING:
        return None
    if not any(f.value.manner in {"receives", "triggers"} for f in found):
        return None
    visits = [s for s in settings[:number] if any(f.value.type == "visit" for f in find_triggers(s.sentence))]
    goals = [m for s in visits for m in s.mentions if m.label in {"country", "place"} and _is_goal(s.sentence, m)]
    return read_code(goals[-1]) if goals else None


_RECEIVING = frozenset({"head_of_state", "head_of_government", "foreign_minister", "deputy_head_of_government",
                        "minister", "speaker", "deputy_foreign_minister"})  # fmt: skip


def _is_goal(sentence: Sentence, mention: Mention) -> bool:
    before = [t.lower for t in sentence.tokens if t.span.stop <= mention.span.start][-1:]
    return sentence.language == "kk" or bool({"в", "во", "to", "in", "visited", "visit"} & set(before))


def _rank(title: Title) -> Title:
    """Name the office by what it is in its country: the US Secretary of State is the foreign minister."""
    office = find_office_in(title.text, title.represents)
    return replace(title, office=office) if office else title


def _named_side(setting: Setting, title: Title) -> str | None:
    """Read 'с непальской стороны', 'the Kazakh side was headed by', 'қазақстандық тараптан'."""
    language, tokens = setting.sentence.language, setting.sentence.tokens
    best: tuple[int, str | None] = (-1, None)
    for mention in setting.mentions:
        if mention.label not in {"country", "nationality"}:
            continue
        if mention.span.start >= title.span.start:
            led = _is_led(setting.sentence, mention, title)
            if led and best[1] is None:
                best = (title.span.start, read_code(mention))
            continue
        after = [t.lower for t in tokens if t.span.start >= mention.span.stop][:2]
        before = [t.lower for t in tokens if t.span.stop <= mention.span.start][-1:]
        named = any(w.startswith(_SIDES[language]) for w in (*after, *before))
        listed = best[1] is not None and before[-1:] and before[0] in {"с", ",", "а", "and"}
        if named or listed:
            best = max(best, (mention.span.start, read_code(mention)))
    return best[1]


def _is_led(sentence: Sentence, mention: Mention, title: Title) -> bool:
    """Tell whether the country's delegation is led by the bearer: 'X led the Sri Lankan delegation'."""
    between = [t for t in sentence.tokens if title.span.stop <= t.span.start < mention.span.start]
    after = [t.lower for t in sentence.tokens if t.span.start >= mention.span.stop][:2]
    verbs = ("led", "lead", "head", "возглав", "represent", "представл")
    return (
        len(between) <= _LED_REACH
        and any(t.lower.startswith(verbs) for t in between)
        and any(w.startswith(_SIDES[sentence.language]) for w in after)
    )


_LED_REACH = 10


def _last_body(settings: Sequence[Setting], title: Title) -> str | None:
    bodies = [m for s in settings for m in s.mentions if m.label == "body" and m.span.start < title.span.start]
    return read_code(bodies[-1]) if bodies else None


def _host_of(setting: Setting, title: Title, people: Sequence[Person]) -> str | None:
    """An envoy's or visitor's counterpart is of the country where they meet: 'В Иордании посол … с министром'."""
    tokens = setting.sentence.tokens
    before = [t.lower for t in tokens if t.span.stop <= title.span.start][-2:]
    if title.office in ENVOYS or not {"с", "со", "with"} & set(before):
        return None
    envoy = next(
        (t.posted_to for p in people for t in p.titles if t.posted_to and setting.sentence.span.covers(t.span)), None
    )
    return envoy or _located(setting)


def _located(setting: Setting) -> str | None:
    language, tokens = setting.sentence.language, setting.sentence.tokens
    for mention in setting.mentions:
        before = [t.lower for t in tokens if t.span.stop <= mention.span.start][-1:]
        if mention.label in {"country", "place"} and before and before[0] in _IN[language]:
            return read_code(mention)
    return None


def _post(title: Title, settings: Sequence[Setting]) -> Title:
    """Give an envoy the country where the sentence places the talks, if none else is named."""
    if title.office not in ENVOYS or title.posted_to:
        return title
    setting = next(s for s in settings if s.sentence.span.covers(title.span))
    place = _located(setting)
    return replace(title, posted_to=place) if place and place != title.represents else title

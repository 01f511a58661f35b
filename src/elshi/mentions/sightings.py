"""Where people are named in a sentence, with the offices that stand beside the name."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from elshi.lexicon.words import finite_verb
from elshi.mentions.offices import Office
from elshi.mentions.titles import describe_office, read_code
from elshi.mentions.persons import Name
from elshi.model.markup import Mention, Sentence, Title, Token
from elshi.model.report import Language, Report
from elshi.model.span import Span
from elshi.text.morphology import open_russian
from elshi.text.names import read_nominative

_INITIALS = re.compile(r"^(?:[^\W\d_]{1,2}\.\s*)+")
FULL = 2
_LINKS = frozenset({",", "и", "және", "мен", "and", "а", "также", ";", "-", "–", "—", "республики", "республика", "his", "her", "counterpart",
                    "его", "ее", "коллега", "коллегой"})


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with what stands in it: names of people, offices, and the gazetteer's mentions."""

    sentence: Sentence
    names: tuple[Name, ...]
    offices: tuple[Office, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name at one place: its scene, its nominative, and the titles beside it, the first named first."""

    scene: int
    name: Name
    surface: str
    nominative: str
    titles: tuple[Title, ...]
    offices: tuple[Office, ...]
    country: str | None = None

    @property
    def full(self) -> bool:
        """Tell whether the name is written out with at least two parts."""
        return self.name.parts >= FULL and not _INITIALS.match(self.surface)


def sight(report: Report, scenes: Sequence[Scene], number: int, scene: Scene) -> Iterator[Sighting]:
    """Yield every name of `scene`, the sentence `number` of `scenes`, with the titles beside it."""
    previous: Sighting | None = None
    used: set[Office] = set()
    for name in _split_runs(report.text, scenes, scene):
        offices = [o for o in _offices_before(scene, name, previous.name if previous else None) if o not in used]
        offices = offices or [o for o in _offices_after(scene, name) if o not in used]
        if name.parts < FULL and offices and not _may_be_surname(scene, name, offices):
            offices = []
        used.update(offices)
        titles = tuple(_describe(scene, name, office, previous) for office in offices)
        titles = titles or _share(scene, name, previous)
        surface = name.span.quote(report.text)
        nominative = read_nominative(surface, scene.sentence.language)
        country = None if any(t.represents for t in titles) else _bare_country(scene, name)
        titles = tuple(replace(t, represents=country) if country else t for t in titles)
        titles = titles or _as_colleague(scene, name, previous)
        sighting = Sighting(number, name, surface, nominative, titles, tuple(offices), country)
        if sighting.full or titles:
            previous = sighting  # a lone capital ('Қасиетті') does not part an office from its bearer
        yield sighting


def _bare_country(scene: Scene, name: Name) -> str | None:
    """Return the country beside a name without an office: 'Malaysia's Mohamad Hasan', 'Saidov of Uzbekistan'."""
    tokens = scene.sentence.tokens
    before = [m for m in scene.mentions if m.label in {"country", "nationality"} and name.first > 0
              and m.span.overlaps(tokens[name.first - 1].span)]  # fmt: skip
    if before and scene.sentence.language == "en":
        return read_code(before[-1])
    if name.stop + 1 < len(tokens) and tokens[name.stop].text == "(":
        inside = [m for m in scene.mentions if m.label == "country" and m.span.start == tokens[name.stop + 1].span.start]
        return read_code(inside[0]) if inside else None
    if name.stop + 1 < len(tokens) and tokens[name.stop].lower == "of":
        after = [m for m in scene.mentions if m.label == "country" and 0 <= m.span.start - tokens[name.stop].span.stop <= 5]
        return read_code(after[0]) if after else None
    return None


_COLLEAGUES = ("counterpart", "colleague", "коллег", "әріптес")


def _as_colleague(scene: Scene, name: Name, previous: Sighting | None) -> tuple[Title, ...]:
    """Read 'his Vietnamese counterpart Bui Thanh Son': the office of the one before, in another country."""
    tokens = scene.sentence.tokens
    at = next((i for i in range(name.first - 1, max(-1, name.first - 4), -1)
               if tokens[i].lower.startswith(_COLLEAGUES)), None)  # fmt: skip
    if at is None or previous is None or not previous.titles:
        return ()
    near = [m for m in scene.mentions if m.label in {"nationality", "country"}
            and 0 <= tokens[at].span.start - m.span.stop <= _LETTERS_APART]  # fmt: skip
    if not near:
        return ()
    span = near[-1].span.join(tokens[at].span)
    text = " ".join(t.text for t in tokens if span.covers(t.span))
    return (Title(span, previous.titles[0].office, text, read_code(near[-1]), body_text=near[-1].surface),)


_LETTERS_APART = 2


def _may_be_surname(scene: Scene, name: Name, offices: Sequence[Office]) -> bool:
    """Tell whether one capitalised word beside an office is a person and not what the office is for."""
    between = scene.sentence.tokens[offices[-1].stop : name.first]
    if scene.sentence.language == "en":
        return all(t.lower in {"dr", "mr", "mrs", "ms", "."} or any(m.span.covers(t.span) for m in scene.mentions) for t in between)
    return scene.sentence.language == "ru" or not between


def _split_runs(text: str, scenes: Sequence[Scene], scene: Scene) -> Iterator[Name]:
    """Split a run of capitals that holds two names, one of which stands alone elsewhere in the report."""
    language = scene.sentence.language
    known = _surnames(tuple(n.span.quote(text) for s in scenes for n in s.names if n.parts == FULL), language)
    for name in scene.names:
        tokens = scene.sentence.tokens[name.first : name.stop]
        cut = next((i + 1 for i, t in enumerate(tokens[:-1]) if t.text in known), None)
        if cut is None and name.parts > FULL and (tokens[-1].text in known or _before_office(scene, name)):
            cut = len(tokens) - 1
        if cut is None or name.parts <= FULL or tokens[-1].lower.endswith(_PATRONYMICS) or not all(t.text.isalpha() or "-" in t.text for t in tokens):
            yield name
            continue
        for first, stop in ((name.first, name.first + cut), (name.first + cut, name.stop)):
            part = scene.sentence.tokens[first:stop]
            yield Name(first, stop, Span(part[0].span.start, part[-1].span.stop), len(part))


@functools.lru_cache(maxsize=64)
def _surnames(names: tuple[str, ...], language: Language) -> frozenset[str]:
    """Return the surnames of two-part names; 'Rebelo de Sousa' is no name and surname."""
    plain = [name for name in names if len(name.split()) == FULL]
    return frozenset(read_nominative(name, language).split()[-1] for name in plain)


def _before_office(scene: Scene, name: Name) -> bool:
    """Tell whether the last part belongs to what follows: 'Дана Мұстафина Рийгикогу депутаты'."""
    if scene.sentence.language != "kk":
        return False
    follows = [t.lower for t in scene.sentence.tokens[name.stop : name.stop + 1]]
    return any(o.first == name.stop for o in scene.offices) or any(w.startswith(_TERRITORIES) for w in follows)


_TERRITORIES = ("автономиялы", "облыс", "аудан", "провинци", "өлке", "штат", "қала")
_PATRONYMICS = ("ович", "евич", "овна", "евна", "ұлы", "қызы")


def _offices_before(scene: Scene, name: Name, previous: Name | None) -> tuple[Office, ...]:
    """Return the offices that lead up to `name` with nothing in between that cuts them apart, in order."""
    found: list[Office] = []
    lowest, reach = previous.stop if previous else 0, name.first
    for office in reversed(scene.offices):
        if not lowest <= office.first or office.stop > reach:
            continue
        if not _leads_up(scene, scene.sentence.tokens[office.stop : reach], last=not found):
            break
        if found and not _agree(scene, office, found[0]):
            break
        found.insert(0, office)
        reach = office.first
    return tuple(found)


def _agree(scene: Scene, one: Office, other: Office) -> bool:
    """Tell whether two offices can be one bearer's: in Russian they stand in the same case."""
    if scene.sentence.language != "ru":
        return True
    return bool(_cases(scene.sentence.tokens[one.first]) & _cases(scene.sentence.tokens[other.first]))


def _cases(token: Token) -> frozenset[str]:
    parses = open_russian().parse(token.lower)
    return frozenset(f"{p.tag.case} {p.tag.number}" for p in parses if p.tag.POS in {"NOUN", "ADJF"})


def _leads_up(scene: Scene, between: Sequence[Token], *, last: bool) -> bool:
    """Tell whether the tokens between an office and what it leads up to only tell whose office it is."""
    language = scene.sentence.language
    between = _without_brackets(between)
    if len(between) > {"ru": 30, "kk": 8, "en": 12}[language]:
        return False
    if any(t.text in {";", "»", "”", ")", "("} or finite_verb(t, language) for t in between):
        return False
    final = between[-1].lower if between else ""
    if language == "ru":
        return not last or final not in {"и", "с", "со", "к", "от", "у", "а", "или", "что"}
    if language == "kk" and not last:
        return all(t.text in {",", "–", "-", "—"} for t in between)
    if language == "kk":
        return not any(t.lower in {"және", "мен", "пен", "бен"} for t in between) and (final != "," or not last)
    return final not in {"with", "to", "from", "by"} and not (last and final == "and") and not any(
        t.lower in {"with", "that", "who"} for t in between
    )


def _without_brackets(tokens: Sequence[Token]) -> list[Token]:
    """Leave out what stands in brackets or quotation marks that open and close inside `tokens`."""
    kept: list[Token] = []
    depth, openers = 0, {"(": ")", "«": "»", "“": "”"}
    texts = [t.text for t in tokens]
    quotes_even = texts.count('"') % 2 == 0
    for index, token in enumerate(tokens):
        if token.text in openers and openers[token.text] in texts[index:]:
            depth += 1
        elif depth and token.text in openers.values():
            depth -= 1
        elif not depth and not (token.text == '"' and quotes_even):
            kept.append(token)
    return kept


def _offices_after(scene: Scene, name: Name) -> tuple[Office, ...]:
    """Return the office in apposition: 'Rabab Fatima, the UN High Representative'."""
    tokens, language = scene.sentence.tokens, scene.sentence.language
    if name.stop >= len(tokens) or tokens[name.stop].text not in {",", "–", "—", "-", "("} or language == "kk":
        return ()
    following = next((o for o in scene.offices if o.first > name.stop), None)
    if following is None or following.first - name.stop > {"ru": 4, "en": 6}[language]:
        return ()
    between = tokens[name.stop + 1 : following.first]
    if any(t.text == "," or finite_verb(t, language) or t.lower in {"и", "and", "с", "with"} for t in between):
        return ()
    after = tokens[following.stop : following.stop + 1]
    if any(finite_verb(t, language) for t in after):
        return ()  # the office is the subject of its own clause: 'Абаев, президент подписал указ'
    claimed = any(following in _offices_before(scene, other, name) for other in scene.names if other.first > name.stop)
    return () if claimed else (following,)


def _describe(scene: Scene, name: Name, office: Office, previous: Sighting | None) -> Title:
    lowest = previous.name.stop if previous else 0
    earlier = [o.stop for o in scene.offices if o.stop <= office.first]
    lowest = max([lowest, *earlier]) if scene.sentence.language == "ru" else lowest
    if office.first >= name.stop:
        after = [o.first for o in scene.offices if o.first >= office.stop]
        nexts = [n.first for n in scene.names if n.first >= office.stop]
        limit = (name.stop, min([*after, *nexts, len(scene.sentence.tokens)]))
    else:
        limit = (lowest, name.first)
    title = describe_office(scene.sentence, office, scene.mentions, limit)
    return title if title.represents else _of_country(scene, name, title)


def _of_country(scene: Scene, name: Name, title: Title) -> Title:
    """Read the country that follows the name: 'President Sadyr Japarov of Kyrgyzstan'."""
    tokens = scene.sentence.tokens[name.stop : name.stop + 1]
    if not tokens or tokens[0].lower not in {"of", "from"}:
        return title
    owner = next((m for m in scene.mentions if 0 <= m.span.start - tokens[0].span.stop <= FULL + 3
                  and m.label in {"country", "body"}), None)  # fmt: skip
    return replace(title, represents=read_code(owner), body_text=owner.surface) if owner else title


def _share(scene: Scene, name: Name, previous: Sighting | None) -> tuple[Title, ...]:
    """Share the office of the name before in a list: 'главами МИД Турции X, Малайзии Y и Омана Z'."""
    if previous is None or not previous.titles:
        return ()
    between = scene.sentence.tokens[previous.name.stop : name.first]
    span = Span(between[0].span.start, between[-1].span.stop) if between else name.span
    owners = [m for m in scene.mentions if m.label in {"country", "body"} and span.covers(m.span)]
    linked = {t.lower for t in between if not any(m.span.covers(t.span) for m in owners)}
    first = previous.titles[0]
    bare = Title(first.span, first.office, first.text, None)
    if owners and linked <= _LINKS and linked:
        return (replace(bare, represents=read_code(owners[-1]), body_text=owners[-1].surface),)
    if linked - {"of"} <= {",", "and"} and "of" in linked:
        shared = _of_country(scene, name, bare)
        return (shared,) if shared.represents else ()
    return ()

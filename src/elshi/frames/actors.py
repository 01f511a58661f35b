"""The part each person plays in a clause.

Russian tells it by case and preposition, Kazakh by suffix, English by preposition and order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from elshi.frames.scene import Actor, Part, Scene, Sighting, find_sightings
from elshi.lexicon.endings import read_endings
from elshi.lexicon.prepositions import read_prepositions
from elshi.lexicon.said import find_triggers as find_speech
from elshi.lexicon.words import finite_verb
from elshi.model.markup import Person, Title, Token
from elshi.text.kazakh import read_case
from elshi.text.morphology import open_russian
from elshi.text.names import read_name_case
from elshi.text.russian_names import find_cases

_PARTS: dict[str, Part] = {part: part for part in get_args(Part)}
_KAZAKH_CASES: dict[str, Part] = {
    "instrumental": "counterpart",
    "genitive": "possessor",
    "ablative": "origin",
    "accusative": "object",
    "dative": "target",
    "locative": "possessor",
}  # in the order in which an ambiguous suffix is read
_RUSSIAN_CASES: dict[str, Part] = {
    "nomn": "subject",
    "ablt": "agent",
    "datv": "target",
    "accs": "object",
    "gent": "possessor",
}  # in the order in which an ambiguous form is read
_SHARED = frozenset({"agent", "possessor", "object", "subject", "counterpart"})
_LONGEST_LINK = 3  # ', а также': more words between two people are no list
_RUSSIAN_ATTRIBUTES = 3  # 'с новым временным поверенным послом'
_GROUP = 6  # tokens after a leader in which the Kazakh group stands: 'бастаған Перу делегациясын'
_DELEGATION = 8  # tokens between 'with' and 'led by': 'with a delegation of the parliament of Norway'
_ENGLISH_ATTRIBUTES = 4  # 'with the visiting Turkish foreign minister'
_NOMINATIVE = frozenset({"nomn"})
_REPORT_END = 5  # tokens from the verb to the end: 'said on Monday.'
_REPORT_MARKS = frozenset({",", '"', "”", "’’"})
_QUOTE_ENDS = frozenset({"–", "—", "-", "»", '"', "”", "“"})


def read_actors(scene: Scene, people: Sequence[Person]) -> tuple[Actor, ...]:
    """Return every person of `scene` with the part played, in text order; one may stand there twice."""
    actors: list[Actor] = []
    for sighting in find_sightings(scene, people):
        if actors and sighting.stop <= actors[-1].stop:
            continue
        part = _read_part(scene, people[sighting.person], sighting)
        actor = Actor(sighting.person, sighting.first, sighting.stop, part)
        actors.append(_follow(scene, actors[-1], actor) if actors else actor)
    return tuple(actors)


def _follow(scene: Scene, before: Actor, actor: Actor) -> Actor:
    """Give the later members of a list the part of the first: 'с министром А и послом Б'."""
    between = _without_brackets(_without_countries(scene, before.stop, actor.first))
    if not _is_link(scene, between) or actor.part not in _SHARED:
        return actor
    if scene.language == "ru" and actor.part == "subject":
        return actor
    if scene.language == "en" and not scene.cues("last_link").stand_in(between) and _is_clause(scene, actor):
        return actor
    return replace(actor, part=before.part)


def _is_link(scene: Scene, between: Sequence[str]) -> bool:
    """Tell whether the words between two people only join them; Kazakh marks each by its own suffix."""
    joining = scene.cues("person_links")
    words = 0 < len(between) <= _LONGEST_LINK and all(word == "," or word in joining for word in between)
    return words and scene.language != "kk"


def _without_countries(scene: Scene, first: int, stop: int) -> tuple[str, ...]:
    """Return the words between two people without 'of Norway', which tells of the one before.

    In Russian a country there tells of the one after it, who shares the office: 'А, Кении Б и Непала В'.
    """
    left_out: set[int] = set()
    for start, end in (scene.tokens_of(m.span) for m in scene.named("country", "body")):
        if scene.language == "ru":
            left_out.update(range(start, end))
        article = scene.has_cue("definite_articles", start - 1, start)
        behind = start - 2 if article else start - 1
        if first <= behind and end <= stop and scene.has_cue("of_country", behind, behind + 1):
            left_out.update(range(behind, end))
    words = enumerate(scene.words(first, stop), first)
    return tuple(word for index, word in words if index not in left_out)


def _without_brackets(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out 'A (Норвегия), B (Перу)': what stands in brackets tells of the one before."""
    kept, depth = [], 0
    for word in words:
        depth += word == "("
        if not depth:
            kept.append(word)
        depth -= word == ")"
    return tuple(kept)


def _is_clause(scene: Scene, actor: Actor) -> bool:
    """Tell whether the actor opens a clause of its own: 'At her meeting with A, B said'."""
    return any(finite_verb(t, "en") for t in scene.sentence.tokens[actor.stop : actor.stop + 1])


def _read_part(scene: Scene, person: Person, sighting: Sighting) -> Part:
    if scene.language == "kk":
        return _read_kazakh(scene, person, sighting)
    if scene.language == "ru":
        return _read_russian(scene, person, sighting)
    return _read_english(scene, sighting)


def _read_kazakh(scene: Scene, person: Person, sighting: Sighting) -> Part:
    last = scene.sentence.tokens[sighting.stop - 1].text
    after = (sighting.stop, sighting.stop + 1)
    if scene.has_cue("led_by", *after):
        last = _find_led_group(scene, sighting.stop + 1)
    elif last == person.native_name.split()[-1]:
        return "subject"
    cases = read_case(last) if last else frozenset[str]()
    case = next((case for case in _KAZAKH_CASES if case in cases), None)
    if case == "genitive" and scene.has_cue("chaired_by", *after):
        return "head"
    if case == "genitive" and scene.has_cue("addressed", *after):
        return "target"
    return _KAZAKH_CASES[case] if case else "subject"


def _find_led_group(scene: Scene, at: int) -> str:
    """Return the group that somebody leads, whose ending tells the part: 'Серіков бастаған делегацияны'."""
    words = scene.words(at, at + _GROUP)
    return next((word for word in words if word in scene.cues("led_groups")), "")


def _read_russian(scene: Scene, person: Person, sighting: Sighting) -> Part:
    cases = _russian_cases(scene, person, sighting)
    at = sighting.first - 1
    while at >= 0 and sighting.first - at <= _RUSSIAN_ATTRIBUTES and _is_attribute(scene, at):
        at -= 1
    before = next(iter(scene.words(at, at + 1)), "")
    preposition = read_prepositions("ru").get(before)
    if preposition and preposition.part == "counterpart" and scene.has_cue("led_by", at - 1, at):
        return "subject"
    if before in scene.cues("chaired_by"):
        return "head"
    if before in scene.cues("opinions") or _is_quoted(scene, sighting):
        return "speaker"
    if preposition and (preposition.case is None or preposition.case in cases):
        return _PARTS[preposition.part]
    return next((part for case, part in _RUSSIAN_CASES.items() if case in cases), "possessor")


def _is_quoted(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether what is told are the words of the one named: '…», – сообщил министр'."""
    said = find_speech("speech", scene.sentence.tokens, "ru")
    verb = next((w for w in said if w.value.means == "said" and w.stop == sighting.first), None)
    return verb is not None and bool(_QUOTE_ENDS.intersection(scene.words(verb.first - 1, verb.first)))


def _is_attribute(scene: Scene, at: int) -> bool:
    """Tell whether the Russian word at token `at` may stand between a preposition and an office."""
    lower = scene.sentence.tokens[at].lower
    parse = open_russian().parse(lower)[0]
    if parse.tag.POS in {"ADJF", "PRTF", "NUMR"} and parse.normal_form not in scene.cues("relative_pronouns"):
        return True
    return lower in scene.cues("office_attributes")


def _russian_cases(scene: Scene, person: Person, sighting: Sighting) -> frozenset[str]:
    """Return the cases of the office's head word, or of the name where no office stands before it.

    A surname written otherwise than in the nominative known is in none: 'Серикова' of Сериков.
    """
    tokens = scene.sentence.tokens[sighting.first : sighting.stop]
    title = sighting.title
    if title is not None and scene.index_at(title.span.start) == sighting.first:
        return _titled_cases(tokens, title)
    if any(m.span.start == tokens[0].span.start for m in scene.named("office")):
        return _noun_cases(tokens[0].lower) or _NOMINATIVE
    cases = read_name_case(" ".join(t.text for t in tokens if t.text != "."), "ru")
    known = person.native_name.split()[-1]
    if cases != _NOMINATIVE or tokens[-1].lower == known.lower():
        return cases
    return find_cases(tokens[-1].text, known) - _NOMINATIVE or cases


def _titled_cases(tokens: Sequence[Token], title: Title) -> frozenset[str]:
    """Return the cases of the first noun of the office, of these those of the name where they agree."""
    for token in (t for t in tokens if len(t.text) > 1):  # 'и' is a noun too, the name of a letter
        parses = open_russian().parse(token.lower)
        cases = frozenset(str(p.tag.case) for p in parses if p.tag.POS == "NOUN" and p.tag.case)
        if cases:
            name = " ".join(t.text for t in tokens if t.capital and t.span.start >= title.span.stop)
            return (cases & read_name_case(name, "ru") if name else cases) or cases
    return _NOMINATIVE


def _noun_cases(lower: str) -> frozenset[str]:
    parses = open_russian().parse(lower)
    return frozenset(str(p.tag.case) for p in parses if p.tag.POS == "NOUN" and p.tag.number == "sing")


def _read_english(scene: Scene, sighting: Sighting) -> Part:
    at = _skip_back(scene, sighting.first - 1)
    if _is_apposition(scene, at):
        at = _skip_back(scene, at - 1)
    if _is_possessor(scene, sighting):
        return "possessor"
    if scene.has_cue("opinions", at - 1, at) or _reports(scene, sighting, at):
        return "speaker"
    preposition = read_prepositions("en").get(next(iter(scene.words(at, at + 1)), ""))
    part = _PARTS[preposition.part] if preposition else "subject"
    return "counterpart" if part == "agent" and _leads_partners(scene, at) else part


def _skip_back(scene: Scene, at: int) -> int:
    """Return the token, from `at` back, that is no attribute of an office or name."""
    lowest = at - _ENGLISH_ATTRIBUTES
    while at >= 0 and at > lowest and _is_skipped(scene, at):
        at -= 1
    return at


def _is_apposition(scene: Scene, comma: int) -> bool:
    """Tell whether the comma parts a name from 'with her Maltese counterpart' that it explains."""
    if comma < 1 or scene.sentence.tokens[comma].text != ",":
        return False
    return scene.has_cue("colleagues", comma - 2, comma)


def _reports(scene: Scene, sighting: Sighting, before: int) -> bool:
    """Tell whether an English sentence ends with who tells it: '…, her press secretary X said on Monday'."""
    if before < 0 or scene.sentence.tokens[before].text not in _REPORT_MARKS:
        return False
    last = len(scene.sentence.tokens) - sighting.stop <= _REPORT_END
    return last and scene.cues("quoting").stand_in(scene.words(sighting.stop, sighting.stop + 1))


def _leads_partners(scene: Scene, by: int) -> bool:
    """Tell whether 'by' names who leads those met: 'met with a delegation led by X', not 'was led by X'."""
    if not scene.has_cue("led_by", by - 1, by):
        return False
    low = max(0, by - 1 - _DELEGATION)
    start = next((i for i in range(by - 2, low - 1, -1) if scene.has_cue("with_whom", i, i + 1)), None)
    return start is not None and not scene.has_cue("passive_past", start, by)


def _is_skipped(scene: Scene, at: int) -> bool:
    """Tell whether the English word at token `at` may stand between a preposition and a person."""
    token = scene.sentence.tokens[at]
    named = scene.named("nationality", "country", "body")
    return token.lower in scene.cues("office_attributes") or any(m.span.covers(token.span) for m in named)


def _is_possessor(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether 'Tokayev's' or 'Tokayev 's' is written."""
    marks = read_endings("possessive", "en")
    after = scene.words(sighting.stop, sighting.stop + 1)
    return scene.sentence.tokens[sighting.stop - 1].lower.endswith(marks) or not set(marks).isdisjoint(after)

"""The part each person plays in a clause, by case and preposition in Russian, by suffix in Kazakh,
by preposition and order in English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.frames.scene import Actor, Part, Scene, Sighting, find_sightings
from elshi.lexicon.words import finite_verb
from elshi.model.markup import Person
from elshi.text.kazakh import read_case
from elshi.text.morphology import open_russian
from elshi.text.names import read_name_case

_RUSSIAN_PREPOSITIONS: dict[str, Part] = {
    "с": "counterpart", "со": "counterpart", "у": "origin", "от": "origin", "к": "target", "ко": "target",
    "между": "counterpart", "для": "possessor", "при": "possessor", "о": "possessor", "об": "possessor",
    "из": "possessor", "за": "possessor", "перед": "target", "благодаря": "possessor", "на": "possessor",
    "по": "speaker",
}  # fmt: skip
_ENGLISH_PREPOSITIONS: dict[str, Part] = {
    "with": "counterpart", "by": "agent", "to": "target", "from": "origin", "between": "counterpart",
    "of": "possessor", "on": "counterpart", "for": "possessor", "under": "possessor", "at": "possessor",
}  # fmt: skip
_KAZAKH_CASES: dict[str, Part] = {
    "instrumental": "counterpart", "genitive": "possessor", "accusative": "object", "dative": "target",
    "ablative": "origin", "locative": "possessor", "nominative": "subject",
}  # fmt: skip
_JOINING = frozenset({",", "и", "а", "также", "және", "мен", "пен", "бен", "and", "as", "well", "the", "әрі", "сондай-ақ"})
_SPEECH = frozenset({"словам", "мнению", "оценке", "данным", "сведениям", "признанию", "предложению", "поручению",
                     "инициативе", "приглашению"})  # fmt: skip
_SKIPPED_EN = frozenset({"the", "his", "her", "its", "their", "a", "an", "dr", "mr", "mrs", "ms", "h.e", "sheikh",
                         "prince", "visiting", "counterpart", "hon", "new", "then", "former"})  # fmt: skip


def read_actors(scene: Scene, people: Sequence[Person]) -> tuple[Actor, ...]:
    """Return every person of `scene` with the part played, in text order; one may stand there twice."""
    actors: list[Actor] = []
    for sighting in find_sightings(scene, people):
        if actors and sighting.stop <= actors[-1].stop:
            continue
        actor = Actor(sighting.person, sighting.first, sighting.stop, _read_part(scene, people, sighting))
        actors.append(_follow(scene, actors[-1], actor) if actors else actor)
    return tuple(actors)


def _follow(scene: Scene, before: Actor, actor: Actor) -> Actor:
    """Give the later members of a list the part of the first: 'с министром А и послом Б'."""
    between = _without_brackets(scene.words(before.stop, actor.first))
    linked = bool(between) and set(between) <= _JOINING and len(between) <= 3
    open_part = actor.part in {"agent", "possessor", "object", "subject", "counterpart"}
    if not linked or not open_part or before.part == actor.part:
        return actor
    if scene.sentence.language == "kk" or (scene.sentence.language == "ru" and actor.part == "subject"):
        return actor
    if scene.sentence.language == "en" and "and" not in between and _is_clause(scene, actor):
        return actor
    return replace(actor, part=before.part)


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


def _read_part(scene: Scene, people: Sequence[Person], sighting: Sighting) -> Part:
    language = scene.sentence.language
    if language == "kk":
        return _read_kazakh(scene, people[sighting.person], sighting)
    if language == "ru":
        return _read_russian(scene, people, sighting)
    return _read_english(scene, sighting)


def _read_kazakh(scene: Scene, person: Person, sighting: Sighting) -> Part:
    last = scene.sentence.tokens[sighting.stop - 1].text
    following = scene.words(sighting.stop, sighting.stop + 2)
    if following[:1] in {("бастаған",), ("бастап",)} or last == person.native_name.split()[-1]:
        return "subject"
    cases = read_case(last)
    for case in ("instrumental", "genitive", "ablative", "accusative", "dative", "locative"):
        if case in cases:
            return "head" if case == "genitive" and following[:1] == ("төрағалығымен",) else _KAZAKH_CASES[case]
    return "subject"


def _read_russian(scene: Scene, people: Sequence[Person], sighting: Sighting) -> Part:
    cases = _russian_cases(scene, people, sighting)
    at = sighting.first - 1
    while at >= 0 and sighting.first - at <= 3 and _is_modifier(scene.sentence.tokens[at].lower):
        at -= 1
    before = scene.words(at, at + 1)
    if scene.words(at - 2, at + 1) in {("во", "главе", "с"), ("во", "главе", "со")}:
        return "subject"
    if before and before[0] in _SPEECH:
        return "speaker"
    if before and before[0] in _RUSSIAN_PREPOSITIONS and not (before[0] in {"с", "со"} and "ablt" not in cases):
        return _RUSSIAN_PREPOSITIONS[before[0]]
    if "nomn" in cases:
        return "subject"
    for case, part in (("ablt", "agent"), ("datv", "target"), ("accs", "object"), ("gent", "possessor")):
        if case in cases:
            return part  # type: ignore[return-value]  # the table above holds parts only
    return "possessor"


def _is_modifier(lower: str) -> bool:
    parse = open_russian().parse(lower)[0]
    adjective = parse.tag.POS in {"ADJF", "PRTF", "NUMR"} and not parse.normal_form.startswith("котор")
    return adjective or lower in {"коллега", "коллегой"}


def _russian_cases(scene: Scene, people: Sequence[Person], sighting: Sighting) -> frozenset[str]:
    """Return the cases of the office's head word, or of the name where no office stands before it."""
    tokens = scene.sentence.tokens[sighting.first : sighting.stop]
    title = sighting.title
    if any(m.label == "office" and m.span.start == tokens[0].span.start for m in scene.mentions) and (
        title is None or scene.index_at(title.span.start) != sighting.first
    ):
        return _noun_cases(tokens[0].lower) or frozenset({"nomn"})
    if title is None or scene.index_at(title.span.start) != sighting.first:
        words = " ".join(t.text for t in tokens if t.text != ".")
        return read_name_case(words, "ru")
    for token in tokens:
        parses = open_russian().parse(token.lower)
        cases = frozenset(str(p.tag.case) for p in parses if p.tag.POS == "NOUN" and p.tag.case)
        if cases:
            name = " ".join(t.text for t in tokens if t.capital and t.span.start >= title.span.stop)
            both = cases & (read_name_case(name, "ru") if name else cases)
            return both or cases
    return frozenset({"nomn"})


def _noun_cases(lower: str) -> frozenset[str]:
    parses = open_russian().parse(lower)
    return frozenset(str(p.tag.case) for p in parses if p.tag.POS == "NOUN" and p.tag.number == "sing")


def _read_english(scene: Scene, sighting: Sighting) -> Part:
    at = sighting.first - 1
    while at >= 0 and sighting.first - at <= 4 and (
        scene.sentence.tokens[at].lower in _SKIPPED_EN
        or any(m.span.covers(scene.sentence.tokens[at].span) for m in scene.named("nationality", "country", "body"))
    ):
        at -= 1
    before = scene.words(at, at + 1)
    after = scene.words(sighting.stop, sighting.stop + 1)
    if after in {("'s",), ("’s",)} or scene.sentence.tokens[sighting.stop - 1].lower.endswith(("'s", "’s")):
        return "possessor"
    if scene.words(at - 1, at + 1) == ("according", "to"):
        return "speaker"
    if before and before[0] in _ENGLISH_PREPOSITIONS:
        return _ENGLISH_PREPOSITIONS[before[0]]
    return "subject"

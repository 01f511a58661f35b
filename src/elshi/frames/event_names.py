"""How far the name of an event reaches before and after its head noun.

Russian and English names go on after the noun ('Конференция по …', 'Conference on …'); a Kazakh name
ends with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from elshi.frames.scene import Scene
from elshi.lexicon.cues import Cues, read_cues
from elshi.lexicon.endings import read_endings
from elshi.lexicon.gazetteer import read_kazakh_case
from elshi.lexicon.words import finite_verb
from elshi.model.markup import Token
from elshi.model.report import Language
from elshi.text.kazakh import read_forms, read_verb
from elshi.text.morphology import open_russian

QUOTES = {"«": "»", "“": "”", '"': '"', "„": "“"}
_OPENING = {"»": "«", "”": "“", '"': '"'}
_PURPOSE = 4  # tokens between 'және' and 'жөніндегі'
_LONGEST = 14  # tokens on either side of the noun
_MARKS = frozenset({",", ";", ":", ".", "!", "?", ")"})
_DASHES = frozenset({"-", "–"})
_JOINING_MARKS = _DASHES | {","}
_MARKS_BEFORE: dict[Language, frozenset[str]] = {"ru": _MARKS, "kk": _MARKS | {"–"}, "en": _MARKS}
_MARKS_AFTER: dict[Language, frozenset[str]] = {
    "ru": _MARKS | {"—", "("},
    "kk": _MARKS,
    "en": _MARKS | {"(", *_DASHES},
}


def find_name(scene: Scene, first: int, stop: int) -> tuple[int, int]:
    """Return the tokens [first, stop) of the name whose head noun is the tokens [first, stop)."""
    return _extend_before(scene, first), _extend_after(scene, stop)


def _extend_before(scene: Scene, head: int) -> int:
    first, lowest = head, max(0, head - _LONGEST)
    while first > lowest:
        reached = _step_back(scene, first, head)
        if reached is None:
            break
        first = reached
    return first


def _step_back(scene: Scene, first: int, head: int) -> int | None:
    """Return where the name begins with what stands before token `first`, None where that is no part."""
    token = scene.sentence.tokens[first - 1]
    if token.text in _OPENING and (token.text != '"' or first < head):
        return _find_opening(scene.sentence.tokens, first - 1, max(0, head - _LONGEST))
    counted = _find_counted(scene.sentence.tokens, first, scene.sentence.language)
    if counted is not None:
        return counted
    themed = _find_theme(scene, first)
    if themed is not None:
        return themed
    joined = first > 1 and (_joins_names(scene, first - 1) or _lists_purposes(scene, first - 1))
    return first - 1 if joined or _continues_before(scene, token) else None


def _find_opening(tokens: Sequence[Token], closing: int, lowest: int) -> int | None:
    wanted = _OPENING[tokens[closing].text]
    return next((i for i in range(closing - 1, lowest - 1, -1) if tokens[i].text == wanted), None)


def _find_counted(tokens: Sequence[Token], first: int, language: Language) -> int | None:
    """Step over 'of the' to the noun that counts the event: 'the 10th Session of the … Commission'."""
    article = tokens[first - 1].lower in read_cues("definite_articles", language)
    of = first - 2 if article else first - 1
    if of < 1 or tokens[of].lower not in read_cues("of", language):
        return None
    return of - 1 if tokens[of - 1].lower in read_cues("counted_events", language) else None


def _find_theme(scene: Scene, first: int) -> int | None:
    """Step over the theme of a Kazakh event, in quotation marks: '«Су» тақырыбына арналған отырыс'."""
    tokens = scene.sentence.tokens
    at = first - 2 if scene.has_cue("meant_for", first - 1, first) else first - 1
    if at < 1 or not scene.has_cue("themes", at, at + 1) or tokens[at - 1].text not in _OPENING:
        return None
    return _find_opening(tokens, at - 1, max(0, at - _LONGEST))


def _continues_before(scene: Scene, token: Token) -> bool:
    """Tell whether `token`, standing before the name so far, is still a part of it."""
    language = scene.sentence.language
    if _lies_in(scene, token, "ordinal", "body", "event", "nationality"):
        return True
    if _stops(scene, token, read_cues("before_event", language), _MARKS_BEFORE[language]):
        return False
    if language == "ru":
        return token.text in _DASHES or _is_adjective(token)
    return language == "en" or _continues_kazakh(scene, token)


def _is_adjective(token: Token) -> bool:
    return open_russian().parse(token.lower)[0].tag.POS in {"ADJF", "NUMR"}


def _continues_kazakh(scene: Scene, token: Token) -> bool:
    """A Kazakh event's name runs back over genitives and attributes; a place, a verb, a plural ends it."""
    form = read_verb(token.lower)
    if form is not None and form.tense in {"participle_past", "participle_future"}:
        return False
    if _lies_in(scene, token, "place", "country"):
        return "locative" not in read_kazakh_case(token.text)
    if read_kazakh_case(token.text) == {"locative"} and token.lower not in read_cues("never_locative", "kk"):
        return False
    plural = any(form.endings[-1:] == ("plural",) for form in read_forms(token.lower))
    return not (token.capital and plural)


def _extend_after(scene: Scene, stop: int) -> int:
    if scene.sentence.language == "kk":
        return stop
    highest = min(len(scene.sentence.tokens), stop + _LONGEST)
    while stop < highest:
        reached = _step_on(scene, stop)
        if reached is None:
            break
        stop = reached
    return stop


def _step_on(scene: Scene, stop: int) -> int | None:
    """Return where the name ends with the token at `stop`, None where that is no part of it."""
    tokens, language = scene.sentence.tokens, scene.sentence.language
    token = tokens[stop]
    if token.text in QUOTES:
        wanted = QUOTES[token.text]
        return next((i + 1 for i in range(stop + 1, len(tokens)) if tokens[i].text == wanted), None)
    stops = _stops(scene, token, read_cues("after_event", language), _MARKS_AFTER[language])
    if stops and not _joins_names(scene, stop):
        return None
    return None if language == "ru" and _opens_clause(scene, token) else stop + 1


def _opens_clause(scene: Scene, token: Token) -> bool:
    """Tell whether a Russian word can only be the subject that follows: 'В рамках конференции делегация'."""
    if token.lower in read_cues("the_parties", "ru"):
        return True
    if any(m.span.overlaps(token.span) for m in scene.mentions if m.label != "nationality"):
        return False
    tags = [p.tag for p in open_russian().parse(token.lower) if p.tag.POS in {"NOUN", "ADJF"}]
    cases = {str(tag.case) for tag in tags}
    return "nomn" in cases and cases <= {"nomn", "accs"}


def _joins_names(scene: Scene, index: int) -> bool:
    """Tell whether 'and' joins two names of one event: 'between Sri Lanka and Kazakhstan'."""
    tokens, language = scene.sentence.tokens, scene.sentence.language
    word = tokens[index]
    if word.text not in _JOINING_MARKS and word.lower not in read_cues("joins_parties", language):
        return False
    after = tokens[index + 1 : index + 3]
    if len(after) > 1 and after[0].lower in read_cues("definite_articles", language):
        after = after[1:]
    names = ("country", "body", "nationality")
    return bool(after) and all(_lies_in(scene, token, *names) for token in (tokens[index - 1], after[0]))


def _lists_purposes(scene: Scene, index: int) -> bool:
    """Tell whether 'және' joins two nouns of a Kazakh event's purpose: 'ғылым және технология жөніндегі'."""
    if scene.language != "kk" or not scene.has_cue("and", index, index + 1):
        return False
    return scene.has_cue("purposes", index + 1, index + 1 + _PURPOSE)


def _lies_in(scene: Scene, token: Token, *labels: str) -> bool:
    return any(m.span.overlaps(token.span) for m in scene.named(*labels))


def _stops(scene: Scene, token: Token, words: Cues, marks: frozenset[str]) -> bool:
    """Tell whether a name cannot go on over `token`: one of `words` or `marks`, a date, a person, a verb."""
    if any(m.span.covers(token.span) for m in scene.named("body", "event")):
        return False
    if token.text in marks or token.lower in words:
        return True
    if any(d.span.covers(token.span) for d in scene.dates):
        return True
    if any(m.span.covers(token.span) for m in scene.named("person")) or _is_bearer(scene, token):
        return True
    return finite_verb(token, scene.sentence.language)


def _is_bearer(scene: Scene, token: Token) -> bool:
    """Tell whether the token begins one person's office; a plural one belongs to the event's name."""
    starts = any(m.span.start == token.span.start for m in scene.named("office"))
    if scene.sentence.language == "kk":
        return _is_kazakh_bearer(scene, token)
    if not starts:
        return False
    if scene.sentence.language == "en":
        return not token.lower.endswith("s")
    return not any(p.tag.number == "plur" for p in open_russian().parse(token.lower) if p.tag.POS == "NOUN")


def _is_kazakh_bearer(scene: Scene, token: Token) -> bool:
    """Tell whether the token ends the office of one person who acts; a genitive or plural is of the name."""
    ends = any(m.span.stop == token.span.stop for m in scene.named("office"))
    endings = (*read_endings("oblique", "kk"), *read_endings("plurals", "kk"))
    return ends and not token.lower.endswith(endings)

"""Named and numbered events in a sentence: the words that make up the name, its ordinal, its bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elshi.frames.scene import Scene
from elshi.lexicon.engagements import Trigger
from elshi.lexicon.match import Found
from elshi.lexicon.words import finite_verb
from elshi.lexicon.places import body
from elshi.model.frame import EngagementType, Event
from elshi.model.markup import Mention, Token
from elshi.text.kazakh import read_case, read_verb
from elshi.text.morphology import open_russian

_LONGEST = 14
_QUOTES = {"«": "»", "“": "”", '"': '"', "„": "“"}
_STOPS_AFTER = {
    "ru": frozenset({"в", "во", "на", "под", "с", "со", "при", "который", "которая", "которое", "—", "(", "где", "и",
                     "а", "к", "до", "после"}),
    "kk": frozenset(),
    "en": frozenset({"in", "on", "at", "with", "to", "and", "that", "which", "where", "from", "by", "as", "while",
                     "after", "before", "(", "–", "-", "later", "last", "who", "when", "held", "ahead"}),
}  # fmt: skip
_STOPS_BEFORE = {
    "ru": frozenset({"в", "во", "на", "с", "со", "и", "о", "об", "к", "по", "для", "до", "после", "ходе", "рамках", "полях"}),
    "kk": frozenset({"және", "мен", "пен", "бен", "да", "де", "туралы", "үшін", "–"}),
    "en": frozenset({"the", "a", "an", "in", "on", "at", "with", "to", "and", "that", "of", "for", "from", "its", "this"}),
}  # fmt: skip
_DEFINITE = {
    "ru": frozenset({"этот", "эта", "этой", "этого", "данный", "данного", "данной", "указанной", "указанный", "своей",
                     "нынешнего", "сегодняшнего", "нынешней"}),
    "kk": frozenset({"осы", "бұл", "аталған"}),
    "en": frozenset({"this", "that", "these"}),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event named in a sentence: tokens [first, stop), the head's tokens, and what its words say.

    `bare` events have neither ordinal nor name nor body of their own: 'на форуме', 'пленарном заседании'.
    `of` is the ordinal of the event of the same series that the report told before.
    """

    type: EngagementType
    first: int
    stop: int
    head: int
    event: Event
    codes: tuple[str, ...]
    bare: bool
    of: int | None = None


def read_party(mention: Mention) -> str | None:
    """Return the party that a country, nationality word or body stands for: an organ acts for its body."""
    known = body(mention.value) if mention.value and mention.label == "body" else None
    return known.party if known else mention.value


def find_events(scene: Scene, heads: Sequence[Found[Trigger]], text: str) -> tuple[EventMention, ...]:
    """Return the events that `heads` (triggers of manner 'heads') name in `scene`, in order."""
    found = [_read_event(scene, head, text) for head in heads]
    kept: list[EventMention] = []
    for event in found:
        if kept and event.first < kept[-1].stop:
            kept[-1] = _stronger(kept[-1], event)
        else:
            kept.append(event)
    return tuple(kept)


_RANK = {"commission": 3, "consultations": 2, "conference": 1}


def _stronger(one: EventMention, other: EventMention) -> EventMention:
    """Of two events whose words overlap keep the one that says more."""
    return max(one, other, key=lambda e: (_RANK.get(e.type, 0), not e.bare, e.stop - e.first))


def _read_event(scene: Scene, head: Found[Trigger], text: str) -> EventMention:
    first = _extend_before(scene, head.first)
    stop = _extend_after(scene, head.stop)
    span = scene.span_of(first, stop)
    inside = [m for m in scene.mentions if span.covers(m.span)]
    ordinal = next((int(m.value) for m in inside if m.label == "ordinal" and m.value and m.value.isdigit()), None)
    series = next((m for m in inside if m.label == "event"), None)
    codes = [read_party(m) for m in inside if m.label in {"body", "country", "nationality"} and m.value]
    quoted = any(t.text in _QUOTES for t in scene.sentence.tokens[first:stop])
    bodies = [m for m in inside if m.label in {"body", "nationality"}]
    capitals = any(t.capital and t.span.start > scene.sentence.span.start for t in scene.sentence.tokens[first:stop])
    bare = ordinal is None and series is None and not bodies and not quoted and not capitals
    surface = span.quote(text)
    return EventMention(
        head.value.type, first, stop, head.first,
        Event(series.surface if series else surface, surface, ordinal), tuple(dict.fromkeys(c for c in codes if c)), bare,
    )  # fmt: skip


def _extend_before(scene: Scene, first: int) -> int:
    language = scene.sentence.language
    lowest = max(0, first - _LONGEST)
    index = first
    while index > lowest:
        token = scene.sentence.tokens[index - 1]
        if token.text in {"»", "”"} or (token.text == '"' and index < first):
            opening = _opening(scene.sentence.tokens, index - 1)
            if opening is None or opening < lowest:
                break
            index = opening
        elif language == "en" and scene.words(index - 3, index)[-2:] in {("of", "the"), ("session", "of")}:
            reached = _session_before(scene, index)
            if reached is None:
                break
            index = reached
        elif not _continues_before(scene, token) and not (index > 1 and _joins_names(scene, index - 1)):
            break
        else:
            index -= 1
    return index


def _session_before(scene: Scene, index: int) -> int | None:
    """Step over 'of the' to the noun that counts the event: 'the 10th Session of the … Commission'."""
    words = scene.words(index - 3, index)
    heads = {"session", "meeting", "round", "edition", "summit"}
    step = 3 if words[-1:] == ("the",) else 2
    return index - step if scene.words(index - step, index - step + 1)[0] in heads else None


def _continues_before(scene: Scene, token: Token) -> bool:
    """Tell whether `token`, standing before the name so far, is still a part of it."""
    language = scene.sentence.language
    if any(m.span.overlaps(token.span) for m in scene.named("ordinal", "body", "event", "nationality")):
        return True
    if _stops(scene, token, _STOPS_BEFORE[language]) or token.lower in _DEFINITE[language]:
        return False
    if language == "ru":
        return _is_adjective(token) or token.text in {"-", "–"}
    if language == "kk":
        return _continues_kazakh(scene, token)
    return True


def _is_adjective(token: Token) -> bool:
    return open_russian().parse(token.lower)[0].tag.POS in {"ADJF", "NUMR"}


def _continues_kazakh(scene: Scene, token: Token) -> bool:
    """A Kazakh event's name runs back over genitives and attributes; a place, a date, a verb ends it."""
    form = read_verb(token.lower)
    if form is not None and form.tense in {"participle_past", "participle_future"}:
        return False
    if token.lower in {"қатар", "өткен", "болған", "келген", "өтетін", "барысында", "аясында", "тараптар"}:
        return False
    if any(m.span.overlaps(token.span) for m in scene.named("place", "country")):
        return "locative" not in read_case(token.text)
    return not (token.lower.endswith(("лар", "лер", "дар", "дер", "тар", "тер")) and token.capital)


def _opening(tokens: Sequence[Token], closing: int) -> int | None:
    marks = {"»": "«", "”": "“", '"': '"'}
    wanted = marks[tokens[closing].text]
    return next((i for i in range(closing - 1, -1, -1) if tokens[i].text == wanted), None)


def _extend_after(scene: Scene, stop: int) -> int:
    language = scene.sentence.language
    tokens = scene.sentence.tokens
    highest = min(len(tokens), stop + _LONGEST)
    if language == "kk":
        return stop
    while stop < highest:
        token = tokens[stop]
        if token.text in _QUOTES:
            closing = next((i for i in range(stop + 1, len(tokens)) if tokens[i].text == _QUOTES[token.text]), None)
            if closing is None:
                break
            stop = closing + 1
            continue
        if _stops(scene, token, _STOPS_AFTER[language]) and not _joins_names(scene, stop):
            break
        if language == "ru" and _opens_clause(scene, token):
            break
        stop += 1
    return stop


def _opens_clause(scene: Scene, token: Token) -> bool:
    """Tell whether a Russian word can only be the subject that follows: 'В рамках конференции делегация'."""
    if token.lower == "стороны":
        return True
    if any(m.span.overlaps(token.span) for m in scene.mentions if m.label != "nationality"):
        return False
    parses = [p for p in open_russian().parse(token.lower) if p.tag.POS in {"NOUN", "ADJF"}]
    return bool(parses) and all(p.tag.case in {"nomn", "accs"} for p in parses) and any(
        p.tag.case == "nomn" for p in parses
    )


def _joins_names(scene: Scene, index: int) -> bool:
    """Tell whether 'and' joins two names of one event: 'between Sri Lanka and Kazakhstan'."""
    tokens = scene.sentence.tokens
    if tokens[index].lower not in {"и", "and", "–", "-", ",", "мен", "пен", "бен", "және"} or index + 1 >= len(tokens):
        return False
    named = scene.named("country", "body", "nationality")
    following = index + 2 if tokens[index + 1].lower == "the" and index + 2 < len(tokens) else index + 1
    return all(any(m.span.overlaps(t.span) for m in named) for t in (tokens[index - 1], tokens[following]))


def _stops(scene: Scene, token: Token, words: frozenset[str]) -> bool:
    if any(m.span.covers(token.span) for m in scene.named("body", "event")):
        return False
    if token.lower in words or token.text in {",", ";", ":", ".", "!", "?", ")"}:
        return True
    if any(d.span.covers(token.span) for d in scene.dates):
        return True
    if any(m.span.covers(token.span) for m in scene.named("person")) or _is_bearer(scene, token):
        return True
    return finite_verb(token, scene.sentence.language)


def _is_bearer(scene: Scene, token: Token) -> bool:
    """Tell whether the token begins one person's office; a plural one belongs to the event's name."""
    office = next((m for m in scene.named("office") if m.span.start == token.span.start), None)
    if office is None or scene.sentence.language == "kk":
        return False
    if scene.sentence.language == "en":
        return not token.lower.endswith("s")
    return not any(p.tag.number == "plur" for p in open_russian().parse(token.lower) if p.tag.POS == "NOUN")

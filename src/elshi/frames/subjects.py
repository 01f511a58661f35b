"""The subject of a statement: which of the voices in its sentence the phrase belongs to."""

from __future__ import annotations

from elshi.frames.account import ATTRIBUTED, BREAKS, Stage
from elshi.frames.voices import Voice
from elshi.lexicon.match import Found
from elshi.lexicon.said import Trigger, read_words
from elshi.model.markup import Sentence

_INVERTED = 8  # tokens between a Russian verb and a subject that follows it


def find_subject(stage: Stage, found: Found[Trigger]) -> Voice | None:
    """Return the voice that is the grammatical subject of `found`, None where the sentence has none.

    In Kazakh the first nominative of the clause; in Russian and English the nearest before the verb,
    relative clauses and asides ('…, he said, …') left out; in Russian also one that follows it.
    """
    aside = stage.speaker if stage.speaker and _is_aside(stage, found) else None
    before = [v for v in stage.voices if _precedes(stage, v, found) and v is not aside]
    hidden = find_relative_clauses(stage, found.first)
    subjects = [v for v in before if v.subject and v.first not in hidden]
    if stage.sentence.language == "kk":
        start = _clause_start(stage.sentence, found.first)
        here = [v for v in subjects if v.first >= start]
        return next(iter(here or subjects[-1:]), None)
    relative = _find_open_relative(stage, found, hidden)
    if relative is not None and not any(v.first >= relative.stop for v in subjects):
        return next((v for v in reversed(before) if v.stop <= relative.first), None)
    if subjects:
        return subjects[-1]
    after = [
        v for v in stage.voices if v.subject and 0 <= v.first - found.stop <= _INVERTED and v is not aside
    ]
    return after[0] if after and stage.sentence.language == "ru" else None


def find_subject_stop(stage: Stage, found: Found[Trigger]) -> int:
    """Return the token after the subject of a Kazakh phrase, 0 where it has none and in other languages."""
    subject = find_subject(stage, found) if stage.sentence.language == "kk" else None
    return subject.stop if subject is not None else 0


def _find_open_relative(stage: Stage, found: Found[Trigger], hidden: frozenset[int]) -> Found[Trigger] | None:
    """Return the relative word in whose clause the phrase stands: 'the envoy, who backed the plan'."""
    relative = [w for w in stage.words if w.value.means == "relative" and w.first not in hidden]
    return next((w for w in reversed(relative) if w.stop <= found.first), None)


def _precedes(stage: Stage, voice: Voice, found: Found[Trigger]) -> bool:
    """Tell whether `voice` stands before the phrase or is part of it: 'both sides favour'."""
    inside = voice.stop < found.stop and voice.first < found.stop
    which = voice.first > found.first and stage.sentence.tokens[voice.first - 1].lower == "which"
    return voice.stop <= found.first or (inside and (which or voice.kind == "joint"))


def find_relative_clauses(stage: Stage, before: int) -> frozenset[int]:
    """Return the tokens of relative clauses that end before token `before`: 'Green, whom Omar met, said'."""
    tokens = stage.sentence.tokens
    inside: set[int] = set()
    for word in stage.words:
        if word.value.means == "relative":
            end = next((i for i in range(word.stop, before) if tokens[i].text == ","), None)
            inside.update(range(word.first, end) if end is not None else ())
    return frozenset(inside)


def _is_aside(stage: Stage, found: Found[Trigger]) -> bool:
    """Tell whether the speaker stands in words of their own: ', подчеркнул министр,' or ', he said,'."""
    voice = stage.speaker
    if voice is None or voice.first < 0:
        return False
    saying = [w for w in stage.words if w.value.means in {"said", "according"} and w.first != found.first]
    return any(_set_apart(stage, voice, word, found) for word in saying)


def _set_apart(stage: Stage, voice: Voice, word: Found[Trigger], found: Found[Trigger]) -> bool:
    first, stop = min(word.first, voice.first), max(word.stop, voice.stop)
    if max(word.first - voice.stop, voice.first - word.stop) > ATTRIBUTED or first <= found.first < stop:
        return False
    opened = first > 0 and stage.sentence.tokens[first - 1].text in BREAKS
    return opened or word.value.means == "according" or word.stop <= voice.first


def _clause_start(sentence: Sentence, stop: int) -> int:
    """Return where the Kazakh clause that ends at `stop` begins: after the last 'verb + comma'."""
    tokens = sentence.tokens
    endings = tuple(read_words("ending", "kk"))
    contrast = read_words("contrast", "kk")
    for i in range(stop - 1, 0, -1):
        before = tokens[i - 1]
        if tokens[i].text == "," and before.lower.endswith(endings):
            return i + 1
        if tokens[i].lower in contrast and before.text == ",":
            return i + 1
    return 0

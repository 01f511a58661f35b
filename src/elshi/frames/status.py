"""Whether an engagement was held, is under way, lies ahead, is only proposed, or was called off."""

from __future__ import annotations

from elshi.frames.scene import Scene
from elshi.lexicon.engagements import find_construction
from elshi.model.frame import Status
from elshi.text.kazakh import read_verb
from elshi.text.morphology import open_russian

_REACH = {"cancelled": 25, "proposed": 14, "planned": 12, "ongoing": 6, "finished": 8}
_CLAUSE_ENDS = frozenset({",", ";", "–", "—", ":"})


def read_status(scene: Scene, first: int, stop: int, *, lasting: bool) -> Status:
    """Return the status of the engagement whose trigger is the tokens [first, stop) of `scene`.

    `lasting` engagements (visits, conferences) may be under way; a talk is held or lies ahead.
    """
    low, high = _clause(scene, first, stop)
    if _is_near(scene, "cancelled", 0, len(scene.sentence.tokens), first, stop):
        return "cancelled"
    if _is_near(scene, "proposed", *_proposal(scene, low, high), first, stop):
        return "proposed"
    if _is_ahead(scene, low, high, first, stop):
        return "planned"
    if lasting and _is_near(scene, "ongoing", low, high, first, stop):
        return "held" if _is_near(scene, "finished", low, high, first, stop) else "ongoing"
    return "held"


def _proposal(scene: Scene, low: int, high: int) -> tuple[int, int]:
    """Return where an invitation may stand: in English it reaches over a name set off by commas."""
    return (0, len(scene.sentence.tokens)) if scene.sentence.language == "en" else (low, high)


def is_denied(scene: Scene, first: int, stop: int) -> bool:
    """Tell whether the engagement is denied: 'встреча не планируется', 'no meeting is planned'."""
    before, after = scene.words(first - 4, first), scene.words(stop, stop + 5)
    refused = find_construction(scene.sentence, "refused")
    if any(0 <= first - found.stop <= 1 or 0 <= found.first - stop <= 1 for found in refused):
        return True
    if scene.sentence.language == "ru":
        pairs = zip(after, after[1:], strict=False)
        return before[-1:] == ("не",) or any(
            a == "не" and b.startswith(("планир", "состоит", "намеч", "предусм")) for a, b in pairs
        )
    if scene.sentence.language == "en":
        return "no" in before[-2:] or ("not" in before and "only" not in before)
    if find_construction(scene.sentence, "cancelled"):
        return False
    return any(form is not None and form.negative for form in map(read_verb, scene.words(stop - 1, stop + 2)))


def _clause(scene: Scene, first: int, stop: int) -> tuple[int, int]:
    """Return the tokens around the trigger up to the next marks that part clauses."""
    tokens = scene.sentence.tokens
    low, high = first, stop
    while low > 0 and tokens[low - 1].text not in _CLAUSE_ENDS:
        low -= 1
    while high < len(tokens) and (tokens[high].text not in _CLAUSE_ENDS or _is_relative(scene, high + 1)):
        high += 1
    if scene.sentence.language == "kk":
        return low, len(tokens)
    return low, high


def _is_relative(scene: Scene, index: int) -> bool:
    """Tell whether a relative clause about the engagement begins here: ', которое планируется'."""
    return any(
        word.startswith("котор") or word in {"which", "that"} for word in scene.words(index, index + 1)
    )


def _is_near(scene: Scene, name: str, low: int, high: int, first: int, stop: int) -> bool:
    """Tell whether the construction `name` stands in the tokens [low, high) near enough to the trigger."""
    return any(
        max(found.first - stop, first - found.stop) <= _REACH[name]
        for found in find_construction(scene.sentence, name)
        if low <= found.first and found.stop <= high and scene.words(found.first - 1, found.first) != ("не",)
    )


def _is_ahead(scene: Scene, low: int, high: int, first: int, stop: int) -> bool:
    language = scene.sentence.language
    if language == "kk":
        return _is_ahead_kazakh(scene, first, stop)
    if language == "en" and _is_past(scene, first):
        return False
    if _is_near(scene, "planned", low, high, first, stop):
        return language != "ru" or not _has_past(scene, low, high) or _is_relative(scene, stop + 1)
    return language == "ru" and _has_future(scene, first, stop)


def _is_past(scene: Scene, first: int) -> bool:
    """Tell whether the English trigger is a finite past form: 'arrived', 'met', not 'will be received'."""
    word = scene.words(first, first + 1)[0]
    return word in _PAST and not _MODALS & set(scene.words(first - 4, first))


_PAST = frozenset({"arrived", "met", "held", "paid", "visited", "spoke", "concluded", "received", "attended", "signed",
                   "called", "wrapped", "opened", "took", "had", "made", "saw", "hosted", "exchanged"})  # fmt: skip
_MODALS = frozenset({"will", "would", "be", "to", "shall", "may", "can", "should", "must", "going"})


def _has_future(scene: Scene, first: int, stop: int) -> bool:
    words = scene.words(first - 6, stop + 4)
    return any(_tense(word) == "futr" for word in words) and not any(_tense(word) == "past" for word in words)


def _has_past(scene: Scene, low: int, high: int) -> bool:
    words = scene.words(low, high)
    return any(_tense(word) == "past" for word in words) and not any(_tense(word) == "futr" for word in words)


def _tense(word: str) -> str | None:
    parse = open_russian().parse(word)[0]
    return str(parse.tag.tense) if parse.tag.POS == "VERB" and parse.tag.tense else None


def _is_ahead_kazakh(scene: Scene, first: int, stop: int) -> bool:
    """Kazakh tells by the verb: the trigger's own form, else the verb that ends the sentence."""
    if any(f.stop - f.first > 1 and -1 <= f.first - first <= _REACH["ongoing"]
           for f in find_construction(scene.sentence, "planned")):  # fmt: skip
        return True
    if any(word.startswith(_PLANNED_STEMS) for word in scene.words(stop, stop + _REACH["ongoing"])):
        return True
    beside = (*scene.words(first - 3, first), *scene.words(stop, stop + 2))
    if any((form := read_verb(word)) and form.tense == "participle_future" for word in beside):
        return True  # 'шілдеде өтетін саммит', 'форумын өткізетінін растады'
    own = read_verb(scene.words(stop - 1, stop)[0])
    if own is not None and own.tense not in {"infinitive", "converb"}:
        return own.tense in _AHEAD
    for word in reversed(_own_words(scene)[stop:]):
        form = read_verb(word)
        if form is not None and form.tense in _FINITE:
            return form.tense in _AHEAD
    return False


_PLANNED_STEMS = ("жоспарлан", "күтілуде", "күтіледі", "белгіленді", "белгіленіп")
_FINITE = frozenset({"past", "present_future", "intention"})
_AHEAD = frozenset({"present_future", "intention", "participle_future"})


def _own_words(scene: Scene) -> tuple[str, ...]:
    """Return the words of the sentence without 'деп хабарлайды …' and what else reports it at the end."""
    words = scene.words(0, len(scene.sentence.tokens))
    return words[: words.index("деп")] if "деп" in words else words

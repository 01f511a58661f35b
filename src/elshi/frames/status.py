"""Whether an engagement was held, is under way, lies ahead, is only proposed, or was called off."""

from __future__ import annotations

from itertools import pairwise

from elshi.frames.scene import Scene
from elshi.lexicon.endings import read_endings
from elshi.lexicon.engagements import find_construction
from elshi.lexicon.said import read_words
from elshi.model.frame import Status
from elshi.model.ground import name_rule
from elshi.text.kazakh import read_case, read_verb
from elshi.text.morphology import open_russian, read_part_of_speech

# How many tokens from the trigger a construction still speaks of it.
_REACH = {"cancelled": 25, "proposed": 14, "planned": 12, "ongoing": 6, "finished": 8}
_CLAUSE_ENDS = frozenset({",", ";", "–", "—", ":"})
_DASHES = frozenset({"–", "—"})
_DENIAL_AFTER = 14  # tokens after a Russian noun: 'встреча с послом Перу в Осло не планируется'
_DENIAL_BEFORE = 4  # tokens before an English trigger: 'did not, however, meet'
_NO_BEFORE = 2  # tokens before an English noun: 'no further meeting'
_NEGATIVE_AFTER = 2  # tokens after a Kazakh trigger: 'кездесу өткен жоқ'
_MODAL_BEFORE = 4  # tokens before an English participle: 'will soon also be received'
_TENSE_BEFORE, _TENSE_AFTER = 6, 4  # tokens around a Russian trigger whose verbs tell the tense
_PARTICIPLE_BEFORE, _PARTICIPLE_AFTER = 3, 2  # tokens around a Kazakh trigger: 'өтетін саммит'
_FINITE = frozenset({"past", "present_future", "intention"})
_AHEAD = frozenset({"present_future", "intention", "participle_future"})

_Tokens = tuple[int, int]  # [first, stop)


def read_status(
    scene: Scene, first: int, stop: int, *, lasting: bool, named: bool = False
) -> tuple[Status, str]:
    """Return the status of the engagement whose trigger is the tokens [first, stop), and the rule that tells.

    `lasting` engagements (visits, conferences) may be under way; a talk is held or lies ahead. What is
    `named` has a noun for its trigger, though it may look like a verb: 'отырысты'.
    """
    if not lasting and _is_occasion(scene, stop):
        return _read_occasion(scene, first, stop)
    return _read_words(scene, first, stop, lasting=lasting, named=named)


def _read_words(scene: Scene, first: int, stop: int, *, lasting: bool, named: bool) -> tuple[Status, str]:
    trigger, clause = (first, stop), _clause(scene, first, stop)
    everywhere = (0, len(scene.sentence.tokens))
    own = scene.text_of(first, stop)
    if words := _find_near(scene, "cancelled", everywhere, trigger):
        return "cancelled", name_rule("cancelled", words)
    done = _is_told_as_done(scene, trigger)
    if not done and (to_come := _read_to_come(scene, trigger, clause, named=named)):
        return to_come
    if lasting and (words := _find_near(scene, "ongoing", clause, trigger)):
        if finished := _find_near(scene, "finished", clause, trigger):
            return "held", name_rule("finished", finished)
        return "ongoing", name_rule("ongoing", words)
    return "held", name_rule("told_as_done", own)


def _read_to_come(
    scene: Scene, trigger: _Tokens, clause: _Tokens, *, named: bool
) -> tuple[Status, str] | None:
    """Return the status of what is proposed or lies ahead, None where nothing says so."""
    first, stop = trigger
    invited = _join_names(scene, first, stop) if scene.language == "en" else clause
    if words := _find_near(scene, "proposed", invited, trigger):
        return "proposed", name_rule("proposed", words)
    if _is_ahead(scene, clause, trigger, named=named):
        by_verb = scene.language == "kk" and not _is_planned_kazakh(scene, first, stop)
        words = "" if by_verb else _find_near(scene, "planned", clause, trigger)
        told = name_rule("planned", words) if words else name_rule("tense", scene.text_of(first, stop))
        return "planned", told
    return None


def _is_told_as_done(scene: Scene, trigger: _Tokens) -> bool:
    """Tell whether a Russian verb of the past is the trigger itself: 'принял посла и пригласил его'."""
    if scene.language != "ru" or not any(_tense(word) == "past" for word in scene.words(*trigger)):
        return False
    ahead = (*find_construction(scene.sentence, "proposed"), *find_construction(scene.sentence, "planned"))
    lasting = find_construction(scene.sentence, "ongoing")
    return not any(f.first < trigger[1] and trigger[0] < f.stop for f in (*ahead, *lasting))


def _read_occasion(scene: Scene, first: int, stop: int) -> tuple[Status, str]:
    own = scene.text_of(first, stop)
    if _ends_ahead(scene, stop):
        return "planned", name_rule("tense", own)
    return "held", name_rule("told_as_done", own)


def _is_occasion(scene: Scene, stop: int) -> bool:
    """Tell whether a Kazakh talk is only where something is said: 'кездесуде саммит өткізу ұсынылды'."""
    if scene.language != "kk":
        return False
    word = scene.words(stop - 1, stop)[0]
    form = read_verb(word)
    return (form is None or form.tense == "infinitive") and "locative" in read_case(word)


def is_denied(scene: Scene, first: int, stop: int) -> bool:
    """Tell whether the engagement is denied: 'встреча не планируется', 'no meeting is planned'."""
    refused = find_construction(scene.sentence, "refused")
    if any(0 <= first - found.stop <= 1 or 0 <= found.first - stop <= 1 for found in refused):
        return True
    if scene.language == "ru":
        return _is_denied_russian(scene, first, stop)
    if scene.language == "en":
        return _is_denied_english(scene, first)
    if find_construction(scene.sentence, "cancelled"):
        return False
    forms = map(read_verb, scene.words(stop - 1, stop + _NEGATIVE_AFTER))
    return any(form is not None and form.negative for form in forms)


def _is_denied_russian(scene: Scene, first: int, stop: int) -> bool:
    """Tell whether the trigger itself is denied, or a verb of planning after it."""
    denial, verbs = scene.cues("denials"), scene.cues("denied_verbs")
    words = scene.words(stop, stop + _DENIAL_AFTER)
    end = next((i for i, word in enumerate(words) if word in _CLAUSE_ENDS), len(words))
    pairs = pairwise(words[:end])
    return denial.stand_in(scene.words(first - 1, first)) or any(a in denial and b in verbs for a, b in pairs)


def _is_denied_english(scene: Scene, first: int) -> bool:
    """Tell whether 'no' or 'not' stands before the trigger, and not 'not only'."""
    before = (first - _DENIAL_BEFORE, first)
    denied = scene.has_cue("denials", *before) and not scene.has_cue("not_only", *before)
    return denied or scene.has_cue("no_such", first - _NO_BEFORE, first)


def _clause(scene: Scene, first: int, stop: int) -> _Tokens:
    """Return the tokens around the trigger up to the next marks that part clauses."""
    tokens = scene.sentence.tokens
    low, high = first, stop
    while low > 0 and (tokens[low - 1].text not in _CLAUSE_ENDS or _stands_for_verb(scene, low - 1)):
        low -= 1
    while high < len(tokens) and (tokens[high].text not in _CLAUSE_ENDS or _is_relative(scene, high + 1)):
        high += 1
    return low, len(tokens) if scene.language == "kk" else high


def _stands_for_verb(scene: Scene, index: int) -> bool:
    """Tell whether a Russian dash stands for the verb: 'В программе визита – переговоры'."""
    if scene.language != "ru" or scene.sentence.tokens[index].text not in _DASHES:
        return False
    return not any(_tense(word) for word in scene.words(0, index))


def _join_names(scene: Scene, first: int, stop: int) -> _Tokens:
    """Return the tokens around an English trigger up to ', and': an invitation reaches over a name."""
    words, joining = scene.words(0, len(scene.sentence.tokens)), read_words("conjunction", "en")
    parts = [i for i, (mark, word) in enumerate(pairwise(words)) if mark == "," and word in joining]
    return max((i for i in parts if i < first), default=0), min(
        (i for i in parts if i >= stop), default=len(words)
    )


def _is_relative(scene: Scene, index: int) -> bool:
    """Tell whether a relative clause about the engagement begins here: ', которое планируется'."""
    return scene.has_cue("relative_pronouns", index, index + 1)


def _is_near(scene: Scene, name: str, room: _Tokens, trigger: _Tokens) -> bool:
    """Tell whether the construction `name` stands in the tokens of `room` near enough to the trigger."""
    return bool(_find_near(scene, name, room, trigger))


def _find_near(scene: Scene, name: str, room: _Tokens, trigger: _Tokens) -> str:
    """Return the words of the construction `name` in `room` near enough to the trigger, '' if none are."""
    near = (
        scene.text_of(found.first, found.stop)
        for found in find_construction(scene.sentence, name)
        if room[0] <= found.first
        and found.stop <= room[1]
        and max(found.first - trigger[1], trigger[0] - found.stop) <= _REACH[name]
        and not scene.has_cue("turning_denials", found.first - 1, found.first)
    )
    return next(near, "")


def _is_ahead(scene: Scene, clause: _Tokens, trigger: _Tokens, *, named: bool) -> bool:
    if scene.language == "kk":
        return _is_ahead_kazakh(scene, *trigger, named=named)
    if scene.language == "en":
        return not _is_past(scene, trigger[0]) and _is_near(scene, "planned", clause, trigger)
    if _is_near(scene, "planned", clause, trigger):
        return not _has_past(scene, clause) or _is_relative(scene, trigger[1] + 1)
    return _has_future(scene, *trigger) or _is_intended(scene, *trigger)


def _is_intended(scene: Scene, first: int, stop: int) -> bool:
    """Tell whether the Russian trigger is an infinitive: who 'agreed to sign' has not signed."""
    if stop <= first or "INFN" not in {read_part_of_speech(word) for word in scene.words(first, first + 1)}:
        return False
    return not scene.has_cue("succeeds", first - _MODAL_BEFORE, first)


def _is_past(scene: Scene, first: int) -> bool:
    """Tell whether the English trigger is a finite past form: 'arrived', 'met', not 'will be received'."""
    is_past = scene.has_cue("past_verbs", first, first + 1)
    return is_past and not scene.has_cue("modals", first - _MODAL_BEFORE, first)


def _has_future(scene: Scene, first: int, stop: int) -> bool:
    low, tokens = max(0, first - _TENSE_BEFORE), scene.sentence.tokens
    lasting = {i for f in find_construction(scene.sentence, "ongoing") for i in range(f.first, f.stop)}
    near = [t for i, t in enumerate(tokens) if low <= i < stop + _TENSE_AFTER and i not in lasting]
    tenses = {_tense(token.lower) for token in near if not token.capital or token.text.isupper()}
    return "futr" in tenses and "past" not in tenses


def _has_past(scene: Scene, clause: _Tokens) -> bool:
    """Tell whether the clause is told in the past; who 'agreed to hold' something, plans it."""
    phrases = (f for f in find_construction(scene.sentence, "planned") if f.stop - f.first > 1)
    planning = {i for found in phrases for i in range(found.first, found.stop)}
    own = (i for i in range(*clause) if i not in planning)
    tenses = {_tense(word) for i in own for word in scene.words(i, i + 1)}
    return "past" in tenses and "futr" not in tenses


def _tense(word: str) -> str | None:
    parse = open_russian().parse(word)[0]
    return str(parse.tag.tense) if parse.tag.POS == "VERB" and parse.tag.tense else None


def _is_ahead_kazakh(scene: Scene, first: int, stop: int, *, named: bool) -> bool:
    """Kazakh tells by the verb: the trigger's own form, else the verb that ends the sentence."""
    if _is_planned_kazakh(scene, first, stop):
        return True
    before = scene.words(first - _PARTICIPLE_BEFORE, first)
    beside = (*before, *_without_pluperfect(scene.words(stop, stop + _PARTICIPLE_AFTER)))
    genitive = read_endings("genitive", scene.language)  # 'ғимаратының' only looks like a verb
    beside = tuple(word for word in beside if not word.endswith(genitive))
    if any((form := read_verb(word)) and form.tense == "participle_future" for word in beside):
        return True  # 'шілдеде өтетін саммит', 'форумын өткізетінін растады'
    own = None if named else read_verb(scene.words(stop - 1, stop)[0])
    if own is not None and own.tense not in {"infinitive", "converb"}:
        return own.tense in _AHEAD
    return _ends_ahead(scene, stop)


def _without_pluperfect(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what only helps a past participle: 'раунды өткен болатын'."""
    past = [
        i for i, word in enumerate(words) if (form := read_verb(word)) and form.tense == "participle_past"
    ]
    return words[: past[0] + 1] if past else words


def _ends_ahead(scene: Scene, stop: int) -> bool:
    """Tell whether the verb that ends the Kazakh sentence tells of what is to come."""
    forms = (read_verb(word) for word in reversed(_own_words(scene)[stop:]))
    last = next((form for form in forms if form is not None and form.tense in _FINITE), None)
    return last is not None and last.tense in _AHEAD


def _is_planned_kazakh(scene: Scene, first: int, stop: int) -> bool:
    """Tell whether a phrase of several words begins at the trigger, or a verb of planning follows."""
    reach = _REACH["ongoing"]
    phrases = find_construction(scene.sentence, "planned")
    if any(f.stop - f.first > 1 and -1 <= f.first - first <= reach for f in phrases):
        return True
    return scene.has_cue("planned_verbs", stop, stop + reach)


def _own_words(scene: Scene) -> tuple[str, ...]:
    """Return the words of the sentence without 'деп хабарлайды …' and what else reports it at the end."""
    words, quoting = scene.words(0, len(scene.sentence.tokens)), scene.cues("quoting")
    return words[: next((i for i, word in enumerate(words) if word in quoting), len(words))]

"""Who is the holder: the subject of a stance, the one quoted as saying it, or both sides together."""

from __future__ import annotations

from elshi.frames.account import Account, Stage
from elshi.frames.nominative import is_russian_nominative
from elshi.frames.sides import find_sides
from elshi.frames.subjects import find_relative_clauses, find_subject
from elshi.frames.tenses import is_passive
from elshi.frames.voices import Holder, Voice
from elshi.lexicon.match import Found
from elshi.lexicon.said import Trigger
from elshi.model.markup import Sentence
from elshi.text.morphology import open_russian

_LOOK_BACK = 12  # sentences in which the person that a pronoun stands for is looked for


def find_holders(account: Account, index: int, found: Found[Trigger]) -> tuple[Holder, ...]:
    """Return who holds what the phrase `found` in sentence `index` states; empty where nobody official."""
    stage = account.stages[index]
    subject = find_subject(stage, found)
    if subject is not None and subject.kind == "joint":
        return find_sides(account, index)
    if subject is None and stage.speaker is not None and stage.speaker.kind == "joint":
        return find_sides(account, index)
    speaker = _resolve(account, index, stage.speaker) if stage.speaker else None
    if subject is not None:
        return _weigh(_resolve(account, index, subject), subject, speaker)
    if speaker is not None:
        return (speaker,)
    if stage.speaker is None and is_passive(stage.sentence, found):
        return _find_earlier(account, index) or find_sides(account, index)
    return () if stage.speaker or has_stranger(stage, found) else _find_earlier(account, index)


def _weigh(holder: Holder | None, subject: Voice, speaker: Holder | None) -> tuple[Holder, ...]:
    """Return the subject as holder, or the one who speaks for it: 'Peru, the minister said, is ready'."""
    if holder is None:
        return ()
    if speaker and subject.kind == "country" and speaker.represents in {None, holder.represents}:
        return (Holder(speaker.name, holder.represents),)
    return (holder,)


def _resolve(account: Account, index: int, voice: Voice) -> Holder | None:
    """Return the holder that `voice` names or points at."""
    if voice.name is not None:
        return _hold(account, voice)
    earlier = _find_person_before(account, index, voice.first)
    if earlier is not None or voice.kind == "pronoun":
        return earlier
    return _name_office(account, index, voice)


def _find_person_before(account: Account, index: int, first: int) -> Holder | None:
    """Return the last official person before token `first`, subjects of this paragraph first."""
    for number in range(index, max(-1, index - _LOOK_BACK), -1):
        stage = account.stages[number]
        people = [
            v for v in stage.voices if v.kind == "person" and (number < index or v.stop <= first or first < 0)
        ]
        hidden = find_relative_clauses(stage, first) if number == index else frozenset()
        subjects = [v for v in people if v.subject and v.first not in hidden]
        here = subjects[-1:] if number == index else subjects[:1]
        chosen = here or people[-1:]
        if chosen:
            return _hold(account, chosen[0])
    return None


def _hold(account: Account, voice: Voice) -> Holder | None:
    """Return the holder a named voice is; None for a private person in a report without officials."""
    if voice.name is None or not (voice.official or account.official):
        return None
    known = (p.represents for e in account.engagements for p in e.participants if p.name == voice.name)
    return Holder(voice.name, voice.represents or next(known, None))


def _name_office(account: Account, index: int, voice: Voice) -> Holder | None:
    """Return an office that stands for nobody named: its own words, and the country beside it."""
    stage = account.stages[index]
    if voice.first < 0:
        return None
    beside = next((v for v in stage.voices if v.kind == "country" and 0 <= v.first - voice.first <= voice.stop - voice.first + 1), None)
    words = stage.sentence.tokens[voice.first : voice.stop]
    return Holder(" ".join(token.text for token in words), beside.represents if beside else None)


def _find_earlier(account: Account, index: int) -> tuple[Holder, ...]:
    """Return the holder that a sentence without subject goes on with: the last subject of its paragraph."""
    paragraph = account.stages[index].sentence.paragraph
    for number in range(index, -1, -1):
        stage = account.stages[number]
        if stage.sentence.paragraph != paragraph:
            break
        subjects = [v for v in stage.voices if v.subject or number == index]
        subjects = [v for v in subjects if v.kind not in {"country", "body"}] or subjects
        if subjects and subjects[-1].kind == "joint":
            return find_sides(account, number)
        holder = _resolve(account, number, subjects[-1]) if subjects else None
        if holder:
            return (holder,)
    return ()


def _is_quoted(sentence: Sentence, found: Found[Trigger]) -> bool:
    """Tell whether the phrase stands inside quotation marks, so that somebody unnamed says it."""
    before = [token.text for token in sentence.tokens[: found.first]]
    return before.count("«") > before.count("»") or before.count("“") > before.count("”")


def has_stranger(stage: Stage, found: Found[Trigger]) -> bool:
    """Tell whether somebody who is nobody official says it: a quoted stranger, 'миноритарии', 'the fans'."""
    if _is_quoted(stage.sentence, found):
        return stage.speaker is None
    if stage.sentence.language == "en":
        return True
    if stage.sentence.language == "kk":
        return False
    covered = {i for v in stage.voices for i in range(v.first, v.stop)}
    return any(
        _is_russian_person_noun(token.lower)
        for i, token in enumerate(stage.sentence.tokens[: found.first])
        if i not in covered
    )


def _is_russian_person_noun(word: str) -> bool:
    parse = open_russian().parse(word)[0]
    return bool(parse.tag.POS == "NOUN") and parse.tag.animacy == "anim" and is_russian_nominative(word)

"""Who is the holder: the subject of a stance, the one quoted as saying it, or both sides together."""

from __future__ import annotations

from dataclasses import replace

from elshi.frames.account import Account, Stage
from elshi.frames.nominative import is_russian_nominative
from elshi.frames.sides import PARTICIPANTS, find_sides
from elshi.frames.subjects import find_relative_clauses, find_subject
from elshi.frames.tenses import is_first_person, is_passive
from elshi.frames.voices import Holder, Voice
from elshi.lexicon.match import Found
from elshi.lexicon.said import Trigger, read_words
from elshi.model.ground import name_rule
from elshi.model.markup import Sentence
from elshi.text.morphology import open_russian

_LOOK_BACK = 12  # sentences in which the person that a pronoun stands for is looked for


def find_holders(account: Account, index: int, found: Found[Trigger]) -> tuple[Holder, ...]:
    """Return who holds what the phrase `found` in sentence `index` states; empty where nobody official."""
    stage = account.stages[index]
    subject = find_subject(stage, found)
    pointed = subject or stage.speaker
    if pointed is not None and pointed.kind == "joint":
        return _tell_way(name_rule("both_sides", _quote(stage, pointed)), find_sides(account, index))
    speaker = _resolve(account, index, stage.speaker) if stage.speaker else None
    if speaker is not None and (subject is None or is_first_person(stage.sentence, found)):
        return _tell_way("speaker", (speaker,))
    if subject is not None:
        way = name_rule("subject", _quote(stage, subject))
        return _tell_way(way, _weigh(account, index, subject, speaker))
    return () if stage.speaker is not None else _find_unnamed(account, index, found)


def _tell_way(way: str, holders: tuple[Holder, ...]) -> tuple[Holder, ...]:
    """Return `holders`, each with the way in which the sentence tells of them."""
    return tuple(replace(holder, way=way) for holder in holders)


def _quote(stage: Stage, voice: Voice) -> str:
    return " ".join(token.text for token in stage.sentence.tokens[max(0, voice.first) : max(0, voice.stop)])


def _find_unnamed(account: Account, index: int, found: Found[Trigger]) -> tuple[Holder, ...]:
    """Return the holder of a phrase without subject: who was spoken of before, or the sides if passive."""
    stage = account.stages[index]
    if stage.sentence.language == "kk" and is_first_person(stage.sentence, found):
        return _tell_way("earlier_subject", _find_issuer(account, index))
    if is_passive(stage.sentence, found):
        earlier = _tell_way("earlier_subject", _find_earlier(account, index))
        return earlier or _tell_way("passive_sides", find_sides(account, index))
    if has_stranger(stage, found):
        return ()
    return _tell_way("earlier_subject", _find_earlier(account, index))


def _find_issuer(account: Account, index: int) -> tuple[Holder, ...]:
    """Return who says 'we' in a statement that quotes nobody: its first subject."""
    if any(stage.speaker for stage in account.stages):
        return ()
    subjects = (
        (number, voice)
        for number, stage in enumerate(account.stages[: index + 1])
        for voice in stage.voices
        if voice.subject and voice.kind in {"country", "body"}
    )
    number, first = next(subjects, (0, None))
    holder = _resolve(account, number, first) if first else None
    return (holder,) if holder else ()


def _weigh(account: Account, index: int, subject: Voice, speaker: Holder | None) -> tuple[Holder, ...]:
    """Return the subject as holder, or the one who speaks for it: 'Peru, the minister said, is ready'.

    Two subjects joined by 'and' hold it each, three together.
    """
    stage = account.stages[index]
    holder = _resolve(account, index, subject)
    partner = _find_partner(account, stage, subject)
    if holder is None:
        return ()
    if partner is not None:
        if _find_partner(account, stage, partner, comma=True) is not None:
            return (Holder(PARTICIPANTS, None),)
        other = _resolve(account, index, partner)
        return (other, holder) if other is not None else (holder,)
    if speaker and subject.kind == "country" and speaker.represents in {None, holder.represents}:
        return (Holder(speaker.name, holder.represents),)
    return (holder,)


def _find_partner(account: Account, stage: Stage, subject: Voice, *, comma: bool = False) -> Voice | None:
    """Return the voice joined to the subject by 'and', or by a comma in a longer list."""
    tokens = stage.sentence.tokens
    joining = frozenset({","}) if comma else read_words("joining", stage.sentence.language)
    titles = [title.span for person in account.markup.people for title in person.titles]
    for voice in reversed(stage.voices):
        if voice.kind != subject.kind or voice.stop >= subject.first or voice.name in {None, subject.name}:
            continue
        between = tokens[voice.stop : subject.first]
        rest = (t for t in between[1:] if not any(title.overlaps(t.span) for title in titles))
        if between[0].lower in joining and next(rest, None) is None:
            return voice
    return None


def _resolve(account: Account, index: int, voice: Voice) -> Holder | None:
    """Return the holder that `voice` names or points at."""
    if voice.name is not None:
        return _hold(account, voice)
    earlier = _find_person_before(account, index, voice.first)
    if earlier is not None or voice.kind == "pronoun":
        return earlier
    return _name_office(account, index, voice)


def _find_person_before(account: Account, index: int, first: int) -> Holder | None:
    """Return the person that a pronoun before token `first` stands for.

    In its own sentence that is the last subject before it, in an earlier one the first subject.
    """
    for number in range(index, max(-1, index - _LOOK_BACK), -1):
        voice = (
            _find_person_within(account.stages[number], first)
            if number == index
            else _find_person_in(account.stages[number])
        )
        if voice is not None:
            return _resolve(account, number, voice)
    return None


def _find_person_within(stage: Stage, first: int) -> Voice | None:
    """Return the last person named before token `first`, subjects outside relative clauses preferred."""
    hidden = find_relative_clauses(stage, first)
    people = [v for v in stage.voices if v.kind == "person" and (first < 0 or v.stop <= first)]
    subjects = [v for v in people if v.subject and v.first not in hidden]
    return next(iter(subjects[-1:] or people[-1:]), None)


def _find_person_in(stage: Stage) -> Voice | None:
    """Return the person whom a sentence is about: its first subject, else the last person it names."""
    people = [v for v in stage.voices if v.kind in {"person", "office"}]
    subjects = [v for v in people if v.subject]
    return next(iter(subjects[:1] or [v for v in people if v.kind == "person"][-1:]), None)


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
    beside = next(
        (
            v
            for v in stage.voices
            if v.kind == "country" and 0 <= v.first - voice.first <= voice.stop - voice.first + 1
        ),
        None,
    )
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

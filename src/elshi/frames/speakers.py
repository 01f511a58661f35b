"""Who is the holder: the subject of a stance, the one quoted as saying it, or both sides together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from elshi.frames.voices import Voice, find_voices, is_russian_nominative
from elshi.lexicon.match import Found
from elshi.lexicon.said import Trigger, find_triggers
from elshi.model.frame import Engagement
from elshi.model.markup import Markup, Sentence, Token
from elshi.model.report import Report
from elshi.text.morphology import open_russian

_ASIDE = 2  # tokens between a verb of saying and its speaker: 'сказал вчера министр'
_INVERTED = 8  # tokens between a Russian or English verb and a subject that follows it
_ATTRIBUTED = 7  # tokens between 'по словам' and the name
_LOOK_BACK = 12  # sentences in which the person that a pronoun stands for is looked for
_PAIR = 2
_CODE = 2  # letters of a country code; bodies have more
_QUOTE_MARKS = frozenset('–—-«“"„')
_BREAKS = frozenset({",", ";", ":", "–", "—", "-", "(", ")", "that", "how", "what"})


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a stance: the person's name, or the code of a country or body, and whom it stands for."""

    name: str
    represents: str | None


@dataclass(frozen=True, slots=True)
class Stage:
    """One sentence with its voices, the words that point at them, and who speaks in it, if anybody."""

    sentence: Sentence
    words: tuple[Found[Trigger], ...]
    voices: tuple[Voice, ...]
    speaker: Voice | None
    background: bool


@dataclass(frozen=True, slots=True)
class Account:
    """A report prepared for finding what was said in it."""

    report: Report
    markup: Markup
    engagements: tuple[Engagement, ...]
    stages: tuple[Stage, ...]

    @property
    def diplomatic(self) -> bool:
        """Tell whether the report is between countries: one on a match or a museum has nothing said."""
        codes = {v.represents for stage in self.stages for v in stage.voices if v.represents}
        return bool(self.engagements) or bool(codes)

    @property
    def official(self) -> bool:
        """Tell whether the report deals with officials, so that a person without a stated office may be one."""
        voices = [v for stage in self.stages for v in stage.voices]
        return (
            bool(self.engagements)
            or any(v.kind == "person" and v.official and v.represents for v in voices)
            or any(v.kind == "office" and v.subject for v in voices)
        )


def read_account(report: Report, markup: Markup, engagements: Sequence[Engagement] = ()) -> Account:
    """Return `report` with the voices of each sentence and the speaker of each quotation."""
    stages: list[Stage] = []
    background: set[int] = set()
    for sentence in markup.sentences:
        words = find_triggers("speech", sentence.tokens, sentence.language)
        if any(w.value.means == "background" and w.first == 0 for w in words):
            background.add(sentence.paragraph)
        voices = find_voices(sentence, markup, words)
        speaker = _find_speaker(sentence, words, voices)
        stages.append(Stage(sentence, words, voices, speaker, sentence.paragraph in background))
    return Account(report, markup, tuple(engagements), tuple(_spread_speakers(stages)))


def _spread_speakers(stages: Sequence[Stage]) -> list[Stage]:
    """Give the sentences of a paragraph that is one quotation the speaker named at its end."""
    quoted = {
        stage.sentence.paragraph
        for stage in stages
        if stage.sentence.tokens and stage.sentence.tokens[0].text in _QUOTE_MARKS
    }
    named = {s.sentence.paragraph: s for s in stages if s.speaker is not None}
    return [
        replace(stage, speaker=_at_distance(named[paragraph].speaker))
        if stage.speaker is None and (paragraph := stage.sentence.paragraph) in quoted & named.keys()
        else stage
        for stage in stages
    ]


def _at_distance(voice: Voice | None) -> Voice | None:
    """Return the speaker named in another sentence, so that no words of this one are taken for them."""
    return replace(voice, first=-1, stop=-1) if voice else None


def _find_speaker(
    sentence: Sentence, words: Sequence[Found[Trigger]], voices: Sequence[Voice]
) -> Voice | None:
    """Return who is said to be speaking: '…, сказал он', '– деді министр', 'according to the envoy'."""
    for word in words:
        if word.value.means == "according":
            voice = _find_attributed(sentence, word, voices)
            if voice is not None:
                return voice
    for word in reversed(words):
        if word.value.means == "said":
            voice = _find_beside(sentence.tokens, word, voices)
            if voice is not None:
                return voice
    return None


def _find_attributed(sentence: Sentence, word: Found[Trigger], voices: Sequence[Voice]) -> Voice | None:
    if sentence.language == "kk":
        before = [v for v in voices if v.kind != "joint" and v.stop <= word.first <= v.stop + 1]
        return before[-1] if before else None
    after = [v for v in voices if v.kind != "joint" and 0 <= v.first - word.stop <= _ATTRIBUTED]
    people = [v for v in after if v.kind in {"person", "office", "pronoun"}]
    return (people or after or [None])[0]


def _find_beside(tokens: Sequence[Token], word: Found[Trigger], voices: Sequence[Voice]) -> Voice | None:
    """Return the speaker right after a verb of saying, or between a break and it ('…, he said')."""
    single = [v for v in voices if v.kind != "joint" and v.subject]
    after = [
        v for v in single if 0 <= v.first - word.stop <= _ASIDE and _unbroken(tokens, word.stop, v.first)
    ]
    if after:
        return after[0]
    before = [
        v for v in single if 0 <= word.first - v.stop <= _ASIDE and _unbroken(tokens, v.stop, word.first)
    ]
    return before[-1] if before else None


def _unbroken(tokens: Sequence[Token], first: int, stop: int) -> bool:
    return not any(token.text in _BREAKS for token in tokens[first:stop])


def find_holders(account: Account, index: int, found: Found[Trigger]) -> tuple[Holder, ...]:
    """Return who holds what the phrase `found` in sentence `index` states; empty where nobody official does."""
    stage = account.stages[index]
    subject = find_subject(stage, found)
    speaker = _resolve(account, index, stage.speaker) if stage.speaker else None
    if subject is None:
        if speaker is not None:
            return (speaker,)
        if stage.speaker is not None or has_stranger(stage, found):
            return ()
        return _find_earlier(account, index)
    if subject.kind == "joint":
        return find_sides(account, index)
    holder = _resolve(account, index, subject)
    if holder is None:
        return ()
    if speaker and subject.kind == "country" and speaker.represents in {None, holder.represents}:
        return (Holder(speaker.name, holder.represents),)
    return (holder,)


def find_subject(stage: Stage, found: Found[Trigger]) -> Voice | None:
    """Return the voice that is the grammatical subject of `found`, None where the sentence has none."""
    aside = stage.speaker if stage.speaker and _is_aside(stage, found) else None
    before = [v for v in stage.voices if _precedes(stage, v, found) and v is not aside]
    hidden = _find_relative_clauses(stage, found.first)
    subjects = [v for v in before if v.subject and v.first not in hidden]
    if stage.sentence.language == "kk":
        start = _clause_start(stage.sentence, found.first)
        here = [v for v in subjects if v.first >= start]
        return here[0] if here else subjects[-1] if subjects else None
    relative = [
        w
        for w in stage.words
        if w.value.means == "relative" and w.stop <= found.first and w.first not in hidden
    ]
    if relative and not any(v.first >= relative[-1].stop for v in subjects):
        named = [v for v in before if v.stop <= relative[-1].first]
        return named[-1] if named else None
    if subjects:
        return subjects[-1]
    after = [
        v for v in stage.voices if v.subject and 0 <= v.first - found.stop <= _INVERTED and v is not aside
    ]
    return after[0] if after and stage.sentence.language == "ru" else None


def _precedes(stage: Stage, voice: Voice, found: Found[Trigger]) -> bool:
    """Tell whether `voice` stands before the phrase, or is part of it ('both sides favour', 'which Peru chairs')."""
    inside = voice.stop < found.stop and voice.first < found.stop
    which = voice.first > found.first and stage.sentence.tokens[voice.first - 1].lower == "which"
    return voice.stop <= found.first or (inside and (which or voice.kind == "joint"))


def _find_relative_clauses(stage: Stage, before: int) -> frozenset[int]:
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
    tokens = stage.sentence.tokens
    for word in saying:
        first, stop = min(word.first, voice.first), max(word.stop, voice.stop)
        near = max(word.first - voice.stop, voice.first - word.stop) <= _ATTRIBUTED
        opened = first > 0 and tokens[first - 1].text in _BREAKS
        if (
            near
            and (opened or word.value.means == "according" or word.stop <= voice.first)
            and not (first <= found.first < stop)
        ):
            return True
    return False


def _clause_start(sentence: Sentence, stop: int) -> int:
    """Return where the Kazakh clause that ends at `stop` begins: after the last 'verb + comma'."""
    tokens = sentence.tokens
    for i in range(stop - 1, 0, -1):
        joined = tokens[i].text == "," and tokens[i - 1].lower.endswith(
            ("ып", "іп", "ап", "еп", "ды", "ді", "ты", "ті", "йп")
        )
        if joined or (tokens[i].lower == "ал" and tokens[i - 1].text == ","):
            return i + 1
    return 0


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
        hidden = _find_relative_clauses(stage, first) if number == index else frozenset()
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
    beside = next((v for v in stage.voices if v.kind == "country" and 0 <= v.first - voice.stop <= 1), None)
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


def find_sides(account: Account, index: int) -> tuple[Holder, ...]:
    """Return both sides of the engagement that sentence `index` goes on with.

    Two sides give two holders; more give one, the body that brings them together or "participants".
    """
    codes = _find_party_codes(account, index)
    if len(codes) == _PAIR:
        return tuple(Holder(code, code) for code in codes)
    bodies = [code for code in codes if len(code) > _CODE]
    if bodies:
        return (Holder(bodies[0], bodies[0]),)
    return (Holder("participants", None),) if codes else ()


def find_all_sides(account: Account, index: int) -> tuple[str, ...]:
    """Return the codes of all sides of the engagement that sentence `index` goes on with, sorted."""
    return tuple(sorted(_find_party_codes(account, index)))


def _find_party_codes(account: Account, index: int) -> tuple[str, ...]:
    engagement = _find_engagement(account, index)
    if engagement is not None:
        sides = dict.fromkeys(
            p.represents for p in engagement.participants if p.side in {"a", "b"} and p.represents
        )
        return tuple(sides) if len(sides) == _PAIR else _prefer_countries(engagement.parties)
    return _find_codes_before(account, index)


def _find_codes_before(account: Account, index: int) -> tuple[str, ...]:
    """Return the codes named in the paragraph up to sentence `index`, or in the nearest one with two of them."""
    codes: dict[str, None] = {}
    for number in range(index, -1, -1):
        stage = account.stages[number]
        codes |= {v.represents: None for v in stage.voices if v.represents}
        first = number == 0 or account.stages[number - 1].sentence.paragraph != stage.sentence.paragraph
        if first and len(codes) >= _PAIR:
            return _prefer_countries(tuple(codes))
    return ()


def _prefer_countries(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the two countries where there are just two: the body beside them only gives the frame."""
    countries = tuple(code for code in codes if len(code) == _CODE)
    return countries if len(countries) == _PAIR else codes


def _find_engagement(account: Account, index: int) -> Engagement | None:
    """Return the engagement told last before the end of the sentence, within its paragraph or the one before."""
    sentence = account.stages[index].sentence
    starts = {s.sentence.paragraph: s.sentence.span.start for s in reversed(account.stages)}
    earliest = starts.get(sentence.paragraph - 1, starts[sentence.paragraph])
    told = [
        (
            max(e.span.start for e in engagement.evidence if e.span.start < sentence.span.stop),
            number,
            engagement,
        )
        for number, engagement in enumerate(account.engagements)
        if len(engagement.parties) >= _PAIR
        and any(e.span.start < sentence.span.stop for e in engagement.evidence)
    ]
    if not told:
        return None
    place, _, engagement = max(told, key=lambda t: (t[0], -t[1]))
    return engagement if place >= earliest or len(told) == 1 else None


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
    return parse.tag.POS == "NOUN" and parse.tag.animacy == "anim" and is_russian_nominative(word)

"""A report prepared for finding what was said in it: who may speak, and who does, in each sentence."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from elshi.frames.voices import Voice, find_voices
from elshi.lexicon.match import Found
from elshi.lexicon.said import Trigger, find_triggers, read_words
from elshi.model.frame import Engagement
from elshi.model.markup import Markup, Sentence
from elshi.model.report import Report
from elshi.text.remember import Same

_ASIDE = 2  # tokens between a verb of saying and its speaker: 'сказал вчера министр'
ATTRIBUTED = 7  # tokens between 'по словам' and the name
BREAKS = frozenset({",", ";", ":", "–", "—", "-", "(", ")"})
_QUOTE_MARKS = frozenset('–—-«“"„')


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
        """Tell whether the report deals with officials: a person without a stated office may be one too."""
        voices = [v for stage in self.stages for v in stage.voices]
        return (
            bool(self.engagements)
            or any(v.kind == "person" and v.official and v.represents for v in voices)
            or any(v.kind == "office" and v.subject for v in voices)
        )


def read_account(report: Report, markup: Markup, engagements: Sequence[Engagement] = ()) -> Account:
    """Return `report` with the voices of each sentence and the speaker of each quotation."""
    return Account(report, markup, tuple(engagements), _read_stages(Same(markup)))


@functools.lru_cache(maxsize=2)  # the report at hand: four kinds of frames ask for the same
def _read_stages(asked: Same[Markup]) -> tuple[Stage, ...]:
    markup = asked.value
    stages: list[Stage] = []
    background: set[int] = set()
    for sentence in markup.sentences:
        words = find_triggers("speech", sentence.tokens, sentence.language)
        if any(w.value.means == "background" and w.first == 0 for w in words):
            background.add(sentence.paragraph)
        voices = find_voices(sentence, markup, words)
        speaker = _find_speaker(sentence, words, voices)
        stages.append(Stage(sentence, words, voices, speaker, sentence.paragraph in background))
    return tuple(_spread_speakers(stages))


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
            voice = _find_beside(sentence, word, voices)
            if voice is not None:
                return voice
    return None


def _find_attributed(sentence: Sentence, word: Found[Trigger], voices: Sequence[Voice]) -> Voice | None:
    if sentence.language == "kk":
        before = [v for v in voices if v.kind != "joint" and v.stop <= word.first <= v.stop + 1]
        return before[-1] if before else None
    after = [v for v in voices if v.kind != "joint" and 0 <= v.first - word.stop <= ATTRIBUTED]
    people = [v for v in after if v.kind in {"person", "office", "pronoun"}]
    return next(iter(people or after), None)


def _find_beside(sentence: Sentence, word: Found[Trigger], voices: Sequence[Voice]) -> Voice | None:
    """Return the speaker right after a verb of saying, or between a break and it ('…, he said')."""
    single = [v for v in voices if v.subject]
    after = [
        v for v in single if 0 <= v.first - word.stop <= _ASIDE and _unbroken(sentence, word.stop, v.first)
    ]
    if after:
        return after[0]
    before = [
        v for v in single if 0 <= word.first - v.stop <= _ASIDE and _unbroken(sentence, v.stop, word.first)
    ]
    return before[-1] if before else None


def _unbroken(sentence: Sentence, first: int, stop: int) -> bool:
    opening = read_words("opening", sentence.language)
    between = sentence.tokens[first:stop]
    return not any(token.text in BREAKS or token.lower in opening for token in between)

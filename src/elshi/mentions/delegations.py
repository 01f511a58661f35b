"""The side a person speaks for, where the sentence names it: 'с непальской стороны', 'the Kazakh side'."""

from __future__ import annotations

from elshi.lexicon.cues import read_cues
from elshi.lexicon.prepositions import read_prepositions
from elshi.mentions.nearby import words_after, words_before
from elshi.mentions.scenes import Scene
from elshi.mentions.titles import read_code
from elshi.model.markup import Mention
from elshi.model.span import Span

_MOST_BETWEEN = 10  # tokens between the leader of a delegation and its country
_WORDS_TO_AGENT = 3  # 'is represented by', ', led by'
_WORDS_TO_SIDE = 2  # 'Sri Lankan working delegation'


def find_side(scene: Scene, bearer: Span) -> str | None:
    """Return the country for which the one whose office or name is `bearer` speaks.

    Read 'с непальской стороны', 'the Kazakh side was headed by', 'қазақстандық тараптан'.
    """
    best: tuple[int, str | None] = (-1, None)
    for mention in scene.mentions:
        if mention.label not in {"country", "nationality"}:
            continue
        if mention.span.start >= bearer.start:
            if best[1] is None and _is_led(scene, mention, bearer):
                best = bearer.start, read_code(mention)
        elif _is_side(scene, mention) or (best[1] is not None and _is_listed(scene, mention)):
            best = max(best, (mention.span.start, read_code(mention)))
    return best[1]


def _is_side(scene: Scene, mention: Mention) -> bool:
    sentence, span = scene.sentence, mention.span
    beside = (*words_before(sentence, span), *words_after(sentence, span, _WORDS_TO_SIDE))
    if _is_led_by(scene, mention):
        return True
    return read_cues("delegations", sentence.language).stand_in(beside)


def _is_led_by(scene: Scene, mention: Mention) -> bool:
    """Read 'of Finland, led by' and 'Finland is represented by': who comes next speaks for the country."""
    language = scene.sentence.language
    after = words_after(scene.sentence, mention.span, _WORDS_TO_AGENT)
    agents = {word for word, governs in read_prepositions(language).items() if governs.part == "agent"}
    return not agents.isdisjoint(after) and read_cues("leads", language).stand_in(after)


def _is_listed(scene: Scene, mention: Mention) -> bool:
    """Tell whether one more side of a list begins with the country: 'с одной стороны …, а Кипра – …'."""
    before = words_before(scene.sentence, mention.span)
    return before == (",",) or read_cues("another_side", scene.sentence.language).stand_in(before)


def _is_led(scene: Scene, mention: Mention, bearer: Span) -> bool:
    """Tell whether the country's delegation is led by the bearer: 'X led the Sri Lankan delegation'."""
    sentence = scene.sentence
    between = [t.lower for t in sentence.tokens if bearer.stop <= t.span.start < mention.span.start]
    if len(between) > _MOST_BETWEEN or not read_cues("leads", sentence.language).stand_in(between):
        return False
    after = words_after(sentence, mention.span, _WORDS_TO_SIDE)
    return read_cues("delegations", sentence.language).stand_in(after)

"""Which named things people judged to be one: persons, bodies, forums, offices, places."""

from __future__ import annotations

from collections.abc import Iterable

from elshi.model.judgement import Judgement


def join_named(judged: Iterable[Judgement]) -> dict[str, str]:
    """Return for each id that was joined with others the id that stands for them, the first in the alphabet.

    `judged` are the judgements on named things that count, in the order of recording. A chain of 'same'
    never bridges a 'different': the 'same' that would do so has no effect.
    """
    held = list(judged)
    # A 'different' between a person and words of a report parts the person, and keeps no two ids apart.
    apart = {
        frozenset(a.words for a in j.anchors)
        for j in held
        if j.verdict == "different" and not any(a.report_id for a in j.anchors)
    }
    groups: dict[str, frozenset[str]] = {}
    for judgement in held:
        if judgement.verdict != "same":
            continue
        one, other = (groups.get(a.words, frozenset({a.words})) for a in judgement.anchors[:2])
        joined = one | other
        if not any(pair <= joined for pair in apart):
            groups |= dict.fromkeys(joined, joined)
    return {ident: min(group) for ident, group in groups.items()}

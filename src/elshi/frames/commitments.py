"""Commitments: what was agreed, decided, promised or ordered, by whom and by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi.frames.account import Account, Stage, read_account
from elshi.frames.clauses import find_clause, quote_clause, read_target, span_of, take_evidence
from elshi.frames.said_grounds import ground_bound, ground_due, ground_words
from elshi.frames.sides import find_all_sides
from elshi.frames.speakers import find_holders, has_stranger
from elshi.frames.subjects import find_subject, find_subject_stop
from elshi.frames.tenses import is_dependent, is_future, is_intention
from elshi.lexicon.match import Found
from elshi.lexicon.said import Trigger, find_triggers, read_words
from elshi.model.frame import Commitment, Engagement
from elshi.model.ids import derive_id
from elshi.model.markup import DateMention, Markup
from elshi.model.report import Report
from elshi.model.when import When

UNDATED = When(None, "none", "the words of the commitment give no date")
_MADE = frozenset({"agreed", "decided", "promised", "instructed"})
_PAIR = 2  # two agree
_NEAR = 12  # tokens between an intention and its act
_CLOSE = 4  # tokens between 'will' and its verb


def find_commitments(
    report: Report, markup: Markup, engagements: Sequence[Engagement] = ()
) -> tuple[Commitment, ...]:
    """Return the commitments that `report` states, in text order.

    `by` holds the codes of all who are bound, sorted; it is empty where the report does not say.
    `due` is the date inside the commitment's own words, with a reason where there is none.
    """
    account = read_account(report, markup, engagements)
    if not account.diplomatic:
        return ()
    found = [
        commitment for index in range(len(account.stages)) for commitment in _read_sentence(account, index)
    ]
    return tuple(_leave_out_headline(report, found))


def _read_sentence(account: Account, index: int) -> Iterator[Commitment]:
    for trigger in find_binding(account, index):
        by = _find_bound(account, index, trigger)
        whole = (0, len(account.stages[index].sentence.tokens))
        dated = account.official and _find_due(account, index, whole)
        if by or dated or find_holders(account, index, trigger):
            yield _make_commitment(account, index, trigger, by)


def find_binding(account: Account, index: int) -> tuple[Found[Trigger], ...]:
    """Return the phrases of sentence `index` that make commitments: made outright, or told as coming."""
    sentence = account.stages[index].sentence
    triggers = [
        t
        for t in find_triggers("commitments", sentence.tokens, sentence.language)
        if t.value.means == "act" or not is_dependent(sentence, t)
    ]
    if sentence.tokens and sentence.tokens[0].lower in read_words("condition", sentence.language):
        return ()
    made = [t for t in triggers if t.value.means in _MADE]
    told = [] if made else list(_find_announced(account, index, triggers))
    return tuple(_keep_one_a_clause(made or told[:1]))


def _keep_one_a_clause(triggers: Sequence[Found[Trigger]]) -> Iterator[Found[Trigger]]:
    """Drop a trigger that only goes on with the one right before ('agreed and decided to')."""
    last = None
    for trigger in triggers:
        if last is None or trigger.first - last.stop > _CLOSE:
            yield trigger
        last = trigger


def _find_announced(
    account: Account, index: int, triggers: Sequence[Found[Trigger]]
) -> Iterator[Found[Trigger]]:
    """Yield acts that are told in the future tense by or of somebody official, or for a stated day."""
    stage = account.stages[index]
    acts = [t for t in triggers if t.value.means == "act"]
    if stage.background or not (acts or _has_deadline(account, index, triggers)):
        return
    for trigger in triggers:
        if trigger.value.means == "intended" and _has_act(trigger, acts, stage):
            yield trigger
        if trigger.value.means == "announced" and any(0 <= trigger.first - a.stop <= 1 for a in acts):
            yield trigger
    for act in acts:
        if is_future(stage.sentence, act) and _is_binding(account, index, act, triggers):
            yield act
    yield from _find_dated(account, index, triggers)


def _has_act(intended: Found[Trigger], acts: Sequence[Found[Trigger]], stage: Stage) -> bool:
    if stage.sentence.language == "kk":
        return any(0 <= intended.first - act.stop <= 1 for act in acts)
    return any(0 <= act.first - intended.stop <= _NEAR for act in acts)


def _is_binding(
    account: Account, index: int, act: Found[Trigger], triggers: Sequence[Found[Trigger]]
) -> bool:
    """Tell whether a future act binds: for a stated time, or announced by somebody for a country or body."""
    if _has_deadline(account, index, triggers):
        return True
    stage = account.stages[index]
    subject = find_subject(stage, act)
    if subject is None:
        return False
    if subject.kind == "joint" or is_intention(stage.sentence, act):
        return True
    told = stage.speaker is not None and stage.sentence.language != "kk"
    return subject.kind in {"country", "body"} and (told or _is_dated(account, index))


def _is_dated(account: Account, index: int) -> bool:
    span = account.stages[index].sentence.span
    return any(span.covers(d.span) and d.when.edtf for d in account.markup.dates)


def _find_dated(account: Account, index: int, triggers: Sequence[Found[Trigger]]) -> Iterator[Found[Trigger]]:
    """Yield words of duty with a deadline: 'the accord must be ready by 18 June'."""
    stage = account.stages[index]
    if not _has_deadline(account, index, triggers):
        return
    stances = find_triggers("stances", stage.sentence.tokens, stage.sentence.language)
    for stance in stances:
        if stance.value.means == "call_for" and stance.value.manner == "speaker":
            yield stance
    if not any(t.value.means == "happening" for t in triggers):
        for trigger in triggers:
            if trigger.value.means == "future":
                yield trigger


def _has_deadline(account: Account, index: int, triggers: Sequence[Found[Trigger]]) -> bool:
    sentence = account.stages[index].sentence
    dated = any(d.kind == "by" and sentence.span.covers(d.span) for d in account.markup.dates)
    return dated or any(t.value.means == "deadline" for t in triggers)


def _find_bound(account: Account, index: int, trigger: Found[Trigger]) -> tuple[str, ...]:
    """Return the codes of those bound: the subject's, or all sides' where the subject is the sides."""
    stage = account.stages[index]
    subject = find_subject(stage, trigger)
    if subject is not None and subject.kind == "joint":
        return find_all_sides(account, index)
    holders = find_holders(account, index, trigger)
    codes = tuple(sorted({h.represents for h in holders if h.represents}))
    if trigger.value.means == "agreed" and (len(codes) < _PAIR or subject is None):
        stranger = subject is None and has_stranger(stage, trigger) and not _is_impersonal(stage)
        return () if stranger else find_all_sides(account, index) or codes
    if not codes and trigger.value.manner == "speaker":
        return find_all_sides(account, index)
    return codes


def _is_impersonal(stage: Stage) -> bool:
    """Tell whether the sentence may go without naming who agrees ('it was agreed'): English, unquoted."""
    return stage.sentence.language == "en" and "“" not in {t.text for t in stage.sentence.tokens}


def _find_due(account: Account, index: int, tokens: tuple[int, int]) -> DateMention | None:
    """Return the date by which it is due: a deadline first, then the last day named in the words."""
    sentence = account.stages[index].sentence
    span = span_of(sentence, tokens)
    inside = [d for d in account.markup.dates if span.covers(d.span) and d.when.edtf]
    return next((d for d in inside if d.kind == "by"), inside[-1] if inside else None)


def _make_commitment(
    account: Account, index: int, trigger: Found[Trigger], by: tuple[str, ...]
) -> Commitment:
    report, sentence = account.report, account.stages[index].sentence
    clause = find_clause(sentence, trigger, ())
    surface = quote_clause(report, sentence, clause)
    due = _find_due(account, index, clause) or _find_due(account, index, (0, len(sentence.tokens)))
    holders = find_holders(account, index, trigger)
    return Commitment(
        id=derive_id("com", report.id, trigger.span.start, *by),
        by=by,
        what=read_target(
            report, sentence, trigger, clause, find_subject_stop(account.stages[index], trigger)
        ),
        surface=surface,
        due=due.when if due else UNDATED,
        rule=f"{trigger.value.means}: {trigger.span.quote(report.text)}",
        evidence=take_evidence(report, sentence, clause),
        grounds=(*ground_bound(holders), *ground_words(), *ground_due(due)),
    )


def _leave_out_headline(report: Report, found: Sequence[Commitment]) -> Iterator[Commitment]:
    """Drop what the headline says where the body says something too."""
    headline = report.headline
    body = [c for c in found if headline is None or not headline.covers(c.evidence[0].span)]
    yield from body or found

"""A report with the drafts of its engagements, and the dates that these give one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from elshi.frames.drafts import DONE, Draft, Refusal
from elshi.frames.places import find_filing_place
from elshi.frames.scene import Scene, read_scenes
from elshi.frames.story import tell_story
from elshi.model.frame import Place
from elshi.model.markup import Markup, Person
from elshi.model.report import Report
from elshi.model.when import When, read_bounds

_LEADING_DRAFTS = 2  # of these one can date the report
_LEADING_SENTENCES = 3  # with the headline among them
_NOT_SAID = When(None, "none", "the report does not say when it is to be")
_OPEN = ".."  # how a date begins of which only the end is known


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's sentences and drafts; `lead` is the day of what it tells without a date.

    `filed_in` is the city of its dateline; `refused` are the acts that make no engagement.
    """

    report: Report
    markup: Markup
    scenes: tuple[Scene, ...]
    drafts: tuple[Draft, ...]
    lead: When
    filed_in: Place | None
    refused: tuple[Refusal, ...] = ()

    def frame_of(self, draft: Draft) -> Draft | None:
        """Return the draft in whose course `draft` took place."""
        return None if draft.part_of is None else self.drafts[draft.part_of]

    def person(self, number: int) -> Person:
        """Return the person that a draft gives by `number`."""
        return self.markup.people[number]


def read_telling(report: Report, markup: Markup) -> Telling:
    """Return `report` with the engagements that its sentences tell."""
    scenes = read_scenes(markup)
    story = tell_story(report, markup, scenes)
    lead = _find_lead(story.drafts, markup)
    return Telling(report, markup, scenes, story.drafts, lead, find_filing_place(report), story.refused)


def _find_lead(drafts: Sequence[Draft], markup: Markup) -> When:
    """Return the day that the report's first dated and held engagement gives to those told after it."""
    for draft in drafts[:_LEADING_DRAFTS]:
        leads = draft.act.status in DONE and draft.scenes[0] < _LEADING_SENTENCES
        if draft.when and leads and _has_begun(draft.when):
            return draft.when
    return markup.filed


def date_draft(telling: Telling, draft: Draft) -> When:
    """Return when `draft` took or takes place: its own date, its frame's, or the report's."""
    frame = telling.frame_of(draft)
    if draft.when is not None and not _is_past_invitation(telling, draft):
        return draft.when
    if draft.act.status not in DONE:
        return _date_ahead(draft, frame)
    if frame and frame.when and _has_begun(frame.when):
        return _infer(frame.when, "within the frame")
    return telling.lead


def _has_begun(when: When) -> bool:
    """Tell whether a date says more than until when: what ends on the 19th gives others no day."""
    return bool(when.edtf) and not str(when.edtf).startswith(_OPEN)


def _is_past_invitation(telling: Telling, draft: Draft) -> bool:
    """Tell whether the date of what is only proposed is that of the invitation: no later than the report."""
    if draft.act.status != "proposed" or not (draft.when and draft.when.edtf and telling.markup.filed.edtf):
        return False
    last, filed = read_bounds(draft.when.edtf)[1], read_bounds(telling.markup.filed.edtf)[1]
    return last is not None and filed is not None and last <= filed


def _date_ahead(draft: Draft, frame: Draft | None) -> When:
    """What is only proposed has no date, even where its frame has one."""
    if frame and frame.when and frame.act.status == "planned" and draft.act.status != "proposed":
        return _infer(frame.when, "within")
    return _NOT_SAID


def _infer(when: When, relation: str) -> When:
    return replace(when, basis="inferred", reason=f"{relation}: {when.reason}")

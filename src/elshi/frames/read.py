"""The frame stage: everything that one report says, from its markup."""

from __future__ import annotations

from elshi.frames.chairmanships import find_chairmanships
from elshi.frames.commitments import find_commitments
from elshi.frames.engagements import find_engagements
from elshi.frames.initiatives import find_initiatives
from elshi.frames.positions import find_positions
from elshi.frames.tenures import find_tenures
from elshi.model.frame import Reading
from elshi.model.markup import Markup
from elshi.model.report import Report


def read_frames(report: Report, markup: Markup) -> Reading:
    """Return the reading of `report`: its markup and all six kinds of frames."""
    engagements = find_engagements(report, markup)
    return Reading(
        report=report,
        markup=markup,
        engagements=engagements,
        positions=find_positions(report, markup, engagements),
        initiatives=find_initiatives(report, markup, engagements),
        commitments=find_commitments(report, markup, engagements),
        tenures=find_tenures(report, markup),
        chairmanships=find_chairmanships(report, markup),
    )

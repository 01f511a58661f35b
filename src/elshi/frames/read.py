"""The frame stage: everything that one report says, from its markup."""

from __future__ import annotations

from elshi.frames.chairmanships import find_chairmanships
from elshi.frames.commitments import find_commitments
from elshi.frames.confidence import rate_all
from elshi.frames.engagements import find_engagements
from elshi.frames.initiatives import find_initiatives
from elshi.frames.positions import find_positions
from elshi.frames.tenures import find_tenures
from elshi.model.frame import Reading
from elshi.model.markup import Markup
from elshi.model.report import Report


def read_frames(report: Report, markup: Markup) -> Reading:
    """Return the reading of `report`: its markup and all six kinds of frames."""
    engagements = rate_all(report, find_engagements(report, markup))
    return Reading(
        report=report,
        markup=markup,
        engagements=engagements,
        positions=rate_all(report, find_positions(report, markup, engagements)),
        initiatives=rate_all(report, find_initiatives(report, markup, engagements)),
        commitments=rate_all(report, find_commitments(report, markup, engagements)),
        tenures=rate_all(report, find_tenures(report, markup)),
        chairmanships=rate_all(report, find_chairmanships(report, markup)),
    )

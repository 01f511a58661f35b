"""Dates as the report words them, resolved against the day it was written."""

from elshi.mentions.dates.anchor import Anchor, find_anchor, settle_publication
from elshi.mentions.dates.find import find_dates
from elshi.mentions.dates.ordinals import find_ordinals

__all__ = ["Anchor", "find_anchor", "find_dates", "find_ordinals", "settle_publication"]

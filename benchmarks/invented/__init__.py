"""Invented reports in three languages: people who never lived, who meet, call, visit and promise."""

from __future__ import annotations

from benchmarks.invented.happenings import Happening, invent_happenings
from benchmarks.invented.readings import make_reading, make_readings

__all__ = ["Happening", "invent_happenings", "make_reading", "make_readings"]

"""What ten million reports cost, on paper: from figures that were measured, with the arithmetic shown."""

from __future__ import annotations

from collections.abc import Mapping

REPORTS = 10_000_000
CHARACTERS = 1_250  # of a news report: the mean of 45 in three languages
CORE_HOUR, GIGABYTE_MONTH = 0.05, 0.10  # US dollars: assumed, about what clouds ask for by the hour
CORES = 64  # for the days that the reading takes

Parts = Mapping[str, Mapping[str, float]]


def write_costs(parts: Parts) -> str:
    """Return the arithmetic in Markdown; empty where reading or register were not measured."""
    reading, register = parts.get("reading"), parts.get("register")
    if not reading or not register:
        return ""
    pace, each = reading["characters a second, 1 process"], register["ms for one more report"]
    kept, filed = register["bytes a report, shards"], register["bytes a report, register"]
    hours = REPORTS * CHARACTERS / pace / 3600
    writing = REPORTS * each / 1000 / 3600
    shards, disk = REPORTS * kept / 1e9, REPORTS * filed / 1e9
    once, monthly = (hours + writing) * CORE_HOUR, (disk + shards) * GIGABYTE_MONTH
    return f"""\
Ten million reports of {CHARACTERS:,} characters (the mean of 45 news reports in three languages), from the
figures above. Prices are assumed: {CORE_HOUR:.2f} USD a core-hour, {GIGABYTE_MONTH:.2f} USD a gigabyte-month.

- reading: 10,000,000 × {CHARACTERS:,} characters ÷ {pace:,.0f} a second ÷ 3,600 =
  **{hours:,.0f} core-hours**, on {CORES} cores {hours / CORES:,.0f} hours if none is ever idle
- writing the register: 10,000,000 × {each:.1f} ms ÷ 3,600,000 = **{writing:,.0f} hours** of one process,
  which no number of cores shortens; taken as in the largest register of the table
- shards: 10,000,000 × {kept:,.0f} bytes = **{shards:,.0f} GB**, until the register holds them
- register: 10,000,000 × {filed:,.0f} bytes = **{disk:,.0f} GB**
- money: ({hours:,.0f} + {writing:,.0f}) core-hours × {CORE_HOUR:.2f} = **{once:,.0f} USD** once, and
  ({disk:,.0f} + {shards:,.0f}) GB × {GIGABYTE_MONTH:.2f} = **{monthly:,.0f} USD a month** for the disk
"""

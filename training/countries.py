"""Which places are countries, for corpora that do not tell: by the names in the lexicon."""

from __future__ import annotations

import functools

import yaml

from training.places import LEXICON

_BOTH = {"country", "place"}
_SUFFIX = 6  # letters that Kazakh endings may add


def narrow_place(surface: str, means: tuple[str, ...]) -> tuple[str, ...]:
    """Return ('country',) where `means` leaves country or place open and the lexicon knows the country."""
    if set(means) != _BOTH:
        return means
    lower = surface.lower()
    known = any(lower.startswith(name) and len(lower) <= len(name) + _SUFFIX for name in _name_countries())
    return ("country",) if known else means


@functools.cache
def _name_countries() -> tuple[str, ...]:
    rows = yaml.load((LEXICON / "countries.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - strings only
    names = {name for row in rows for name in (row["kk"]["name"], *row["kk"].get("aliases", ()))}
    return tuple(sorted(name.lower() for name in names))

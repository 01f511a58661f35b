"""Briefs of the examples as they were last looked at, and how they are written anew.

python tests/briefs/golden_briefs.py    writes them; tests/golden/regenerate.py does so too
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from brief_registers import read_examples

from elshi.briefs import Request, render_brief, write_brief
from elshi.model.report import LANGUAGES, Language

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2026, 9, 20)
ASKED = (("NO", None), ("VN", "KZ"))


def write_golden(language: Language) -> str:
    """Return the briefs of the examples in one language, one after another, as Markdown."""
    register = read_examples()
    briefs = (write_brief(register, Request(language, DAY, country, other)) for country, other in ASKED)
    pages = (render_brief(brief, "md").decode() for brief in briefs)
    return "\n".join(pages).replace(f"{ROOT}/", "")


def find_golden(language: Language) -> Path:
    """Return the file that keeps them."""
    return GOLDEN / f"{language}.md"


if __name__ == "__main__":
    for each in LANGUAGES:
        find_golden(each).write_text(write_golden(each), encoding="utf-8")

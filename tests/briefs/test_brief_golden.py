"""The briefs of the examples are as last looked at."""

from __future__ import annotations

import pytest
from golden_briefs import find_golden, write_golden

from elshi.model.report import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_of_the_examples_is_as_last_looked_at(language: Language) -> None:
    """What changes a brief shows in a diff; tests/golden/regenerate.py writes it anew."""
    assert write_golden(language) == find_golden(language).read_text("utf-8")

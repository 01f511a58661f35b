"""The pages in a real browser: nothing from elsewhere, no breach of the policy, no barrier to anybody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from addresses import write_address
from axe_playwright_python.sync_playwright import Axe

from elshi.model.report import LANGUAGES, Language
from elshi.web.routes import PAGES

if TYPE_CHECKING:
    from served import Tab


RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_puts_up_a_barrier(tab: Tab, examples: Path, language: Language) -> None:
    """Axe-core finds nothing serious or critical on any page in any language (WCAG 2.2, levels A and AA)."""
    barriers = {
        page.name: found
        for page in PAGES
        if "html" in page.forms
        and (found := find_barriers(tab, write_address(page, "html", examples), language))
    }
    assert not barriers


def find_barriers(tab: Tab, address: str, language: Language) -> list[tuple[str, list[str]]]:
    """Return the rules that a page breaks, each with the first elements that do."""
    opened = tab.open(f"{address}{'&' if '?' in address else '?'}lang={language}")
    found = Axe().run(opened, options=RULES).response["violations"]
    return [
        (v["id"], [node["html"] for node in v["nodes"]][:3])
        for v in found
        if v["impact"] in {"serious", "critical"}
    ]

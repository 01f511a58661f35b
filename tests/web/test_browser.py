"""The pages in a real browser: nothing from elsewhere, no breach of the policy, no barrier to anybody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from addresses import write_address
from axe_playwright_python.sync_playwright import Axe

from elshi.model.report import LANGUAGES, Language
from elshi.web.routes import PAGES, Page

if TYPE_CHECKING:
    from served import Tab


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [p for p in PAGES if "html" in p.forms], ids=lambda page: page.name)
def test_no_page_puts_up_a_barrier(tab: Tab, examples: Path, page: Page, language: Language) -> None:
    """Axe-core finds nothing serious or critical on any page in any language (WCAG 2.2, levels A and AA)."""
    address = write_address(page, "html", examples)
    opened = tab.open(f"{address}{'&' if '?' in address else '?'}lang={language}")
    found = Axe().run(opened).response["violations"]
    barriers = [
        (v["id"], [node["html"] for node in v["nodes"]][:3])
        for v in found
        if v["impact"] in {"serious", "critical"}
    ]
    assert not barriers

# ruff: noqa: INP001 -- a script, not a package
"""Writes the Word template of briefs, src/elshi/briefs/templates/brief.docx.

python tools/make_brief_docx.py

The template is an ordinary Word file with the tags of docxtpl in it; a desk may change it in Word. This
script is how the one in the package was made.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm, Pt

TEMPLATE = Path(__file__).resolve().parent.parent / "src" / "elshi" / "briefs" / "templates" / "brief.docx"
_FONT = "Liberation Serif"  # has the Kazakh letters; Word takes Times New Roman, which has them too, for it


def make_template() -> Any:  # noqa: ANN401 - python-docx types are private
    """Return the template as a document."""
    document = Document()
    for name in ("Normal", "Title", "Heading 1"):
        document.styles[name].font.name = _FONT
    document.styles["Normal"].font.size = Pt(11)
    page = document.sections[0]
    page.left_margin = page.right_margin = Cm(2.2)
    document.add_paragraph("{{ title }}", style="Title")
    _add_loop(document, "item in scope", lambda: document.add_paragraph("{{ item.name }}: {{ item.value }}"))
    _add_loop(document, "section in sections", lambda: _add_section(document))
    document.add_paragraph("{{ sources }}", style="Heading 1")
    _add_loop(document, "note in footnotes", lambda: _add_note(document))
    return document


def _add_loop(document: Any, what: str, add_inside: Any) -> None:  # noqa: ANN401 - the same
    document.add_paragraph("{%p for " + what + " %}")
    add_inside()
    document.add_paragraph("{%p endfor %}")


def _add_section(document: Any) -> None:  # noqa: ANN401 - the same
    document.add_paragraph("{{ section.heading }}", style="Heading 1")
    _add_loop(document, "paragraph in section.paragraphs", lambda: _add_paragraph(document))


def _add_paragraph(document: Any) -> None:  # noqa: ANN401 - the same
    line = document.add_paragraph(style="List Bullet")
    line.add_run("{%r for sentence in paragraph.sentences %}")
    line.add_run("{{ sentence.text }}")
    line.add_run("{%r for number in sentence.notes %}")
    line.add_run("[{{ number }}]").font.superscript = True
    line.add_run("{%r endfor %}")
    line.add_run("{{ ' ' if not loop.last }}")
    line.add_run("{%r endfor %}")


def _add_note(document: Any) -> None:  # noqa: ANN401 - the same
    line = document.add_paragraph("[{{ note.number }}] {{ note.about }}")
    line.add_run("{% if note.language_name %} ({{ note.language_name }}){% endif %}")
    line.add_run(": {{ note.quoted }}")
    line.add_run("{% if note.source != note.outlet %} – {{ note.source }}{% endif %}")
    line.paragraph_format.space_after = Pt(4)


def main() -> int:
    """Write the template; return the exit code."""
    make_template().save(TEMPLATE)
    return 0


if __name__ == "__main__":
    sys.exit(main())

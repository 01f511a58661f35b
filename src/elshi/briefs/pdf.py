"""Briefs in PDF, by Typst (extra `briefs`), offline and with the fonts that come in its package.

The brief reaches the template as data (`sys.inputs.brief`, JSON) and never as markup.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Literal

from elshi.errors import Message, UsageError
from elshi.model.entry import Json


def render_pdf(fields: Json, template: Path) -> bytes:
    """Return the brief as PDF. Raises UsageError where Typst is missing or refuses the template."""
    return compile_typst(fields, template, "pdf")[0]


def compile_typst(fields: Json, template: Path, form: Literal["pdf", "png"]) -> list[bytes]:
    """Return what Typst makes of the template: one PDF, or with 'png' a picture a page."""
    try:
        import typst  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = Message("PDF needs typst; type: pip install 'elshi[briefs]'")
        raise UsageError(message) from error
    try:
        made = typst.compile(
            template.resolve(),
            root=template.resolve().parent,
            format=form,
            sys_inputs={"brief": json.dumps(fields, ensure_ascii=False)},
            timestamp=dt.datetime.fromisoformat(fields["day"]).replace(tzinfo=dt.UTC),
        )
    except (typst.TypstError, OSError) as error:
        message = Message(
            "%(template)s: %(error)s; see to the template",
            template=template,
            error=" ".join(str(error).split()),
        )
        raise UsageError(message) from error
    return made if isinstance(made, list) else [made]

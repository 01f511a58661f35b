"""A brief as a file: Markdown, HTML, Word, PDF, each by a template that may be replaced."""

from __future__ import annotations

import importlib.resources
from collections.abc import Callable, Mapping
from pathlib import Path

from elshi.briefs.layout import describe_brief
from elshi.briefs.model import Brief, Format
from elshi.errors import Message, UsageError
from elshi.model.entry import Json

Renderer = Callable[[Json, Path], bytes]


def render_brief(brief: Brief, form: Format, template: Path | None = None) -> bytes:
    """Return the brief in the format `form`, laid out by `template` or by the one of the package.

    Raises UsageError where the format's library is missing, or where the template cannot be read or used.
    """
    source = importlib.resources.files("elshi.briefs") / "templates" / _NAMES[form]
    with importlib.resources.as_file(source) as shipped:
        chosen = template or shipped
        if not chosen.is_file():
            message = Message("%(template)s: there is no such template; give a file", template=chosen)
            raise UsageError(message)
        return _RENDERERS[form](describe_brief(brief), chosen)


def _render_markdown(fields: Json, template: Path) -> bytes:
    from elshi.briefs.texts import render_markdown  # noqa: PLC0415 - each format's library when it is needed

    return render_markdown(fields, template)


def _render_html(fields: Json, template: Path) -> bytes:
    from elshi.briefs.texts import render_html  # noqa: PLC0415 - the same

    return render_html(fields, template)


def _render_docx(fields: Json, template: Path) -> bytes:
    from elshi.briefs.docx import render_docx  # noqa: PLC0415 - the same

    return render_docx(fields, template)


def _render_pdf(fields: Json, template: Path) -> bytes:
    from elshi.briefs.pdf import render_pdf  # noqa: PLC0415 - the same

    return render_pdf(fields, template)


_NAMES: Mapping[Format, str] = {
    "md": "brief.md.jinja",
    "html": "brief.html.jinja",
    "docx": "brief.docx",
    "pdf": "brief.typ",
}
_RENDERERS: Mapping[Format, Renderer] = {
    "md": _render_markdown,
    "html": _render_html,
    "docx": _render_docx,
    "pdf": _render_pdf,
}

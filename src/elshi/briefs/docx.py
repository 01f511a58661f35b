"""Briefs in Word, by docxtpl (extra `briefs`)."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from jinja2 import TemplateError
from jinja2.sandbox import SandboxedEnvironment

from elshi.errors import Message, UsageError
from elshi.model.entry import Json

_SAME_DAY = (1980, 1, 1, 0, 0, 0)  # in the archive, so that the same brief is the same file


def render_docx(fields: Json, template: Path) -> bytes:
    """Return the brief as a Word document. Raises UsageError where docxtpl is missing or the template bad."""
    try:
        from docxtpl import DocxTemplate  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = Message("Word documents need docxtpl; type: pip install 'elshi[briefs]'")
        raise UsageError(message) from error
    written = io.BytesIO()
    try:
        document = DocxTemplate(template)
        document.render(fields, SandboxedEnvironment(), autoescape=True)
        document.save(written)
    except (TemplateError, OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        message = Message(
            "%(template)s: %(error)s; give a Word template",
            template=template,
            error=" ".join(str(error).split()),
        )
        raise UsageError(message) from error
    return _settle(written)


def _settle(written: io.BytesIO) -> bytes:
    """Return the archive without the times at which its parts were written."""
    settled = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            target.writestr(
                zipfile.ZipInfo(part.filename, _SAME_DAY), source.read(part), zipfile.ZIP_DEFLATED
            )
    return settled.getvalue()

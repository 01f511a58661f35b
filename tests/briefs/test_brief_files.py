"""Briefs as files: names show literally in all four forms, and a desk's own template is used."""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from brief_registers import make_meeting, make_register, read_text, take_person
from markdown_it import MarkdownIt

from elshi.briefs import FORMATS, Brief, Request, render_brief, write_brief
from elshi.briefs.model import Format
from elshi.errors import UsageError
from elshi.model.report import LANGUAGES, Language
from elshi.register import Register

docx = pytest.importorskip("docx", reason="the extra `briefs` is not installed")
pytest.importorskip("typst", reason="the extra `briefs` is not installed")
pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")

JUNE = dt.date(2026, 6, 1)
BAD = [
    "#import",
    "{{7*7}}",
    "{% for %}",
    r"\back",
    "*star*",
    "_line_",
    "<b>bold</b>",
    "$sum$",
    "`code`",
    "[link](x)",
    "&amp;",
    '"double"',
    "#eval('1')",
    "<script>alert(1)</script>",
    "~tilde~",
    "@label",
]
KAZAKH = "ӘәІіҢңҒғҮүҰұҚқӨөҺһ"


def write_bad(name: str, language: Language = "en") -> Brief:
    """Return a brief in which somebody is called `name`, and so are the outlet and a part of the quote."""
    text = f"Minister {name} met the ambassador."
    people = (take_person(text, name, name, "minister", "QA", "a"),)
    register = Register.in_memory()
    meeting = make_meeting(text, people, "2026-03-12")
    register.add(read_text(text, "en", "2026-03-12", f"The {name} Times", engagements=(meeting,)))
    return write_brief(register, Request(language, JUNE, "QA"))


class _Text(HTMLParser):
    """The text of a page without that of its styles."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read_file(written: bytes, form: Format) -> str:
    """Return the text that a reader of the file sees."""
    if form == "docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(written)).paragraphs)
    if form == "pdf":
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(written)).pages)
    page = written.decode() if form == "html" else MarkdownIt("commonmark").render(written.decode())
    parser = _Text()
    parser.feed(page)
    assert "script" not in parser.tags
    assert "b" not in parser.tags
    return "".join(parser.words)


def squeeze(text: str) -> str:
    """Return `text` without blanks: where lines are broken is no matter."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_shows_literally(form: Format) -> None:
    """Nothing in a name, an outlet or a quote is taken for markup, a tag or a template."""
    name = " ".join(BAD)
    seen = squeeze(read_file(render_brief(write_bad(name), form), form))
    assert seen.count(squeeze(name)) >= 3
    assert "49" not in seen


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_has_the_whole_brief(form: Format, language: Language) -> None:
    """Each heading, sentence and quote is in the file, with the letters of its language."""
    brief = write_brief(make_register(), Request(language, JUNE, "QA"))
    seen = squeeze(read_file(render_brief(brief, form), form))
    for section in brief.sections:
        assert squeeze(section.heading) in seen
        for sentence in (s for paragraph in section.paragraphs for s in paragraph):
            assert squeeze(sentence.text) in seen
    assert all(squeeze(note.quote) in seen for note in brief.footnotes)


def test_every_footnote_begins_a_line_of_markdown() -> None:
    """Markdown knows a footnote only where it begins a line."""
    brief = write_brief(make_register(), Request("en", JUNE, "QA"))
    lines = render_brief(brief, "md").decode().splitlines()
    begun = [line for line in lines if re.match(r"\[\^\d+\]: ", line)]
    assert len(begun) == len(brief.footnotes) > 1
    assert all(line.count("]: ") == 1 for line in begun)


@pytest.mark.parametrize("form", FORMATS)
def test_kazakh_letters_are_written(form: Format) -> None:
    """The fonts of the file have every letter of the Kazakh alphabet."""
    assert KAZAKH in read_file(render_brief(write_bad(KAZAKH, "kk"), form), form)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_brief_is_the_same_file(form: Format) -> None:
    """No time of writing is in a file."""
    brief = write_brief(make_register(), Request("ru", JUNE, "QA"))
    assert render_brief(brief, form) == render_brief(brief, form)


@pytest.mark.parametrize("control", ["\x00", "\x0b", "\x1b[31m", "\ufffe"])
@pytest.mark.parametrize("form", FORMATS)
def test_control_characters_break_no_file(form: Format, control: str) -> None:
    """What no document may hold is replaced."""
    assert "Rashid" in read_file(render_brief(write_bad(f"Khalid{control} Rashid"), form), form)


def test_quoted_words_have_their_language_in_the_page() -> None:
    """A screen reader is told that a quote is in another language."""
    page = render_brief(write_brief(make_register(), Request("en", JUNE, "QA")), "html").decode()
    assert '<html lang="en">' in page
    assert '<span lang="ru">открыть рейс</span>' in page


@pytest.mark.parametrize(
    ("form", "template", "seen"),
    [
        (
            "md",
            "= {{ title }} ={% for n in footnotes %} {{ n.outlet }}{% endfor %}",
            "= Brief: Qatar = The Steppe",
        ),
        ("html", "<p>{{ sections[0].heading }}</p>", "<p>Last contacts</p>"),
    ],
)
def test_a_desk_may_lay_a_brief_out_itself(form: Format, template: str, seen: str, tmp_path: Path) -> None:
    """A template is a file with the same variables."""
    path = tmp_path / "own"
    path.write_text(template, "utf-8")
    brief = write_brief(make_register(), Request("en", JUNE, "QA"))
    assert seen in render_brief(brief, form, path).decode()


def test_a_desk_may_lay_out_word_and_pdf_itself(tmp_path: Path) -> None:
    """The one in Word, the other in Typst."""
    document = docx.Document()
    document.add_paragraph("Only {{ title }}")
    document.save(tmp_path / "own.docx")
    (tmp_path / "own.typ").write_text("#let b = json(bytes(sys.inputs.brief))\nOnly #b.title", "utf-8")
    brief = write_brief(make_register(), Request("en", JUNE, "QA"))
    assert read_file(render_brief(brief, "docx", tmp_path / "own.docx"), "docx") == "Only Brief: Qatar"
    assert "Only Brief: Qatar" in read_file(render_brief(brief, "pdf", tmp_path / "own.typ"), "pdf")


@pytest.mark.parametrize(
    ("form", "template"),
    [
        ("md", "{% for %}"),
        ("html", "{{ title.__class__.__mro__ }}"),
        ("pdf", "#nosuch()"),
        ("docx", "no Word file"),
    ],
)
def test_a_bad_template_is_told_in_one_line(form: Format, template: str, tmp_path: Path) -> None:
    """Which file, and what is wrong with it; a template reaches nothing but the brief."""
    path = tmp_path / "own"
    path.write_text(template, "utf-8")
    with pytest.raises(UsageError, match="own") as raised:
        render_brief(write_bad("Rashid"), form, path)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(("form", "library"), [("docx", "docxtpl"), ("pdf", "typst")])
def test_a_missing_library_is_named(form: Format, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Markdown and HTML need no extra; the others say what to install."""
    monkeypatch.setitem(sys.modules, library, None)
    brief = write_bad("Rashid")
    with pytest.raises(UsageError, match=r"pip install 'elshi\[briefs\]'"):
        render_brief(brief, form)
    assert render_brief(brief, "md")
    assert render_brief(brief, "html")

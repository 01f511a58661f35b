# ruff: noqa: INP001 -- a script, not a package
"""Keeps the catalogues of the interface (src/elshi/locales/*.po) in step with what the code and pages say.

python tools/make_catalogues.py           puts new texts in, takes old ones out, lists what needs translating
python tools/make_catalogues.py --check   lists what is wrong; exit code 1 if anything is

Texts are gathered by Babel from the calls of `say` and `say_number` and from the templates, `_(...)` and
{% trans %}; what errors say from `Message(...)` anywhere in the package, under a context of its own. English
is the language of the source: what stands in the code is put into en.po as it is, and may be worded otherwise
there.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from elshi.locales.messages import CONTEXT

ELSHI = Path(__file__).resolve().parent.parent / "src" / "elshi"
LOCALES = ELSHI / "locales"
SPEAKING = (
    "charts",
    "locales",
    "web",
)  # briefs have phrases of their own
LANGUAGES = ("kk", "ru", "en")
METHODS = [("**.py", "python"), ("**.html", "jinja2"), ("**.txt", "jinja2"), ("**.svg", "jinja2")]
ERROR_KEYWORDS = {"Message": None}
KEYWORDS = {**DEFAULT_KEYWORDS, "say": None, "say_number": (1, 2)}
# Without days and names: two people who add texts should meet only where they translate the same.
HEADER = """# The interface of Elshi. tools/make_catalogues.py gathers the texts; a translator fills `msgstr`.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
_PLACEHOLDER = re.compile(r"%(?:\((\w+)\))?([a-zA-Z%])|\{(\w*)\}")
_TAG = re.compile(r"</?\w+[^>]*>")


def gather_texts() -> Catalog:
    """Return every text that is said to people, with the files that say it."""
    template = Catalog(charset="utf-8")
    for package in SPEAKING:
        for name, _, text, comments, context in extract_from_dir(
            ELSHI / package, METHODS, keywords=KEYWORDS, options_map={"**": {"silent": "false"}}
        ):
            place = [(f"src/elshi/{package}/{name}", 1)]
            template.add(text, locations=place, auto_comments=comments, context=context)
    for name, _, text, comments, _ in extract_from_dir(ELSHI, METHODS[:1], keywords=ERROR_KEYWORDS):
        template.add(text, locations=[(f"src/elshi/{name}", 1)], auto_comments=comments, context=CONTEXT)
    return template


def read_catalogue(language: str) -> Catalog:
    """Return the catalogue of `language`."""
    return read_po(io.BytesIO((LOCALES / f"{language}.po").read_bytes()), locale=language)


def update_catalogue(language: str, template: Catalog) -> Catalog:
    """Write the catalogue of `language` with exactly the texts of `template`; return it."""
    catalogue = read_catalogue(language)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    for message in catalogue if language == "en" else ():
        if message.id and not is_translated(message):
            message.string = message.id
    header = HEADER.format(language=language, plurals=catalogue.plural_forms)
    with (LOCALES / f"{language}.po").open("wb") as file:
        file.write(header.encode())
        write_po(
            file,
            catalogue,
            width=0,
            sort_output=True,
            ignore_obsolete=True,
            include_lineno=False,
            omit_header=True,
        )
    return catalogue


def find_faults(catalogue: Catalog, template: Catalog) -> Iterator[str]:
    """Yield what is wrong with `catalogue`: missing, fuzzy or obsolete texts, plural forms, placeholders."""
    held = {_key(message): message for message in catalogue if message.id}
    wanted = {_key(message): message for message in template if message.id}
    for key in sorted(wanted.keys() - held.keys()):
        yield f"{key[1]!r} is missing"
    for key in sorted(held.keys() - wanted.keys()):
        yield f"{key[1]!r} is obsolete: nothing says it any more"
    for message in catalogue.obsolete.values():
        yield f"{_key(message)[1]!r} is kept as obsolete"
    for key in sorted(wanted.keys() & held.keys()):
        yield from (f"{key[1]!r} {fault}" for fault in _find_faults_of(held[key], catalogue.num_plurals))


def is_translated(message: Message) -> bool:
    """Tell whether every form of `message` is there."""
    forms = message.string if isinstance(message.string, list | tuple) else (message.string,)
    return all(forms)


def _find_faults_of(message: Message, plurals: int) -> Iterator[str]:
    if message.fuzzy:
        yield "is fuzzy: look at it and take the mark away"
    if not is_translated(message):
        yield "is not translated"
        return
    forms = message.string if isinstance(message.string, list | tuple) else (message.string,)
    ids = message.id if isinstance(message.id, list | tuple) else (message.id,)
    if len(forms) != (plurals if len(ids) > 1 else 1):
        yield f"has {len(forms)} forms; the language has {plurals}"
    for form in forms:
        # The form for one may leave the number out, as 'yesterday' does.
        if not _list_places(ids[0]) <= _list_places(form) <= _list_places(ids[-1]) | _list_places(ids[0]):
            yield f"has other placeholders in {form!r}"
        if _TAG.findall(form) != _TAG.findall(ids[-1]):
            yield f"has other tags in {form!r}"
        if (form[0].isspace(), form[-1].isspace()) != (ids[-1][0].isspace(), ids[-1][-1].isspace()):
            yield f"begins or ends with other blanks in {form!r}"


def _list_places(text: str) -> set[tuple[str, str, str]]:
    # What English puts in quotation marks, another language puts in its own.
    return {(name, form.replace("r", "s"), brace) for name, form, brace in _PLACEHOLDER.findall(text)}


def _key(message: Message) -> tuple[str, str]:
    ids = message.id if isinstance(message.id, list | tuple) else (message.id,)
    return message.context or "", ids[0]


def main() -> int:
    """Update the catalogues, or with --check say what is wrong with them; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only say what is wrong")
    checks = parser.parse_args().check
    template, faults = gather_texts(), 0
    for language in LANGUAGES:
        catalogue = read_catalogue(language) if checks else update_catalogue(language, template)
        for fault in find_faults(catalogue, template):
            faults += 1
            print(f"{language}.po: {fault}")  # noqa: T201 -- what the script is for
    print(f"{len(template)} texts, {faults} to see to")  # noqa: T201 -- the same
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())

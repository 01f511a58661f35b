"""Errors keep what they are made of: English where text is asked for, other languages from the same parts."""

from __future__ import annotations

import ast
import json
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import escape

import elshi.errors
import elshi.fetch.answer
import elshi.web.errors
from elshi.errors import ElshiError, Message, SourceError, UsageError
from elshi.locales import open_tongue
from elshi.locales.messages import CONTEXT, PLACE, find_words, recall_message
from elshi.locales.tongue import read_catalogue
from elshi.model.query import Query
from elshi.model.report import Language
from elshi.web.messages import write_message

SOURCE = Path(elshi.errors.__file__).parent
TEXTS = [str(message.id) for message in read_catalogue("en") if message.context == CONTEXT]
LATIN = re.compile(
    r"`[^`]*`|\b(?:Elshi|JSON|HTML|UTF-8|XML|RSS|Atom|EDTF|PDF|Word|IPv[46]|NUL|typst|docxtpl|Altair|vl-convert"
    r"|PostgreSQL|SQLite|Parquet|Office|Telegram Desktop|RIFF|Ogg|MP3|RTF|GIF|JPEG|PNG|TIFF|RAR|ZIP|7-Zip"
    r"|Zstandard|bzip2|gzip|xz|Teredo|6to4|link-local|mbox|https?|robots\.txt|KZ|NO|JO|QA|UN|Amman|ud800|date)\b"
    r"|\.(?:txt|html|jsonl)\b"
)  # names of formats, programs and commands, and examples
# What only commands, Python and programs meet. Everything else that is raised can come to a page.
FOR_COMMANDS = {
    "cli/": "what is wrong with a command",
    "engines/": "runs on many machines",
    "exports/": "files given to `elshi import`",
    "lexicon/": "a fault of the lexicon, met when the program begins",
    "mcp/": "programs",
    "mentions/": "the files of the encoder",
    "web/api/": "programs",
    "clean/boilerplate.py": "a fault of the lexicon",
    "reader.py": "what Python gave is no report",
    "record/copying.py": "`elshi copy`",
    "register/merging.py": "`elshi import`",
    "register/things.py": "`elshi entities`",
    "register/transfer.py": "`elshi import`",
    "settings.py": "the environment of the program",
    "sources/remote.py": "addresses given to `elshi add`",
    "watch/lock.py": "`elshi watch`",
    "watch/publishers.py": "`elshi publishers`",
    "watch/rows.py": "the file given to `elshi watch`",
    "web/server.py": "`elshi serve` before it serves",
}


def list_errors(kind: type[ElshiError] = ElshiError) -> Iterator[str]:
    """Yield the names of our errors."""
    yield kind.__name__
    for inner in kind.__subclasses__():
        yield from list_errors(inner)


def list_spoken() -> list[Path]:
    """Return the files whose errors a page may show."""
    files = {path.relative_to(SOURCE).as_posix(): path for path in sorted(SOURCE.rglob("*.py"))}
    return [path for name, path in files.items() if not name.startswith(tuple(FOR_COMMANDS))]


def find_plain(source: str) -> Iterator[int]:
    """Yield the lines that give one of our errors plain text, at once or by a variable of the function."""
    errors = set(list_errors())
    for function in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)):
        nodes = list(ast.walk(function))
        assigned = [node for node in nodes if isinstance(node, ast.Assign) and is_plain(node.value)]
        plain = {t.id for node in assigned for t in node.targets if isinstance(t, ast.Name)}
        for call in nodes:
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in errors:
                said = call.args[1:3] if call.func.id in {"SourceError", "FetchError"} else call.args[:1]
                if any(is_plain(arg) or (isinstance(arg, ast.Name) and arg.id in plain) for arg in said):
                    yield call.lineno


def is_plain(node: ast.expr) -> bool:
    """Tell whether an expression is text as it stands, or may be."""
    match node:
        case ast.IfExp():
            return is_plain(node.body) or is_plain(node.orelse)
        case ast.Call(func=ast.Name("str")):  # of an error, which forgets what it is made of
            return True
        case ast.Constant(str()) | ast.JoinedStr():
            return True
    return False


def test_an_error_that_a_page_may_show_is_a_message() -> None:
    """Plain text could be said in English only; `Message(...)` is gathered for the catalogues."""
    found = {path: list(find_plain(path.read_text("utf-8"))) for path in list_spoken()}
    assert {str(path): lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("line", "faulty"),
    [
        ("raise Missing('nothing')", True),
        ("raise UsageError(f'no {x}')", True),
        ("message = f'no {x}'; raise UsageError(message)", True),
        ("raise SourceError(x, str(x), Message('see to it'))", True),
        ("raise SourceError(x, Message('it is empty'), 'a' if x else Message('b'))", True),
        ("raise UsageError(Message('no %(x)s', x=x))", False),
        ("message = Message('no'); raise UsageError(message)", False),
        ("raise ValueError('no')", False),
    ],
)
def test_plain_text_in_an_error_is_found(line: str, *, faulty: bool) -> None:
    """The check above sees a sentence given at once or by a variable, and `str` of an error."""
    assert bool(list(find_plain(f"def work(x):\n    {line}"))) == faulty


@pytest.mark.parametrize("name", sorted(FOR_COMMANDS))
def test_what_is_left_out_is_there(name: str) -> None:
    """A file that was moved must be looked at again."""
    assert (SOURCE / name).exists()


def test_a_message_is_its_english_sentence() -> None:
    """JSON, comparisons and commands see nothing but the sentence; it survives a way to another process."""
    inner = Message("there is no text in it")
    message = Message("%(place)r: %(cause)s", place="a'b", cause=inner)
    again = pickle.loads(pickle.dumps(message))  # noqa: S301 -- ours
    assert message == again == '"a\'b": there is no text in it'
    assert (again.text, again.values) == (message.text, message.values)
    assert isinstance(again.values["cause"], Message)
    assert json.loads(json.dumps({"error": message})) == {"error": str(message)}
    assert Message("100 % sure") == "100 % sure"


def test_an_error_gives_its_message_and_that_of_an_error_within_it() -> None:
    """What is wrong with a file is said by the cause; a cause that is an error gives what it says."""
    error = SourceError("news.txt", Message("it is empty"), Message("give a whole report"), 3)
    assert str(error) == error.message == "news.txt:3: it is empty; give a whole report"
    outer = Message("the answer broke off (%(error)s)", error=UsageError(Message("it is cut off")))
    assert isinstance(outer.values["error"], Message)
    assert UsageError("plain").message == "plain"


def fill(text: str) -> Message:
    """Return a message with something in each of its places."""
    names = {place["name"] for place in PLACE.finditer(text) if place["name"]}
    return Message(text, **{name: f"{name.upper()} 7" for name in names})


def test_a_stored_sentence_is_recalled() -> None:
    """A register keeps the English sentence; what it was made of is found again, whatever filled it."""
    for said in map(fill, TEXTS):
        recalled = recall_message(str(said))
        assert recalled == said
        assert isinstance(recalled, Message) == bool(re.search("[a-z]", PLACE.sub("", said.text))), said


def test_messages_within_a_stored_sentence_are_recalled() -> None:
    """A cause with its advice, with another cause in brackets, in Russian; a foreign program's words stay."""
    rules = "https://a.example/robots.txt"
    said = f"{rules} could not be had (a.example does not answer (timed out)); check the address"
    shown = write_message(said, open_tongue("ru")).striptags()
    assert shown == f"Не удалось получить {rules} (сервер a.example не отвечает (timed out)); проверьте адрес"


@pytest.mark.parametrize("said", ["segmentation fault", "Errno 5: what; ever", "a: b; c", ""])
def test_what_is_no_message_stays_english(said: str) -> None:
    """A sentence that no catalogue has is marked as English; a colon makes nothing ours."""
    assert not isinstance(recall_message(said), Message)
    assert write_message(said, open_tongue("kk")) == f'<span lang="en">{said}</span>'


@pytest.mark.parametrize("said", ["a; " * 330 + "b", "a; " * 5000 + "b", "a: b; " * 2000 + "c"])
def test_foreign_text_that_looks_like_many_messages_is_left_as_it_is(said: str) -> None:
    """A cause may quote what a server or a file says, however long, and in whatever marks."""
    assert recall_message(said) == said
    assert write_message(said, open_tongue("ru")) == f'<span lang="en">{said}</span>'


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("kk", "Бұл ел коды емес: «<b>»; KZ сияқты екі әріп беріңіз немесе ұйым бойынша сұраңыз"),
        ("ru", "«<b>» – не код страны; укажите две буквы, например KZ, или задайте организацию"),
        ("en", "'<b>' is no country code; give two letters such as KZ, or ask for a body"),
    ],
)
def test_what_was_typed_is_escaped_and_marked(language: Language, shown: str) -> None:
    """What somebody typed is in no language that we know, and never markup."""
    with pytest.raises(UsageError) as caught:
        Query(country="<b>")
    said = write_message(caught.value.message, open_tongue(language))
    typed = escape("'<b>'" if language == "en" else "<b>")
    assert f'<span lang="">{typed}</span>' in said
    assert said.striptags() == shown


@pytest.mark.parametrize(
    ("text", "values", "shown"),
    [
        ('%(field)s is a list; give it whole, as JSON: ["KZ", "JO"]', {"field": "parties"}, "«Стороны»"),
        (
            "%(name)s has no right to %(right)s; ask an admin for another role",
            {"name": "ann", "right": "judge"},
            "принимать решения",
        ),
        ("the text is in %(spoken)s", {"spoken": "Uzbek"}, "узбекский"),
        (
            "%(whole)s is a %(kind)s; give the id of an engagement",
            {"whole": "1", "kind": "position"},
            "позиция",
        ),
        ("%(ident)r is no token; `elshi tokens list` lists them", {"ident": "1"}, "<code>elshi tokens list<"),
    ],
)
def test_codes_are_called_by_their_names(text: str, values: dict[str, str], shown: str) -> None:
    """A field, a right, a kind of entry and a language are named as the rest of the page names them."""
    assert text in TEXTS
    assert shown in write_message(Message(text, **values), open_tongue("ru"))


def test_a_kind_that_there_is_not_stays_as_it_was_typed() -> None:
    """It is no code that has a name: it is marked as what somebody typed, letter for letter."""
    with pytest.raises(UsageError) as caught:
        Query(kind="my_kind")  # type: ignore[arg-type] # from an address anything may come
    said = write_message(caught.value.message, open_tongue("ru"))
    assert said.startswith('Вида записей «<span lang="">my_kind</span>» нет')


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_message_is_said_in_its_own_letters(language: Language) -> None:
    """Latin letters stand in names of formats and programs, in commands and in examples, and nowhere else."""
    said = {text: find_words(fill(text), open_tongue(language)) for text in TEXTS}
    foreign = {
        t: re.findall("[A-Za-z]{2,}", LATIN.sub("", PLACE.sub("", words))) for t, words in said.items()
    }
    assert {text: words for text, words in foreign.items() if words} == {}

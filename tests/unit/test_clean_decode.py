"""Bytes to text: the encoding is told by content, and nothing is replaced."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.clean.decode import decode
from elshi.errors import SourceError
from elshi.model.report import Capture

RUSSIAN = "Министр иностранных дел принял посла соседней страны. Стороны обсудили торговлю и транспорт."
KAZAKH = "Сыртқы істер министрі көршілес елдің елшісін қабылдады. Тараптар сауда мәселелерін талқылады."
ENGLISH = "The minister received Ambassador José Nuñez – they spoke of trade and transport."
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")

RUSSIAN_WORDS = [
    "министр", "посол", "президент", "встреча", "визит", "договор", "торговля", "страны", "стороны",
    "обсудили", "приняли", "участие", "сотрудничество", "вопросы", "развития", "Казахстана",
    "Узбекистана", "России", "и", "в", "на", "с", "по", "что", "для", "был", "ООН", "США", "ЕС",
]  # fmt: skip
KAZAKH_WORDS = [
    "министр", "елші", "президент", "кездесу", "сапар", "келісім", "сауда", "елдер", "тараптар",
    "талқылады", "қатысты", "ынтымақтастық", "мәселелері", "дамыту", "Қазақстан", "Өзбекстан", "және",
    "мен", "үшін", "туралы", "бойынша", "БҰҰ", "АҚШ",
]  # fmt: skip


def text_of(words: list[str]) -> st.SearchStrategy[str]:
    """Return texts of eight to forty of `words`, with commas, full stops and line ends between them."""
    piece = st.tuples(st.sampled_from(words), st.sampled_from([" ", ", ", ". ", "\n", "\r\n", " - "]))
    return st.lists(piece, min_size=8, max_size=40).map(lambda pieces: "".join(map("".join, pieces)))


def capture(data: bytes, media_type: str = "text") -> Capture:
    """Return a capture of `data`."""
    return Capture("report.txt", data, "html" if media_type == "html" else "text")


@given(text_of(RUSSIAN_WORDS), st.sampled_from([*UNICODE, "windows-1251", "koi8-r"]))
def test_russian_comes_back_from_every_encoding(text: str, encoding: str) -> None:
    """What was written in Unicode, windows-1251 or KOI8-R is read as it was written."""
    assert decode(capture(text.encode(encoding))) == text


@given(text_of(KAZAKH_WORDS), st.sampled_from([*UNICODE, "kz1048"]))
def test_kazakh_comes_back_from_every_encoding_that_holds_it(text: str, encoding: str) -> None:
    """Kazakh letters fit Unicode and KZ-1048 only, and come back from both."""
    assert decode(capture(text.encode(encoding))) == text


@given(text_of([word.upper() for word in RUSSIAN_WORDS]), st.sampled_from(["windows-1251", "koi8-r"]))
def test_capitals_alone_are_told_apart_too(text: str, encoding: str) -> None:
    """KOI8-R turns capitals into small letters of windows-1251, so the letters themselves must decide."""
    assert decode(capture(text.encode(encoding))) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "windows-1252"])
def test_english_with_foreign_names_comes_back(encoding: str) -> None:
    """'José Nuñez' is read as written and not as 'Josй Nuсez'."""
    assert decode(capture(ENGLISH.encode(encoding))) == ENGLISH


def test_line_ends_stay_as_they_are() -> None:
    """A plain text is stored as decoded: offsets count its own line ends."""
    text = f"{RUSSIAN}\r\n\r\n{RUSSIAN}\r"
    assert decode(capture(codecs.BOM_UTF8 + text.encode())) == text


def test_a_broken_byte_is_named() -> None:
    """Damaged UTF-8 is refused at the byte where it breaks; nothing is replaced."""
    damaged = KAZAKH[:10].encode() + b"\xff" + KAZAKH[10:].encode()
    assert len(KAZAKH[:10].encode()) == 19
    with pytest.raises(SourceError, match=r"report.txt: byte 20 \(0xff\) is not utf-8; save it as UTF-8"):
        decode(capture(damaged))


def test_bytes_of_no_known_encoding_are_refused() -> None:
    """Bytes that make no words in any encoding are not guessed at."""
    with pytest.raises(SourceError, match="is not utf-8"):
        decode(capture(bytes(range(128, 256)) * 4))


def test_an_odd_byte_of_utf16_is_named() -> None:
    """A UTF-16 file cut in the middle of a character is refused."""
    data = KAZAKH.encode("utf-16")[:-1]
    with pytest.raises(SourceError, match=rf"byte {len(data)} .* is not utf-16-le"):
        decode(capture(data))


def test_a_nul_is_refused_where_it_stands() -> None:
    """A text with a NUL is damaged or no text: it is refused, not read around."""
    with pytest.raises(SourceError, match="there is a NUL at character 8"):
        decode(capture(b"Minister\x00 met envoys in Astana".replace(b"r\x00", b"\x00")))


def test_control_characters_make_binary_data() -> None:
    """Many control characters mean a file that is no text, whatever its name."""
    with pytest.raises(SourceError, match="control characters: binary data"):
        decode(capture(bytes(range(1, 32)) * 10))


def test_a_page_is_read_in_the_charset_it_declares() -> None:
    """Without a byte order mark the declared charset decides."""
    page = f'<html><head><meta charset="koi8-r"></head><body><p>{RUSSIAN}</p></body></html>'
    assert decode(capture(page.encode("koi8-r"), "html")) == page


def test_a_page_that_declares_the_wrong_charset_is_read_by_its_content() -> None:
    """Valid UTF-8 beyond ASCII never comes about by chance, so it wins over the declaration."""
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{KAZAKH}</p></body></html>'
    assert decode(capture(page.encode(), "html")) == page


def test_an_unknown_charset_is_passed_over() -> None:
    """A declaration that names no charset leaves the decision to the content."""
    page = f'<html><head><meta charset="klingon"></head><body><p>{RUSSIAN}</p></body></html>'
    assert decode(capture(page.encode("windows-1251"), "html")) == page

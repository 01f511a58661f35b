"""An office with what stands around it: the country or body it belongs to, and the post of an envoy."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.lexicon.cues import read_cues
from elshi.lexicon.endings import read_endings
from elshi.lexicon.gazetteer import read_kazakh_case
from elshi.lexicon.places import body
from elshi.lexicon.words import finite_verb
from elshi.mentions.nearby import tokens_before, words_after, words_before
from elshi.mentions.offices import ENVOYS, Office
from elshi.model.ground import name_rule
from elshi.model.markup import Mention, Sentence, Title, Token
from elshi.model.report import Language
from elshi.model.span import Span

# how many tokens an office's own words can spread over: Russian strings out genitives and commas
_REACH: dict[Language, int] = {"ru": 30, "kk": 14, "en": 14}
_MARKS_APART = frozenset({";", "—", "«", "»", "“", "”"})
_OWNERS = frozenset({"country", "nationality", "body", "place"})
_MINISTERS = frozenset({"minister", "deputy_minister"})
_OWNING = frozenset({"nominative", "genitive", "ablative"})  # 'Пәкістаннан министр X' is of Pakistan
_WORDS_TO_OWNER = 4  # between the country and a comma in the ministry's name
_WORDS_TO_POST = 5  # between 'в' and the country: 'в г. Нью-Йорке', 'to the Republic of'


def describe_office(
    sentence: Sentence, office: Office, names: Sequence[Mention], limit: tuple[int, int]
) -> Title:
    """Return `office` as a title, with what its words before and after say of country, body and post.

    `names` are the gazetteer's mentions of the sentence; `limit` the token range [first, stop)
    that may belong to the office: nothing of another person's office is read into this one.
    """
    first, stop = _stretch(sentence, office, limit)
    around = Span(sentence.tokens[first].span.start, sentence.tokens[stop - 1].span.stop)
    near = [name for name in names if around.covers(name.span) and name.label in _OWNERS]
    posts = _find_posts(sentence, near, office)
    sent_to = {read_code(post) for post in posts}
    owners = [name for name in _find_owners(sentence, near, office) if read_code(name) not in sent_to]
    span = _join_beside(office.span, owners[0]) if owners else office.span
    return Title(
        span=span,
        office=office.code,
        text=_quote(sentence, span),
        represents=read_code(owners[0]) if owners else None,
        posted_to=read_code(posts[0]) if posts else None,
        body_text=owners[0].surface if owners else None,
        former=_is_former(sentence, first, office.first),
        rule=name_rule(owners[0].label, owners[0].surface) if owners else "",
    )


def read_code(mention: Mention) -> str | None:
    """Return the party that `mention` stands for: a city its country, an organ the body it belongs to."""
    value = mention.value
    if value is None:
        return None
    if mention.label == "place":
        return value.rsplit("|", 1)[-1]
    known = body(value) if mention.label == "body" else None
    return known.party if known else value


def _stretch(sentence: Sentence, office: Office, limit: tuple[int, int]) -> tuple[int, int]:
    """Return the tokens that can belong to the office: up to a verb, a mark or the limit."""
    language, first, stop = sentence.language, office.first, office.stop
    lowest = max(limit[0], first - _REACH[language])
    highest = min(limit[1], stop + _REACH[language]) if language != "kk" else stop
    while first > lowest and (
        not _cuts_before(sentence.tokens[first - 1], language) or _lists_on(sentence, office, first - 1)
    ):
        first -= 1
    while stop < highest and not _cuts_after(sentence.tokens[stop], language):
        stop += 1
    return first, stop


def _lists_on(sentence: Sentence, office: Office, at: int) -> bool:
    """Tell whether a Kazakh comma stands in a ministry's name: 'Моңғолияның Азық-түлік, сауда министрі'."""
    if sentence.tokens[at].text != "," or office.code not in _MINISTERS:
        return False
    before = sentence.tokens[max(0, at - _WORDS_TO_OWNER) : at]
    genitive = read_endings("genitive", sentence.language)
    return any(token.capital and token.lower.endswith(genitive) for token in before)


def _cuts_before(token: Token, language: Language) -> bool:
    return (
        token.text == "," or token.lower in read_cues("before_an_office", language) or _cuts(token, language)
    )


def _cuts_after(token: Token, language: Language) -> bool:
    return (token.text == "," and language != "ru") or _cuts(token, language)


def _cuts(token: Token, language: Language) -> bool:
    return token.text in _MARKS_APART or finite_verb(token, language)


def _find_owners(sentence: Sentence, near: Sequence[Mention], office: Office) -> list[Mention]:
    """Return the candidates for the office's owner: the usual side of the language first."""
    before = [n for n in near if n.span.stop <= office.span.start and not _is_parted(sentence, n, office)]
    inside = [n for n in near if n.span.overlaps(office.span)]
    after = [n for n in near if n.span.start >= office.span.stop and not _is_elsewhere(sentence, n)]
    if sentence.language == "ru":
        return [*inside, *(n for n in before[-1:] if n.label == "nationality"), *after]
    if sentence.language == "kk":
        return [*inside, *(n for n in reversed(before) if read_kazakh_case(n.surface) & _OWNING)]
    return [*inside, *before[-1:], *after]


def _is_parted(sentence: Sentence, name: Mention, office: Office) -> bool:
    """Tell whether the name before an English office is not its own: 'of Iran and King', 'In Oslo King'."""
    if sentence.language != "en":
        return False
    if read_cues("stands_in", "en").stand_in(words_before(sentence, name.span)):
        return True
    between = [t.lower for t in sentence.tokens if name.span.stop <= t.span.start < office.span.start]
    return "," in between or read_cues("parts_owner", "en").stand_in(between)


def _is_elsewhere(sentence: Sentence, name: Mention) -> bool:
    """Tell whether a Russian country stands after 'в' or 'из' and so is not whose office it is."""
    return read_cues("elsewhere", sentence.language).stand_in(words_before(sentence, name.span))


def _find_posts(sentence: Sentence, near: Sequence[Mention], office: Office) -> list[Mention]:
    """Return the country, city or body an envoy is sent to: 'в Греции', 'Иорданиядағы', 'to the UN'."""
    if office.code not in ENVOYS:
        return []
    if sentence.language == "kk":
        return [n for n in near if _is_posted(sentence, n)]
    return [n for n in near if n.span.start >= office.span.stop and _follows_preposition(sentence, n, near)]


def _is_posted(sentence: Sentence, name: Mention) -> bool:
    """Tell whether a Kazakh name says by its ending, or by the word after it, that somebody is there."""
    language = sentence.language
    return name.surface.lower().endswith(read_endings("situated", language)) or read_cues(
        "attached", language
    ).stand_in(words_after(sentence, name.span))


def _follows_preposition(sentence: Sentence, name: Mention, near: Sequence[Mention]) -> bool:
    """Tell whether the last word before `name`, adjectives left out, sends somebody there."""
    before = list(tokens_before(sentence, name.span, _WORDS_TO_POST))
    while before and _is_of_name(before[-1], near, sentence.language):
        before.pop()
    return bool(before) and before[-1].lower in read_cues("sends_to", sentence.language)


def _is_of_name(token: Token, near: Sequence[Mention], language: Language) -> bool:
    """Tell whether the token belongs to the name after it: 'г.', 'the', 'Республике', an adjective."""
    if token.text == "." or token.lower in read_cues("before_country", language):
        return True
    return any(name.label == "nationality" and name.span.covers(token.span) for name in near)


def _join_beside(office: Span, owner: Mention) -> Span:
    """Widen the office to the country or body beside it, as it would be quoted."""
    gaps = (abs(owner.span.stop - office.start), abs(office.stop - owner.span.start))
    return office.join(owner.span) if min(gaps) <= 1 else office


def _quote(sentence: Sentence, span: Span) -> str:
    """Return the words of `span`, with one blank where the text has any."""
    text, last = "", None
    for token in sentence.tokens:
        if span.covers(token.span):
            text += " " * (last is not None and token.span.start > last) + token.text
            last = token.span.stop
    return text


def _is_former(sentence: Sentence, first: int, office: int) -> bool:
    before = sentence.tokens[max(0, first - 1) : office]
    return read_cues("former", sentence.language).stand_in(token.lower for token in before)

"""Which offices of a sentence stand beside a name, before it or in apposition after it."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.lexicon.cues import read_cues
from elshi.lexicon.endings import read_endings
from elshi.lexicon.engagements import find_construction
from elshi.lexicon.prepositions import read_prepositions
from elshi.lexicon.words import finite_verb
from elshi.mentions.bearers import is_oblique, is_plural
from elshi.mentions.nearby import words_before
from elshi.mentions.offices import Office
from elshi.mentions.persons import Name
from elshi.mentions.scenes import Scene
from elshi.model.markup import Token
from elshi.model.report import Language
from elshi.text.morphology import open_russian, read_part_of_speech
from elshi.text.names import read_name_case

# how many tokens may tell whose office it is between the office and the name, and before an apposition
_MOST_BETWEEN: dict[Language, int] = {"ru": 30, "kk": 8, "en": 12}
_MOST_IN_APPOSITION: dict[Language, int] = {"ru": 4, "kk": 0, "en": 6}
_APART = frozenset({";", "»", "”", ")", "(", "«"})
_LIST_MARKS = frozenset({",", "–", "-", "—"})
_APPOSITION_MARKS = frozenset({",", "–", "—", "-", "("})
_BRACKETS = {"(": ")", "«": "»", "“": "”"}


def offices_before(scene: Scene, name: Name, previous: Name | None) -> tuple[Office, ...]:
    """Return the offices that lead up to `name` with nothing in between that cuts them apart, in order."""
    found: list[Office] = []
    lowest, reach = previous.stop if previous else 0, name.first
    for office in reversed(scene.offices):
        if office.first < lowest or office.stop > reach:
            continue
        if is_oblique(scene, office):
            break
        if not _leads_up(scene, scene.sentence.tokens[office.stop : reach], last=not found):
            break
        if _decrees(scene, office, name) or (found and not _agree(scene, office, found[0])):
            break
        found.insert(0, office)
        reach = office.first
    return tuple(found)


def offices_after(scene: Scene, name: Name) -> tuple[Office, ...]:
    """Return the office in apposition: 'Rabab Fatima, the UN High Representative'."""
    tokens, language = scene.sentence.tokens, scene.sentence.language
    if language == "kk" or name.stop >= len(tokens) or tokens[name.stop].text not in _APPOSITION_MARKS:
        return ()
    office = next((o for o in scene.offices if o.first > name.stop), None)
    if office is None or office.first - name.stop > _MOST_IN_APPOSITION[language]:
        return ()
    leading = tokens[name.stop + 1 : office.first]
    another = any(_tells_of_another(token, language) for token in _without_participles(leading, language))
    if another or (language == "ru" and _is_governed(tokens[office.first - 1], tokens[office.first])):
        return ()
    if any(finite_verb(token, language) for token in tokens[office.stop : office.stop + 1]):
        return ()  # the office is the subject of its own clause: 'Абаев, президент подписал указ'
    if tokens[office.stop - 1].lower.endswith(read_endings("possessive", language)):
        return ()  # 'Olsen, a former minister's driver'
    following = [o for o in scene.names if o.first > name.stop and not _is_of_office(scene, office, o)]
    claimed = any(office in offices_before(scene, other, name) for other in following)
    return () if claimed else (office,)


def _is_governed(before: Token, office: Token) -> bool:
    """Tell whether a Russian noun has the office after it in the genitive: 'Осло, визит императора'."""
    noun = before.text.isalpha() and read_part_of_speech(before.lower) == "NOUN"
    return noun and any(case.startswith("gent") for case in _cases(office))


def _decrees(scene: Scene, office: Office, name: Name) -> bool:
    """Tell whether the bearer of the office only signs: 'Указом Президента Марат Сулейменов назначен'."""
    language = scene.sentence.language
    ordered = read_cues("decrees", language).stand_in(words_before(scene.sentence, office.span))
    if not ordered or not find_construction(scene.sentence, "appoints"):
        return False
    words = " ".join(t.text for t in scene.sentence.tokens[name.first : name.stop])
    return "nomn" in read_name_case(words, language)


def _is_of_office(scene: Scene, office: Office, name: Name) -> bool:
    """Tell whether an English name only says what the office is for: 'Minister of Food', 'for the Horn'."""
    if scene.sentence.language != "en" or name.first < office.stop:
        return False
    leading = {token.lower for token in scene.sentence.tokens[office.stop : name.first]}
    owning = {word for word, governs in read_prepositions("en").items() if governs.part == "possessor"}
    return bool(leading & owning) and all(
        word in owning or word in read_cues("definite_articles", "en") for word in leading
    )


def _without_participles(tokens: Sequence[Token], language: Language) -> Sequence[Token]:
    """Leave out what an adverb marks as an English participle: 'X, the newly appointed Ambassador'."""
    adverbs = read_endings("adverbs", language)
    return [t for i, t in enumerate(tokens) if i == 0 or not tokens[i - 1].lower.endswith(adverbs)]


def _tells_of_another(token: Token, language: Language) -> bool:
    if token.text == "," or token.lower in read_cues("another_follows", language):
        return True
    if language == "ru" and open_russian().parse(token.lower)[0].tag.POS == "PRTF":
        return True  # 'Оспанов, ранее занимавший пост посла': not what he is
    return finite_verb(token, language)


def _agree(scene: Scene, one: Office, other: Office) -> bool:
    """Tell whether two offices can be one bearer's: one number, and in Russian the same case."""
    if scene.sentence.language == "en":
        return is_plural(scene, one) == is_plural(scene, other)
    if scene.sentence.language != "ru":
        return True
    return bool(_cases(scene.sentence.tokens[one.first]) & _cases(scene.sentence.tokens[other.first]))


def _cases(token: Token) -> frozenset[str]:
    parses = open_russian().parse(token.lower)
    return frozenset(f"{p.tag.case} {p.tag.number}" for p in parses if p.tag.POS in {"NOUN", "ADJF"})


def _leads_up(scene: Scene, between: Sequence[Token], *, last: bool) -> bool:
    """Tell whether the tokens between an office and what it leads up to only tell whose office it is.

    `last`: the office is the one next to the name, and not one that leads up to another office.
    """
    language = scene.sentence.language
    between = _leave_out_brackets(between)
    if len(between) > _MOST_BETWEEN[language]:
        return False
    if any(token.text in _APART or finite_verb(token, language) for token in between):
        return False
    if language == "kk" and any(_names_several(token) for token in between):
        return False  # 'Мемлекет басшысы … теннисшілер А мен Б-ны қабылдады': whom he received
    words = _without_address([token.lower for token in between], language)
    if language == "kk" and not last:
        return bool(words) and all(word in _LIST_MARKS for word in words)
    return not read_cues("parts_office_and_name", language).stand_in(words) and _ends_well(
        words[-1] if words else "", language, last=last
    )


def _names_several(token: Token) -> bool:
    """Tell whether the Kazakh word says what several people are: 'теннисшілер', 'елшілері'."""
    return not token.capital and token.lower.endswith(read_endings("plurals", "kk"))


def _without_address(words: list[str], language: Language) -> list[str]:
    """Leave out 'Mr.' and 'H.E.' at the end: what stands before it tells whether the two belong together."""
    address = read_cues("honorifics", language)
    while words and (words[-1] == "." or words[-1] in address):
        words = words[:-1]
    return words


def _ends_well(final: str, language: Language, *, last: bool) -> bool:
    """Tell whether `final`, the word next to what the office leads up to, lets the two belong together."""
    if language == "kk":
        return final != ","
    if last and final in read_cues("and", language):
        return False
    return final not in read_cues("before_another_name", language) or (language == "ru" and not last)


def _leave_out_brackets(tokens: Sequence[Token]) -> list[Token]:
    """Leave out what stands in brackets or quotation marks that open and close inside `tokens`."""
    kept: list[Token] = []
    texts, depth = [token.text for token in tokens], 0
    left_out = {'"'} if texts.count('"') % 2 == 0 else set()
    for index, token in enumerate(tokens):
        if _BRACKETS.get(token.text) in texts[index:]:
            depth += 1
        elif depth and token.text in _BRACKETS.values():
            depth -= 1
        elif not depth and token.text not in left_out:
            kept.append(token)
    return kept

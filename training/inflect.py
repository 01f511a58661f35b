"""Endings for the project's own sentences: Russian and Kazakh words in the case that a sentence wants."""

from __future__ import annotations

import functools

import pymorphy3

_CASES = {"nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct"}
_BACK, _FRONT = frozenset("аоұыуяё"), frozenset("әеөүіиэ")
_DEAF, _NASAL, _HUMMING, _LIQUID = (
    frozenset("пфкқтсшщхцчбвгд"),
    frozenset("мнң"),
    frozenset("зж"),
    frozenset("лрйу"),
)
# (after vowels, after liquids, after nasals, after з and ж, after deaf consonants); а turns е in front words
_KAZAKH = {
    "gen": ("ның", "дың", "ның", "дың", "тың"),
    "dat": ("ға", "ға", "ға", "ға", "қа"),
    "acc": ("ны", "ды", "ды", "ды", "ты"),
    "loc": ("да", "да", "да", "да", "та"),
    "ins": ("мен", "мен", "мен", "бен", "пен"),
}
_FRONTED = str.maketrans({"а": "е", "ы": "і", "ғ": "г", "қ": "к"})


@functools.cache
def _open_dictionary() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


def inflect_kazakh(phrase: str, case: str) -> str:
    """Return `phrase` with the ending of `case`, by the harmony of the last vowel."""
    if case == "nom" or not phrase:
        return phrase
    word = phrase.rstrip("»").rsplit(" ", maxsplit=1)[-1]
    if case in {"dat", "loc", "acc", "gen"} and _is_owned(phrase):
        return phrase + {"gen": "ның", "dat": "на", "acc": "н", "loc": "нда"}[case].translate(_match(word))
    abbreviation = len(word) > 1 and word.isupper()
    spoken = "о" if word.endswith("О") and abbreviation else word.lower()
    ending = _KAZAKH[case][_class(spoken[-1])]
    if case != "ins":
        ending = ending.translate(_match(spoken if not abbreviation else "е"))
    return f"{phrase}-{ending}" if abbreviation else phrase + ending


def _is_owned(phrase: str) -> bool:
    """Tell whether the phrase ends in the possessive of the third person ('министрі', 'сессиясы')."""
    return " " in phrase and phrase.endswith(
        (
            "сы",
            "сі",
            "шысы",
            "рі",
            "лі",
            "ары",
            "ені",
            "уі",
            "ілі",
            "лігі",
            "тігі",
            "тығы",
            "дағы",
            "меті",
            "енті",
            "еті",
            "наты",
            "соты",
            "анкі",
            "қоры",
            "ғамы",
        )
    )


def _match(word: str) -> dict[int, str]:
    vowels = [letter for letter in word.lower() if letter in _BACK or letter in _FRONT]
    return {} if vowels and vowels[-1] in _BACK else _FRONTED


def _class(letter: str) -> int:
    for number, group in ((4, _DEAF), (3, _HUMMING), (2, _NASAL), (1, _LIQUID)):
        if letter in group:
            return number
    return 0


def inflect_russian(phrase: str, case: str) -> str:
    """Return the words of `phrase`, all of which agree, in `case`; words the dictionary cannot turn stay."""
    return " ".join(_inflect_word(word, case) for word in phrase.split())


def _inflect_word(word: str, case: str) -> str:
    if case == "nom" or word.isupper():
        return word
    for parse in _open_dictionary().parse(word):
        if "nomn" in parse.tag and "plur" not in parse.tag and (turned := parse.inflect({_CASES[case]})):
            return _match_case(turned.word, word)
    return word


def _match_case(turned: str, word: str) -> str:
    """Return `turned` with capitals where the parts of `word` have them ('Сан-Марино')."""
    parts = zip(turned.split("-"), word.split("-"), strict=False)
    return "-".join(part.capitalize() if model[:1].isupper() else part for part, model in parts)


def inflect_name(name: str, case: str, *, woman: bool, slavic: bool, surname: bool) -> str:
    """Return a Russian given name or surname in `case`, foreign women's surnames as they are."""
    if case == "nom":
        return name
    if slavic and surname:
        return _inflect_slavic(name, case, woman=woman)
    stem, last = name[:-1], name[-1].lower()
    if last in "оеиуюэёы" or (woman and last not in "ая") or " " in name:
        return name
    if last in "ая":
        soft = last == "я" or stem[-1] in "гкхжшщч"
        return (
            stem
            + {
                "gen": "и" if soft else "ы",
                "dat": "е",
                "acc": "ю" if last == "я" else "у",
                "ins": "ей" if last == "я" else "ой",
                "loc": "е",
            }[case]
        )
    if last in "йь":
        return stem + {"gen": "я", "dat": "ю", "acc": "я", "ins": "ем", "loc": "е"}[case]
    return name + {"gen": "а", "dat": "у", "acc": "а", "ins": "ом", "loc": "е"}[case]


def _inflect_slavic(name: str, case: str, *, woman: bool) -> str:
    if woman:
        return name[:-1] + {"gen": "ой", "dat": "ой", "acc": "у", "ins": "ой", "loc": "ой"}[case]
    return name + {"gen": "а", "dat": "у", "acc": "а", "ins": "ым", "loc": "е"}[case]

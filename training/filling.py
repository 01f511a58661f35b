"""What fills a slot of a sentence: words in the wanted case, with the mentions in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from training.corpora import Joined, Named
from training.facts import Actor, Facts, count_english, count_kazakh
from training.inflect import inflect_kazakh, inflect_name, inflect_russian


@dataclass(frozen=True, slots=True)
class Part:
    """Words with their mentions and relations; `known` says which mention is which slot's."""

    text: str
    named: tuple[Named, ...] = ()
    joined: tuple[Joined, ...] = ()
    known: dict[str, int] = field(default_factory=dict)


def fill(slot: str, case: str, language: str, facts: Facts, *, opening: bool) -> Part:
    """Return what fills `slot` ('a', 'a.name', 'city' …) in `case`; `opening`: it begins the sentence."""
    who, _, what = slot.partition(".")
    if who not in facts.actors:
        return _fill_thing(slot, case, language, facts.things[slot], opening=opening)
    actor = facts.actors[who]
    if what in {"name", "last"}:
        return _mention(write_name(actor, case, language, full=what == "name"), "person", slot)
    office = _write_office(actor, case, language, slot, opening=opening)
    if what == "office":
        return office
    name = write_name(actor, case, language, full=True)
    start = len(office.text) + 1
    named = (*office.named, Named(start, start + len(name), "person"))
    held = Joined("holds", len(named) - 1, 0)
    return Part(f"{office.text} {name}", named, (*office.joined, held), {f"{who}.name": len(named) - 1})


def write_name(actor: Actor, case: str, language: str, *, full: bool) -> str:
    """Return the name in `case`, the surname alone unless `full`."""
    given, surname = actor.given[language], actor.surname[language]
    if language == "en":
        return f"{given} {surname}" if full else surname
    if language == "kk":
        return (
            inflect_kazakh(f"{given} {surname}" if full else surname, case)
            if not surname.isupper()
            else surname
        )
    turned = inflect_name(surname, case, woman=actor.woman, slavic=actor.slavic, surname=True)
    return (
        f"{inflect_name(given, case, woman=actor.woman, slavic=actor.slavic, surname=False)} {turned}"
        if full
        else turned
    )


def _write_office(actor: Actor, case: str, language: str, slot: str, *, opening: bool) -> Part:
    """Return the office with what it is of, one mention with the others inside."""
    office = actor.office
    inner: list[Named] = []
    of_body = office.get("of") == "body"
    owner, label = (actor.body, "body") if of_body else (actor.country, "country")
    if language == "ru":
        head, rest = office["ru"]
        pieces = [
            inflect_russian(head, case) if head != "глава" else inflect_russian("глава", case),
            rest,
            (owner["ru"], "gen"),
        ]
        if office.get("abroad"):
            pieces += ["в", (actor.post["ru"], "loc")]
    elif language == "kk":
        owned = (owner["kk"], "gen" if office.get("abroad") else "nom")
        pieces = [owned, *([(actor.post["kk"], "where")] if office.get("abroad") else []), office["kk"]]
    else:
        name = office["en"]
        pieces = [name, "of", (owner["en"].removeprefix("the ") if not of_body else owner["en"], "nom")]
        if office.get("abroad"):
            pieces += ["to", (actor.post["en"], "nom")]
    text = ""
    for piece in pieces:
        if not piece:
            continue
        text += " " * bool(text)
        if isinstance(piece, str):
            text += piece
            continue
        word = _inflect(piece[0], piece[1], language)
        skip = len("the ") if word.startswith("the ") else 0
        inner.append(Named(len(text) + skip, len(text) + len(word), label if not inner else "country"))
        text += word
    if opening:
        text = text[0].upper() + text[1:]
    whole = Named(0, len(text), "office")
    joined = tuple(Joined("of", 0, number + 1) for number in range(len(inner)))
    return Part(text, (whole, *inner), joined, {f"{slot}": 0})


def _inflect(word: str, case: str, language: str) -> str:
    if language == "kk":
        return (
            inflect_kazakh(word, "loc") + _lean(inflect_kazakh(word, "loc"))
            if case == "where"
            else inflect_kazakh(word, case)
        )
    return inflect_russian(word, case) if language == "ru" else word


def _lean(word: str) -> str:
    return "ғы" if word.endswith("а") else "гі"


_LABELS = {
    "city": "place", "body": "body", "doc": "document", "doc2": "document", "project": "project",
    "date": "date", "day": "date", "number": "number", "number2": "number", "ordinal": "ordinal",
    "money": "money", "X": "country", "Y": "country",
}  # fmt: skip


def _fill_thing(slot: str, case: str, language: str, thing: dict[str, Any], *, opening: bool) -> Part:
    if slot == "topic":
        return Part(thing[language], (), (), {})
    if slot == "event":
        return _write_event(thing, case, language)
    if "country" in thing:
        return _write_organ(thing, case, language, slot, opening=opening)
    text = thing[language]
    if slot in {"city", "X", "Y", "body", "project", "doc", "doc2"} and language != "en":
        text = _inflect(text, case, language) + (
            f" {thing['of']}" if language == "ru" and "of" in thing else ""
        )
    if slot == "project" and language == "kk":
        text = thing["kk"]
    if slot == "doc" and language == "ru":
        text = thing["ru"]
    if opening:
        text = text[0].upper() + text[1:]
    skip = next((len(word) for word in ("the ", "a ", "an ", "в ", "во ") if text.startswith(word)), 0)
    return Part(text, (Named(skip, len(text), _LABELS[slot]),), (), {slot: 0})


def _write_organ(organ: dict[str, Any], case: str, language: str, slot: str, *, opening: bool) -> Part:
    """Return the body with its country inside."""
    country = organ["country"][language].removeprefix("the ")
    if language == "ru":
        head, rest = organ["ru"]
        country = _inflect(country, "gen", language)
        text = " ".join(part for part in (inflect_russian(head, case), rest, country) if part)
    else:
        kazakh = _inflect(f"{country} {organ['kk']}", case, "kk")
        text = kazakh if language == "kk" else f"the {organ['en']} of {country}"
    at = text.index(country)
    text = text[0].upper() + text[1:] if opening else text
    whole = Named(4 if language == "en" else 0, len(text), "body")
    return Part(text, (whole, Named(at, at + len(country), "country")), (), {slot: 0})


def _write_event(thing: dict[str, Any], case: str, language: str) -> Part:
    number = thing.get("number")
    if language == "ru":
        ending = {"nom": "я", "gen": "й", "dat": "й", "acc": "ю", "ins": "й", "loc": "й"}[case]
        head, rest = thing["ru"]
        count, text = (
            (f"{number}-{ending} ", f"{inflect_russian(head, case)} {rest}")
            if number
            else ("", f"{inflect_russian(head, case)} {rest}")
        )
    elif language == "kk":
        count, text = (
            f"{number}-{count_kazakh(number)} " if number else "",
            inflect_kazakh(thing["kk"], case),
        )
    else:
        count, text = f"{number}{count_english(number)} " if number else "", thing["en"]
    whole = count + text
    named: Sequence[Named] = (Named(0, len(whole), "event"),)
    if number:
        named = (*named, Named(0, len(count) - 1, "ordinal"))
    article = "the " if language == "en" else ""
    return Part(
        article + whole,
        tuple(Named(n.start + len(article), n.stop + len(article), n.label) for n in named),
        (),
        {"event": 0},
    )


def _mention(text: str, label: str, slot: str) -> Part:
    return Part(text, (Named(0, len(text), label),), (), {slot: 0})

"""Titles that a name takes from the name before it, and countries that stand beside a name itself."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from elshi.lexicon.cues import read_cues
from elshi.lexicon.gazetteer import read_kazakh_case
from elshi.mentions.persons import Name
from elshi.mentions.scenes import Scene, Sighting
from elshi.mentions.titles import describe_office, read_code
from elshi.model.ground import name_rule
from elshi.model.markup import Mention, Title
from elshi.model.span import Span
from elshi.text.morphology import open_russian

_BRACKETS = frozenset({"(", ")"})
_OF_STATES = frozenset({"head_of_state", "head_of_government", "foreign_minister"})  # one in each state
_LIST_MARKS = frozenset({",", ";", "-", "–", "—"})
_LETTERS_TO_COUNTRY = 5  # ' the ' between 'of' and the country
_LETTERS_TO_COLLEAGUE = 2  # from 'Vietnamese' to 'counterpart'
_WORDS_TO_COLLEAGUE = 4  # from the name back to 'counterpart', 'counterpart Mr.', 'коллега из Новой Зеландии'
_WORDS_TO_COLLEAGUE_FROM = 8  # the same over the country: 'counterpart from the Republic of Peru, Mr.'


def find_country(scene: Scene, name: Name) -> str | None:
    """Return the country beside a name without an office: 'Malaysia's Mohamad Hasan', 'Olsen of Norway'."""
    tokens, language = scene.sentence.tokens, scene.sentence.language
    before = [m for m in scene.mentions if _stands_right_before(scene, name, m)]
    if before and language == "en":
        return read_code(before[-1])
    if name.stop + 1 >= len(tokens):
        return None
    owner = None
    if tokens[name.stop].text == "(":
        inside = tokens[name.stop + 1].span.start
        owner = next((m for m in scene.mentions if m.label == "country" and m.span.start == inside), None)
    elif tokens[name.stop].lower in read_cues("of", language):
        owner = _find_owner(scene, name, {"country"})
    return read_code(owner) if owner else None


def add_country(scene: Scene, name: Name, title: Title) -> Title:
    """Read the country that follows the name: 'President Sadyr Japarov of Kyrgyzstan'."""
    after = scene.sentence.tokens[name.stop : name.stop + 1]
    if not after or after[0].lower not in read_cues("of_country", scene.sentence.language):
        return title
    owner = _find_owner(scene, name, {"country", "body"})
    if owner is None:
        return title
    rule = name_rule("after_name", owner.surface)
    return replace(title, represents=read_code(owner), body_text=owner.surface, rule=rule)


def share_title(scene: Scene, name: Name, previous: Sighting | None) -> tuple[Title, ...]:
    """Share the office of the name before in a list: 'главами МИД Турции X, Малайзии Y и Омана Z'."""
    if previous is None or not previous.titles:
        return ()
    language, first = scene.sentence.language, previous.titles[0]
    owners = _find_between(scene, previous.name, name)
    between = scene.sentence.tokens[previous.name.stop : name.first]
    linked = {t.lower for t in between if not any(m.span.covers(t.span) for m in owners)}
    shared = Title(first.span, first.office, first.text, None)
    links = read_cues("list_links", language)
    if owners and linked and all(word in _LIST_MARKS or word in links for word in linked):
        owner, rule = owners[-1], name_rule("list", owners[-1].surface)
        return (replace(shared, represents=read_code(owner), body_text=owner.surface, rule=rule),)
    of = {word for word in linked if word in read_cues("of", language)}
    if of and all(word == "," or word in read_cues("and", language) for word in linked - of):
        shared = add_country(scene, name, shared)
        return (shared,) if shared.represents else ()
    return (shared,) if _is_of_several(scene, name, first, linked) else ()


def _is_of_several(scene: Scene, name: Name, title: Title, linked: AbstractSet[str]) -> bool:
    """Tell whether a Russian office in the plural is that of the next one listed as well.

    'Послы А (Норвегия), Б (Перу)' tells whom each serves; of two foreign ministers each has a state.
    """
    marks = linked - _LIST_MARKS - _BRACKETS
    joined = linked and all(word in read_cues("person_links", "ru") for word in marks)
    if scene.sentence.language != "ru" or not joined or not _is_in_plural(scene, title):
        return False
    return title.office in _OF_STATES or find_country(scene, name) is not None


def _is_in_plural(scene: Scene, title: Title) -> bool:
    """Tell whether the first noun of the office is in the plural: 'чрезвычайные и полномочные послы'."""
    words = (t.lower for t in scene.sentence.tokens if title.span.covers(t.span))
    likeliest = (open_russian().parse(word)[0].tag for word in words)
    return next((tag.number == "plur" for tag in likeliest if tag.POS == "NOUN"), False)


def read_colleague(scene: Scene, name: Name, previous: Sighting | None) -> tuple[Title, ...]:
    """Read 'his Vietnamese counterpart Bui Thanh Son': the office of the one before, in another country."""
    own = _find_own_title(scene, name) or (previous.titles[0] if previous and previous.titles else None)
    title = call_colleague(scene, name.first, own) if own else None
    return (title,) if title else ()


def _find_own_title(scene: Scene, name: Name) -> Title | None:
    """Return the office that begins a Russian sentence without a name: 'глава МИД беседовал с коллегой Х'."""
    first = next(iter(scene.offices), None)
    named = [n for n in scene.names if n.first < name.first]
    if first is None or scene.sentence.language != "ru" or first.stop > name.first or named:
        return None
    return describe_office(scene.sentence, first, scene.mentions, (0, name.first))


def call_colleague(scene: Scene, first: int, own: Title) -> Title | None:
    """Return the office `own` as held by the colleague whose name begins at token `first`."""
    tokens, colleagues = scene.sentence.tokens, read_cues("colleagues", scene.sentence.language)
    named = _call_colleague_from(scene, first, own)
    if named is not None:
        return named
    before = tokens[max(0, first - _WORDS_TO_COLLEAGUE) : first]
    colleague = next((t.span for t in reversed(before) if t.lower in colleagues), None)
    near = [m for m in scene.mentions if colleague and _stands_beside(m, colleague)]
    near = near or [m for m in scene.mentions if _is_visited(scene, m, own)]
    near = near or [m for m in scene.mentions if colleague and _comes_from(scene, m, colleague, first)]
    if colleague is None or not near:
        return None
    beside = _stands_beside(near[-1], colleague) or near[-1].span.start > colleague.stop
    span = near[-1].span.join(colleague) if beside else colleague
    text = " ".join(t.text for t in tokens if span.covers(t.span))
    owner, rule = near[-1], name_rule("colleague", text)
    return Title(span, own.office, text, read_code(owner), body_text=owner.surface, rule=rule)


def _call_colleague_from(scene: Scene, first: int, own: Title) -> Title | None:
    """Read 'his counterpart from Chile, X' and 'the counterpart of Chile X', where the country follows."""
    tokens, language = scene.sentence.tokens, scene.sentence.language
    low = max(0, first - _WORDS_TO_COLLEAGUE_FROM)
    colleagues, of = read_cues("colleagues", language), read_cues("of_country", language)
    at = next((i for i in range(first - 1, low - 1, -1) if tokens[i].lower in colleagues), None)
    if at is None or at + 1 >= first or tokens[at + 1].lower not in of:
        return None
    between = Span(tokens[at + 1].span.start, tokens[first - 1].span.stop)
    owners = [m for m in scene.mentions if m.label == "country" and between.covers(m.span)]
    if len(owners) != 1:
        return None  # 'his counterparts from Chile and Peru, X and Y'
    span = tokens[at].span.join(owners[0].span)
    text = " ".join(t.text for t in tokens if span.covers(t.span))
    code, rule = read_code(owners[0]), name_rule("colleague", text)
    return Title(span, own.office, text, code, body_text=owners[0].surface, rule=rule)


def _is_visited(scene: Scene, mention: Mention, own: Title) -> bool:
    """Tell whether the Kazakh country is where the bearer of `own` is: 'Өзбекстанда жүрген Президент'."""
    if scene.sentence.language != "kk" or mention.label != "country" or mention.span.stop > own.span.start:
        return False
    return "locative" in read_kazakh_case(mention.surface) and read_code(mention) != own.represents


def _comes_from(scene: Scene, mention: Mention, colleague: Span, first: int) -> bool:
    """Tell whether the country stands between the Russian colleague and the name: 'с коллегой из Перу X'."""
    start = scene.sentence.tokens[first].span.start
    between = colleague.stop < mention.span.start and mention.span.stop < start
    return scene.sentence.language == "ru" and between and mention.label in {"country", "nationality"}


def _stands_beside(mention: Mention, colleague: Span) -> bool:
    near = 0 <= colleague.start - mention.span.stop <= _LETTERS_TO_COLLEAGUE
    return near and mention.label in {"nationality", "country"}


def find_titled(earlier: Sequence[Sighting]) -> Sighting | None:
    """Return who can be meant by 'he' at the beginning of a sentence: the one last named with an office."""
    return next((sighting for sighting in reversed(earlier) if sighting.titles), None)


def _stands_right_before(scene: Scene, name: Name, mention: Mention) -> bool:
    if name.first == 0 or mention.label not in {"country", "nationality"}:
        return False
    return mention.span.overlaps(scene.sentence.tokens[name.first - 1].span)


def _find_owner(scene: Scene, name: Name, labels: AbstractSet[str]) -> Mention | None:
    """Return the country or body that follows the preposition after the name."""
    stop = scene.sentence.tokens[name.stop].span.stop
    near = [m for m in scene.mentions if 0 <= m.span.start - stop <= _LETTERS_TO_COUNTRY]
    return next((m for m in near if m.label in labels), None)


def _find_between(scene: Scene, previous: Name, name: Name) -> list[Mention]:
    """Return the countries and bodies named between two names."""
    between = scene.sentence.tokens[previous.stop : name.first]
    if not between:
        return []
    span = Span(between[0].span.start, between[-1].span.stop)
    return [m for m in scene.mentions if m.label in {"country", "body"} and span.covers(m.span)]

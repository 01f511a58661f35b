"""Where people are named in a sentence, with the offices that stand beside the name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from elshi.lexicon.cues import read_cues
from elshi.mentions.beside import offices_after, offices_before
from elshi.mentions.borrowed import (
    add_country,
    call_colleague,
    find_country,
    find_titled,
    read_colleague,
    share_title,
)
from elshi.mentions.double_names import split_names
from elshi.mentions.offices import Office
from elshi.mentions.persons import Name
from elshi.mentions.scenes import FULL, Scene, Sighting
from elshi.mentions.titles import describe_office
from elshi.model.markup import Title, Token
from elshi.model.report import Report
from elshi.text.names import read_nominative


def sight_names(
    report: Report, scenes: Sequence[Scene], number: int, earlier: Sequence[Sighting]
) -> Iterator[Sighting]:
    """Yield every name of the sentence `number` of `scenes`, with the titles beside it.

    `earlier` are the names of the sentences before.
    """
    scene = scenes[number]
    previous: Sighting | None = None
    used: set[Office] = set()
    for name in split_names(report.text, scenes, scene):
        offices = _find_own_offices(scene, name, previous, used)
        used.update(offices)
        surface = name.span.quote(report.text)
        nominative = read_nominative(surface, scene.sentence.language)
        titles, country = _find_titles(scene, name, offices, previous)
        titles = titles or read_colleague(scene, name, previous or find_titled(earlier))
        sighting = Sighting(number, name, surface, nominative, titles, offices, country)
        if sighting.full or titles:
            previous = sighting  # a lone capital ('Қасиетті') does not part an office from its bearer
        yield sighting


def _find_own_offices(
    scene: Scene, name: Name, previous: Sighting | None, used: set[Office]
) -> tuple[Office, ...]:
    """Return the offices beside `name` that no name before it has."""
    before = offices_before(scene, name, previous.name if previous else None)
    offices = tuple(o for o in before if o not in used)
    offices = offices or tuple(o for o in offices_after(scene, name) if o not in used)
    if name.parts < FULL and offices and not _may_be_surname(scene, name, offices):
        return ()
    return offices


def _find_titles(
    scene: Scene, name: Name, offices: Sequence[Office], previous: Sighting | None
) -> tuple[tuple[Title, ...], str | None]:
    """Return the titles of `name` and, where none says whom the bearer serves, the country beside it."""
    titles = tuple(_describe(scene, name, office, previous) for office in offices)
    titles = titles or share_title(scene, name, previous)
    titles = _serve_as_colleague(scene, offices, titles)
    country = None if any(t.represents for t in titles) else find_country(scene, name)
    if country:
        titles = tuple(replace(t, represents=country, rule="beside_name") for t in titles)
    return titles, country


def _serve_as_colleague(
    scene: Scene, offices: Sequence[Office], titles: tuple[Title, ...]
) -> tuple[Title, ...]:
    """Read whom the office serves in 'his Norwegian counterpart, Speaker X'."""
    if not offices or any(t.represents for t in titles):
        return titles
    colleague = call_colleague(scene, offices[0].first, titles[0])
    if colleague is None:
        return titles
    return tuple(
        replace(t, represents=colleague.represents, body_text=colleague.body_text, rule=colleague.rule)
        for t in titles
    )


def _may_be_surname(scene: Scene, name: Name, offices: Sequence[Office]) -> bool:
    """Tell whether one capitalised word beside an office is a person and not what the office is for."""
    between = scene.sentence.tokens[offices[-1].stop : name.first]
    if scene.sentence.language == "en":
        return all(_leads_to_surname(scene, token) for token in between)
    return scene.sentence.language == "ru" or not between


def _leads_to_surname(scene: Scene, token: Token) -> bool:
    if token.text == "." or token.lower in read_cues("forms_of_address", scene.sentence.language):
        return True
    return any(mention.span.covers(token.span) for mention in scene.mentions)


def _describe(scene: Scene, name: Name, office: Office, previous: Sighting | None) -> Title:
    after = office.first >= name.stop
    limit = _limit_after(scene, name, office) if after else _limit_before(scene, name, office, previous)
    title = describe_office(scene.sentence, office, scene.mentions, limit)
    return title if title.represents else add_country(scene, name, title)


def _limit_after(scene: Scene, name: Name, office: Office) -> tuple[int, int]:
    """Return the tokens that may belong to an office in apposition: up to the next office or name."""
    offices = [o.first for o in scene.offices if o.first >= office.stop]
    names = [n.first for n in scene.names if n.first >= office.stop]
    return name.stop, min([*offices, *names, len(scene.sentence.tokens)])


def _limit_before(scene: Scene, name: Name, office: Office, previous: Sighting | None) -> tuple[int, int]:
    """Return the tokens that may belong to an office before its bearer: from the name before to the name."""
    lowest = previous.name.stop if previous else 0
    earlier = (
        [o.stop for o in scene.offices if o.stop <= office.first] if scene.sentence.language == "ru" else []
    )
    return max([lowest, *earlier]), name.first

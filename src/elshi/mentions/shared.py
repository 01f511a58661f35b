"""Offices told of several people at once.

'The prime ministers of Norway and Peru, Olsen and Quispe' are two prime ministers; 'his counterparts from
Norway and Peru', who are named later, have the office of the one whose counterparts they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from elshi.lexicon.cues import read_cues
from elshi.mentions.bearers import is_plural
from elshi.mentions.scenes import Scene, Sighting
from elshi.mentions.titles import read_code
from elshi.model.markup import Mention, OfficeCode, Title, Token
from elshi.model.span import Span

_FEWEST = 2  # of countries, or of people, that make a list
_TO_COUNTRY = 3  # tokens between the plural and the first country of its list: 'of the'
_BETWEEN = 3  # tokens between two members of a list: ', and the'
_NEAR = 1  # sentences after the plural in which those meant are named, where it lists no countries


@dataclass(frozen=True, slots=True)
class _Plural:
    """A plural that tells the office of several: sentence `scene`, and the countries it lists."""

    scene: int
    span: Span
    office: OfficeCode
    text: str
    countries: tuple[Mention, ...]

    def title_of(self, country: str | None, surface: str | None = None) -> Title:
        """Return the office as that of one from `country`."""
        return Title(self.span, self.office, self.text, country, body_text=surface, rule="of_several")


def share_offices(scenes: Sequence[Scene], sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """Return `sightings` with the offices that a plural gives to people named without one."""
    result = list(sightings)
    for number, scene in enumerate(scenes):
        for plural in _find_plurals(number, scene, result):
            if not _give_in_order(result, scene, plural):
                _give_by_country(result, plural)
    return tuple(result)


def _find_plurals(number: int, scene: Scene, sightings: Sequence[Sighting]) -> Iterator[_Plural]:
    for office in scene.offices:
        if is_plural(scene, office):
            text = " ".join(t.text for t in scene.sentence.tokens[office.first : office.stop])
            yield _Plural(number, office.span, office.code, text, _find_countries(scene, office.stop))
    colleagues = read_cues("colleagues", scene.sentence.language)
    for index, token in enumerate(scene.sentence.tokens):
        if token.lower in colleagues:
            countries = _find_countries(scene, index + 1)
            titled = [s for s in sightings if s.scene == number and s.titles and s.name.stop <= index]
            if titled and len(countries) >= _FEWEST:
                yield _Plural(number, token.span, titled[-1].titles[0].office, token.text, countries)


def _find_countries(scene: Scene, stop: int) -> tuple[Mention, ...]:
    """Return the list of countries that begins shortly after the tokens up to `stop`."""
    tokens, listed = scene.sentence.tokens, list[Mention]()
    reach = _TO_COUNTRY
    for mention in scene.mentions:
        first = sum(t.span.stop <= mention.span.start for t in tokens)
        if mention.label != "country" or first < stop:
            continue
        if first - stop > reach or not (listed == [] or _only_joins(scene, tokens[stop:first])):
            break
        listed.append(mention)
        stop, reach = sum(t.span.start < mention.span.stop for t in tokens), _BETWEEN
    return tuple(listed)


def _only_joins(scene: Scene, between: Sequence[Token]) -> bool:
    links = read_cues("list_links", scene.sentence.language)
    articles = read_cues("definite_articles", scene.sentence.language)
    return all(t.text == "," or t.lower in links or t.lower in articles for t in between)


def _give_in_order(result: list[Sighting], scene: Scene, plural: _Plural) -> bool:
    """Read 'the presidents of A and B, X and Y': as many people as countries, in the same order."""
    tokens, countries = scene.sentence.tokens, plural.countries
    if len(countries) < _FEWEST:
        return False
    after = [
        i
        for i, s in enumerate(result)
        if s.scene == plural.scene and s.name.span.start > countries[-1].span.stop
    ]
    people = after[: len(countries)]
    gaps = [tokens[result[i].name.stop : result[j].name.first] for i, j in pairwise(people)]
    apart = not all(_only_joins(scene, gap) for gap in gaps) or any(result[i].titles for i in people[1:])
    if len(people) != len(countries) or apart:
        return False
    for index, country in zip(people, countries, strict=True):
        title = plural.title_of(read_code(country), country.surface)
        result[index] = replace(result[index], titles=(title,), country=title.represents)
    return True


def _give_by_country(result: list[Sighting], plural: _Plural) -> None:
    """Give the office to whoever is named after it with a country of its list and no office."""
    codes = {read_code(country) for country in plural.countries}
    for index, sighting in enumerate(result):
        meant = sighting.country in codes if codes else sighting.scene - plural.scene <= _NEAR
        behind = (sighting.scene, sighting.name.span.start) > (plural.scene, plural.span.stop)
        if sighting.full and sighting.country and not sighting.titles and meant and behind:
            result[index] = replace(sighting, titles=(plural.title_of(sighting.country),))

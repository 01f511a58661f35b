"""The engagements of a report, put together from the acts of its sentences.

A report tells an engagement over several sentences: it introduces the sides, then says what 'the
parties' discussed. The story goes through the sentences in order and keeps what stays in force: whose
doings are told (the principals), which engagement is spoken of, which conference or visit frames it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.frames.actors import read_actors
from elshi.frames.acts import Act
from elshi.frames.additions import add_act
from elshi.frames.drafts import DONE, TALKS, Story
from elshi.frames.history import is_background
from elshi.frames.roundups import read_roundup
from elshi.frames.scene import Actor, Scene
from elshi.frames.told import read_acts
from elshi.lexicon.cues import read_cues
from elshi.lexicon.engagements import find_construction, find_triggers
from elshi.model.markup import Markup
from elshi.model.report import Report
from elshi.model.when import read_bounds

_COUNTRY_CODE = 2  # letters; the codes of bodies have more
_HEADING_WORDS = 2  # what a heading has beside the date: 'day two', the day of the week


def tell_story(report: Report, markup: Markup, scenes: Sequence[Scene]) -> Story:
    """Return the story that `scenes` tell: its drafts in the order in which they are introduced.

    The headline is read last: it sums up what the text tells.
    """
    headline = [s for s in scenes if report.headline and report.headline.covers(s.sentence.span)]
    story = Story(
        people=markup.people,
        home=_find_home(markup),
        filed=read_bounds(markup.filed.edtf) if markup.filed.edtf else (None, None),
        phoned=any(f.value.type == "call" for s in headline for f in find_triggers(s.sentence)),
    )
    for scene in scenes:
        if scene not in headline:
            story = _tell(story, scene, report.text)
    for scene in headline:
        story = _tell_headline(story, scene, report.text)
    return story


def _find_home(markup: Markup) -> str | None:
    """Return the country whose doings the report tells: the one its people's offices name most often."""
    named = [t.represents for p in markup.people for t in p.titles[:1]]
    codes = [code for code in named if code and len(code) == _COUNTRY_CODE]
    return max(codes, key=lambda code: (codes.count(code), -codes.index(code)), default=None)


def _tell(story: Story, scene: Scene, text: str) -> Story:
    if is_background(scene):
        return story
    actors = read_actors(scene, story.people)
    acts = _heed_headline(story, scene, read_acts(scene, actors, text))
    story = _note_heading(story, scene, acts)
    if story.roundup:
        acts = read_roundup(story, story.roundup, scene, actors, acts)
    for act in acts:
        story = add_act(story, act, scene)
    if not acts:
        story = _continue(story, scene, actors)
    subjects = tuple(a.person for a in actors if a.part in {"subject", "speaker"})
    principals = story.principals or subjects[:1]
    paragraph = scene.sentence.paragraph
    before = story.subject if paragraph == story.paragraph else ()
    named = tuple(a.person for a in actors if a.part == "subject")[:1] if scene.language == "en" else ()
    return replace(story, principals=principals, subject=named or before, paragraph=paragraph)


def _tell_headline(story: Story, scene: Scene, text: str) -> Story:
    """Add what the headline says of engagements that the text has told."""
    story = replace(story, current=None)
    if is_background(scene):
        return story
    acts = _heed_headline(story, scene, read_acts(scene, read_actors(scene, story.people), text))
    story = _note_heading(story, scene, acts)
    for act in acts:
        story = add_act(story, act, scene, headline=True)
    return replace(story, paragraph=scene.sentence.paragraph)


def _heed_headline(story: Story, scene: Scene, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """Where the headline says that the talk was by telephone, 'talks' in the text are a call."""
    if not story.phoned:
        return acts
    return tuple(replace(act, type="call") if _is_spoken(scene, act) else act for act in acts)


def _is_spoken(scene: Scene, act: Act) -> bool:
    """Tell whether the talk can have been by telephone, as the headline says: no reception, no meeting."""
    if act.type != "meeting" or act.manner == "receives":
        return False
    return not read_cues("met", scene.sentence.language).stand_in(scene.words(act.first, act.stop))


def _note_heading(story: Story, scene: Scene, acts: Sequence[Act]) -> Story:
    """A paragraph that is only a date ('MONDAY, 13 OCTOBER') dates what follows it."""
    words = [t for t in scene.sentence.tokens if t.text.isalnum()]
    dated = [d for d in scene.dates if d.kind == "at" and d.when.edtf]
    covered = sum(any(d.span.covers(t.span) for d in scene.dates) for t in words)
    if acts or not dated or len(words) - covered > _HEADING_WORDS:
        return story
    return replace(story, heading=dated[0].when)


def _continue(story: Story, scene: Scene, actors: Sequence[Actor]) -> Story:
    """Let a sentence without an act of its own belong to the engagement it goes on with."""
    index = _find_spoken_of(story, actors)
    if index is None:
        same = scene.sentence.paragraph == story.paragraph
        index = story.current if same or _goes_on(scene) else None
    if index is None:
        return story
    scenes = (*story.drafts[index].scenes, scene.number)
    return replace(story.change(index, scenes=scenes), current=index)


def _goes_on(scene: Scene) -> bool:
    """Tell whether the sentence speaks of the sides of the engagement told last, or of its agenda."""
    return any(find_construction(scene.sentence, name) for name in ("sides", "agenda"))


def _find_spoken_of(story: Story, actors: Sequence[Actor]) -> int | None:
    """Return the one talk in which somebody of the sentence took part on the other side.

    'Norov and Sabry agreed' goes on with their talk, though others of the same list were told after it.
    """
    named = {actor.person for actor in actors if actor.part in {"subject", "counterpart", "speaker"}} - {
        *story.principals
    }
    talks = [
        i
        for i, d in enumerate(story.drafts)
        if d.act.type in TALKS and d.act.status in DONE and named & d.people
    ]
    return talks[0] if len(talks) == 1 else None

"""A brief as plain data: the variables that every template has."""

from __future__ import annotations

from dataclasses import asdict

from elshi.briefs.model import Brief, Footnote, Sentence
from elshi.briefs.phrases import Phrases, read_phrases
from elshi.exports.wording import drop_controls
from elshi.model.entry import Json


def describe_brief(brief: Brief) -> Json:
    """Return the brief as JSON can hold it, without characters that no document may hold.

    `title`, `language`, `day`; `scope`: each a `name` and a `value`; `sections`: each a `key`, a `heading`
    and `paragraphs` of `sentences`; a sentence has its `text`, the same as `pieces` (`text`, and the
    `language` of quoted words, else null), its `notes` (numbers), `unknown`, and the id of its `entry`;
    `sources`: the heading of the notes; `footnotes`: each with the fields of `Footnote`, the quote as
    `quoted` in this language, and `language_name`, null where the quote is in the brief's own language.
    """
    phrases = read_phrases(brief.language)
    return {
        "language": brief.language,
        "day": brief.day.isoformat(),
        "title": drop_controls(brief.title),
        "scope": [{"name": name, "value": drop_controls(value)} for name, value in brief.scope],
        "sections": [
            {
                "key": section.key,
                "heading": section.heading,
                "paragraphs": [
                    {"sentences": [_describe_sentence(sentence) for sentence in paragraph]}
                    for paragraph in section.paragraphs
                ],
            }
            for section in brief.sections
        ],
        "sources": brief.sources,
        "footnotes": [_describe_note(note, brief, phrases) for note in brief.footnotes],
    }


def _describe_sentence(sentence: Sentence) -> Json:
    return {
        "text": drop_controls(sentence.text),
        "pieces": [{"text": drop_controls(p.text), "language": p.language} for p in sentence.pieces],
        "notes": list(sentence.notes),
        "unknown": sentence.unknown,
        "entry": sentence.entry,
    }


def _describe_note(note: Footnote, brief: Brief, phrases: Phrases) -> Json:
    foreign = note.language != brief.language
    fields = asdict(note) | {
        "quoted": str(phrases.read("quote")).replace("{words}", note.quote),
        "language_name": phrases.word("languages", note.language) if foreign else None,
    }
    return {key: drop_controls(value) if isinstance(value, str) else value for key, value in fields.items()}

"""Occupations of anybody: the job, and the body or country that the words beside it name."""

from __future__ import annotations

import pytest

from elshi.clean import make_report
from elshi.frames.occupations import find_occupations
from elshi.lexicon.jobs import find_jobs, read_jobs
from elshi.mentions.mark import RuleMentions
from elshi.mentions.offices import find_any_jobs
from elshi.model.markup import Sentence
from elshi.model.report import Capture, Paragraph
from elshi.model.span import Span
from elshi.text.segment import split_sentences


def tell(text: str) -> list[str]:
    """Return the occupations that `text` states as 'name | job | where'."""
    report, markup = RuleMentions(find_any_jobs).mark(make_report(Capture("x", text.encode(), "record")))
    return [
        " | ".join(
            (markup.people[o.person].native_name, o.job.quote(report.text), o.where.quote(report.text))
        )
        for o in find_occupations(markup)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Об этом сказал директор Института географии Иван Серов.",
            "Иван Серов | директор | Института географии",
        ),
        (
            "Сказал директор по связям с общественностью Роскосмоса Иван Серов.",
            "Иван Серов | директор по связям с общественностью | Роскосмоса",
        ),
        (
            "Глава Роскосмоса Алексей Петров открыл выставку.",
            "Алексей Петров | Глава | Роскосмоса",
        ),
        (
            "Выступил координатор движения «Чистый берег» Олег Лосев.",
            "Олег Лосев | координатор | Чистый берег",
        ),
        (
            "Министр по делам молодежи Перу Хуан Рамос приехал в Лиму.",
            "Хуан Рамос | Министр по делам молодежи | Перу",
        ),
        ("По словам главы Химок Бориса Крылова, мост готов.", "Борис Крылов | главы | Химок"),
        (
            "Дирижировал главный дирижер Большого театра Анатолий Белов.",
            "Анатолий Белов | главный дирижер | Большого театра",
        ),
        (
            "Павел Зимин, редактор газеты «Новый день», написал статью.",
            "Павел Зимин | редактор | Новый день",
        ),
        ("Норвежский премьер Эрик Ларсен подал в отставку.", "Эрик Ларсен | премьер | Норвежский"),
    ],
)
def test_job_and_where(text: str, told: str) -> None:
    """What stands between a job and a name, or after the job in apposition, is where the person works."""
    assert tell(text) == [told]


def test_two_jobs_of_one_person() -> None:
    """Each job has its own body."""
    text = "Пришел лидер Партии садоводов, депутат Сейма Ян Калниньш."
    assert sorted(tell(text)) == [
        "Ян Калниньш | депутат | Сейма",
        "Ян Калниньш | лидер | Партии садоводов",
    ]


def test_an_occupation_told_twice_is_one() -> None:
    """The same job of the same person in another case is no second occupation."""
    text = (
        "Губернатор Приморья Иван Серов приехал. О встрече с губернатором Приморья Иваном Серовым сообщили."
    )
    assert len(tell(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Сын Ивана Петрова Олег Петров учится в школе.",
        "Командир корабля Юрий Семенов вернулся домой.",
        "После выставки Иван Серов подал чай.",
    ],
)
def test_no_occupation_is_told(text: str) -> None:
    """Kin have no job by that word, a ship is no body, and 'после' is no envoy."""
    assert tell(text) == []


def _sentences(text: str) -> tuple[Sentence, ...]:
    return split_sentences(text, [Paragraph(Span(0, len(text)), "ru")])


def test_the_examples_of_jobs_hold_them() -> None:
    """Every `yes` sentence of jobs.yml holds a job, every `no` sentence none; of 'none' neither does."""
    for entry in read_jobs():
        for text in entry.yes:
            (sentence,) = _sentences(text)
            assert bool(find_jobs(sentence)) == (entry.kind != "none"), text
        for text in entry.no:
            (sentence,) = _sentences(text)
            assert not find_jobs(sentence), text


def test_heads_of_governments_are_many() -> None:
    """'Главы правительств' after a name says nothing of whoever is named before."""
    assert tell("В саммите участвуют Иван Серов, а также главы правительств.") == []

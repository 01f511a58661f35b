"""A publisher's site on this machine: a feed, pages, and all that happens to them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from email.utils import format_datetime
from html import escape

from bad_server import BadServer, respond

MINISTERS = ("Асан Ерболов", "Талгат Сериков", "Марат Дюсенов", "Ерлан Байжанов", "Нурлан Сапаров")
COUNTRIES = ("Иордании", "Египта", "Италии", "Венгрии", "Японии", "Турции", "Китая", "Индии")


@dataclass
class Story:
    """One report: the words of its page, and the feed's word on its age."""

    path: str
    title: str
    text: str
    updated: dt.datetime = dt.datetime(2026, 3, 12, 9, 0, tzinfo=dt.UTC)


@dataclass
class Site:
    """A site that serves its stories and a feed of them, with validators as sites have them."""

    server: BadServer
    feed_path: str = "/rss"
    stories: list[Story] = field(default_factory=list)

    def publish(self, number: int) -> Story:
        """Add a story."""
        story = make_story(number)
        self.stories.append(story)
        self.refresh()
        return story

    def refresh(self) -> None:
        """Serve everything as it is now."""
        self.server.pages[self.feed_path] = respond(
            self.write_feed(), headers="Content-Type: application/rss+xml"
        )
        for story in self.stories:
            self.server.pages[story.path] = respond(write_page(story), headers="Content-Type: text/html")

    @property
    def feed(self) -> str:
        """Return the feed's address."""
        return self.server.address + self.feed_path

    def write_feed(self) -> bytes:
        """Return the feed."""
        items = "".join(
            f"<item><title>{escape(s.title)}</title><link>{s.path}</link><guid>{s.path}</guid>"
            f"<pubDate>{format_datetime(s.updated)}</pubDate></item>"
            for s in self.stories
        )
        return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode()


def make_story(number: int) -> Story:
    """Return a report of a meeting, another one for each number."""
    minister, country = MINISTERS[number % len(MINISTERS)], COUNTRIES[number % len(COUNTRIES)]
    title = f"Министр иностранных дел встретился с коллегой из {country}"
    text = (
        f"12 марта 2026 года министр иностранных дел Казахстана {minister} "
        f"встретился в Астане с министром иностранных дел {country} Айманом Хаддадом. "
        f"Стороны обсудили торговлю и {number} совместных проектов в области транспорта."
    )
    return Story(f"/news/{number}", title, text)


def write_page(story: Story) -> bytes:
    """Return the page of a story."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in story.text.splitlines())
    return (
        f"<!DOCTYPE html><html><head><title>{escape(story.title)}</title></head><body>"
        f"<nav><a href='/'>Басты бет</a></nav><article>"
        f"<h1>{escape(story.title)}</h1>{paragraphs}</article></body></html>"
    ).encode()

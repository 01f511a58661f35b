"""What robots.txt allows, read by protego as RFC 9309 says."""

from __future__ import annotations

from dataclasses import dataclass

import protego

from elshi.errors import Message
from elshi.fetch.answer import Answer, FetchError

LARGEST = 500 * 1024  # bytes that are read of it, RFC 9309 section 2.5
PLACE = "/robots.txt"
OK, TOO_MANY = 200, 429
_ABSENT = range(400, 500)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one origin. `failure` says why the server could not give them: then nothing is allowed."""

    parsed: protego.Protego
    failure: str | None = None

    def allows(self, url: str, agent: str) -> bool:
        """Tell whether `agent` may ask for `url`."""
        return self.failure is None and self.parsed.can_fetch(url, agent)

    def delay(self, agent: str) -> float | None:
        """Return the seconds between two requests that the origin asks for, None where it asks for none."""
        asked = self.parsed.crawl_delay(agent)
        rate = self.parsed.request_rate(agent)
        per_request = rate.seconds / rate.requests if rate and rate.requests else None
        stated = [seconds for seconds in (asked, per_request) if seconds is not None]
        return max(stated, default=None)


def read_rules(answer: Answer | FetchError) -> Rules:
    """Return the rules in an answer to PLACE.

    A server that has none allows all. One that failed allows nothing until it is asked again.
    """
    if isinstance(answer, FetchError):
        return Rules(protego.Protego.parse(""), answer.cause)
    if answer.status == OK:
        return Rules(protego.Protego.parse(answer.body[:LARGEST].decode("utf-8", "replace")))
    failed = answer.status not in _ABSENT or answer.status == TOO_MANY
    return Rules(
        protego.Protego.parse(""),
        Message("the server says %(status)s", status=answer.status) if failed else None,
    )

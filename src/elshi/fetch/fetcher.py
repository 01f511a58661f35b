"""The fetcher: a page asked for politely, its redirects followed, each checked like the first."""

from __future__ import annotations

import datetime as dt
import email.utils
import time
from collections import defaultdict
from dataclasses import replace
from threading import Lock

from elshi.errors import Message
from elshi.fetch.answer import LATER, Answer, FetchError, Limits, Validators
from elshi.fetch.exchange import Exchange
from elshi.fetch.gate import Gate
from elshi.fetch.pace import Pace
from elshi.fetch.robots import PLACE, Rules, read_rules
from elshi.fetch.target import Target, join_target, read_target
from elshi.fetch.unpack import ACCEPTED
from elshi.settings import read_version

AGENT = "elshi"  # the name that robots.txt knows us by
MOVED = (301, 302, 303, 307, 308)
FOR_GOOD = (301, 308)
GONE = (404, 410)
BUSY = (429, 503)  # what the whole host says; other failures are those of one page
NOT_MODIFIED = 304
OK = 200
_TOO_MANY = 429
_SERVER_FAILED = 500
_PATIENCE = 20.0  # seconds of Retry-After that are waited for at once; longer ones wait for a later round
_RULES_HOLD = 86_400.0  # seconds that robots.txt is kept, RFC 9309 section 2.4
_RULES_FAILED = 600.0  # seconds after which a server that could not give it is asked again
_LONGEST_REST = 86_400.0  # no Retry-After is taken for more than a day


class Fetcher:
    """Asks for pages: at most one at a time from a host, and only what its robots.txt allows.

    It may be used by many threads.
    """

    def __init__(
        self,
        gate: Gate,
        limits: Limits | None = None,
        pace: Pace | None = None,
        contact: str | None = None,
        trust: str | None = None,
    ) -> None:
        """Ask through `gate`; `contact` is an address where those who are asked reach whoever asks."""
        self._limits = limits or Limits()
        self._exchange = Exchange(gate, self._limits, trust)
        self._pace = pace or Pace(1.0)
        self._agent = f"{AGENT}/{read_version()}" + (f" (+{contact})" if contact else "")
        self._rules: dict[str, tuple[Rules, float]] = {}
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)

    def get(self, url: str, known: Validators | None = None) -> Answer:
        """Return the page at `url`, or an answer of status 304 where it is still the one `known`.

        What fails and may pass is asked for again a few times. Raises FetchError for everything else than
        a page: refused addresses, what robots.txt forbids, errors of the server, limits that are met.
        """
        target = read_target(url)
        for attempt in range(1, self._limits.attempts + 1):
            try:
                return self._follow(target, known or Validators())
            except FetchError as error:
                soon = error.wait is None or error.wait <= _PATIENCE
                if not error.passing or not soon or attempt == self._limits.attempts:
                    raise
                if error.wait is None:
                    self._pace.back_off(attempt)
        raise AssertionError  # the last attempt returns or raises

    def _follow(self, target: Target, known: Validators) -> Answer:
        begun, moved, for_good = target, None, True
        for _ in range(self._limits.redirects + 1):
            answer = self._ask(target, known)
            if answer.status not in MOVED:
                return _judge(replace(answer, moved=moved))
            target = join_target(target, answer.header("Location") or "")
            for_good = for_good and answer.status in FOR_GOOD
            moved = target.url if for_good else moved
        cause = Message(
            "it leads on more than %(redirects)s times, at last to %(url)s",
            redirects=self._limits.redirects,
            url=target.url,
        )
        raise FetchError(begun.url, cause, Message("give the address it should lead to"))

    def _ask(self, target: Target, known: Validators) -> Answer:
        rules = self._read_rules(target)
        if rules.failure:
            cause = Message(
                "%(rules)s could not be had (%(cause)s)",
                rules=target.origin + PLACE,
                cause=rules.failure,
            )
            raise FetchError(target.url, cause, LATER, passing=True, wait=_RULES_FAILED)
        if not rules.allows(target.url, AGENT):
            cause = Message("%(rules)s forbids it", rules=target.origin + PLACE)
            raise FetchError(
                target.url, cause, Message("ask the publisher, or take another of its addresses")
            )
        return self._take_turn(target, _write_headers(self._agent, known), rules.delay(AGENT))

    def _take_turn(self, target: Target, headers: dict[str, str], delay: float | None) -> Answer:
        with self._pace.turn(target.url, target.host, delay):
            answer = self._exchange.ask(target, headers)
        wait = read_retry(answer)
        if wait and answer.status in BUSY:
            self._pace.hold(target.host, wait)
        return answer

    def _read_rules(self, target: Target) -> Rules:
        with self._locks[target.origin]:
            rules, until = self._rules.get(target.origin, (None, 0.0))
            if rules is None or time.monotonic() > until:
                rules = read_rules(self._ask_rules(target))
                until = time.monotonic() + (_RULES_FAILED if rules.failure else _RULES_HOLD)
                self._rules[target.origin] = rules, until
            return rules

    def _ask_rules(self, target: Target) -> Answer | FetchError:
        """Return robots.txt, up to five redirects away, as RFC 9309 has it."""
        place = replace(target, path=PLACE)
        try:
            for _ in range(self._limits.redirects + 1):
                answer = self._take_turn(place, _write_headers(self._agent, Validators()), None)
                if answer.status not in MOVED:
                    return answer
                place = join_target(place, answer.header("Location") or "")
        except FetchError as error:
            if not error.passing:  # a private address must not pass for a server that fails
                raise
            return error
        return FetchError(target.url, Message("its robots.txt leads on for ever"), LATER)


def _write_headers(agent: str, known: Validators) -> dict[str, str]:
    headers = {"User-Agent": agent, "Accept-Encoding": ACCEPTED, "Accept": "*/*", "Connection": "close"}
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.modified:
        headers["If-Modified-Since"] = known.modified
    return headers


def _judge(answer: Answer) -> Answer:
    """Return a page or 'not modified'. Raises FetchError for any other status."""
    status = answer.status
    if status in {OK, NOT_MODIFIED}:
        return answer
    said = Message("the server says %(status)s", status=f"{status} {answer.reason}".strip())
    if status in GONE:
        raise FetchError(
            answer.url, said, Message("take the address out, or look for the new one"), gone=True
        )
    passing = status == _TOO_MANY or status >= _SERVER_FAILED
    advice = LATER if passing else Message("check the address; the page may be for members only")
    raise FetchError(answer.url, said, advice, passing=passing, wait=read_retry(answer))


def read_retry(answer: Answer) -> float | None:
    """Return the seconds that Retry-After asks to wait (a number, or a date), None where it does not."""
    if answer.status != _TOO_MANY and answer.status < _SERVER_FAILED:
        return None
    value = (answer.header("Retry-After") or "").strip()
    if value.isdecimal() and value.isascii():
        return min(float(value), _LONGEST_REST)
    try:
        when = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    left = (when.astimezone(dt.UTC) - dt.datetime.now(dt.UTC)).total_seconds()
    return min(max(left, 0.0), _LONGEST_REST)

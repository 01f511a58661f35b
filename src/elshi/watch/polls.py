"""Asking a source for its list: what came, in one value that no thread shares."""

from __future__ import annotations

from dataclasses import dataclass

from elshi.errors import Message, SourceError
from elshi.fetch.answer import FetchError, Validators
from elshi.fetch.fetcher import NOT_MODIFIED, Fetcher
from elshi.model.watching import SourceLog
from elshi.watch.feeds import read_feed
from elshi.watch.folders import list_folder
from elshi.watch.listed import Found
from elshi.watch.listings import read_listing
from elshi.watch.plan import Watched
from elshi.watch.sitemaps import read_sitemap

_READERS = {"feed": read_feed, "sitemap": read_sitemap, "listing": read_listing}


_UNKNOWN = Validators()


@dataclass(frozen=True, slots=True)
class Polled:
    """What a source answered; `found` is None where its list did not change, `error` why there is none."""

    source: Watched
    found: Found | None = None
    validators: Validators = _UNKNOWN
    moved: str | None = None
    error: SourceError | None = None


def poll(source: Watched, log: SourceLog, fetcher: Fetcher) -> Polled:
    """Ask `source` for its list, unless it is the one that `log` remembers. Raises nothing."""
    try:
        if source.kind == "folder":
            return Polled(source, list_folder(source))
        return _ask(source, Validators(log.etag, log.modified), fetcher)
    except SourceError as error:
        return Polled(source, error=error)
    except Exception as error:  # noqa: BLE001 -- a list that brings out a defect must not end the watch
        cause = Message(
            "Elshi failed on its list (%(name)s: %(error)s)", name=type(error).__name__, error=error
        )
        return Polled(
            source, error=SourceError(source.address, cause, Message("please report this with the address"))
        )


def _ask(source: Watched, known: Validators, fetcher: Fetcher) -> Polled:
    answer = fetcher.get(source.address, known)
    if answer.status == NOT_MODIFIED:
        return Polled(source, None, known, answer.moved)
    found = _READERS[source.kind](answer.body, answer.url, source)
    return Polled(source, _ask_more(source, found, fetcher), answer.validators, answer.moved)


def _ask_more(source: Watched, found: Found, fetcher: Fetcher) -> Found:
    """Return `found` with what the lists that it names list; one that fails fails all, to be asked again."""
    listed, faults = list(found.listed), list(found.faults)
    for address in found.more:
        try:
            answer = fetcher.get(address)
        except FetchError as error:
            if error.passing:
                raise
            faults.append(error.message)
            continue
        inner = _READERS[source.kind](answer.body, answer.url, source)
        listed += inner.listed
        faults += inner.faults
    return Found(tuple(listed), tuple(faults))

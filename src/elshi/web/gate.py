"""What is refused before any page is asked: requests that another site made a browser send, and huge ones.

A browser says where a request comes from: Sec-Fetch-Site (same-origin, same-site, cross-site, none) and, with
everything that writes, Origin. What a page elsewhere makes a browser send is refused by either; programs send
neither, and have no cookies.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as Sent

from elshi.errors import ElshiError, Message
from elshi.web.errors import TooLarge, Unasked

MOST_BYTES = 256 * 1024  # of what is sent to us: a correction with its quote and note is a thousandth of it
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OURS = frozenset({"same-origin", "none"})  # none: the person typed the address, or opened a bookmark


class Gate:
    """Stands before an application; `say` makes the answer to what is refused."""

    def __init__(self, app: ASGIApp, say: Callable[[Request, ElshiError], Response]) -> None:
        """Stand before `app`."""
        self._app, self._say = app, say

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may pass; the body of what writes is read here, as far as it may go."""
        if scope["type"] != "http" or scope["method"] in _SAFE:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if not comes_from_us(headers):
            refused = Unasked(Message("another site asked for this; open the page here and do it again"))
            await self._say(Request(scope), refused)(scope, receive, send)
            return
        body = await _read_body(receive, headers)
        if body is None:
            refused_size = TooLarge(Message("more than %(most)s bytes were sent; send less", most=MOST_BYTES))
            await self._say(Request(scope), refused_size)(scope, receive, send)
            return
        await self._app(scope, _make_receive(body), send)


def comes_from_us(headers: Headers) -> bool:
    """Tell whether a request that writes was made by a page of ours, or by a program that is no browser."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in _OURS:
        return False
    if origin is not None:
        return origin != "null" and urlsplit(origin).netloc == headers.get("host", "")
    return site is not None or "cookie" not in headers


async def _read_body(receive: Receive, headers: Headers) -> bytes | None:
    """Return what was sent, None where it is more than may be."""
    stated = headers.get("content-length", "0")
    if not stated.isdecimal() or int(stated) > MOST_BYTES:
        return None
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > MOST_BYTES:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _make_receive(body: bytes) -> Receive:
    """Return what gives `body` at once, then says that the browser went away."""
    given = False

    async def receive() -> Sent:
        nonlocal given
        if given:
            return {"type": "http.disconnect"}
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive

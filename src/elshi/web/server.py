"""The pages served over HTTP by uvicorn, until Ctrl-C."""

from __future__ import annotations

import socket
import webbrowser
from collections.abc import Callable

import uvicorn

from elshi.errors import UsageError
from elshi.settings import Location
from elshi.web.app import LOCAL_HOSTS, make_app
from elshi.web.site import Site

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def serve_pages(register: Location, host: str, port: int, say: Callable[[str], None], *, show: bool) -> None:
    """Answer at `host` and `port` (0: a free one) until interrupted; `say` gets the address once it is known.

    `show` opens the first page in the browser. Raises UsageError for an address that others could reach,
    or that cannot be used, and RegisterError where there is no register.
    """
    if host not in _LOOPBACK:
        message = f"{host} could be reached by others, and there are no users yet; give 127.0.0.1"
        raise UsageError(message)
    site = Site(register)
    with site.open_view():
        pass  # a register that cannot be read is said now and not at the first page
    listener = _listen(host, port)
    address = f"http://{'[::1]' if host == '::1' else host}:{listener.getsockname()[1]}/"
    say(address)
    if show:
        webbrowser.open(address)
    config = uvicorn.Config(
        make_app(site, LOCAL_HOSTS), log_level="warning", access_log=False, lifespan="off"
    )
    uvicorn.Server(config).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        message = f"{host}:{port} cannot be used ({error.strerror}); give another port with --port"
        raise UsageError(message) from error
    return listener

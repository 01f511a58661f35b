"""The pages served over HTTP by uvicorn, until Ctrl-C."""

from __future__ import annotations

import contextlib
import gc
import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

import uvicorn

from elshi.errors import RegisterError, UsageError
from elshi.record.desk import open_desk
from elshi.register.counts import Counts
from elshi.register.keeping import find_file
from elshi.register.promises import load_words
from elshi.settings import Location
from elshi.web.app import LOCAL_HOSTS, make_app
from elshi.web.doorkeeper import Doorkeeper
from elshi.web.site import Site, allow_all

_ANY = frozenset({"0.0.0.0", "::"})  # noqa: S104 -- refused without users and a name
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Doors:
    """Where the pages can be had: the address and port, the `names` that others call this machine by.

    With `users` only those are let in whom `elshi users` lists.
    """

    host: str
    port: int
    users: bool = False
    names: tuple[str, ...] = ()

    def list_hosts(self) -> tuple[str, ...]:
        """Return the names that a request may call us by; any other is some other site's."""
        own = () if self.host in _ANY else (self.host,)
        return tuple(dict.fromkeys((*LOCAL_HOSTS, *own, *self.names)))


def refuse_doors(doors: Doors, register: Location) -> None:
    """Raise UsageError where the pages would stand open to others, or nobody could come in."""
    if doors.users:
        with closing(open_desk(register)) as desk:
            if not any(account.rights for account in desk.accounts.list()):
                message = "there are no users yet; add one with `elshi users add NAME --role admin`"
                raise UsageError(message)
    elif doors.host not in _LOOPBACK:
        message = f"{doors.host} could be reached by others; give --users, or 127.0.0.1 for yourself alone"
        raise UsageError(message)
    if doors.host in _ANY and not doors.names:
        message = f"{doors.host} has no name; give with --name what others call this machine"
        raise UsageError(message)


def serve_pages(
    register: Location, doors: Doors, say: Callable[[str], None], warn: Callable[[str], None], *, show: bool
) -> None:
    """Answer at `doors` (port 0: a free one) until interrupted; `say` gets the address once it is known.

    `warn` gets what is wrong with what is kept beside the register and mended.
    `show` opens the first page in the browser. Raises UsageError for an address that others could reach,
    or that cannot be used, and RegisterError where there is no register.
    """
    counts = Counts(find_file(register, warn))
    site = Site(register, guard=Doorkeeper(register) if doors.users else allow_all, counts=counts)
    with site.open_view():
        pass  # a register that cannot be read is said now and not at the first page
    refuse_doors(doors, register)
    listener = _listen(doors.host, doors.port)
    address = f"http://{f'[{doors.host}]' if ':' in doors.host else doors.host}:{listener.getsockname()[1]}/"
    say(address)
    if show:
        webbrowser.open(address)
    threading.Thread(target=prepare, args=(site,), daemon=True).start()
    config = uvicorn.Config(
        make_app(site, doors.list_hosts()), log_level="warning", access_log=False, lifespan="off"
    )
    uvicorn.Server(config).run(sockets=[listener])


def prepare(site: Site) -> None:
    """Count the register and load the words of pages, so that who asks first need not wait for it.

    What was loaded stays as long as the server: it is not gone through again for what can be thrown away.
    """
    with contextlib.suppress(RegisterError), site.open_view() as view:  # a failure is told to who asks
        view.census()
    load_words()
    gc.collect()
    gc.freeze()


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

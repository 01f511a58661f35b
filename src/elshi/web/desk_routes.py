"""What people work on, and what they do there, in two tables: the address, what makes it, and who may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from elshi.locales import N_
from elshi.model.account import Right
from elshi.web.actions import entries, pairs, proposals, users
from elshi.web.actions.work import Done, Work
from elshi.web.rooms import correct, manage, review
from elshi.web.rooms.room import Seat


@dataclass(frozen=True, slots=True)
class Room:
    """A page that people work on; it is also JSON. The parts are those of `elshi.web.routes.Page`."""

    name: str
    path: str
    title: str
    make: Callable[[Seat], object]
    permission: Right = "propose"
    section: Literal["desk", "about", ""] = ""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that is done: a form is sent to `path`, and the browser goes on to another page.

    Where what was sent will not do, the page `room` says why, with all that was sent still in it.
    """

    name: str
    path: str
    act: Callable[[Work], Done]
    permission: Right = "propose"
    room: str | None = None


ROOMS: tuple[Room, ...] = (
    Room("review", "/review", N_("Review"), review.show_review, section="desk"),
    Room("correct", "/entry/{ident}/correct", N_("Correct an entry"), correct.show_correction),
    Room("users", "/users", N_("Users"), manage.show_users, "manage", section="about"),
)
ACTIONS: tuple[Action, ...] = (
    Action("correct", "/entry/{ident}/correct", entries.correct_entry, room="correct"),
    Action("accept", "/entry/{ident}/accept", entries.accept_entry),
    Action("reject", "/entry/{ident}/reject", entries.reject_entry),
    Action("judge", "/review/judge", pairs.judge_pair),
    Action("many", "/review/many", entries.act_on_many, "judge"),
    Action("undo", "/undo", proposals.undo_last),
    Action("accept_proposal", "/proposal/{ident}/accept", proposals.accept_proposal, "judge"),
    Action("decline_proposal", "/proposal/{ident}/decline", proposals.decline_proposal, "judge"),
    Action("withdraw_proposal", "/proposal/{ident}/withdraw", proposals.withdraw_proposal),
    Action("add_user", "/users/add", users.add_one, "manage", room="users"),
    Action("change_role", "/users/role", users.give_role, "manage", room="users"),
    Action("change_password", "/users/password", users.give_password, "manage", room="users"),
    Action("remove_user", "/users/remove", users.remove_one, "manage", room="users"),
    Action("restore_user", "/users/restore", users.restore_one, "manage", room="users"),
    Action("add_token", "/users/token", users.give_token, "manage", room="users"),
    Action("revoke_token", "/users/revoke", users.take_token, "manage", room="users"),
)


def find_room(name: str) -> Room:
    """Return the room of this name. Raises KeyError where there is none."""
    return {room.name: room for room in ROOMS}[name]

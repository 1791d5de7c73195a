"""Access: who may do what, in one table.

``authorize`` answers whether somebody may perform an action at all; ``consent.may_see`` still
decides which kinds of things they get to see by it. What an actor is comes from the database,
never from the update that asks.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dialogs.care.consent import Category, Grant, may_see
from dialogs.care.people import Actor, Membership, Role
from dialogs.errors import NotAllowed


class Action(StrEnum):
    """Everything that anybody can ask the program to do."""

    GET_HELP = "get_help"
    SHOW_SOS = "show_sos"
    SET_LANGUAGE = "set_language"
    SET_DISCRETION = "set_discretion"
    JOIN = "join"
    LEAVE = "leave"
    INVITE_ADMIN = "invite_admin"
    INVITE_COUNSELOR = "invite_counselor"
    INVITE_CLIENT = "invite_client"
    INVITE_SPONSOR = "invite_sponsor"
    INVITE_FAMILY = "invite_family"
    CONFIRM_MEMBER = "confirm_member"
    REMOVE_MEMBER = "remove_member"
    RELINK_CLIENT = "relink_client"
    RELINK_SUPPORTER = "relink_supporter"
    RELINK_STAFF = "relink_staff"
    SET_CIRCLE = "set_circle"
    KEEP_PRIVATE = "keep_private"
    ASK_FOR_MORE = "ask_for_more"
    READ_LETTER = "read_letter"
    ANSWER = "answer"
    START_DIALOG = "start_dialog"
    SET_TIMES = "set_times"
    SET_ZONE = "set_zone"
    SET_COUNTRY = "set_country"
    PAUSE = "pause"
    SEE_OWN_PLAN = "see_own_plan"
    EDIT_OWN_PLAN = "edit_own_plan"
    SEE_PLAN = "see_plan"
    EDIT_PLAN = "edit_plan"
    SEE_CASELOAD = "see_caseload"
    SEE_CLIENT = "see_client"
    SEE_PROGRESS = "see_progress"
    RAISE_ALERT = "raise_alert"
    SEE_ALERT = "see_alert"
    TAKE_ALERT = "take_alert"
    PASS_ALERT = "pass_alert"  # noqa: S105  an action, not a password
    RESOLVE_ALERT = "resolve_alert"
    ASK_TO_CALL = "ask_to_call"
    GRANT = "grant"
    REVOKE = "revoke"
    SEE_GRANTS = "see_grants"
    SEE_RECEIPTS = "see_receipts"
    SEE_TRAIL = "see_trail"
    GET_UPDATE = "get_update"
    SEND_ENCOURAGEMENT = "send_encouragement"
    WRITE_TO_COUNSELOR = "write_to_counselor"
    WRITE_TO_CLIENT = "write_to_client"
    EXPORT = "export"
    ERASE = "erase"
    CLEAR_CHAT = "clear_chat"
    SEE_HEALTH = "see_health"
    SEE_FIGURES = "see_figures"
    SET_DUTY = "set_duty"
    RUN_BEAT = "run_beat"


@dataclass(frozen=True, slots=True)
class Subject:
    """What an action is about.

    ``client_id`` is whose case it touches; None: nobody's, or the clinic's. For an alert,
    ``paged`` are the people on its ladder and ``staff_only`` is the alert's own.
    """

    kind: str
    client_id: int | None
    paged: frozenset[int] = frozenset()
    staff_only: bool = False


CLINIC = Subject("clinic", None)


@dataclass(frozen=True, slots=True)
class _Request:
    actor: Actor
    subject: Subject
    grants: tuple[Grant, ...]
    now: datetime

    @property
    def roles(self) -> frozenset[Role]:
        """The actor's roles in the case that the subject belongs to."""
        client_id = self.subject.client_id
        return frozenset() if client_id is None else self.actor.roles_for(client_id)

    def shows(self, category: Category) -> bool:
        """Return whether the client lets this actor see this kind of thing now."""
        person_id, client_id = self.actor.person_id, self.subject.client_id
        if person_id is None or client_id is None:
            return False
        return may_see(self.grants, person_id, client_id, category, self.now) is not None


_Rule = Callable[[_Request], bool]


def _anyone(_: _Request) -> bool:
    return True


def _system(request: _Request) -> bool:
    return request.actor.system


def _admin(request: _Request) -> bool:
    return request.actor.is_role(Role.ADMIN)


def _any_counselor(request: _Request) -> bool:
    return request.actor.is_role(Role.COUNSELOR)


def _self(request: _Request) -> bool:
    mine = request.actor.person_id == request.subject.client_id
    return mine and Role.CLIENT in request.roles


def _member(request: _Request) -> bool:
    return bool(request.roles)


def _counselor(request: _Request) -> bool:
    return Role.COUNSELOR in request.roles


def _paged_counselor(request: _Request) -> bool:
    return _any_counselor(request) and request.actor.person_id in request.subject.paged


def _supporter(request: _Request) -> bool:
    return bool(request.roles & {Role.SPONSOR, Role.FAMILY})


def _alerted_sponsor(request: _Request) -> bool:
    kept_from = request.subject.staff_only
    return not kept_from and Role.SPONSOR in request.roles and request.shows(Category.ALERTS)


def _alerted_counselor(request: _Request) -> bool:
    staff = _counselor(request) or _paged_counselor(request)
    return staff and request.shows(Category.ALERTS)


def _shown(*categories: Category) -> _Rule:
    """Make the rule: in the client's care, and shown at least one of these by a grant."""

    def rule(request: _Request) -> bool:
        return _member(request) and any(request.shows(category) for category in categories)

    return rule


_PROGRESS = (Category.GOALS, Category.MOOD, Category.CRAVINGS, Category.USE, Category.CHARTS)
_ALERT_STAFF: tuple[_Rule, ...] = (_alerted_counselor, _alerted_sponsor)

POLICY: dict[Action, tuple[_Rule, ...]] = {
    Action.GET_HELP: (_anyone,),
    Action.SHOW_SOS: (_anyone,),
    Action.SET_LANGUAGE: (_anyone,),
    Action.SET_DISCRETION: (_anyone,),
    Action.CLEAR_CHAT: (_anyone,),
    Action.JOIN: (_anyone,),
    Action.LEAVE: (_member,),
    Action.INVITE_ADMIN: (_system,),
    Action.INVITE_COUNSELOR: (_system, _admin),
    Action.INVITE_CLIENT: (_any_counselor,),
    Action.INVITE_SPONSOR: (_self,),
    Action.INVITE_FAMILY: (_self,),
    Action.CONFIRM_MEMBER: (_self, _counselor),
    Action.REMOVE_MEMBER: (_self,),
    Action.RELINK_CLIENT: (_counselor,),
    Action.RELINK_SUPPORTER: (_self,),
    Action.RELINK_STAFF: (_admin,),
    Action.SET_CIRCLE: (_self,),
    Action.KEEP_PRIVATE: (_self,),
    Action.ASK_FOR_MORE: (_supporter,),
    Action.READ_LETTER: (_self, _counselor),
    Action.ANSWER: (_self,),
    Action.START_DIALOG: (_self,),
    Action.SET_TIMES: (_self,),
    Action.SET_ZONE: (_self,),
    Action.SET_COUNTRY: (_self,),
    Action.PAUSE: (_self,),
    Action.SEE_OWN_PLAN: (_self,),
    Action.EDIT_OWN_PLAN: (_self,),
    Action.SEE_PLAN: (_shown(Category.PLAN),),
    Action.EDIT_PLAN: (_counselor,),
    Action.SEE_CASELOAD: (_any_counselor,),
    Action.SEE_CLIENT: (_counselor,),
    Action.SEE_PROGRESS: (_self, _shown(*_PROGRESS)),
    Action.RAISE_ALERT: (_system, _self),
    Action.SEE_ALERT: (_alerted_counselor, _alerted_sponsor),
    Action.TAKE_ALERT: _ALERT_STAFF,
    Action.PASS_ALERT: _ALERT_STAFF,
    Action.RESOLVE_ALERT: _ALERT_STAFF,
    Action.ASK_TO_CALL: _ALERT_STAFF,
    Action.GRANT: (_self,),
    Action.REVOKE: (_self,),
    Action.SEE_GRANTS: (_self,),
    Action.SEE_RECEIPTS: (_self,),
    Action.SEE_TRAIL: (_self,),
    Action.GET_UPDATE: (_shown(*Category),),
    Action.SEND_ENCOURAGEMENT: (_supporter,),
    Action.WRITE_TO_COUNSELOR: (_self,),
    Action.WRITE_TO_CLIENT: (_counselor,),
    Action.EXPORT: (_self, _system),
    Action.ERASE: (_self, _system),
    Action.SEE_HEALTH: (_admin, _system),
    Action.SEE_FIGURES: (_any_counselor, _admin),
    Action.SET_DUTY: (_any_counselor,),
    Action.RUN_BEAT: (_system,),
}
"""Who may do what: any one of the rules is enough. An admin sees no client's answers."""


def authorize(
    actor: Actor, action: Action, subject: Subject, grants: Iterable[Grant], now: datetime
) -> None:
    """Let an action pass or refuse it; every action calls this before anything else.

    Args:
        actor: Who asks, with memberships fresh from the database.
        action: What they ask for.
        subject: What it is about.
        grants: The client's grants; may be empty where the rules need none.
        now: The moment of asking, in UTC.

    Raises:
        NotAllowed: No rule of the policy lets this actor do it.

    """
    request = _Request(actor, subject, tuple(grants), now)
    if not any(rule(request) for rule in POLICY[action]):
        raise NotAllowed(action.value, "not_yours")


def check_membership(held: Iterable[Membership], client_id: int | None, new: Role) -> None:
    """Refuse a role that would give one person two sides of the same case.

    A client may hold no other role in their own case, and a counselor none but that one. A
    sponsor may well be family. Roles in other people's cases do not matter.

    Args:
        held: All memberships of the person who joins.
        client_id: The case they would join; None: the clinic as a whole.
        new: The role they would take.

    Raises:
        NotAllowed: The roles exclude each other.

    Source:
        SECURITY.md T27.

    """
    roles = {membership.role for membership in held if membership.client_id == client_id} - {new}
    apart = {Role.CLIENT, Role.COUNSELOR}
    if client_id is not None and roles and (new in apart or roles & apart):
        raise NotAllowed(Action.JOIN.value, "two_roles")

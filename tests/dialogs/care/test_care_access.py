"""Access: everybody x every action x own and other's case, against one table written by hand."""

from datetime import UTC, datetime

import pytest

from dialogs.care.access import CLINIC, POLICY, Action, Subject, authorize, check_membership
from dialogs.care.consent import Category, Grant
from dialogs.care.people import STRANGER, SYSTEM, Actor, Membership, Role
from dialogs.errors import NotAllowed

NOW = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
MIA, OTHER, ANA, SAM, KIM, ROOT, BEN, GONE = 1, 2, 3, 4, 5, 6, 7, 8


def member(person: int, client: int | None, role: Role) -> Actor:
    return Actor(person, (Membership(person, client, role, NOW),))


def granted(person: int, *categories: Category) -> Grant:
    return Grant(1, MIA, person, frozenset(categories), "care", NOW, None, None, "1", "ab")


PEOPLE = {
    "client": member(MIA, MIA, Role.CLIENT),
    "other client": member(OTHER, OTHER, Role.CLIENT),
    "counselor": member(ANA, MIA, Role.COUNSELOR),
    "on call": member(BEN, None, Role.COUNSELOR),
    "other counselor": member(BEN, OTHER, Role.COUNSELOR),
    "sponsor": member(SAM, MIA, Role.SPONSOR),
    "family": member(KIM, MIA, Role.FAMILY),
    "admin": member(ROOT, None, Role.ADMIN),
    "former": Actor(GONE, ()),
    "stranger": STRANGER,
    "system": SYSTEM,
}
GRANTS = (
    granted(ANA, *Category),
    granted(BEN, Category.ALERTS),
    granted(SAM, Category.ALERTS),
    granted(KIM, Category.MILESTONES),
    granted(GONE, *Category),
)
EVERYBODY = set(PEOPLE)
STAFF = {"counselor", "on call", "other counselor"}
ALARMED = {"counselor", "on call", "other counselor", "sponsor"}

ALLOWED: dict[Action, set[str]] = {
    Action.GET_HELP: EVERYBODY,
    Action.SHOW_SOS: EVERYBODY,
    Action.SET_LANGUAGE: EVERYBODY,
    Action.SET_DISCRETION: EVERYBODY,
    Action.CLEAR_CHAT: EVERYBODY,
    Action.JOIN: EVERYBODY,
    Action.LEAVE: {"client", "counselor", "sponsor", "family"},
    Action.INVITE_ADMIN: {"system"},
    Action.INVITE_COUNSELOR: {"system", "admin"},
    Action.INVITE_CLIENT: STAFF,
    Action.INVITE_SPONSOR: {"client"},
    Action.INVITE_FAMILY: {"client"},
    Action.CONFIRM_MEMBER: {"client", "counselor"},
    Action.REMOVE_MEMBER: {"client"},
    Action.RELINK_CLIENT: {"counselor"},
    Action.RELINK_SUPPORTER: {"client"},
    Action.RELINK_STAFF: {"admin"},
    Action.SET_CIRCLE: {"client"},
    Action.KEEP_PRIVATE: {"client"},
    Action.ASK_FOR_MORE: {"sponsor", "family"},
    Action.READ_LETTER: {"client", "counselor"},
    Action.ANSWER: {"client"},
    Action.START_DIALOG: {"client"},
    Action.SET_TIMES: {"client"},
    Action.SET_ZONE: {"client"},
    Action.SET_COUNTRY: {"client"},
    Action.PAUSE: {"client"},
    Action.SEE_OWN_PLAN: {"client"},
    Action.EDIT_OWN_PLAN: {"client"},
    Action.SEE_PLAN: {"counselor"},
    Action.EDIT_PLAN: {"counselor"},
    Action.SEE_CASELOAD: STAFF,
    Action.SEE_CLIENT: {"counselor"},
    Action.SEE_PROGRESS: {"client", "counselor"},
    Action.RAISE_ALERT: {"client", "system"},
    Action.SEE_ALERT: ALARMED,
    Action.TAKE_ALERT: ALARMED,
    Action.PASS_ALERT: ALARMED,
    Action.RESOLVE_ALERT: ALARMED,
    Action.ASK_TO_CALL: ALARMED,
    Action.GRANT: {"client"},
    Action.REVOKE: {"client"},
    Action.SEE_GRANTS: {"client"},
    Action.SEE_RECEIPTS: {"client"},
    Action.SEE_TRAIL: {"client"},
    Action.GET_UPDATE: {"counselor", "sponsor", "family"},
    Action.SEND_ENCOURAGEMENT: {"sponsor", "family"},
    Action.WRITE_TO_COUNSELOR: {"client"},
    Action.WRITE_TO_CLIENT: {"counselor"},
    Action.EXPORT: {"client", "system"},
    Action.ERASE: {"client", "system"},
    Action.SEE_HEALTH: {"admin", "system"},
    Action.SEE_FIGURES: STAFF | {"admin"},
    Action.SET_DUTY: STAFF,
    Action.RUN_BEAT: {"system"},
}
ABOUT_NO_CASE = {
    Action.GET_HELP,
    Action.SHOW_SOS,
    Action.SET_LANGUAGE,
    Action.SET_DISCRETION,
    Action.CLEAR_CHAT,
    Action.JOIN,
    Action.INVITE_CLIENT,
    Action.SEE_CASELOAD,
    Action.SEE_FIGURES,
    Action.SET_DUTY,
}
CASE = Subject("client", MIA, paged=frozenset({ANA, BEN, SAM}))


def may(
    actor: Actor, action: Action, subject: Subject = CASE, grants: tuple[Grant, ...] = GRANTS
) -> bool:
    try:
        authorize(actor, action, subject, grants, NOW)
    except NotAllowed:
        return False
    return True


@pytest.mark.parametrize("action", Action)
def test_who_may_do_what(action):
    """Every persona against every action; a new action must be written down here first."""
    assert {name for name, actor in PEOPLE.items() if may(actor, action)} == ALLOWED[action]


@pytest.mark.parametrize("action", Action)
def test_nobody_gets_in_through_another_case(action):
    """Roles and grants of Mia's case open nothing in another's."""
    opened = {name for name in EVERYBODY if may(PEOPLE[name], action, Subject("client", 99))}

    anywhere = ALLOWED[action] if action in ABOUT_NO_CASE else {"system", "admin"}
    assert opened == ALLOWED[action] & anywhere


BY_GRANT: dict[Action, set[str]] = {
    action: PEOPLE.keys() - {"client", "system"}
    for action in (
        *(Action.SEE_PLAN, Action.SEE_PROGRESS, Action.GET_UPDATE),
        *(Action.SEE_ALERT, Action.TAKE_ALERT, Action.PASS_ALERT, Action.RESOLVE_ALERT),
        Action.ASK_TO_CALL,
    )
}
"""What rests on a grant, and so is over the moment it is taken back: all but what is one's own."""

IN_THE_CASE = {"client", "counselor", "sponsor", "family"}


@pytest.mark.parametrize("action", Action)
def test_what_is_taken_back_is_over(action):
    """Revoked: every persona against every action once more, with no grant left."""
    left = {name for name, actor in PEOPLE.items() if may(actor, action, grants=())}

    assert left == ALLOWED[action] - BY_GRANT.get(action, set())


@pytest.mark.parametrize("action", Action)
def test_nobody_has_a_role_in_an_erased_case(action):
    """Erased: the memberships have ended and the grants are gone, whatever somebody still taps."""
    after = {
        name: Actor(actor.person_id, ()) if name in IN_THE_CASE else actor
        for name, actor in PEOPLE.items()
    }
    left = {name for name, actor in after.items() if may(actor, action, grants=())}

    kept = set() if ALLOWED[action] == EVERYBODY else IN_THE_CASE
    assert left == ALLOWED[action] - BY_GRANT.get(action, set()) - kept


def test_the_policy_covers_every_action():
    """An action without a rule would crash instead of refusing."""
    assert set(POLICY) == set(Action)


@pytest.mark.parametrize(
    ("name", "action"),
    [
        pytest.param("sponsor", Action.TAKE_ALERT, id="sponsor-cannot-take-it"),
        pytest.param("sponsor", Action.SEE_ALERT, id="sponsor-cannot-see-it"),
    ],
)
def test_violence_stays_among_counselors(name, action):
    """Whatever a grant says: the person who is hit may live with the person who is told."""
    alert = Subject("alert", MIA, paged=CASE.paged, staff_only=True)

    assert may(PEOPLE[name], action)
    assert not may(PEOPLE[name], action, alert)
    assert may(PEOPLE["counselor"], action, alert)


def test_a_sponsor_without_a_grant_takes_no_alert():
    """Revoked is at once, also for an alert that was paged before."""
    assert not may(PEOPLE["sponsor"], Action.TAKE_ALERT, grants=())


@pytest.mark.parametrize(
    "action", [Action.SEE_ALERT, Action.TAKE_ALERT, Action.PASS_ALERT, Action.RESOLVE_ALERT]
)
def test_a_counselor_without_a_grant_has_nothing_to_do_with_an_alert(action):
    """Whoever takes it is told whose it is: that needs the consent that reading needs."""
    assert not may(PEOPLE["counselor"], action, grants=())


def test_a_counselor_who_was_not_paged_takes_no_alert_of_another_case():
    """On call means: named on this alert's ladder."""
    assert not may(PEOPLE["on call"], Action.TAKE_ALERT, Subject("alert", MIA))


def test_an_admin_reads_no_clients_answers():
    """Not even with a grant of everything: running the bot is no role in anybody's care."""
    everything = (granted(ROOT, *Category),)
    about_clients = {action for action in Action if action.startswith("see_")}

    seen = {action for action in about_clients if may(PEOPLE["admin"], action, grants=everything)}
    assert seen == {Action.SEE_HEALTH, Action.SEE_FIGURES}


@pytest.mark.parametrize("action", Action)
def test_the_clinic_is_nobodys_case(action):
    """A subject without a client opens nothing that belongs to one."""
    of_a_client = {"client", "other client", "sponsor", "family", "former", "stranger"}
    free = {a for a in Action if ALLOWED[a] == EVERYBODY}

    opened = {name for name in of_a_client if may(PEOPLE[name], action, CLINIC)}

    assert opened == (of_a_client if action in free else set())


@pytest.mark.parametrize(
    ("held", "client", "new", "fits"),
    [
        pytest.param((), MIA, Role.CLIENT, True, id="first-role"),
        pytest.param((Role.CLIENT,), MIA, Role.COUNSELOR, False, id="client-as-own-counselor"),
        pytest.param((Role.COUNSELOR,), MIA, Role.CLIENT, False, id="counselor-as-client"),
        pytest.param((Role.COUNSELOR,), MIA, Role.FAMILY, False, id="counselor-as-family"),
        pytest.param((Role.FAMILY,), MIA, Role.COUNSELOR, False, id="family-as-counselor"),
        pytest.param((Role.CLIENT,), MIA, Role.SPONSOR, False, id="own-sponsor"),
        pytest.param((Role.FAMILY,), MIA, Role.SPONSOR, True, id="a-brother-who-sponsors"),
        pytest.param((Role.SPONSOR,), MIA, Role.SPONSOR, True, id="joined-twice"),
        pytest.param((Role.CLIENT,), OTHER, Role.SPONSOR, True, id="sponsor-in-another-case"),
    ],
)
def test_one_person_has_one_side_of_a_case(held, client, new, fits):
    """T27: whoever opens a wrong link gains nothing by it."""
    memberships = [Membership(9, MIA, role, NOW) for role in held]

    if fits:
        check_membership(memberships, client, new)
    else:
        with pytest.raises(NotAllowed) as refused:
            check_membership(memberships, client, new)
        assert refused.value.reason == "two_roles"

"""The access matrix: every persona, every action, four kinds of case, against one table by hand.

The table stands in ``tests/dialogs/care/test_care_access.py``; here each of its cells is counted.
"""

from collections.abc import Callable, Mapping

from dialogs.care.access import Action, Subject
from dialogs.care.people import Actor
from tests.dialogs.care.test_care_access import (
    ABOUT_NO_CASE,
    ALLOWED,
    BY_GRANT,
    EVERYBODY,
    IN_THE_CASE,
    PEOPLE,
    may,
)
from tests.drills.drill import Outcome, Terms

NOBODYS = Subject("client", 99)


async def matrix(terms: Terms) -> Outcome:
    """Ask `authorize` every question there is, and compare."""
    wrong, asked = [], 0
    for kind, (allows, expected) in CASES.items():
        for action in Action:
            for name, actor in PEOPLE.items():
                asked += 1
                if allows(name, actor, action) != (name in expected(action)):
                    wrong.append(f"{name} · {action} · {kind}")
    n = f"{len(PEOPLE)} personas x {len(Action)} actions x {len(CASES)} cases"
    return Outcome(n, f"{asked - len(wrong)} of {asked} as the policy table", wrong)


def _own(action: Action) -> set[str]:
    return ALLOWED[action]


def _others(action: Action) -> set[str]:
    return ALLOWED[action] if action in ABOUT_NO_CASE else ALLOWED[action] & {"system", "admin"}


def _revoked(action: Action) -> set[str]:
    return ALLOWED[action] - BY_GRANT.get(action, set())


def _erased(action: Action) -> set[str]:
    return _revoked(action) - (set() if ALLOWED[action] == EVERYBODY else IN_THE_CASE)


def _after_erasure(name: str, actor: Actor) -> Actor:
    return Actor(actor.person_id, ()) if name in IN_THE_CASE else actor


Allows = Callable[[str, Actor, Action], bool]
Expected = Callable[[Action], set[str]]

CASES: Mapping[str, tuple[Allows, Expected]] = {
    "own": (lambda _, actor, action: may(actor, action), _own),
    "another's": (lambda _, actor, action: may(actor, action, NOBODYS), _others),
    "revoked": (lambda _, actor, action: may(actor, action, grants=()), _revoked),
    "erased": (
        lambda name, actor, action: may(_after_erasure(name, actor), action, grants=()),
        _erased,
    ),
}

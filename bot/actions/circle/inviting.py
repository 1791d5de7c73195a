"""Inviting: who may be asked in, by whom, and the words that go with the link."""

from datetime import datetime

from bot.actions import staff_cards, welcome
from bot.actions.plans.screens import ADD, ME
from bot.actions.telling import Press, tell
from bot.actions.welcome import House
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.people import Actor, Person, Role
from dialogs.care.plan.editing import Part
from dialogs.errors import NotConsented
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

INVITE = "invite"
BY_WORD = {
    "client": Role.CLIENT,
    "sponsor": Role.SPONSOR,
    "family": Role.FAMILY,
    "counselor": Role.COUNSELOR,
}
_SUPPORTERS = (Role.SPONSOR, Role.FAMILY)


async def invite(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    word: str,
    house: House,
    now: datetime,
) -> None:
    """Make an invitation, or ask for whom it is to be where that is not said.

    Args:
        uow: The open unit of work.
        playbook: Words.
        actor: Who invites.
        person: The same, as somebody to write to.
        word: For whom: ``client``, ``sponsor``, ``family``, ``counselor``; whatever else: not said.
        house: Where the bot is found.
        now: The instant.

    Raises:
        NotAllowed: They may invite nobody of that kind.
        NotConsented: They are about to be somebody's client, and have not agreed yet.

    """
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    is_client = Role.CLIENT in actor.roles_for(person.id)
    role = BY_WORD.get(word.strip().lower())
    if role is None and is_client:
        await _ask(uow, playbook, actor, person, now)
        return
    role = role or Role.CLIENT
    client_id = person.id if role in _SUPPORTERS else None
    if client_id is not None and is_client and await uow.plans.current(person.id) is None:
        raise NotConsented
    invited = await welcome.invite(uow, actor, role, now, client_id=client_id)
    link = house.link(invited.start)
    await staff_cards.show_invitation(uow, playbook, person, invited, link, now)


async def _ask(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    if await uow.plans.current(person.id) is None:
        raise NotConsented
    words = ["sponsor", "family"] + (["client"] if actor.is_role(Role.COUNSELOR) else [])
    buttons = [[Press(f"circle-invite.{word}", INVITE, (word,))] for word in words]
    buttons.append([Press("circle-invite.contact", ADD, (ME, Part.PEOPLE))])
    await tell(uow, playbook, person, "circle-invite", now=now, buttons=buttons)

"""Greeting: a kind word from a supporter, out of a few, where and when the client likes them.

The words are ours, so nothing can be said this way that hurts. Whether they arrive, a supporter
does not learn: the same thanks stands there in any case.
"""

from datetime import datetime, timedelta

from bot.actions.circle import people
from bot.actions.telling import Press, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.circle import GREETINGS_A_DAY
from dialogs.care.people import Actor, Person
from dialogs.care.rhythm import after_quiet
from dialogs.errors import StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

CHEER, CHEERED, SWITCH = "cheer", "cheered", "greetings"
WORDS = 4
"""How many kind words there are (texts ``family-cheer_<n>``)."""

DAY = timedelta(days=1)


async def offer(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    client_id: int,
    now: datetime,
) -> None:
    """Show a supporter the kind words that can be sent, each in the client's own language.

    Raises:
        NotAllowed: They support nobody of that number.

    """
    authorize(actor, Action.SEND_ENCOURAGEMENT, Subject("circle", client_id), (), now)
    client = await uow.people.get(client_id)
    buttons = [
        [Press(f"family-cheer_{n}", CHEERED, (str(client_id), str(n)), language=client.language)]
        for n in range(1, WORDS + 1)
    ]
    words = {"client": quote(client.name)}
    await tell(uow, playbook, person, "family-cheer", now=now, words=words, buttons=buttons)


async def send(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    client_id: int,
    n: int,
    now: datetime,
) -> None:
    """Pass a kind word on, a few a day at most, outside quiet hours.

    Raises:
        NotAllowed: They support nobody of that number.
        StaleReply: There are no such words.

    """
    authorize(actor, Action.SEND_ENCOURAGEMENT, Subject("circle", client_id), (), now)
    if not 1 <= n <= WORDS:
        raise StaleReply("no such words")
    done = Action.SEND_ENCOURAGEMENT
    if await uow.trail.count_of(person.id, done, client_id, now - DAY) >= GREETINGS_A_DAY:
        await tell(uow, playbook, person, "family-cheer_enough", now=now)
        return
    role = min(actor.roles_for(client_id))
    ref = f"person:{client_id}"
    await uow.trail.note(person.id, role, done, ref, now, client_id=client_id)
    tie = await uow.circle.tie(client_id, person.id)
    client = await uow.people.get(client_id)
    if tie is not None and tie.greetings:
        await _pass_on(uow, playbook, client, person, n, now)
    await tell(uow, playbook, person, "family-cheered", now=now)


async def switch(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    person: Person,
    person_id: int,
    how: str,
    now: datetime,
    *,
    shown_in: int | None = None,
) -> None:
    """Let kind words of one supporter through, or not; the supporter is not told.

    Raises:
        StaleReply: It is nobody of their circle, or they have not said yes yet.

    """
    authorize(actor, Action.SET_CIRCLE, Subject("circle", person.id), (), now)
    await people.around(uow, person.id, person_id)
    if await uow.circle.tie(person.id, person_id) is None:
        raise StaleReply("they have not said yes yet")
    await uow.circle.keep(person.id, person_id, greetings=how == "on")
    if how != "on":
        await uow.outbox.cancel(person_id=person.id, about_id=person_id, kind=CHEER)
    await people.show_person(uow, playbook, actor, person, person_id, now, shown_in=shown_in)


async def _pass_on(
    uow: UnitOfWork, playbook: Playbook, client: Person, person: Person, n: int, now: datetime
) -> None:
    kind_words = playbook.texts.say(client.language, f"family-cheer_{n}")
    words = {"name": quote(person.name), "words": kind_words}
    await tell(
        uow,
        playbook,
        client,
        "circle-cheer",
        now=now,
        lane=Lane.BULK,
        kind=CHEER,
        words=words,
        about_id=person.id,
        not_before=after_quiet(now, client.quiet_from, client.quiet_to, client.zone),
    )

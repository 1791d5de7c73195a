"""Sharing: a page that a client writes and lets their counselor read; feedback about the bot.

The notice says nothing. The page is read only by a tap, only while the grant for notes holds, and
that it was read is on the trail.
"""

from datetime import datetime

from bot.actions import asking
from bot.actions.disclosing import disclose
from bot.actions.telling import Press, leave, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.consent import Category, may_see
from dialogs.care.people import Actor, Person, Role
from dialogs.engine import screens
from dialogs.engine.session import Session
from dialogs.errors import StaleReply
from dialogs.messages import LONGEST_TEXT, in_block, pieces, quote, utf16_len
from dialogs.playbook import Playbook
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

PAGE = "page"
"""The verb of the button that opens a page; its argument is the session in which it was written."""

SHARE = "share"
FEEDBACK = "feedback"
_PART = LONGEST_TEXT - 600


async def page_written(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Tell the counselors that there is a page for them, if the client wants it read."""
    if not _is_shared(session):
        return
    names = []
    grants = await uow.consents.of_client(person.id)
    for member in await uow.people.members_of(person.id):
        grant = may_see(grants, member.person_id, person.id, Category.NOTES, now)
        if member.role is not Role.COUNSELOR or grant is None:
            continue
        reader = await uow.people.get(member.person_id)
        names.append(quote(reader.name))
        await tell(
            uow,
            playbook,
            reader,
            "family-notice",
            now=now,
            lane=Lane.BULK,
            kind=PAGE,
            buttons=((Press("family-notice.open", PAGE, (session.id,)),),),
            about_id=person.id,
            dedupe=f"{PAGE}:{session.id}:{reader.id}",
            receipt=(Category.NOTES, grant.id),
        )
    key = "commands-page_shared" if names else "commands-page_nobody"
    await tell(uow, playbook, person, key, now=now, words={"names": ", ".join(names)})


async def open_page(
    uow: UnitOfWork,
    playbook: Playbook,
    actor: Actor,
    reader: Person,
    session_id: str,
    now: datetime,
) -> None:
    """Show a page to the counselor it was shared with, if it still is.

    Raises:
        StaleReply: There is no such page.

    """
    session = await uow.sessions.get(session_id)
    if session is None:
        raise StaleReply("no such page")
    grants = await uow.consents.of_client(session.person_id)
    authorize(actor, Action.SEE_CLIENT, Subject(PAGE, session.person_id), grants, now)
    may = may_see(grants, reader.id, session.person_id, Category.NOTES, now)
    if may is None or not _is_shared(session):
        await tell(uow, playbook, reader, "family-gone", now=now)
        return
    client = await uow.people.get(session.person_id)
    await uow.trail.note(
        reader.id,
        Role.COUNSELOR,
        Action.SEE_CLIENT,
        f"session:{session.id}",
        now,
        client_id=client.id,
    )
    words = {"client": quote(client.name)}
    shown = [playbook.texts.say(reader.language, "commands-page", **words)]
    shown += await _answers(uow, playbook, reader.language, session)
    for text in _in_messages(shown):
        kinds = {Category.NOTES}
        block = text.removeprefix(shown[0]).lstrip()
        await disclose(
            uow, playbook, reader, client, text, kinds, now, grant_id=may.id, block=block
        )
    await uow.outbox.opened(f"{PAGE}:{session.id}:{reader.id}", now)


async def feedback_given(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Pass what somebody thinks of the bot to those who run it, with their name if they like."""
    said = session.answer("what")
    if said is None or said.kind != "answered":
        return
    named = session.answer("with_name")
    with_name = named is not None and named.value == "with_name"
    key = "commands-feedback_named" if with_name else "commands-feedback"
    words = quote(said.words or str(said.value))
    for admin in await uow.people.with_role(Role.ADMIN):
        text = playbook.texts.say(admin.language, key, name=quote(person.name), words=words)
        await leave(uow, admin, in_block(text, words), lane=Lane.BULK, kind=FEEDBACK, now=now)


def _is_shared(session: Session) -> bool:
    choice = session.answer(SHARE)
    return choice is not None and choice.value == SHARE


async def _answers(
    uow: UnitOfWork, playbook: Playbook, language: str, session: Session
) -> list[str]:
    player = await asking.player_for(uow, playbook, session)
    texts = playbook.texts_of(player.fingerprint)
    return screens.whole_answers(texts, language, player, session, without=SHARE)


def _in_messages(parts: list[str]) -> list[str]:
    """Join parts into as few messages as they fit in; one that is too long goes on in more."""
    first, *others = [piece for part in parts for piece in pieces(part, _PART)]
    messages = [first]
    for part in others:
        joined = f"{messages[-1]}\n\n{part}"
        if utf16_len(joined) <= _PART:
            messages[-1] = joined
        else:
            messages.append(part)
    return messages

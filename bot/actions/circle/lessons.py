"""Lessons: the short parts for those who are close, one a week, for as long as they like them.

That a part is there stands in a notice; it is read in the chat, by a tap, like any dialog.
"""

from datetime import datetime

from bot.actions import asking
from bot.actions.beats import AT_ONCE, each
from bot.actions.telling import Press, tell
from dialogs.care.access import CLINIC, Action, authorize
from dialogs.care.circle import LESSON_RULE, PARTS
from dialogs.care.people import SYSTEM, Actor, Person, PersonState, Role
from dialogs.care.rhythm import after_quiet, next_occurrence, parse_rule
from dialogs.errors import StaleReply
from dialogs.playbook import Playbook
from storage.circle import Lesson
from storage.claims import Due
from storage.outbox import Lane
from storage.unit_of_work import UnitOfWork

LEARNING = "family_learning"
LESSON, NO_MORE, LEARN = "lesson", "nolesson", "learn"
SUPPORTERS = frozenset({Role.SPONSOR, Role.FAMILY})


async def start(uow: UnitOfWork, reader: Person, now: datetime) -> None:
    """Let the series begin for somebody who has just said yes, unless they had it before."""
    if await uow.circle.lesson(reader.id) is None:
        await uow.circle.learn(reader.id, 1, _next(reader, now))


async def send_due(uow: UnitOfWork, playbook: Playbook, now: datetime) -> int:
    """Lay the next part before everybody whose time has come. Return how many there were."""
    authorize(SYSTEM, Action.RUN_BEAT, CLINIC, (), now)

    async def send(reader_id: int) -> None:
        reader = await uow.people.get(reader_id)
        lesson = await uow.circle.lesson(reader_id)
        assert lesson is not None, "it has just been found, in this very unit of work"
        await _send(uow, playbook, reader, lesson, now)

    return await each(uow, Due.LESSON, await uow.circle.lessons_due(now, AT_ONCE), send, now)


async def learn(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Open the next part for somebody who asks for it; after the last one it begins anew."""
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    lesson = await uow.circle.lesson(person.id) or Lesson(1, None)
    part = lesson.part if lesson.part <= PARTS else 1
    await uow.circle.learn(person.id, part + 1, lesson.next_at if part < PARTS else None)
    await asking.begin(uow, playbook, person, LEARNING, now, facts={"part": part})


async def open_part(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, part: int, now: datetime
) -> None:
    """Open the part behind a notice.

    Raises:
        StaleReply: There is no such part.

    """
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    if not 1 <= part <= PARTS:
        raise StaleReply("no such part")
    await asking.begin(uow, playbook, person, LEARNING, now, facts={"part": part})


async def no_more(
    uow: UnitOfWork, playbook: Playbook, actor: Actor, person: Person, now: datetime
) -> None:
    """Send no more parts; they can still be asked for."""
    authorize(actor, Action.GET_HELP, CLINIC, (), now)
    lesson = await uow.circle.lesson(person.id)
    if lesson is not None:
        await uow.circle.learn(person.id, lesson.part, None)
    await uow.outbox.cancel(person_id=person.id, kind=LESSON)
    await tell(uow, playbook, person, "family-lessons_stopped", now=now)


async def _send(
    uow: UnitOfWork, playbook: Playbook, reader: Person, lesson: Lesson, now: datetime
) -> None:
    roles = [one for one in await uow.people.memberships(reader.id) if one.role in SUPPORTERS]
    if not roles or lesson.part > PARTS or reader.state is not PersonState.ACTIVE:
        await uow.circle.learn(reader.id, lesson.part, None)
        return
    if all(one.is_paused(now) for one in roles):
        await uow.circle.learn(reader.id, lesson.part, _next(reader, now))
        return
    following = _next(reader, now) if lesson.part < PARTS else None
    await uow.circle.learn(reader.id, lesson.part + 1, following)
    words = {"part": lesson.part}
    read = Press("family-lesson.open", LESSON, (str(lesson.part),))
    stop = Press("family-lesson.stop", NO_MORE)
    await tell(
        uow,
        playbook,
        reader,
        "family-lesson",
        now=now,
        lane=Lane.BULK,
        kind=LESSON,
        buttons=((read,), (stop,)),
        words=words,
        not_before=after_quiet(now, reader.quiet_from, reader.quiet_to, reader.zone),
        dedupe=f"{LESSON}:{reader.id}:{lesson.part}",
    )


def _next(reader: Person, now: datetime) -> datetime | None:
    found = next_occurrence(parse_rule(LESSON_RULE), reader.zone, now)
    return None if found is None else found.utc

"""Expecting: a counselor says that a sign is known for now, why, and until when.

Until that day is over where the client is, the sign wakes nobody; it is still kept, and the digest
says that it is expected. It can be ended at any time, and what rests on safety is never expected.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from pydantic import JsonValue

from bot.actions import asking
from bot.actions.figures import sign_name
from bot.actions.plans import saving, screens
from bot.actions.plans.screens import Look
from bot.actions.telling import Press, tell
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.expected import (
    LONGEST_DAYS,
    OFFERED_DAYS,
    OWN_WORDS,
    REASONS,
    Expected,
    in_force,
    may_be_expected,
)
from dialogs.care.people import Person
from dialogs.engine.session import Session
from dialogs.errors import StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

EXPECT, WHY, FOR, END = "expect", "expect_why", "expect_for", "expect_end"
REASON = "expected_reason"
"""The dialog in which a reason is typed."""


async def may(at: Look) -> None:
    """Let a counselor pass who edits this client's plan and may see their alerts.

    Raises:
        NotAllowed: They may not.

    """
    grants = await at.uow.consents.of_client(at.client.id)
    authorize(at.actor, Action.EDIT_PLAN, Subject("plan", at.client.id), grants, at.now)
    authorize(at.actor, Action.SEE_ALERT, Subject("alert", at.client.id), grants, at.now)


async def offer(at: Look, sign: str) -> None:
    """Ask for how long a sign is expected.

    Raises:
        StaleReply: It is none that can be.

    """
    await may(at)
    _known(at, sign)
    days = [
        Press("signs-days", WHY, (at.whose, sign, str(days)), {"days": days})
        for days in OFFERED_DAYS
    ]
    words: dict[str, str | int] = {
        "sign": sign_name(at.playbook, at.reader.language, sign),
        "most": LONGEST_DAYS,
    }
    await _say(at, "signs-how_long", words, [days[:2], days[2:]])


async def ask_why(at: Look, sign: str, days: int) -> None:
    """Ask for the reason.

    Raises:
        StaleReply: It is no sign that can be expected, or too long.

    """
    await may(at)
    _known(at, sign, days)
    args = (at.whose, sign, str(days))
    found = [Press(f"signs-reason_{one}", FOR, (*args, one)) for one in REASONS]
    own = Press("signs-reason_own", FOR, (*args, OWN_WORDS))
    await _say(at, "signs-why", {}, [found[:2], found[2:], [own]])


async def expect(at: Look, sign: str, days: int, reason: str) -> None:
    """Expect a sign for so many days, for one of the reasons; or let the reason be typed.

    Raises:
        StaleReply: It is no sign that can be expected, too long, or no reason of ours.

    """
    await may(at)
    _known(at, sign, days)
    if reason == OWN_WORDS:
        facts: dict[str, JsonValue] = {"whose": at.whose, "sign": sign, "days": days}
        await asking.begin(at.uow, at.playbook, at.reader, REASON, at.now, facts=facts)
        return
    if reason not in REASONS:
        raise StaleReply("no such reason")
    await _set(at, sign, days, reason)


async def reason_written(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Expect a sign for the reason that was typed; it is kept with the client's plan alone."""
    answer, facts = session.answer("reason"), session.facts
    actor = await uow.people.actor(person.id)
    at = await screens.look(uow, playbook, actor, person, str(facts.get("whose")), now)
    await may(at)
    sign, days = str(facts.get("sign")), int(str(facts.get("days")))
    _known(at, sign, days)
    words = str(answer.value) if answer is not None and answer.kind == "answered" else ""
    await uow.answers.forget(session.id)
    await uow.sessions.save(session, replace(session, answers=()))
    await _set(at, sign, days, OWN_WORDS, words)


async def end(at: Look, sign: str) -> None:
    """Expect a sign no more."""
    await may(at)
    left = {name: one for name, one in at.plan.expected.items() if name != sign}
    await _save(at, left)
    await _say(at, "signs-expected_no_more", {"sign": _name(at, sign)})


def lines(at: Look) -> list[str]:
    """Word what is expected now, a line for each sign."""
    say, language = at.playbook.texts.say, at.reader.language
    return [
        say(
            language,
            "signs-expected_line",
            sign=_name(at, sign),
            until=one.until.isoformat(),
            reason=_reason(at, one),
        )
        for sign, one in in_force(at.plan.expected, at.today).items()
    ]


def _reason(at: Look, one: Expected) -> str:
    if one.reason == OWN_WORDS:
        return quote(one.words)
    return at.playbook.texts.say(at.reader.language, f"signs-reason_{one.reason}")


async def _set(at: Look, sign: str, days: int, reason: str, words: str = "") -> None:
    until = at.today + timedelta(days=days)
    kept = in_force(at.plan.expected, at.today)
    await _save(at, {**kept, sign: Expected(until, reason, words, at.reader.id)})
    said = {"sign": _name(at, sign), "until": until.isoformat()}
    stop = Press("signs-expected_end", END, (at.whose, sign))
    await _say(at, "signs-expected_now", said, [[stop]])


async def _save(at: Look, expected: dict[str, Expected]) -> None:
    after = replace(at.plan, expected=expected)
    await saving.save(at.uow, at.client, at.plan, after, "expected", at.reader, at.now)


async def _say(
    at: Look,
    key: str,
    words: Mapping[str, str | int],
    buttons: list[list[Press]] | None = None,
) -> None:
    named = {**words, "client": quote(at.client.name)}
    await tell(at.uow, at.playbook, at.reader, key, now=at.now, words=named, buttons=buttons or ())


def _name(at: Look, sign: str) -> str:
    return sign_name(at.playbook, at.reader.language, sign)


def _known(at: Look, sign: str, days: int = 1) -> None:
    if not may_be_expected(at.playbook.rules, sign):
        raise StaleReply("a sign that cannot be expected")
    if not 1 <= days <= LONGEST_DAYS:
        raise StaleReply("longer than anything is expected")

"""Tuning: a counselor makes a sign of one client quieter or more sensitive.

Before a number is saved, it is tried on what the client has answered in the last 60 days.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from pydantic import JsonValue

from bot.actions import asking, expecting
from bot.actions.check_ins import silence_and_answers
from bot.actions.expecting import EXPECT, may
from bot.actions.figures import sign_name
from bot.actions.plans import saving, screens
from bot.actions.plans.screens import SIGN, SIGNS, Look, card, pairs
from bot.actions.telling import Press, tell
from dialogs.care import series, tuning
from dialogs.care.expected import in_force, may_be_expected
from dialogs.care.people import Person
from dialogs.care.tuning import Dial
from dialogs.engine.session import Session
from dialogs.errors import StaleReply
from dialogs.messages import quote
from dialogs.playbook import Playbook
from storage.unit_of_work import UnitOfWork

TRY, SAVE, LEAVE, TYPE = "sign_try", "sign_save", "sign_leave", "sign_type"
NUMBER = "sign_number"
"""The dialog in which a number is typed."""

HUNDREDTHS = 100
"""Buttons carry numbers as whole hundredths."""


async def show(at: Look, edits: int | None = None) -> None:
    """Show a client's signs: what is theirs alone, what is expected, and a button for each."""
    await may(at)
    own = [_own_line(at, dial) for dial in _dials(at) if dial.sign in at.plan.thresholds]
    head = at.playbook.texts.say(at.reader.language, "signs-title", client=quote(at.client.name))
    text = "\n".join([head, *own, *expecting.lines(at)])
    presses = [
        Press("signs-one", SIGN, (at.whose, sign), {"sign": _name(at, sign)}) for sign in _shown(at)
    ]
    await card(at, text, pairs(presses), edits)


async def show_sign(at: Look, sign: str, edits: int | None = None) -> None:
    """Show one sign: its number for this client, and what can be done about it.

    Raises:
        StaleReply: There is nothing to be done about such a sign.

    """
    await may(at)
    if sign not in _shown(at):
        raise StaleReply("no such sign")
    say, language = at.playbook.texts.say, at.reader.language
    dial = next((one for one in _dials(at) if one.sign == sign), None)
    words = {"sign": _name(at, sign), "client": quote(at.client.name)}
    text = [say(language, "signs-about", **words)]
    buttons: list[list[Press]] = []
    if dial is not None:
        text.append(_own_line(at, dial))
        buttons = _turns(at, dial)
    if may_be_expected(at.playbook.rules, sign):
        text += [one for one in expecting.lines(at) if _name(at, sign) in one]
        held = sign in in_force(at.plan.expected, at.today)
        key, verb = ("end", expecting.END) if held else ("begin", EXPECT)
        buttons.append([Press(f"signs-expected_{key}", verb, (at.whose, sign))])
    buttons.append([Press("signs-back", SIGNS, (at.whose,))])
    await card(at, "\n".join(text), buttons, edits)


def _turns(at: Look, dial: Dial) -> list[list[Press]]:
    now = _number(at, dial)

    def press(key: str, number: float) -> list[Press]:
        args = (at.whose, dial.sign, str(round(number * HUNDREDTHS)))
        return [Press(key, TRY, args)] if number != now else []

    quieter = press("signs-quieter", dial.turned(now, 1))
    sensitive = press("signs-more_sensitive", dial.turned(now, -1))
    clinic = press("signs-as_the_clinic", dial.clinic)
    typed = [Press("signs-type", TYPE, (at.whose, dial.sign))] if dial.step == 1 else []
    return [row for row in ([*quieter, *sensitive], clinic, typed) if row]


async def try_number(at: Look, sign: str, hundredths: int) -> None:
    """Show what a number would have done over the past 60 days, before it is saved.

    Raises:
        StaleReply: It is no sign that is tuned, or no number it can have.

    """
    await may(at)
    dial = _dial(at, sign)
    number = hundredths / HUNDREDTHS
    if not dial.fits(number):
        raise StaleReply("a number this sign cannot have")
    await _try(at, dial, number)


async def _try(at: Look, dial: Dial, number: float) -> None:
    was, would = await _replay(at, dial, number)
    words: dict[str, str | int] = {
        "sign": _name(at, dial.sign),
        "number": f"{number:g}",
        "now": f"{_number(at, dial):g}",
        "was": len(was),
        "would": len(would),
        "days": tuning.LOOK_BACK.days,
        "first": would[0].isoformat() if would else "",
    }
    args = (at.whose, dial.sign, str(round(number * HUNDREDTHS)))
    save, leave = Press("signs-save", SAVE, args), Press("signs-leave", LEAVE, args[:2])
    key = "signs-tried" if would else "signs-tried_never"
    await tell(
        at.uow, at.playbook, at.reader, key, now=at.now, words=words, buttons=[[save, leave]]
    )


async def _replay(at: Look, dial: Dial, number: float) -> tuple[Sequence[date], Sequence[date]]:
    since = at.now - tuning.read_from(dial.sign)
    names = _families(at, dial.sign)
    readings = await silence_and_answers(at.uow, at.client.id, at.now, names, since=since)
    own = at.plan.own_thresholds
    book = at.playbook
    was, would = (
        tuning.would_have(
            book.rules,
            book.series,
            readings,
            dial.sign,
            zone=at.client.zone,
            now=at.now,
            thresholds={**own, dial.sign: one},
        )
        for one in (_number(at, dial), number)
    )
    return was, would


def _families(at: Look, sign: str) -> frozenset[str]:
    if sign in series.SIGNS:
        return series.families(at.playbook.series)
    return at.playbook.rules.looked_at(sign)


async def save(at: Look, sign: str, hundredths: int) -> None:
    """Save a client's own number, or that they go by the clinic's.

    Raises:
        StaleReply: It is no sign that is tuned, or no number it can have.

    """
    await may(at)
    dial = _dial(at, sign)
    number = hundredths / HUNDREDTHS
    if not dial.fits(number):
        raise StaleReply("a number this sign cannot have")
    own = {name: one for name, one in at.plan.thresholds.items() if name != sign}
    if number != dial.clinic:
        own[sign] = number
    after = replace(at.plan, thresholds=own)
    await saving.save(at.uow, at.client, at.plan, after, "signs", at.reader, at.now)
    words = {"sign": _name(at, sign), "number": f"{number:g}", "client": quote(at.client.name)}
    await tell(at.uow, at.playbook, at.reader, "signs-saved", now=at.now, words=words)


async def leave(at: Look, sign: str) -> None:
    """Leave a number as it is."""
    await may(at)
    words = {"number": f"{_number(at, _dial(at, sign)):g}", "sign": _name(at, sign)}
    await tell(at.uow, at.playbook, at.reader, "signs-left", now=at.now, words=words)


async def begin_number(at: Look, sign: str) -> None:
    """Ask for a number in typing.

    Raises:
        StaleReply: It is no sign that is tuned.

    """
    await may(at)
    dial = _dial(at, sign)
    facts: dict[str, JsonValue] = {
        "whose": at.whose,
        "sign": sign,
        "name": _name(at, sign),
        "low": f"{dial.low:g}",
        "high": f"{dial.high:g}",
    }
    await asking.begin(at.uow, at.playbook, at.reader, NUMBER, at.now, facts=facts)


async def number_written(
    uow: UnitOfWork, playbook: Playbook, person: Person, session: Session, now: datetime
) -> None:
    """Try the number that was typed; one that does not fit is answered with what does."""
    answer, facts = session.answer("number"), session.facts
    actor = await uow.people.actor(person.id)
    at = await screens.look(uow, playbook, actor, person, str(facts.get("whose")), now)
    await may(at)
    dial = _dial(at, str(facts.get("sign")))
    said = answer.value if answer is not None and answer.kind == "answered" else None
    if not isinstance(said, int | float) or not dial.fits(said):
        words = {"low": f"{dial.low:g}", "high": f"{dial.high:g}"}
        again = [[Press("signs-type", TYPE, (at.whose, dial.sign))]]
        key = "signs-does_not_fit"
        await tell(uow, playbook, person, key, now=now, words=words, buttons=again)
        return
    await _try(at, dial, float(said))


def _own_line(at: Look, dial: Dial) -> str:
    words = {
        "sign": _name(at, dial.sign),
        "number": f"{_number(at, dial):g}",
        "clinic": f"{dial.clinic:g}",
        "own": "yes" if dial.sign in at.plan.thresholds else "no",
    }
    return at.playbook.texts.say(at.reader.language, "signs-number", **words)


def _shown(at: Look) -> list[str]:
    rules = at.playbook.rules
    known = [rule.sign for rule in rules.rules if may_be_expected(rules, rule.sign)]
    return [*known, *series.SIGNS]


def _dials(at: Look) -> tuple[Dial, ...]:
    return tuning.dials(at.playbook.rules, at.playbook.series)


def _dial(at: Look, sign: str) -> Dial:
    found = next((one for one in _dials(at) if one.sign == sign), None)
    if found is None:
        raise StaleReply("a sign that is not tuned")
    return found


def _number(at: Look, dial: Dial) -> float:
    return at.plan.thresholds.get(dial.sign, dial.clinic)


def _name(at: Look, sign: str) -> str:
    return sign_name(at.playbook, at.reader.language, sign)

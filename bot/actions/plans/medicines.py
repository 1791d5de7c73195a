"""Medicines: what was taken and when, and a tap that logs it. No word about doses."""

from bot.actions import asking, bringing, take_turn
from bot.actions.plans.screens import PART, Look, card
from bot.actions.telling import Press, moment
from dialogs.care.access import Action, Subject, authorize
from dialogs.care.medicine_log import MedicineLog, medicine_log
from dialogs.care.plan import Medicine, dates
from dialogs.care.plan.editing import Part, item
from dialogs.engine.session import Tapped
from dialogs.errors import StaleReply
from dialogs.facts import DOSE
from dialogs.messages import quote

LOG = "meds_log"
"""The verb of the button that logs a dose; its arguments are the medicine and what is said."""

LOGGED = ("taken", "not_taken")
_DIALOG = "medicine_log"


async def show(at: Look, edits: int | None = None) -> None:
    """Show each medicine with what was told of it lately, and two buttons to tell today's."""
    authorize(at.actor, Action.SEE_OWN_PLAN, Subject("plan", at.client.id), (), at.now)
    words, medicines = at.words, at.plan.medicines
    lines = [words.say("plan-meds_title")]
    readings = await at.uow.answers.readings(at.client.id, at.now - bringing.LOOK_BACK)
    for one in medicines:
        log = medicine_log(one, readings, today=at.today, zone=at.client.zone)
        lines += ["", words.line(one), *_log_lines(at, log)]
    if not medicines:
        lines += ["", words.say("plan-meds_empty")]
    rows = [_buttons(one, alone=len(medicines) == 1) for one in medicines]
    change = at.press("plan-meds_change", PART, (Part.MEDICINES,))
    await card(at, "\n".join(lines), [*rows, [change]], edits)


def _log_lines(at: Look, log: MedicineLog) -> list[str]:
    share = at.words.say("plan-meds_share", taken=log.taken, told=log.told, of=log.of)
    if log.last_at is None:
        return [share]
    when = moment(at.playbook, at.reader, log.last_at, at.now)
    return [share, at.words.say("plan-meds_last", when=when)]


def _buttons(one: Medicine, *, alone: bool) -> list[Press]:
    of = "" if alone else "_of"
    name = {"name": quote(one.name, 40)}
    return [Press(f"plan-meds_{how}{of}", LOG, (one.key, how), name) for how in LOGGED]


async def log(at: Look, key: str, how: str) -> None:
    """Log a dose: taken, or not today, which asks why.

    Raises:
        StaleReply: No button of ours says that.

    """
    authorize(at.actor, Action.START_DIALOG, Subject("medicine", at.client.id), (), at.now)
    if how not in LOGGED:
        raise StaleReply("no such thing can be said of a medicine")
    if item(at.plan, Part.MEDICINES, key) is None:
        await at.tell("plan-gone")
        return
    schedule = f"{dates.MEDICINE}:{key}"
    where = (at.uow, at.playbook, at.client)
    facts = await bringing.facts_for(*where, _DIALOG, at.now, schedule)
    turn = await asking.begin(*where, _DIALOG, at.now, facts=facts)
    if turn.events:  # else another question goes first, and stands there again
        await at.uow.outbox.cancel(session_id=turn.session.id)
        told = Tapped(turn.session.turn, DOSE.index(how))
        people = (at.actor, at.client)
        await take_turn.take_turn(
            at.uow, at.playbook, *people, told, at.now, session_id=turn.session.id
        )

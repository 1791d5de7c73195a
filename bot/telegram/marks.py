"""What becomes of a row of the outbox after the call: sent, tried again, or given up."""

from datetime import datetime, timedelta

from bot.actions import arriving
from bot.telegram.connection import Ending
from bot.telegram.letters import Delivery
from bot.telegram.limits import is_urgent
from storage.outbox import Outgoing
from storage.unit_of_work import UnitOfWork

LONGEST_PAUSE, LONGEST_URGENT_PAUSE = 60.0, 5.0


async def mark(uow: UnitOfWork, row: Outgoing, result: Delivery, now: datetime) -> None:
    """Write down what became of a row, and of those it told of as well."""
    for number in (row.id, *row.carries):
        match result.ending:
            case None:
                together = bool(row.carries)
                await uow.outbox.sent(number, result.message_id, now, together=together)
            case Ending.NOT_SENT | Ending.WAIT | Ending.TOKEN:
                again = timedelta(seconds=max(result.seconds, pause(row)))
                await uow.outbox.retry(number, now + again, result.code)
            case Ending.UNKNOWN:
                await uow.outbox.unknown(number, now)
            case _:
                await uow.outbox.failed(number, now, result.code)
                await arriving.refused(uow, row, now)


def pause(row: Outgoing) -> float:
    """Return the seconds before a row that was surely not sent is tried again."""
    longest = LONGEST_URGENT_PAUSE if is_urgent(row.lane) else LONGEST_PAUSE
    return min(longest, 2.0 ** min(row.attempts, 6))

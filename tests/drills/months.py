"""The months drill: a whole clinic lives for weeks, and every step is held to the invariants."""

from bot.simulation.report import Report
from bot.simulation.run import simulate
from tests.drills.drill import Outcome, Terms


async def months(terms: Terms) -> Outcome:
    """Let a clinic live: 90 days with 50 clients, or ten days with ten."""
    days, clients = terms.either(10, 90), terms.either(10, 50)

    def tell(day: int, report: Report) -> None:
        terms.tell(f"day {day} of {days}, {len(report.sent)} messages")

    report = await simulate(days, range(1, clients + 1), terms.seed, terms.folder, tell)
    wrong = [] if report.broken is None else [str(report.broken)]
    return Outcome(f"{days} days x {clients} clients", report.summary(), wrong)

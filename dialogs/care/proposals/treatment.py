"""Treatment: medicines, appointments and ratings that are worth a word with the care team.

Nothing here changes the plan: about a dose, a date or a treatment people talk to people.
"""

from collections.abc import Iterator

from dialogs.care.plan.editing import Part, item
from dialogs.care.progress import WEEK
from dialogs.care.proposals.history import KEPT, LOOK_BACK, History, grouped
from dialogs.care.proposals.shapes import Args, Kind, Known, Needs, Proposal, shown

EFFECT_DAYS, EFFECT_WINDOW = 3, 30
"""A side effect on so many days of these. Source: PRODUCT.md 1.10 (reported 3 times)."""

MISSED_DAYS = 3
"""So many days of a week without the medicine. Source: PRODUCT.md 1.4 (a pattern of missed doses);
the number is our choice."""

LOW, RATINGS = 3, 2
"""A rating of 0 to 10 this low, so often running. Our choice: once may be a bad week."""

NOT_GONE = 2
"""Source: PRODUCT.md 1.3 (two missed are a sign)."""

MEDICINE = "medicine"


def review_medicine(known: Known, history: History) -> Iterator[Proposal]:
    """Propose to have a medicine looked at that brought a side effect again and again."""
    for name in _of_medicines(known, history):
        days = {
            one.day
            for one in history.named(name, EFFECT_WINDOW)
            if one.reading.value == "side_effect"
        }
        if len(days) >= EFFECT_DAYS:
            args: Args = {
                "medicine": _label(known, name),
                "count": len(days),
                "days": EFFECT_WINDOW,
            }
            yield Proposal(Kind.REVIEW_MEDICINE, name, args, None, Needs.CLIENT)


def medicine_missed(known: Known, history: History) -> Iterator[Proposal]:
    """Propose a talk where a medicine was not taken on several days; the day's last word counts."""
    for name in _of_medicines(known, history):
        by_day = history.by_day(name, WEEK)
        missed = sum(said[-1].reading.value == "not_taken" for said in by_day.values())
        if missed >= MISSED_DAYS:
            args: Args = {
                "medicine": _label(known, name),
                "count": missed,
                "answered": len(by_day),
                "days": WEEK,
            }
            yield Proposal(Kind.MEDICINE_MISSED, name, args, None, Needs.CLIENT)


def appointment_missed(known: Known, history: History) -> Iterator[Proposal]:
    """Propose a talk about what keeps somebody from an appointment, missed twice running."""
    for appointment in known.plan.appointments:
        by_day = grouped(history.named(appointment.reading, LOOK_BACK))
        last = [said[-1] for said in by_day.values()][-NOT_GONE:]
        if len(last) == NOT_GONE and all(one.reading.value == "no" for one in last):
            args: Args = {
                "label": shown(appointment.label),
                "count": NOT_GONE,
                "days": history.span(last),
            }
            yield Proposal(Kind.APPOINTMENT_MISSED, appointment.key, args, None, Needs.CLIENT)


def treatment_review(known: Known, history: History) -> Iterator[Proposal]:
    """Propose a talk about a treatment that does not work for its client, twice running."""
    for modality in known.plan.modalities:
        rated = [one for one in history.named(modality.reading, KEPT) if one.number is not None]
        last = rated[-RATINGS:]
        highest = max((one.number for one in last if one.number is not None), default=0)
        if len(last) == RATINGS and highest <= LOW:
            args: Args = {
                "label": shown(modality.dose),
                "treatment": modality.kind.value,
                "count": RATINGS,
                "highest": highest,
                "days": history.span(last),
            }
            yield Proposal(Kind.TREATMENT_REVIEW, modality.key, args, None, Needs.CLIENT)


def _of_medicines(known: Known, history: History) -> list[str]:
    """Return the readings about medicines of the plan: about all at once, or about one."""
    if not known.plan.medicines:
        return []
    of_one = [f"{MEDICINE}:{one.key}" for one in known.plan.medicines]
    return [name for name in (MEDICINE, *of_one) if name in history.by_name]


def _label(known: Known, name: str) -> str:
    """Return which medicine it is; ``none`` where the question was about several at once."""
    medicines = known.plan.medicines
    one = item(known.plan, Part.MEDICINES, name.partition(":")[2])
    if one is None and len(medicines) == 1:
        one = medicines[0]
    return "none" if one is None else shown(one.name)

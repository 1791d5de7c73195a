"""Skills: which one to try first, and which one to let rest, by what was said to have helped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dialogs.care.plan import Skill
from dialogs.care.plan.editing import Part, put, put_first, take_out
from dialogs.care.proposals.history import LOOK_BACK, History
from dialogs.care.proposals.shapes import Args, Kind, Known, Needs, Proposal, shown

TRIES = 5
"""A skill is judged after it was tried so often. Our choice: fewer say more about the day."""

BETTER_BY = 0.3
"""So much larger is the share of times it helped. Our choice: 7 of 9 against 1 of 6 is."""

_HELPED = frozenset({"yes", "a_bit"})


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a skill was tried in a craving, and how often it was said to have helped."""

    tried: int = 0
    helped: int = 0

    @property
    def share(self) -> float:
        """Helped of tried, 0 to 1."""
        return self.helped / self.tried if self.tried else 0.0


def tallies(history: History) -> Mapping[str, Tally]:
    """Count, by skill, the sessions in which it was chosen and it was said whether that helped."""
    chosen = {
        one.reading.session_id: one.reading.value
        for one in history.named("skill", LOOK_BACK)
        if one.reading.session_id is not None
    }
    said = {
        one.reading.session_id: one.reading.value in _HELPED
        for one in history.named("helped", LOOK_BACK)
    }
    found: dict[str, Tally] = {}
    for session, skill in chosen.items():
        if session in said and isinstance(skill, str):
            before = found.get(skill, Tally())
            found[skill] = Tally(before.tried + 1, before.helped + said[session])
    return found


def skill_first(known: Known, history: History) -> Iterator[Proposal]:
    """Propose to try that skill first which helped clearly more often than the first one."""
    skills, counted = known.plan.skills_in_order, tallies(history)
    tried = [one for one in skills if counted.get(one.key, Tally()).tried >= TRIES]
    if len(tried) <= 1 or tried[0] != skills[0]:
        return
    first, best = tried[0], max(tried, key=lambda one: counted[one.key].share)
    was, now = counted[first.key], counted[best.key]
    if now.share - was.share < BETTER_BY:
        return
    args = {
        **_figures(best, now),
        "first": shown(first.label),
        "first_helped": was.helped,
        "first_tried": was.tried,
    }
    plan = put_first(known.plan, Part.SKILLS, best.key)
    yield Proposal(Kind.SKILL_FIRST, best.key, args, plan, Needs.BOTH)


def skill_rest(known: Known, history: History) -> Iterator[Proposal]:
    """Propose to move a skill last that was tried often and never helped."""
    counted = tallies(history)
    for skill in known.plan.skills_in_order[:-1]:
        tally = counted.get(skill.key, Tally())
        if tally.tried >= TRIES and tally.helped == 0:
            without = take_out(known.plan, Part.SKILLS, skill.key)
            plan = put(without, Part.SKILLS, skill, known.today)
            yield Proposal(Kind.SKILL_REST, skill.key, _figures(skill, tally), plan, Needs.BOTH)


def _figures(skill: Skill, tally: Tally) -> Args:
    return {
        "skill": shown(skill.label),
        "helped": tally.helped,
        "tried": tally.tried,
        "days": LOOK_BACK,
    }

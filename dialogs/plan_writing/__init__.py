"""Writing a plan: the answers of its short dialogs, as an edit of the plan.

Beside ``check_in`` and ``facts`` the third place where care and engine meet: there a plan becomes
questions, here answers become a plan.
"""

from dialogs.plan_writing.aftercare import aftercare
from dialogs.plan_writing.answers import DOMAIN, FOR, KEY, PART, STEP, Writing
from dialogs.plan_writing.goal_outcomes import Settled, settled
from dialogs.plan_writing.goals import goal_from, ideas
from dialogs.plan_writing.parts import (
    DIALOGS,
    STRENGTHS,
    edited,
    name_of,
)

__all__ = [
    "DIALOGS",
    "DOMAIN",
    "FOR",
    "KEY",
    "PART",
    "STEP",
    "STRENGTHS",
    "Settled",
    "Writing",
    "aftercare",
    "edited",
    "goal_from",
    "ideas",
    "name_of",
    "settled",
]

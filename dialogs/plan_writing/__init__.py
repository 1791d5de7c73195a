"""Writing a plan: the answers of its short dialogs, as an edit of the plan.

Beside ``check_in`` and ``facts`` the third place where care and engine meet: there a plan becomes
questions, here answers become a plan.
"""

from dialogs.plan_writing.aftercare import aftercare
from dialogs.plan_writing.answers import Writing
from dialogs.plan_writing.parts import (
    DIALOGS,
    DOMAIN,
    KEY,
    PART,
    STEP,
    edited,
    goal_from,
    ideas,
    name_and_phone,
    name_of,
)

__all__ = [
    "DIALOGS",
    "DOMAIN",
    "KEY",
    "PART",
    "STEP",
    "Writing",
    "aftercare",
    "edited",
    "goal_from",
    "ideas",
    "name_and_phone",
    "name_of",
]

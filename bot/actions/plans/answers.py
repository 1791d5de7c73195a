"""Answers: what is at hand when the answers of a finished dialog are written into a plan."""

import secrets
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from dialogs.care.catalogue import retitled
from dialogs.care.people import Person
from dialogs.care.plan import Plan
from dialogs.engine.session import Session
from dialogs.plan_writing import Writing
from dialogs.playbook import Playbook


def writing_of(
    playbook: Playbook,
    author: Person,
    client: Person,
    plan: Plan,
    session: Session,
    now: datetime,
) -> Writing:
    """Put together what is at hand.

    Args:
        playbook: Ready-made goals, rhythms and words.
        author: Who answered; what is worded is in their language.
        client: Whose plan it is; days are those of their calendar.
        plan: The plan that holds.
        session: The finished dialog.
        now: The instant.

    """
    return Writing(
        plan=plan,
        session=session,
        today=now.astimezone(ZoneInfo(client.zone)).date(),
        now=now,
        author_id=author.id,
        new_key=secrets.token_hex(4),
        catalogue=playbook.catalogue,
        phases=playbook.phases,
        say=partial(playbook.texts.say, author.language),
        retitled=partial(retitled, playbook.catalogue, playbook.texts),
    )

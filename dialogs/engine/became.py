"""What became of every question of a dialog: five kinds, kept apart for ever.

Answered, skipped, declined and expired are written down with the session. That something was not
asked at all is known from the version of the dialog on which the session ran.
"""

from collections.abc import Mapping
from typing import Literal

from dialogs.engine.definition import Dialog
from dialogs.engine.session import AnswerKind, Session

Became = AnswerKind | Literal["not_asked"]


def became(dialog: Dialog, session: Session) -> Mapping[str, Became]:
    """Return what became of each question, by step, in the order of the dialog.

    Args:
        dialog: The version on which the session runs or ran.
        session: Running or over. What is asked at this moment, and what a change of answers has
            dropped, is *not asked* as far as anything is known of it.

    """
    kinds = {answer.step: answer.kind for answer in session.answers}
    return {ask.name: kinds.get(ask.name, "not_asked") for ask in dialog.asks}

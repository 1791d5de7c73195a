"""Amending: an alert learns that an answer behind it was changed."""

from dataclasses import replace

from dialogs.care.alert_life import Alert, play
from dialogs.care.second_look import CHANGED, Amendment, same
from dialogs.care.warning_signs import Why


def amend(alert: Alert, change: Amendment) -> Alert:
    """Say in an alert that an answer behind it was changed: the old one is marked, the new added.

    Nobody is paged again by it. An alert that says so already comes back unchanged.

    Raises:
        AlertClosed: It is resolved.

    """
    marked = tuple(
        replace(one, why=tuple(_marked(line, change) for line in one.why)) for one in alert.evidence
    )
    known = [line for one in marked for line in one.why]
    new = tuple(line for line in change.now if not any(same(line, other) for other in known))
    *earlier, last = marked
    evidence = (*earlier, replace(last, why=last.why + new))
    if evidence == alert.evidence:
        return alert
    return play("join", alert, evidence=evidence)


def _marked(line: Why, change: Amendment) -> Why:
    gone = any(same(line, other) for other in change.gone)
    return replace(line, args={**line.args, CHANGED: "yes"}) if gone else line

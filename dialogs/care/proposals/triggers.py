"""Triggers: what set off craving again and again and is not in the plan yet."""

from collections.abc import Iterator
from hashlib import sha256
from zoneinfo import ZoneInfo

from dialogs.care.plan import Trigger
from dialogs.care.plan.editing import Part
from dialogs.care.proposals.edits import with_put
from dialogs.care.proposals.history import LOOK_BACK, Dated, History
from dialogs.care.proposals.shapes import Args, Kind, Known, Needs, Proposal, shown

TIMES = 3
"""Said so often. Our choice: twice may be chance."""

PLACES = ("home", "work", "on_the_way", "out", "with_others", "online")
"""The places and company that craving_now.yaml offers; each has the text
``proposal-place_<key>``, which is its label as a trigger."""

_OFFERED = frozenset(PLACES)


def new_trigger(known: Known, history: History) -> Iterator[Proposal]:
    """Propose to add words typed, or a place picked, several times to the triggers."""
    said = _said(known, history)
    for label, keys in sorted(said.items(), key=lambda one: (-len(one[1]), one[0])):
        trigger = Trigger(*_named(known, label))
        if len(keys) < TIMES or _is_known(known, trigger):
            continue
        plan = with_put(known, Part.TRIGGERS, trigger)
        if plan is not None:
            args: Args = {"label": shown(trigger.label), "count": len(keys), "days": LOOK_BACK}
            yield Proposal(Kind.NEW_TRIGGER, trigger.key, args, plan, Needs.BOTH)


def _said(known: Known, history: History) -> dict[str, list[object]]:
    """Return when each thing was said, by its words without regard to capitals and blanks."""
    found: dict[str, list[object]] = {}
    here, first = ZoneInfo(known.zone), history.since(LOOK_BACK)
    for words in known.own_words:
        if words.name == "trigger" and first <= words.at.astimezone(here).date() <= known.today:
            found.setdefault(_plain(words.words), []).append(words)
    for one in history.named("place", LOOK_BACK):
        found.setdefault(_plain(_words(one)), []).append(one)
    found.pop("", None)
    return found


def _words(one: Dated) -> str:
    return one.reading.value if isinstance(one.reading.value, str) else ""


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _named(known: Known, label: str) -> tuple[str, str]:
    """Return key and label; what the client typed is not to be read from the key."""
    if label in _OFFERED:
        return f"place_{label}", known.say(f"proposal-place_{label}")
    return f"said_{sha256(label.encode()).hexdigest()[:8]}", label


def _is_known(known: Known, trigger: Trigger) -> bool:
    plain = _plain(trigger.label)
    return any(one.key == trigger.key or _plain(one.label) == plain for one in known.plan.triggers)

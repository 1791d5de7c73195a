"""A client for the tests of proposals: a plan, an evening that stands still, and words for both."""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from dialogs.care.catalogue import Catalogue, retitled
from dialogs.care.phases import Phases
from dialogs.care.plan import (
    Domain,
    Goal,
    GoalStatus,
    Measure,
    MeasureKind,
    Medicine,
    Skill,
    starter_plan,
)
from dialogs.care.proposals import Asked, Known, propose
from dialogs.care.warning_signs import Reading
from dialogs.files import read_model
from dialogs.playbook import CONTENT
from dialogs.texts import Texts

NOW = datetime(2026, 3, 10, 1, 0, tzinfo=UTC)
"""Nine in the evening of TODAY in New York, already tomorrow in UTC."""

TODAY = date(2026, 3, 9)
ZONE = "America/New_York"
PLAN = starter_plan(1, time(20, 0), NOW, author_id=1)
PHASES = read_model(CONTENT / "phases.yaml", Phases)
TEXTS = Texts.load([CONTENT / "texts"])
CATALOGUE = read_model(CONTENT / "catalogue.yaml", Catalogue)
SKILLS = (Skill("walk", "Walking", 0), Skill("sam", "Calling Sam", 1), Skill("tea", "Tea", 2))
MEDICINE = Medicine("nal", "Naltrexone", (time(8),))


def english(key, /, **args):
    return TEXTS.say("en", key, **args)


def said(name, value, days_ago=0.0, session="s", kind="answered"):
    return Reading(name, value, NOW - timedelta(days=days_ago), session, kind)


def each_day(name, *values, first=0.0):
    """One answer a day, the newest first; None is a day without one."""
    return [
        said(name, value, first + day, f"{name}{day}")
        for day, value in enumerate(values)
        if value is not None
    ]


def asked(*kept, schedule="daily", slot=0, hour=20):
    """One check-in a day, the newest today."""
    return [
        Asked(schedule, TODAY - timedelta(days=day), slot, one, hour if one else None)
        for day, one in enumerate(kept)
    ]


def goal(key="run", *, kind=MeasureKind.YES_NO, target=3.0, entry=None, domain=None, title="Run"):
    measure = Measure(kind, "Did you?", target)
    return Goal(key, title, measure, GoalStatus.ACTIVE, "step", domain, entry=entry)


READY = {
    "wind_down": goal("wind_down", entry="wind_down", domain=Domain.BODY, title="Wind down"),
    "write_supporter": goal("write_supporter", entry="write_supporter", domain=Domain.PEOPLE),
}
AFTER = {"walk_ten": goal("walk_twenty", entry="walk_twenty", title="Walk 20 minutes")}


def known(readings=(), plan=PLAN, **more):
    everything = {
        "plan": plan,
        "readings": readings,
        "asked": (),
        "now": NOW,
        "zone": ZONE,
        "seed": 7,
        "phases": PHASES,
        "ready": READY.get,
        "after": AFTER.get,
        "retitled": partial(retitled, CATALOGUE, TEXTS),
        "say": english,
        **more,
    }
    return Known(**everything)


def names(what):
    return [one.name for one in propose(what)]


def only(what):
    (one,) = propose(what)
    return one

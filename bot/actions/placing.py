"""Placing: where a newcomer lives, so that their evening is the evening of their own clock.

The welcome asks it by the clocks of the country they named, or by a city that they type.
"""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from dialogs.care.people import Person
from dialogs.care.zones import place_in, zone_at, zones_of
from dialogs.engine.questions import Question
from dialogs.engine.session import Session
from dialogs.engine.typed import Given, Read, Refused, Understood
from dialogs.errors import BadZone

WELCOME = "welcome"
ZONE = "zone"
ZONES = "zones"
"""The fact of a welcome that holds the clocks to choose from."""


def prepared(session: Session, person: Person, now: datetime) -> Session:
    """Give a welcome the clocks of the person's country, as they show now, to choose from.

    While they are being asked about nothing changes: what is on the screen must stay as it is.
    """
    if session.dialog != WELCOME or session.step == ZONE:
        return session
    clocks: list[JsonValue] = [
        {"key": zone, "label": f"{now.astimezone(ZoneInfo(zone)):%H:%M} · {place_in(zone)}"}
        for zone in zones_of(person.country, person.zone, now)
    ]
    return replace(session, facts={**session.facts, ZONES: clocks})


def reader(read: Read, session: Session, person: Person) -> Read:
    """Let somebody type the city they live in, where they are asked what their clock says."""
    if session.dialog != WELCOME or session.step != ZONE:
        return read

    def with_cities(question: Question, text: str) -> Understood:
        said = read(question, text)
        if not isinstance(said, Refused):
            return said
        try:
            return Given(zone_at(text, person.country))
        except BadZone as unknown:
            meant = ", ".join(map(place_in, unknown.suggestions)) or "none"
            return Refused("errors-bad_zone", {"suggestions": meant})

    return with_cities

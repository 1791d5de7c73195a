"""Time zones: only IANA names are kept, and a wrong one is answered with likely right ones.

Nobody knows the name of their zone, but everybody their clock and a big city near them: so a
country's zones are offered by those.
"""

import difflib
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from dialogs.errors import BadZone

SUGGESTIONS = 5
MOST_OFFERED = 12
MONTH = timedelta(days=30)

_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-\u2212])\s*(\d{1,2})(?::?([0-5]\d))?", re.IGNORECASE)
_WELL_KNOWN = (
    "Europe/London",
    "Europe/Berlin",
    "Europe/Madrid",
    "Europe/Paris",
    "Europe/Athens",
    "Europe/Kyiv",
    "Europe/Istanbul",
    "Europe/Moscow",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Africa/Cairo",
    "Africa/Nairobi",
    "Asia/Dubai",
    "Asia/Tehran",
    "Asia/Kabul",
    "Asia/Karachi",
    "Asia/Tashkent",
    "Asia/Yekaterinburg",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Almaty",
    "Asia/Dhaka",
    "Asia/Yangon",
    "Asia/Bangkok",
    "Asia/Novosibirsk",
    "Asia/Shanghai",
    "Asia/Singapore",
    "Australia/Perth",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Australia/Adelaide",
    "Australia/Sydney",
    "Asia/Vladivostok",
    "Pacific/Noumea",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Tongatapu",
    "Pacific/Kiritimati",
    "Atlantic/Azores",
    "America/Noronha",
    "America/Sao_Paulo",
    "America/Argentina/Buenos_Aires",
    "America/St_Johns",
    "America/Halifax",
    "America/Caracas",
    "America/New_York",
    "America/Bogota",
    "America/Chicago",
    "America/Mexico_City",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "Pacific/Marquesas",
    "Pacific/Pago_Pago",
    "America/Toronto",
    "America/Vancouver",
    "America/Edmonton",
    "America/Winnipeg",
    "America/Manaus",
    "America/Monterrey",
    "America/Tijuana",
    "Australia/Brisbane",
    "Australia/Darwin",
)
_SEASONS = (datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC))
_HOURS_AWAY = (-1, 1, -2, 2, -3, 3)


def check_zone(name: str) -> str:
    """Return a time zone's name if it may be stored.

    Args:
        name: What a person or a setting gave.

    Returns:
        The IANA name, without surrounding blanks.

    Raises:
        BadZone: It is no IANA name. ``suggestions`` hold up to five that may be meant: places
            of that offset for "UTC+2" (an offset knows no summer time), names that look alike
            otherwise.

    """
    asked = name.strip()
    if asked in _names():
        return asked
    if offset := _OFFSET.fullmatch(asked):
        sentence = "a difference from UTC knows no summer time; name a city of your time zone"
        raise BadZone(sentence, _places_at(*offset.groups()))
    raise BadZone("there is no such time zone; write it like Europe/Berlin", _alike(asked))


def elsewhere(zone: str) -> list[str]:
    """Return a few time zones to offer to somebody who travels, one for each hour near theirs."""
    here = _SEASONS[0].astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    found = []
    for hours in _HOURS_AWAY:
        there = here + timedelta(hours=hours)
        names = (n for n in _WELL_KNOWN if _SEASONS[0].astimezone(ZoneInfo(n)).utcoffset() == there)
        found += [name for name in (next(names, None),) if name]
    return found


def zones_of(country: str | None, at_home: str, now: datetime) -> tuple[str, ...]:
    """Return the zones to choose from in a country: one for all whose clocks agree for a year.

    Args:
        country: ISO 3166-1 alpha-2 in any case; None: not known.
        at_home: The clinic's zone. It comes first if it is one of them, and is all there is
            where the country is not known.
        now: From when on the clocks are compared, in UTC.

    Returns:
        IANA names, at most twelve: the best known cities first, and otherwise in the order of the
        zone table.

    """
    found: dict[tuple[timedelta | None, ...], str] = {}
    here = _by_country().get((country or "").upper(), ())
    known_first = sorted(here, key=lambda zone: (zone != at_home, zone not in _WELL_KNOWN))
    for zone in known_first:
        year = tuple((now + n * MONTH).astimezone(ZoneInfo(zone)).utcoffset() for n in range(13))
        found.setdefault(year, zone)
    return tuple(found.values())[:MOST_OFFERED] or (at_home,)


def place_in(zone: str) -> str:
    """Return the place that a zone is named after: ``New York`` for ``America/New_York``."""
    return zone.rpartition("/")[2].replace("_", " ")


def zone_at(place: str, country: str | None) -> str:
    """Return the zone of a place that somebody typed.

    Args:
        place: A city that a zone is named after, or the zone's name, in any case.
        country: Where they are, as ISO 3166-1 alpha-2; its places go first.

    Raises:
        BadZone: There is none. An abbreviation such as "EST" is none either: it knows no summer
            time. ``suggestions`` hold up to five that may be meant.

    """
    wanted = place.strip().lower().replace(" ", "_")
    here = _by_country().get((country or "").upper(), ())
    for known in (_cities(here), _cities(tuple(_names())), {one.lower(): one for one in _names()}):
        found = known.get(wanted)
        if found is not None and "/" in found and not found.startswith("Etc/"):
            return found
    check_zone(place)
    known_here = [zone for zone in here if zone in _WELL_KNOWN] or here
    raise BadZone("an abbreviation knows no summer time; name a city", known_here[:SUGGESTIONS])


@cache
def _by_country() -> Mapping[str, tuple[str, ...]]:
    """Read the zone table that comes with the zone data: zones by country, the largest first."""
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for line in table.splitlines():
        if not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            found.setdefault(country, []).append(zone)
    return {country: tuple(zones) for country, zones in found.items()}


@cache
def _cities(zones: tuple[str, ...]) -> dict[str, str]:
    """Return zones by their city, small letters; of two the first in the alphabet."""
    return {zone.rpartition("/")[2].lower(): zone for zone in sorted(zones, reverse=True)}


@cache
def _names() -> frozenset[str]:
    return frozenset(available_timezones())


def _places_at(sign: str, hours: str, minutes: str | None) -> list[str]:
    size = timedelta(hours=int(hours), minutes=int(minutes or 0))
    offset = size if sign == "+" else -size
    return [name for name in _WELL_KNOWN if offset in _offsets(name)][:SUGGESTIONS]


@cache
def _offsets(name: str) -> frozenset[timedelta | None]:
    return frozenset(season.astimezone(ZoneInfo(name)).utcoffset() for season in _SEASONS)


def _alike(asked: str) -> list[str]:
    wanted = asked.lower().replace(" ", "_")
    cities = _cities(tuple(_names()))
    whole = {name.lower(): name for name in _names()}
    near = difflib.get_close_matches(wanted[:64], [*whole, *cities], SUGGESTIONS * 2)
    found = dict.fromkeys((whole | cities)[match] for match in near)
    return list(found)[:SUGGESTIONS]

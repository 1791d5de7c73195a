"""Time zones: only IANA names are kept, and a wrong one is answered with likely right ones."""

import difflib
import re
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from dialogs.errors import BadZone

SUGGESTIONS = 5

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
)
_SEASONS = (datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC))


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
    cities = {name.rpartition("/")[2].lower(): name for name in sorted(_names(), reverse=True)}
    whole = {name.lower(): name for name in _names()}
    near = difflib.get_close_matches(wanted[:64], [*whole, *cities], SUGGESTIONS * 2)
    found = dict.fromkeys((whole | cities)[match] for match in near)
    return list(found)[:SUGGESTIONS]

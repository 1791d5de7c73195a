"""Time zones: only names that mean a place all year are kept."""

from datetime import UTC, datetime

import pytest

from dialogs.care.zones import check_zone, place_in, zone_at, zones_of
from dialogs.errors import BadZone

MAY = datetime(2026, 5, 12, 20, tzinfo=UTC)


@pytest.mark.parametrize("name", ["Europe/Berlin", "America/Argentina/Buenos_Aires", " UTC "])
def test_names_that_exist(name):
    """Blanks around a name are not worth a question."""
    assert check_zone(name) == name.strip()


@pytest.mark.parametrize(
    ("name", "suggested"),
    [
        pytest.param("UTC+2", "Europe/Berlin", id="plus-2"),
        pytest.param("utc + 2", "Europe/Berlin", id="blanks"),
        pytest.param("GMT-5", "America/New_York", id="minus-5"),
        pytest.param("\u22125", "America/New_York", id="a-real-minus"),
        pytest.param("+05:45", "Asia/Kathmandu", id="quarter-hours"),
        pytest.param("UTC+0530", "Asia/Kolkata", id="no-colon"),
        pytest.param("berlin", "Europe/Berlin", id="only-the-city"),
        pytest.param("Europe/Berln", "Europe/Berlin", id="a-slip"),
        pytest.param("america/new york", "America/New_York", id="as-people-write"),
    ],
)
def test_kind_refusals(name, suggested):
    """Whoever types an offset or a city is shown what is probably meant."""
    with pytest.raises(BadZone) as refused:
        check_zone(name)
    assert suggested in refused.value.suggestions
    assert len(refused.value.suggestions) <= 5


@pytest.mark.parametrize("name", ["", "Mars", "../../etc/passwd", "UTC+99", "\ud800", "x" * 9999])
def test_nonsense_is_refused_all_the_same(name):
    """No file is looked for under a name that a person typed."""
    with pytest.raises(BadZone):
        check_zone(name)


@pytest.mark.parametrize("offset", ["UTC+2", "UTC-8", "UTC+13"])
def test_suggestions_can_be_chosen(offset):
    """Every name that is offered must be accepted."""
    with pytest.raises(BadZone) as refused:
        check_zone(offset)
    assert [check_zone(name) for name in refused.value.suggestions]


@pytest.mark.parametrize(
    ("country", "at_home", "places"),
    [
        pytest.param("DE", "Europe/Berlin", ["Berlin"], id="one-clock"),
        pytest.param("de", "America/New_York", ["Berlin"], id="small-letters"),
        pytest.param("ES", "Europe/Madrid", ["Madrid", "Canary"], id="two"),
        pytest.param("ES", "Atlantic/Canary", ["Canary", "Madrid"], id="home-first"),
        pytest.param("KZ", "Europe/Berlin", ["Almaty"], id="once-two-now-one"),
        pytest.param("XX", "Europe/Berlin", ["Berlin"], id="no-such-country"),
        pytest.param(None, "Europe/Berlin", ["Berlin"], id="not-known"),
    ],
)
def test_the_clocks_of_a_country(country, at_home, places):
    """One for all whose clocks agree all year, so most countries have one."""
    assert [place_in(zone) for zone in zones_of(country, at_home, MAY)] == places


def test_a_country_with_many_clocks():
    """A short list, the best known first; a place without summer time is another clock."""
    zones = zones_of("US", "America/Chicago", MAY)

    assert zones[:2] == ("America/Chicago", "America/New_York")
    assert {"America/Denver", "America/Phoenix", "Pacific/Honolulu"} < set(zones)
    assert len(zones) == 8


def test_the_clinics_own_zone_stands_for_its_clock():
    """A clinic in Detroit does not ask its clients about New York."""
    assert zones_of("US", "America/Detroit", MAY)[0] == "America/Detroit"


@pytest.mark.parametrize("country", ["US", "CA", "AU", "BR", "MX", "RU", "AQ", "ID", "CN", "GB"])
def test_never_more_than_fit_on_a_screen(country):
    zones = zones_of(country, "Europe/Berlin", MAY)

    assert 1 <= len(zones) <= 12
    assert len({place_in(zone) for zone in zones}) == len(zones)


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        pytest.param("chicago", "America/Chicago", id="small-letters"),
        pytest.param(" Buenos Aires ", "America/Argentina/Buenos_Aires", id="blanks"),
        pytest.param("europe/kyiv", "Europe/Kyiv", id="the-zone-itself"),
        pytest.param("Louisville", "America/Kentucky/Louisville", id="two-names-for-one"),
    ],
)
def test_a_place_that_was_typed(place, zone):
    assert zone_at(place, "US") == zone


@pytest.mark.parametrize(
    ("place", "suggested"),
    [
        pytest.param("EST", "America/New_York", id="abbreviation"),
        pytest.param("PST8PDT", "America/Los_Angeles", id="old-name"),
        pytest.param("Etc/GMT+5", "America/Chicago", id="offset-upside-down"),
        pytest.param("UTC-5", "America/New_York", id="offset"),
        pytest.param("Chicgo", "America/Chicago", id="a-slip"),
    ],
)
def test_what_is_no_place(place, suggested):
    """A clock without summer time would be an hour wrong for half the year."""
    with pytest.raises(BadZone) as refused:
        zone_at(place, "US")
    assert suggested in refused.value.suggestions
    assert len(refused.value.suggestions) <= 5


@pytest.mark.parametrize("place", ["", "Mars", "../../etc/passwd", "\ud800", "x" * 9999, "/"])
def test_no_place_at_all(place):
    with pytest.raises(BadZone):
        zone_at(place, None)

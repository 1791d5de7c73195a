"""Time zones: only names that mean a place all year are kept."""

import pytest

from dialogs.care.zones import check_zone
from dialogs.errors import BadZone


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

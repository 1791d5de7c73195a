"""Masks: what numbers in buttons look like to whoever gets them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.masks import MARK, NOT_OURS, Masks
from dialogs.messages import LONGEST_PRESS, MASKED, press

MASKS = Masks(b"k" * 16)
NUMBERS = st.integers(1, 2**32 - 1)
CHATS = st.integers(1, 2**52)


@given(number=NUMBERS, chat=CHATS)
def test_a_number_comes_back_to_its_chat(number, chat):
    """However large; and what left is of one length and no number."""
    hidden = MASKS.hide(press("look", number, "me"), chat)

    mask = hidden.split(":")[1]
    assert mask.startswith(MARK)
    assert len(mask) == MASKED
    assert MASKS.show(hidden, chat) == f"look:{number}:me"


@given(number=NUMBERS, chats=st.lists(CHATS, min_size=2, max_size=2, unique=True))
def test_a_button_of_another_chat_is_none(number, chats):
    """What Mia was shown means nothing from anybody else."""
    mine, other = chats

    assert MASKS.show(MASKS.hide(f"look:{number}", mine), other) == NOT_OURS


@given(
    number=NUMBERS, chat=CHATS, place=st.integers(1, MASKED - 2), letter=st.sampled_from("aZ0-_")
)
def test_an_altered_button_is_none(number, chat, place, letter):
    """Another letter, another nothing; the last letter holds two bits that do not count."""
    verb, mask = MASKS.hide(f"look:{number}", chat).split(":")
    altered = mask[:place] + letter + mask[place + 1 :]

    assert altered == mask or MASKS.show(f"{verb}:{altered}", chat) == NOT_OURS


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("look:7", id="a-number-as-it-is"),
        pytest.param("look:~", id="an-empty-mask"),
        pytest.param("look:~AAAAAAAAAAAA", id="too-long"),
        pytest.param("look:~AAAA", id="too-short"),
        pytest.param("look:~????????????", id="other-letters"),
        pytest.param("look:~ééééééééééé", id="no-ascii"),
    ],
)
def test_what_we_never_made(data):
    """It is read as a button that is gone."""
    assert MASKS.show(data, 1) == NOT_OURS


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("r:Ab3:1:10", id="an-answer-has-places"),
        pytest.param("c:Ab3:1:skip", id="a-control-too"),
        pytest.param("at:0730", id="a-clock"),
        pytest.param("at:0", id="nought"),
        pytest.param("plan:me:skills", id="no-number"),
        pytest.param("n:4294967296", id="more-than-we-count"),
        pytest.param("not ours", id="no-button"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_left_as_it_is(data):
    """Only the numbers of things are masked."""
    assert MASKS.hide(data, 1) == data


def test_keys_differ():
    """Another key file makes other masks."""
    assert Masks(b"o" * 16).show(MASKS.hide("look:7", 1), 1) == NOT_OURS


def test_a_button_has_room_for_its_masks():
    """What would be too long once masked is refused where it is made."""
    part = "p" * (LONGEST_PRESS - len("v:") - len(":") - MASKED)

    assert len(MASKS.hide(press("v", part, 1), 1)) == LONGEST_PRESS
    with pytest.raises(ValueError, match="at most"):
        press("v", f"{part}p", 1)

"""Fragments: what somebody wrote shortly before, and for how long it is remembered."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.telegram.fragments import APART, CHATS, LONGEST, Fragments

NOW = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)


def wrote(
    fragments: Fragments, *texts: str, chat: int = 1, apart: timedelta = timedelta(0)
) -> tuple[str, ...]:
    """Write these one after another; return what was before the last of them."""
    before: tuple[str, ...] = ()
    for number, text in enumerate(texts):
        before = fragments.before(chat, number, text, NOW + number * apart)
    return before


@pytest.mark.parametrize(
    ("texts", "apart", "before"),
    [
        pytest.param(("a",), timedelta(0), (), id="the-first"),
        pytest.param(("a", "b"), timedelta(0), ("a",), id="two"),
        pytest.param(("a", "b", "c", "d"), timedelta(0), ("b", "c"), id="the-last-three"),
        pytest.param(("a", "b"), APART, ("a",), id="ten-minutes-apart"),
        pytest.param(("a", "b"), APART + timedelta(seconds=1), (), id="longer-apart"),
        pytest.param(("x" * 1000, "b"), timedelta(0), ("x" * LONGEST,), id="no-long-ones"),
    ],
)
def test_what_was_before(texts, apart, before):
    """Up to two messages, not older than ten minutes."""
    assert wrote(Fragments(), *texts, apart=apart) == before


def test_chats_are_kept_apart():
    """Nobody is read together with somebody else."""
    fragments = Fragments()
    wrote(fragments, "a", chat=1)

    assert wrote(fragments, "b", chat=2) == ()


def test_a_message_that_comes_again_has_the_same_ones_before_it():
    """Work that failed is done again, and finds what it found."""
    fragments = Fragments()
    wrote(fragments, "a", "b")

    assert fragments.before(1, 1, "b", NOW) == ("a",)


def test_only_so_many_chats_are_remembered():
    """Whoever wrote longest ago is forgotten first."""
    fragments = Fragments()
    for chat in range(CHATS + 1):
        wrote(fragments, "a", chat=chat)

    assert len(fragments.chats) == CHATS
    assert fragments.before(0, 5, "b", NOW) == ()

"""Whatever people send, in whatever order, a session stays a session."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.engine import screens
from dialogs.engine.definition import Ask
from dialogs.engine.events import Asked, Finished, Rejected, Toggled
from dialogs.engine.player import PLAYABLE
from dialogs.engine.rehearsal import sample_facts
from dialogs.engine.session import Control, Elapsed, Tapped, Typed
from dialogs.errors import StaleReply

NAMES = ("craving_now", "daily_checkin", "family_welcome", "sos", "sponsor_welcome", "welcome")
EVENING = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)

words = st.sampled_from(
    [
        "yes",
        "no",
        "not sure",
        "8",
        "0",
        "10",
        "11",
        "8/10",
        "skip",
        "back",
        "stop",
        "done",
        "fix",
        "short",
        "later",
        "craving",
        "20:00",
        "agree",
        "not now",
        "?",
        "",
        "…",
        "\u202e",
        "8️⃣",
        "me",
    ]
)
replies = st.one_of(
    st.builds(Typed, words),
    st.builds(Typed, st.text(max_size=12)),
    st.tuples(st.integers(-1, 1), st.integers(-1, 14)),
    st.tuples(st.just(0), st.integers(0, 3)),
    st.builds(Control, st.sampled_from(["skip", "decline", "back", "postpone", "short"])),
    st.just(Elapsed()),
)


@pytest.mark.parametrize("name", NAMES)
@given(sent=st.lists(replies, max_size=25), with_plan=st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_replies_lead_along_the_dialog(name, sent, with_plan, players, texts):
    player = players[name]
    given_facts = dict.fromkeys(player.dialog.given, "Mia")
    facts = sample_facts(player.dialog) if with_plan else given_facts
    turn = player.open("abcdefghijk", 7, facts, EVENING)
    check(player, texts, None, turn)
    for number, reply in enumerate(sent):
        before = turn.session
        made = Tapped(before.turn + reply[0], reply[1]) if isinstance(reply, tuple) else reply
        read = screens.reader(texts, "en", player, before)
        try:
            turn = player.play(before, made, EVENING + timedelta(minutes=6 * number), read=read)
        except StaleReply:
            continue
        check(player, texts, before, turn)


def check(player, texts, before, turn):
    session, dialog = turn.session, player.dialog
    assert session.path[0] == dialog.steps[0].name
    assert session.path[-1] == session.step
    for here, there in pairwise(session.path):
        assert there in {road.to for road in dialog.roads(dialog.by_name[here])}
    steps = [answer.step for answer in session.answers]
    assert len(set(steps)) == len(steps)
    assert all(isinstance(dialog.by_name[step], Ask) for step in steps)
    asked = [event.step for event in turn.events if isinstance(event, Asked)]
    assert asked in ([], [session.step])
    if before is not None:
        rises = session.turn - before.turn
        stays = all(isinstance(event, Rejected | Toggled) for event in turn.events)
        assert rises in {0, 1}
        assert not (stays and rises)
    if session.state in PLAYABLE:
        assert screens.screen(texts, "en", player, session, prefix_events=turn.events).text
    if any(isinstance(event, Finished) for event in turn.events):
        red_flags_were_followed(dialog, session)


def red_flags_were_followed(dialog, session):
    """After a red-flag answer that stands, a safety question stands too, whatever became of it."""
    given_answers = {answer.step: answer for answer in session.answers}
    flagged = [
        ask.name
        for ask in dialog.asks
        if any(flag.holds(ask.name, given_answers, session.facts) for flag in ask.flags)
    ]
    for name in flagged:
        after = session.path[session.path.index(name) :]
        assert any(
            isinstance(step := dialog.by_name[other], Ask)
            and step.safety
            and other in given_answers
            for other in after
        )

"""Screens: what a person sees."""

import pytest

from dialogs.engine import screens
from dialogs.engine.events import Answered, Declined, Dropped, Finished, Rejected, Skipped
from dialogs.engine.player import Player
from dialogs.engine.rehearsal import Rehearsal, sample_facts
from dialogs.engine.session import Tapped, Typed
from dialogs.errors import NothingOpen
from dialogs.messages import parse_press

SESSION = "abcdefghijk"
PLAN = {
    "item_1": {
        "key": "run", "kind": "number", "label": "Run", "text": "How far did you run?",
        "unit": "km", "records": "goal:run",
    },
    "item_2": {
        "key": "calm", "kind": "scale", "text": "How calm were you?", "records": "goal:calm",
    },
}  # fmt: skip


@pytest.fixture
def shown(players, texts, now):
    """Open a dialog, type lines, and show the message the person sees then."""

    def show(name, *lines, facts=None):
        player = players[name]
        turn = player.open(SESSION, 7, facts or {}, now)
        for line in lines:
            read = screens.reader(texts, "en", player, turn.session)
            turn = player.play(turn.session, Typed(line), now, read=read)
        return screens.screen(texts, "en", player, turn.session, prefix_events=turn.events)

    return show


def labels(message):
    return [[button.label for button in row] for row in message.rows]


def test_a_scale_has_two_rows_and_words_at_its_ends(shown):
    message = shown("daily_checkin", "no")

    assert message.text.endswith("0 = none at all\n10 = as strong as it gets")
    assert labels(message) == [
        ["0", "1", "2", "3", "4", "5"],
        ["6", "7", "8", "9", "10"],
        ["Skip", "Rather not say", "Back"],
    ]


def test_buttons_carry_positions_and_nothing_else(shown):
    message = shown("daily_checkin", "no")

    eight, skip = message.rows[1][2], message.rows[2][0]
    assert parse_press(eight.press) == ("r", (SESSION, "2", "8"))
    assert parse_press(skip.press) == ("c", (SESSION, "2", "skip"))


def test_the_first_question_can_be_put_off_or_shortened(shown):
    assert labels(shown("daily_checkin")) == [
        ["Yes", "No"],
        ["Skip", "Rather not say"],
        ["Short version", "Later"],
    ]


def test_long_labels_stand_alone(shown):
    message = shown("daily_checkin", "no", "1", "5", "5", facts={"medicine": "naltrexone"})

    assert message.text == "Did you take your medicine today (naltrexone)?"
    assert labels(message)[:4] == [
        ["Yes, taken"], ["Not taken"], ["Will take it later"], ["Had a side effect"],
    ]  # fmt: skip


def test_what_was_said_comes_before_the_question(shown):
    message = shown("daily_checkin", "yes")

    assert message.text.startswith("Thank you for saying so.")
    assert "are you safe right now?" in message.text
    assert message.text.index("courage") < message.text.index("safe right now")


def test_a_refusal_comes_before_the_question_asked_again(shown):
    message = shown("daily_checkin", "no", "eleven")

    assert message.text.startswith("I did not get that. Please tap a number, or type one")
    assert "How strong was the craving" in message.text


def test_an_item_of_the_plan_brings_its_own_words(shown):
    lines = ("no", "1", "5", "5", "5")

    assert shown("daily_checkin", *lines, facts=PLAN).text == "How far did you run?"
    assert shown("daily_checkin", *lines, "4", facts=PLAN).text == (
        "How calm were you?\n\n0 = not at all\n10 = very much"
    )


def test_a_persons_words_cannot_become_links_or_lines_of_ours(shown):
    nasty = {"item_1": {**PLAN["item_1"], "text": "a\u202eb\n\n\n\nhttps://x.example @bot"}}

    message = shown("daily_checkin", "no", "1", "5", "5", "5", facts=nasty)

    assert message.text == "ab\n\nhttps[:]//x[.]example @ bot"


def test_the_recap_lists_answers_and_opens_them_for_fixing(shown):
    lines = ("no", "6", "5", "skip", "rather not say", "4 km", "7")
    expected = [
        "Used today: No", "Craving: 6", "Mood: 5", "Sleep: skipped",
        "Confidence: rather not say", "Run: 4 km", "How calm were you?: 7",
    ]  # fmt: skip

    closed = shown("daily_checkin", *lines, facts=PLAN)
    opened = shown("daily_checkin", *lines, "fix", facts=PLAN)

    assert closed.text == "\n".join(["Here is what you told me:", "", *expected])
    assert closed.protect
    assert labels(closed) == [["All good", "Fix something"]]
    assert labels(opened) == [*([line] for line in expected), ["All good"]]


def test_ticked_options_carry_a_tick(write_dialog, write_texts, now):
    player = Player(
        write_dialog("""
dialog: halt
meeting: queue
steps:
  - {ask: today, answer: {several: [hungry, tired]}, decline: false}
  - {end: over}
"""),
        "f1",
    )
    texts = write_texts(
        "halt-today = Which?\n  .short = Today\n  .hungry = Hungry\n  .tired = Tired"
    )
    turn = player.open(SESSION, 7, {}, now)
    turn = player.play(turn.session, Tapped(1, 1), now)

    message = screens.screen(texts, "en", player, turn.session)

    assert labels(message) == [["Hungry", "✓ Tired"], ["Done"], ["Skip"]]


@pytest.mark.parametrize(
    ("event", "line"),
    [
        pytest.param(Answered("craving", "craving", 7), "Craving: 7", id="scale"),
        pytest.param(Answered("use", "use", "no"), "Used today: No", id="yes-no"),
        pytest.param(
            Answered("safe_place", None, "not_sure"), "Somewhere safe: Not sure", id="choice"
        ),
        pytest.param(Answered("item_1", "goal:run", 4.5), "Run: 4.5 km", id="item"),
        pytest.param(Skipped("mood", "mood"), "Mood: skipped", id="skipped"),
        pytest.param(Declined("mood", "mood"), "Mood: rather not say", id="declined"),
    ],
)
def test_an_answered_question_becomes_a_line(players, texts, now, event, line):
    player = players["daily_checkin"]
    session = player.open(SESSION, 7, PLAN, now).session

    assert screens.answered_line(texts, "en", player, session, event) == line


def test_a_wait_cut_short_becomes_a_line_too(players, texts, now):
    player = players["craving_now"]
    session = player.open(SESSION, 7, {}, now).session

    line = screens.answered_line(texts, "en", player, session, Skipped("ride", None))

    assert line == "15 minutes: skipped"


def test_answers_let_go_are_named(players, texts, now):
    player = players["daily_checkin"]
    session = player.open(SESSION, 7, {}, now).session

    said = screens.aloud(
        texts, "en", player, session, [Dropped("recap", ("safe_place", "confidence"))]
    )

    assert said.endswith("so I let them go: Somewhere safe, Confidence.")


def test_what_was_shown_at_a_question_can_be_worded_again(shown, players, texts, now):
    """Later, from where the session is then: the words before it, the question, its options."""
    player = players["welcome"]
    message = shown("welcome", "ireland", facts={"clinic": "Harbour House"})
    turn = player.open(SESSION, 7, {"clinic": "Harbour House"}, now)
    for line in ("ireland", "i agree", "Mia", "20:00"):
        read = screens.reader(texts, "en", player, turn.session)
        turn = player.play(turn.session, Typed(line), now, read=read)

    again = screens.shown_at(texts, "en", player, turn.session, "consent")

    assert turn.session.state == "finished"
    assert again.split("\n\n") == [*message.text.split("\n\n"), "I agree", "Not now"]
    assert again.startswith("Who reads what:")
    assert "Harbour House" not in again


@pytest.mark.parametrize("step", ["readers", "limits", "consent"])
def test_any_of_the_words_shown_makes_it_another(players, texts, write_texts, now, step):
    """A changed line in any of them is another text, which nobody has agreed to yet."""
    player = players["welcome"]
    key = f"welcome-{step}"
    labels = "\n    .short = Consent\n    .agree = I agree\n    .not_now = Not now"
    others = write_texts(f"{key} = Something else.{labels if step == 'consent' else ''}\n")
    turn = player.open(SESSION, 7, {"clinic": "Harbour House"}, now)
    turn = player.play(turn.session, Tapped(1, 0), now)

    words = [
        screens.shown_at(one, "en", player, turn.session, "consent") for one in (texts, others)
    ]

    assert words[0] != words[1]


def test_when_it_is_over_there_is_no_screen(players, texts, now):
    player = players["sos"]
    session = player.play(player.open(SESSION, 7, {}, now).session, Tapped(1, 0), now).session

    with pytest.raises(NothingOpen):
        screens.screen(texts, "en", player, session)
    assert screens.aloud(texts, "en", player, session, [Finished("done")]) == ""


def test_every_refusal_has_words(players, texts, now):
    player = players["sos"]
    session = player.open(SESSION, 7, {}, now).session
    keys = [key for key in texts.variables("en") if key.startswith("rejected-")]

    for key in keys:
        event = Rejected("safe_now", key, {"low": 0, "high": 10, "limit": 200})
        assert screens.aloud(texts, "en", player, session, [event])


def test_a_rehearsal_plays_a_dialog_to_its_end(players, texts, now):
    rehearsal = Rehearsal(players["craving_now"], texts, "en", now)

    for line in ("6", "the first one", "the second one", "...", "3", "home", "a bit"):
        assert not rehearsal.is_over
        assert rehearsal.shown()
        rehearsal.answer(line)

    assert rehearsal.is_over
    assert rehearsal.shown() == ""


def test_sample_facts_suffice_for_every_dialog(players, texts, now):
    for player in players.values():
        opened = Rehearsal(player, texts, "en", now, sample_facts(player.dialog))
        asked = player.question(opened.turn.session)
        assert ("[" in opened.shown()) == bool(asked.options or asked.controls), (
            player.dialog.dialog
        )

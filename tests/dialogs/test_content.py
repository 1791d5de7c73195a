"""The content as it ships: sound, kind, easy to read, and every red flag reaches a human."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs import playbook
from dialogs.care.sign_rules import Tier
from dialogs.care.warning_signs import Reading, detect
from dialogs.engine import proofs
from dialogs.engine.events import Unanswered
from dialogs.engine.proofs.paths import answers_to, is_flagged
from dialogs.engine.rehearsal import sample_facts
from dialogs.engine.session import Control, Elapsed, Tapped
from dialogs.engine.sources import read_dialog
from dialogs.engine.versions import Definition
from dialogs.errors import ContentProblems, UnknownDialog

DIALOGS = (
    "craving_now", "daily_checkin", "family_welcome", "parting", "sos", "sponsor_welcome",
    "welcome",
)  # fmt: skip
UNSAFE = ("no", "not_sure", "tell_now", "skip", "decline", "silence")


@pytest.fixture(scope="module")
def book():
    return playbook.load()


def test_every_proof_holds(sources, texts):
    assert proofs.check(sources, texts) == []
    assert {source.dialog.dialog for source in sources} >= set(DIALOGS)


def test_the_safety_question_says_beforehand_who_will_be_told(players, texts):
    for name, player in players.items():
        for ask in player.dialog.asks:
            if ask.safety:
                words = texts.say("en", f"{name}-{ask.name}", client="Mia")
                assert "10 minutes" in words
                assert ask.patience == timedelta(minutes=10)
                if name not in {"whose", "asked"}:
                    assert '"no" or "not sure"' in words
                    assert "skip" in words


def test_a_supporter_is_told_beforehand_what_their_answer_does(players, texts):
    """Theirs is the one safety question that cannot be skipped: it is not about themselves."""
    for ask in players["whose"].dialog.asks:
        assert not ask.skip
        assert not ask.decline
        assert "care team is told now" in texts.say("en", f"whose-{ask.name}", client="Mia")


def flagged_answers():
    """Return every red-flag answer before a safety question: dialog, question, value."""
    for path in sorted((playbook.CONTENT / "dialogs").glob("*.yaml")):
        dialog = read_dialog(path).dialog
        for ask in dialog.asks:
            for answer in answers_to(dialog, ask):
                if is_flagged(ask, answer) and not ask.safety:
                    yield pytest.param(
                        dialog.dialog, ask.name, answer.value, id=f"{ask.name}={answer.value}"
                    )


@pytest.mark.parametrize("reply", UNSAFE)
@pytest.mark.parametrize(("name", "flagged", "value"), [*flagged_answers()])
def test_a_red_flag_without_safety_pages_somebody_now(
    players, book, now, name, flagged, value, reply
):
    """Whatever the answer to the safety question is but yes, a sign of tier now holds."""
    player = players[name]
    turn = answer(player, led_to(player, flagged, now), value, now)

    assert player.question(turn.session).safety
    turn = unsafe(player, turn.session, reply, now)
    if turn is None:
        return

    signs = detect(book.rules, readings(turn.session), now, zone="UTC", session_id="abcdefghijk")
    assert Tier.NOW in {sign.tier for sign in signs}
    assert any(sign.safety for sign in signs)


def led_to(player, step, now):
    """Return a session that stands at a step, whatever it takes to get there."""
    ahead = [player.open("abcdefghijk", 7, sample_facts(player.dialog), now).session]
    seen = set()
    while ahead:
        session = ahead.pop(0)
        if session.step == step:
            return session
        if session.step in seen or session.state not in {"open", "waiting", "paused"}:
            continue
        seen.add(session.step)
        if session.state == "paused":
            ahead.append(player.resume(session, now).session)
            continue
        ahead.append(player.play(session, Control("skip"), now).session)
        options = player.question(session).options
        ahead += [answer(player, session, option.value, now).session for option in options]
    raise AssertionError(f"no way leads to {step}")


def answer(player, session, value, now):
    """Tap what gives this answer; where several may be ticked, tick them first."""
    options = player.question(session).options
    several = value if isinstance(value, tuple) else ()
    for ticked in several:
        at = next(at for at, option in enumerate(options) if option.value == ticked)
        session = player.play(session, Tapped(session.turn, at), now).session
    at = next(at for at, one in enumerate(options) if one.value == (None if several else value))
    return player.play(session, Tapped(session.turn, at), now)


def unsafe(player, session, reply, now):
    """Answer a safety question in some other way than yes; None where that way does not exist."""
    if reply == "silence":
        turn = player.play(session, Elapsed(), now + timedelta(minutes=10))
        assert any(isinstance(event, Unanswered) for event in turn.events)
        return turn
    if reply in {"skip", "decline"}:
        return player.play(session, Control(reply), now)
    position = player.question(session).option(reply)
    return None if position is None else player.play(session, Tapped(session.turn, position), now)


def readings(session):
    return [
        Reading(answer.name, answer.value, answer.at, session.id, answer.kind)
        for answer in session.answers
        if answer.name is not None
    ]


@pytest.mark.parametrize("reply", UNSAFE)
def test_every_answer_to_sos_but_yes_pages_somebody_now(players, book, now, reply):
    player = players["sos"]
    session = player.open("abcdefghijk", 7, {}, now).session

    turn = unsafe(player, session, reply, now)

    signs = detect(book.rules, readings(turn.session), now, zone="UTC", session_id="abcdefghijk")
    assert Tier.NOW in {sign.tier for sign in signs}


def test_what_ships_is_complete_in_every_language(book, texts):
    """A clinic may leave its own words untranslated; ours never fall back."""
    assert texts.languages == ("en", "es", "ru")
    assert [texts.lacking(language) for language in texts.languages] == [{}, {}, {}]
    keys = [texts.variables(language).keys() for language in texts.languages]
    assert keys[0] == keys[1] == keys[2]
    assert not any(" lacks " in note.sentence for note in book.notes)


@pytest.mark.parametrize("language", ["en", "es", "ru"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("skills-cold_gate", id="who-must-not-use-cold"),
        pytest.param("lapse_next-tolerance", id="lost-tolerance"),
    ],
)
def test_what_a_clinician_has_yet_to_confirm_is_marked(book, language, text):
    """Every [R] in SAFETY.md that reaches a person."""
    marked = [
        note
        for note in book.notes
        if note.file.startswith(f"{language}/") and note.sentence.startswith(f"{text} needs")
    ]

    assert len(marked) == 1
    assert marked[0].line == book.texts.place(language, text)[1] - 1


def test_a_number_a_clinician_has_yet_to_confirm_is_marked(book):
    about = [note.sentence for note in book.notes if note.file == "lapse_next.yaml"]

    assert about == [
        "needs a clinician's review: after how many weeks without opioids lost tolerance is"
        " spoken of"
    ]


def test_whoever_words_a_marked_text_anew_has_answered_for_it(tmp_path):
    (tmp_path / "texts" / "en").mkdir(parents=True)
    own = tmp_path / "texts" / "en" / "own.ftl"

    own.write_text("lapse_next-tolerance = Take care.\n", encoding="utf-8")
    confirmed = playbook.load(tmp_path)
    own.write_text("# needs-review: ours\nlapse_next-tolerance = Take care.\n", encoding="utf-8")
    doubted = playbook.load(tmp_path)

    files = [
        [note.file for note in book.notes if note.sentence.startswith("lapse_next-tolerance")]
        for book in (confirmed, doubted)
    ]
    assert files == [
        ["es/lapse.ftl", "ru/lapse.ftl"],
        ["en/own.ftl", "es/lapse.ftl", "ru/lapse.ftl"],
    ]


def say_everywhere(folder, words):
    """Write a clinic's words, the same in each language."""
    for language in ("en", "es", "ru"):
        (folder / "texts" / language).mkdir(parents=True)
        (folder / "texts" / language / "own.ftl").write_text(words, encoding="utf-8")


def test_a_clinics_own_words_and_dialogs_replace_ours(tmp_path):
    (tmp_path / "dialogs").mkdir()
    (tmp_path / "dialogs" / "by_the_sea.yaml").write_text(
        "dialog: by_the_sea\nmeeting: skip\nsteps:\n  - {say: in_and_out}\n  - {end: over}\n"
    )
    words = "by_the_sea-in_and_out = In, and out.\ndaily_checkin-recap = So:\n    .done = Fine\n"
    say_everywhere(tmp_path, words)

    book = playbook.load(tmp_path)

    assert book.player("by_the_sea").dialog.meeting == "skip"
    assert book.texts.say("en", "daily_checkin-recap") == "So:"
    assert set(book.players) >= {"by_the_sea", *DIALOGS}


def test_everything_that_is_wrong_is_told_at_once(tmp_path):
    (tmp_path / "dialogs").mkdir()
    (tmp_path / "dialogs" / "one.yaml").write_text("dialog: one\nmeeting: never\nsteps: []\n")
    (tmp_path / "dialogs" / "two.yaml").write_text(
        "dialog: two\nmeeting: skip\nsteps:\n  - {say: hello, next: gone}\n"
    )
    (tmp_path / "warning_signs.yaml").write_text("rules: 5\n")

    with pytest.raises(ContentProblems) as caught:
        playbook.load(tmp_path)

    assert {problem.file for problem in caught.value.problems} == {
        "one.yaml",
        "two.yaml",
        "warning_signs.yaml",
    }


def test_a_safety_question_that_pages_nobody_is_found(tmp_path):
    (tmp_path / "dialogs").mkdir()
    (tmp_path / "dialogs" / "drive.yaml").write_text("""
dialog: drive
meeting: skip
steps:
  - {ask: home, answer: yes_no, records: home, safety: true, silence: 10m, flags: [{equals: no}]}
  - {end: over}
""")
    say_everywhere(tmp_path, "drive-home = Home?\n    .short = Home\n")

    with pytest.raises(ContentProblems) as caught:
        playbook.load(tmp_path)

    assert [str(problem) for problem in caught.value.problems] == [
        f"drive.yaml:5: {what} at home would page nobody (home {shown})"
        for what, shown in (
            ("declined", "declined"),
            ("expired", "silence"),
            ("no", "= no"),
            ("skipped", "skipped"),
        )
    ]


def test_older_versions_stay_playable(book, players, now):
    player = players["sos"]
    words = book.definitions["sos"].words["en"].replace("you safe", "you well")
    older = Definition(player.dialog.document, {"en": words})

    compiled = book.compile(older.fingerprint, older)

    assert book.version(older.fingerprint) is compiled
    assert compiled.fingerprint == older.fingerprint != book.fingerprints["sos"]
    assert "you well" in book.texts_of(older.fingerprint).say("en", "sos-safe_now")
    assert "you safe" in book.texts_of(book.fingerprints["sos"]).say("en", "sos-safe_now")
    assert book.version(book.fingerprints["sos"]) is book.player("sos")
    assert book.version("unknown") is None
    for act in (lambda: book.compile("gone", None), lambda: book.player("gone")):
        with pytest.raises(UnknownDialog):
            act()


@pytest.mark.parametrize(
    ("signature", "confirmed"),
    [
        pytest.param("# reviewed: R. Moreno MD, 2026-11-01\n", True, id="name-and-date"),
        pytest.param("# reviewed: R. Moreno MD\n", False, id="no-date"),
        pytest.param("# reviewed: , 2026-11-01\n", False, id="no-name"),
        pytest.param("", False, id="not-signed"),
    ],
)
def test_a_clinician_confirms_a_text_by_name_and_date(tmp_path, signature, confirmed):
    folder = tmp_path / "texts" / "en"
    folder.mkdir(parents=True)
    words = f"# needs-review: the weeks\n{signature}lapse_next-tolerance = Take care.\n"
    (folder / "own.ftl").write_text(words, encoding="utf-8")

    book = playbook.load(tmp_path)

    assert ("lapse_next-tolerance" not in book.withheld("en")) is confirmed
    assert "lapse_next-tolerance" in book.withheld("es")
    assert not replace(book, for_show=True).withheld("es")

"""The content as it ships: sound, kind, easy to read, and every red flag reaches a human."""

import re
from datetime import timedelta

import pytest

from dialogs import playbook
from dialogs.care.sign_rules import Tier
from dialogs.care.warning_signs import Reading, detect
from dialogs.engine import proofs
from dialogs.engine.events import Finished, Unanswered
from dialogs.engine.proofs.paths import answers_to, is_flagged
from dialogs.engine.rehearsal import sample_facts
from dialogs.engine.session import Control, Elapsed, Tapped
from dialogs.engine.sources import read_dialog
from dialogs.engine.versions import Definition
from dialogs.errors import ContentProblems, UnknownDialog

STIGMA = (
    "abuse", "abuser", "addict", "addicts", "alcoholic", "clean", "dirty", "drunk", "drunks",
    "failed", "failure", "habit", "junkie", "junkies", "noncompliant", "relapse", "relapsed",
    "substance abuse", "user", "users", "weak", "willpower",
)  # fmt: skip
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


def test_no_word_that_hurts(texts):
    hurtful = re.compile(rf"\b({'|'.join(STIGMA)})\b", re.IGNORECASE)
    found = [(key, match[0]) for key, words in spoken(texts) for match in hurtful.finditer(words)]

    assert found == []


@pytest.mark.parametrize("dialog", [*DIALOGS, "rejected", "control", "whose", "lifeline", "family"])
def test_it_reads_easily(texts, dialog):
    words = [said for key, said in spoken(texts) if key.partition(".")[0].startswith(f"{dialog}-")]

    assert grade(" ".join(f"{part.rstrip('.:!?')}." for part in words)) <= 6


def test_the_safety_question_says_beforehand_who_will_be_told(players, texts):
    for name, player in players.items():
        for ask in player.dialog.asks:
            if ask.safety:
                words = texts.say("en", f"{name}-{ask.name}", client="Mia")
                assert "10 minutes" in words
                assert ask.patience == timedelta(minutes=10)
                if name != "whose":
                    assert '"no" or "not sure"' in words
                    assert "skip" in words


def test_a_supporter_is_told_beforehand_what_their_answer_does(players, texts):
    """Theirs is the one safety question that cannot be skipped: it is not about themselves."""
    for ask in players["whose"].dialog.asks:
        assert not ask.skip
        assert not ask.decline
        assert "care team is told now" in texts.say("en", f"whose-{ask.name}", client="Mia")


@pytest.mark.parametrize(
    "brought",
    [
        pytest.param((), id="nothing"),
        pytest.param(("item_1",), id="one-goal"),
        pytest.param(("item_1", "item_2"), id="two-goals"),
        pytest.param(("item_1", "medicine"), id="goal-and-medicine"),
    ],
)
@pytest.mark.parametrize("used", ["yes", "no"])
def test_a_check_in_is_at_most_seven_questions_and_nine_taps(players, now, brought, used):
    """Start, the answers, *All good*. Safety questions come on top, where they are needed."""
    player = players["daily_checkin"]
    possible = {**sample_facts(player.dialog), "medicine": "naltrexone"}
    turn = player.open("abcdefghijk", 7, {name: possible[name] for name in brought}, now)
    taps = 1

    while not isinstance(turn.events[-1], Finished):
        question = player.question(turn.session)
        option = question.option(used) if question.step == "use" else 0
        turn = player.play(turn.session, Tapped(turn.session.turn, option), now)
        taps += not question.safety

    safety = sum(player.dialog.by_name[answer.step].safety for answer in turn.session.answers)
    assert len(turn.session.answers) - safety <= 7
    assert taps <= 9


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
    turn = player.open("abcdefghijk", 7, sample_facts(player.dialog), now)
    while turn.session.step != flagged:
        turn = player.play(turn.session, Control("skip", turn.session.turn), now)
    position = next(
        at for at, o in enumerate(player.question(turn.session).options) if o.value == value
    )
    turn = player.play(turn.session, Tapped(turn.session.turn, position), now)

    assert player.question(turn.session).safety
    turn = unsafe(player, turn.session, reply, now)
    if turn is None:
        return

    signs = detect(book.rules, readings(turn.session), now, zone="UTC", session_id="abcdefghijk")
    assert Tier.NOW in {sign.tier for sign in signs}
    assert any(sign.safety for sign in signs)


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


def test_a_clinics_own_words_and_dialogs_replace_ours(tmp_path):
    (tmp_path / "dialogs").mkdir()
    (tmp_path / "texts" / "en").mkdir(parents=True)
    (tmp_path / "dialogs" / "breathing.yaml").write_text(
        "dialog: breathing\nmeeting: skip\nsteps:\n  - {say: in_and_out}\n  - {end: over}\n"
    )
    (tmp_path / "texts" / "en" / "own.ftl").write_text(
        "breathing-in_and_out = In, and out.\ndaily_checkin-recap = So:\n    .done = Fine\n"
    )

    book = playbook.load(tmp_path)

    assert book.player("breathing").dialog.meeting == "skip"
    assert book.texts.say("en", "daily_checkin-recap") == "So:"
    assert set(book.players) >= {"breathing", *DIALOGS}


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
    (tmp_path / "texts" / "en").mkdir(parents=True)
    (tmp_path / "dialogs" / "drive.yaml").write_text("""
dialog: drive
meeting: skip
steps:
  - {ask: home, answer: yes_no, records: home, safety: true, silence: 10m, flags: [{equals: no}]}
  - {end: over}
""")
    (tmp_path / "texts" / "en" / "own.ftl").write_text("drive-home = Home?\n    .short = Home\n")

    with pytest.raises(ContentProblems) as caught:
        playbook.load(tmp_path)

    assert [str(problem) for problem in caught.value.problems] == [
        f"drive.yaml:5: {what} at home would page nobody"
        for what in ("declined", "expired", "no", "skipped")
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


def spoken(texts):
    """Return every text of every language with placeholders filled in."""
    for language in texts.languages:
        for key, variables in texts.variables(language).items():
            if not key.startswith("words-"):
                yield key, texts.say(language, key, **dict.fromkeys(variables, 2))


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade (Kincaid et al. 1975), with syllables estimated."""
    words = re.findall(r"[A-Za-z]+", text)
    sentences = max(1, len(re.findall(r"[.!?:]+", text)))
    syllables = sum(map(syllables_in, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def syllables_in(word: str) -> int:
    groups = re.findall(r"[aeiouy]+", word.lower())
    silent = word.lower().endswith("e") and not word.lower().endswith("le") and len(groups) > 1
    return max(1, len(groups) - silent)

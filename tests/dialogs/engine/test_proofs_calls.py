"""Proofs between dialogs: whatever one runs or asks for later is there and can begin."""

import pytest

from dialogs.engine import proofs
from dialogs.engine.definition import Dialog, unfold
from dialogs.engine.diagram import mermaid
from dialogs.engine.sources import Source
from dialogs.files import fit, parse_yaml

END = "  - {end: e}\n"


def source_of(name, steps, head=""):
    text = f"dialog: {name}\nmeeting: queue\n{head}steps:\n{steps}{END}"
    document = parse_yaml(text, f"{name}.yaml")
    dialog = fit(document, Dialog, unfold)
    lines = {step.name: document.line("steps", at) for at, step in enumerate(dialog.steps)}
    return Source(dialog, document.file, lines)


@pytest.fixture
def found(write_texts):
    """Check dialogs against each other; texts are another matter."""
    texts = write_texts("")

    def check(*sources):
        files = {source.file for source in sources}
        problems = (p for p in proofs.check(sources, texts) if p.file in files)
        return [str(p) for p in problems if "missing in" not in p.sentence]

    return check


HUMMING = source_of("humming", "  - {say: s}\n")
NAMED = source_of("named", "  - {say: s}\n", "given: [client]\n")


@pytest.mark.parametrize(
    ("steps", "problem"),
    [
        pytest.param("  - {call: humming}\n", None, id="called-as-it-is"),
        pytest.param("  - {call: calm, dialog: humming}\n", None, id="called-otherwise"),
        pytest.param(
            "  - {call: calm, dialog: painting}\n",
            "d.yaml:4: there is no dialog painting to call",
            id="unknown",
        ),
        pytest.param(
            "  - {ask: q, answer: {pick: skills}}\n"
            "  - {call: c, of: q, among: [humming, painting]}\n",
            "d.yaml:5: there is no dialog painting to call",
            id="unknown-among",
        ),
        pytest.param(
            "  - {call: c, of: q, among: [humming]}\n",
            "d.yaml:4: q is no question whose answer could name a dialog",
            id="of-nothing",
        ),
        pytest.param(
            "  - {ask: q, answer: yes_no}\n  - {call: c, of: q, among: [humming]}\n",
            "d.yaml:5: q is no question whose answer could name a dialog",
            id="of-yes-or-no",
        ),
        pytest.param(
            "  - {ask: q, answer: {choice: [humming, none]}}\n"
            "  - {call: c, of: q, among: [humming]}\n",
            None,
            id="of-a-choice",
        ),
        pytest.param(
            "  - {ask: q, answer: {choice: [breathe, none]}}\n"
            "  - {call: c, of: q, among: [humming]}\n",
            "d.yaml:5: q can never be answered with humming",
            id="of-a-choice-that-cannot-name-it",
        ),
        pytest.param(
            "  - {call: named}\n",
            "d.yaml:4: named cannot be called here: it needs the facts client",
            id="lacking-a-fact",
        ),
        pytest.param("  - {follow_up: f, dialog: humming, after: [24h]}\n", None, id="follow-up"),
        pytest.param(
            "  - {follow_up: f, dialog: painting, after: [24h]}\n",
            "d.yaml:4: there is no dialog painting to follow up with",
            id="follow-up-unknown",
        ),
        pytest.param(
            "  - {follow_up: f, dialog: named, after: [24h]}\n",
            "d.yaml:4: named cannot be asked later: it needs the facts client",
            id="follow-up-lacking-a-fact",
        ),
        pytest.param(
            "  - {follow_up: f, dialog: d, after: [24h]}\n", None, id="follow-up-with-itself"
        ),
        pytest.param(
            "  - {ask: q, answer: yes_no, private: true, flags: [{equals: yes}]}\n"
            "  - {ask: safe, answer: yes_no, records: safe, safety: true, silence: 10m,"
            " flags: [{equals: no}]}\n",
            "d.yaml:4: q is private: nobody could be told of a red flag there",
            id="private-and-a-red-flag",
        ),
    ],
)
def test_what_one_dialog_asks_of_another(found, steps, problem):
    problems = found(source_of("d", steps), HUMMING, NAMED)

    assert problems == ([problem] if problem else [])


def test_a_fact_of_the_caller_is_enough(found):
    caller = source_of("d", "  - {call: named}\n", "given: [client]\n")

    assert found(caller, NAMED) == []


@pytest.mark.parametrize(
    ("calls", "problems"),
    [
        pytest.param({"a": "a"}, ["a.yaml: a calls itself in the end (a → a)"], id="itself"),
        pytest.param(
            {"a": "b", "b": "a", "c": "a"},
            [
                "a.yaml: a calls itself in the end (a → b → a)",
                "b.yaml: b calls itself in the end (b → a → b)",
            ],
            id="one-another",
        ),
        pytest.param({"a": "b", "b": "c", "c": "humming"}, [], id="three-deep"),
        pytest.param(
            {"a": "b", "b": "c", "c": "f", "f": "humming"},
            ["a.yaml: calls lie too deep in one another (a → b → c → f → humming)"],
            id="four-deep",
        ),
    ],
)
def test_calls_come_to_an_end(found, calls, problems):
    sources = [source_of(name, f"  - {{call: {called}}}\n") for name, called in calls.items()]

    assert found(*sources, HUMMING) == problems


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("  - {call: humming}\n", id="call"),
        pytest.param("  - {wait: humming, lasts: 15m}\n", id="wait"),
    ],
)
def test_nothing_comes_between_a_red_flag_and_its_safety_question(found, between):
    flagged = "  - {ask: q, answer: yes_no, flags: [{equals: yes}]}\n"
    safe = (
        "  - {ask: safe, answer: yes_no, records: safe, safety: true, silence: 10m,"
        " flags: [{equals: no}]}\n"
    )

    late = found(source_of("d", flagged + between + safe), HUMMING)
    early = found(source_of("d", flagged + safe + between), HUMMING)

    sentence = "q=yes is a red flag: ask the safety question before humming"
    assert late == [f"d.yaml:4: {sentence} (q = yes → humming)"]
    assert early == []


def test_a_red_flag_in_a_called_dialog_is_its_own_to_handle(found):
    """The safety question of the caller does not count for it."""
    child = source_of("child", "  - {ask: q, answer: yes_no, flags: [{equals: yes}]}\n")
    caller = source_of(
        "d",
        "  - {call: child}\n"
        "  - {ask: safe, answer: yes_no, records: safe, safety: true, silence: 10m,"
        " flags: [{equals: no}]}\n",
    )

    assert found(caller, child) == [
        "child.yaml:4: q=yes is a red flag, but no safety question follows it on every path"
        " (q = yes → end)"
    ]


def test_a_diagram_shows_calls_and_follow_ups():
    drawn = mermaid(
        source_of(
            "d",
            "  - {ask: q, answer: {pick: skills}}\n"
            "  - {call: c, of: q, among: [humming, grounding]}\n"
            "  - {follow_up: f, dialog: again, after: [24h, 72h]}\n",
        ).dialog
    )

    assert drawn.splitlines()[2:4] == [
        '    s_c[["c<br/>humming or grounding"]]',
        '    s_f>"f<br/>again, 24h, 72h later"]',
    ]

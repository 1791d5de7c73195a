"""Proofs: each mistake a dialog can hold is found, with its line; a sound one has none."""

import pytest

from dialogs.engine import proofs
from dialogs.engine.definition import Dialog, unfold
from dialogs.engine.diagram import mermaid
from dialogs.engine.sources import Source
from dialogs.files import fit, parse_yaml
from dialogs.texts import Texts

WORDS = """
d-a = A?
    .short = A
d-b = B?
    .short = B
d-safe = Safe?
    .short = Safe
d-s = Said.
d-r = Recap.
"""


SAFE = (
    "{ask: safe, answer: yes_no, records: safe, safety: true, silence: 10m, flags: [{equals: no}]}"
)


def source_of(steps: str, name: str = "d") -> Source:
    """Write a dialog; ``@safe`` is a safety question as it should be."""
    steps = steps.replace("@safe", SAFE)
    document = parse_yaml(f"dialog: {name}\nmeeting: queue\nsteps:\n{steps}", f"{name}.yaml")
    dialog = fit(document, Dialog, unfold)
    lines = {step.name: document.line("steps", at) for at, step in enumerate(dialog.steps)}
    return Source(dialog, document.file, lines)


@pytest.fixture
def found(write_texts):
    """Check one dialog; return its problems as lines, without those about unused texts."""

    def check(steps, words=WORDS):
        problems = proofs.check([source_of(steps)], write_texts(words))
        return [str(p) for p in problems if "nobody says" not in p.sentence]

    return check


def test_a_sound_dialog_has_no_problems(found):
    assert (
        found("""
  - ask: a
    answer: yes_no
    flags: [{equals: yes}]
    routes: [{when: {equals: yes}, to: safe}, {to: b}]
  - @safe
  - {ask: b, answer: yes_no}
  - {end: e}
""")
        == []
    )


@pytest.mark.parametrize(
    ("steps", "problem"),
    [
        pytest.param(
            "  - {ask: a, answer: yes_no}\n  - {ask: a, answer: yes_no}\n  - {end: e}",
            "d.yaml:5: 2 steps are called a",
            id="same-name",
        ),
        pytest.param(
            "  - {ask: a, answer: yes_no, next: z}\n  - {end: e}",
            "d.yaml:4: a leads to z, which does not exist (a → z)",
            id="unknown-step",
        ),
        pytest.param(
            "  - {say: s}\n  - {ask: a, answer: yes_no}",
            "d.yaml:5: nothing follows a; let the last step be an end (s → a)",
            id="no-end",
        ),
        pytest.param(
            "  - {say: s, next: e}\n  - {ask: a, answer: yes_no}\n  - {end: e}",
            "d.yaml:5: no road leads to a (s → end)",
            id="unreachable",
        ),
        pytest.param(
            "  - {ask: a, answer: yes_no}\n  - {ask: b, answer: yes_no, next: a}\n  - {end: e}",
            "d.yaml:4: a is on a circle: no path may come back (a → b → a)",
            id="circle",
        ),
        pytest.param(
            "  - {ask: a, answer: yes_no, routes: [{to: e}, {when: {equals: yes}, to: b}]}\n"
            "  - {ask: b, answer: yes_no}\n  - {end: e}",
            "d.yaml:4: a road out of a stands behind one for everybody",
            id="road-never-taken",
        ),
        pytest.param(
            "  - {ask: a, answer: yes_no, routes: [{when: {equals: yes}, to: e},"
            " {when: {equals: no}, to: e}]}\n  - {end: e}",
            "d.yaml:4: skipped at a leads nowhere (a skipped)",
            id="skip-leads-nowhere",
        ),
        pytest.param(
            "  - {ask: a, answer: {scale: {low: 0, high: 10}}, skip: false, decline: false,"
            " routes: [{when: {at_least: 6}, to: e}, {when: {at_most: 4}, to: e}]}\n  - {end: e}",
            "d.yaml:4: 5 at a leads nowhere (a = 5)",
            id="gap-in-a-scale",
        ),
        pytest.param(
            "  - {ask: b, answer: yes_no, next: a}\n"
            "  - {ask: a, answer: yes_no, routes: [{when: {answer: b, equals: yes}, to: e},"
            " {when: {equals: yes}, to: e}]}\n  - {end: e}",
            "d.yaml:5: no at a leads nowhere (b = no → a = no)",
            id="leads-nowhere-further-on",
        ),
        pytest.param(
            "  - {ask: a, answer: {scale: {low: 0, high: 10}}, brief: true,"
            " routes: [{when: {at_least: 6}, to: b}, {to: e}]}\n"
            "  - {branch: b, routes: [{when: {answer: a, at_most: 5}, to: safe}, {to: e}]}\n"
            "  - @safe\n  - {end: e}",
            "d.yaml:6: no answers ever lead to safe (a → b → safe)",
            id="no-answer-leads-there",
        ),
        pytest.param(
            "  - {ask: a, answer: {item: item_1},"
            " routes: [{when: {at_least: 6}, to: b}, {to: e}]}\n"
            "  - {ask: b, answer: yes_no}\n  - {end: e}",
            None,
            id="the-plan-may-ask-for-a-number",
        ),
        pytest.param(
            "  - {ask: a, answer: {number: {low: 0, high: 100}}, skip: false, decline: false,"
            " routes: [{when: {at_least: 50}, to: e}, {when: {at_most: 49}, to: e}]}\n  - {end: e}",
            None,
            id="numbers-without-gap",
        ),
        pytest.param(
            "  - {ask: a, answer: yes_no, routes: [{when: {equals: maybe}, to: e}, {to: e}]}\n"
            "  - {end: e}",
            "d.yaml:4: a can never be answered with maybe",
            id="impossible-answer",
        ),
        pytest.param(
            "  - {say: s, next: k}\n"
            "  - {branch: k, routes: [{when: {answer: s, equals: 1}, to: e}, {to: e}]}\n"
            "  - {end: e}",
            "d.yaml:5: a condition speaks of the answer to s, which is no question",
            id="answer-of-no-question",
        ),
        pytest.param(
            "  - {ask: a, answer: yes_no}\n  - {compute: c, function: sum, of: [a]}\n  - {end: e}",
            "d.yaml:5: a is no question that gives a number",
            id="sum-of-words",
        ),
        pytest.param(
            "  - {ask: safe, answer: yes_no, safety: true}\n  - {end: e}",
            "d.yaml:4: safe is a safety question: it needs silence, flags and records",
            id="safety-without-silence",
        ),
        pytest.param(
            "  - {ask: a, answer: yes_no, silence: 10m}\n  - {end: e}",
            "d.yaml:4: a counts silence, but is no safety question",
            id="silence-without-safety",
        ),
        pytest.param(
            "  - {call: x}\n  - {end: e}", "d.yaml:4: there is no dialog x to call", id="call"
        ),
        pytest.param(
            "  - {call: d}\n  - {end: e}", "d.yaml: d calls itself in the end (d → d)", id="itself"
        ),
        pytest.param(
            "  - {ask: q, answer: yes_no}\n  - {end: e}",
            "d.yaml:4: d-q is missing in en",
            id="text",
        ),
    ],
)
def test_a_mistake_is_found_with_its_line(found, steps, problem):
    problems = found(steps)

    assert problem in problems if problem else problems == []


@pytest.mark.parametrize(
    ("steps", "line", "flag", "way"),
    [
        pytest.param(
            "  - {ask: a, answer: yes_no, flags: [{equals: yes}]}\n  - {end: e}",
            4,
            "a=yes",
            "a = yes → end",
            id="none",
        ),
        pytest.param(
            "  - @safe\n  - {ask: a, answer: yes_no, flags: [{equals: yes}]}\n  - {end: e}",
            5,
            "a=yes",
            "safe → a = yes → end",
            id="only-before",
        ),
        pytest.param(
            "  - {ask: a, answer: {scale: {low: 0, high: 10}}, flags: [{at_least: 8}],"
            " routes: [{when: {at_least: 9}, to: safe}, {to: e}]}\n"
            "  - @safe\n  - {end: e}",
            4,
            "a=8",
            "a = 8 → end",
            id="one-off",
        ),
        pytest.param(
            "  - {ask: a, answer: yes_no, flags: [{equals: yes}]}\n"
            "  - {branch: k, routes: [{when: {fact: plan, present: true}, to: safe}, {to: e}]}\n"
            "  - @safe\n  - {end: e}",
            4,
            "a=yes",
            "a = yes → k: otherwise → end",
            id="only-with-a-plan",
        ),
        pytest.param(
            "  - {ask: a, answer: yes_no, flags: [{equals: yes}]}\n  - {ask: b, answer: yes_no}\n"
            "  - {branch: k, routes: [{when: {answer: b, equals: yes}, to: safe}, {to: e}]}\n"
            "  - @safe\n  - {end: e}",
            4,
            "a=yes",
            "a = yes → b = no → k: otherwise → end",
            id="only-after-another-yes",
        ),
        pytest.param(
            "  - {ask: b, answer: yes_no, routes: [{when: {equals: yes}, to: a}, {to: e}]}\n"
            "  - {ask: a, answer: {scale: {low: 0, high: 10}}, flags: [{at_least: 8}],"
            " routes: [{when: {at_least: 8}, to: c}, {to: safe}]}\n"
            "  - {ask: c, answer: {several: [p, q]}, next: e}\n"
            "  - @safe\n  - {end: e}",
            5,
            "a=10",
            "b = yes → a ≥ 8 → c → end",
            id="in-the-words-of-the-road",
        ),
        pytest.param(
            "  - {ask: a, answer: yes_no, brief: true, flags: [{equals: yes}]}\n"
            "  - {ask: b, answer: yes_no, skip: false, decline: false,"
            " routes: [{when: {present: true}, to: safe}, {to: e}]}\n"
            "  - @safe\n  - {end: e}",
            4,
            "a=yes",
            "short version → a = yes → b not asked → end",
            id="only-in-the-short-version",
        ),
    ],
)
def test_a_red_flag_without_a_safety_question_is_found(found, steps, line, flag, way):
    sentence = f"{flag} is a red flag, but no safety question follows it on every path"

    assert f"d.yaml:{line}: {sentence} ({way})" in found(steps)


def test_an_answer_is_remembered_for_a_fork_far_behind(found):
    assert (
        found("""
  - {ask: a, answer: yes_no, flags: [{equals: yes}]}
  - {ask: b, answer: yes_no}
  - {branch: k, routes: [{when: {answer: a, equals: yes}, to: safe}, {to: e}]}
  - @safe
  - {end: e}
""")
        == []
    )


def test_the_same_assumption_holds_on_a_whole_path(found):
    assert (
        found("""
  - {ask: a, answer: yes_no}
  - {branch: k, routes: [{when: {fact: plan, present: true}, to: b}, {to: m}]}
  - {ask: b, answer: yes_no, flags: [{equals: yes}], next: m}
  - {branch: m, routes: [{when: {fact: plan, present: true}, to: safe}, {to: e}]}
  - @safe
  - {end: e}
""")
        == []
    )


def test_texts_differ_between_languages(write_texts, tmp_path):
    """A clinic's words must be there in its own language; ours in all."""
    words = "x-one = { $name }\nx-two = Two", "x-one = { $nombre }\nx-three = Tres"
    theirs = write_texts(words[0], es=words[1])
    ours = Texts.load([tmp_path])

    found = [
        [str(p) for p in proofs.check([], texts) if " x-" in f" {p.sentence}"]
        for texts in (theirs, ours)
    ]

    wrong = [
        "es/written.ftl:1: x-one has other placeholders than in en",
        "es/written.ftl:2: x-three is missing in en",
    ]
    assert found == [wrong, ["en/written.ftl:2: x-two is missing in es", *wrong]]


def test_texts_nobody_says_or_that_ask_for_the_unknown(write_texts):
    steps = "  - {ask: a, answer: yes_no}\n  - {end: e}"
    words = "d-a = A, { $who }?\n    .short = A\n    .yess = Yes\nd-old = Old.\nbroken"

    problems = [str(p) for p in proofs.check([source_of(steps)], write_texts(words))]

    assert problems == [
        "en/written.ftl:1: d-a uses who, which is no fact and no question",
        "en/written.ftl:1: nobody says d-a.yess",
        "en/written.ftl:4: nobody says d-old",
        "en/written.ftl:5: this is not a Fluent text",
    ]


def test_texts_longer_than_a_message(write_texts):
    steps = "  - {say: s}\n  - {ask: a, answer: yes_no}\n  - {end: e}"
    words = f"d-s = {'x' * 2500}\nd-a = {'y' * 1700}\n    .short = A"

    problems = [str(p) for p in proofs.check([source_of(steps)], write_texts(words))]

    assert problems == ["d.yaml:4: s is 4207 units long in en"]


def test_labels_longer_than_a_button(write_texts):
    steps = "  - {ask: a, answer: {choice: [p, q]}}\n  - {end: e}"
    words = f"d-a = A?\n    .short = A\n    .p = {'x' * 61}\n    .q = Q"

    problems = [str(p) for p in proofs.check([source_of(steps)], write_texts(words))]

    assert problems == ["d.yaml:4: d-a.p is too long for a button in en"]


def test_two_dialogs_of_one_name(write_texts):
    steps = "  - {say: s}\n  - {end: e}"
    problems = proofs.check([source_of(steps), source_of(steps)], write_texts("d-s = S"))

    assert [p.sentence for p in problems] == ["there are 2 dialogs called d"]


def test_a_diagram_shows_forks_and_safety():
    drawn = mermaid(
        source_of("""
  - ask: a
    answer: {scale: {low: 0, high: 10}}
    routes: [{when: {at_least: 8}, to: safe}, {to: k}]
  - @safe
  - {branch: k, routes: [{when: {fact: plan, present: true}, to: w}, {to: e}]}
  - {wait: w, lasts: 15m}
  - {end: e}
""").dialog
    )

    assert drawn.splitlines() == [
        "flowchart TD",
        '    s_a["a<br/>scale"]',
        '    s_safe["safe<br/>yes_no"]',
        '    s_k{"k"}',
        '    s_w[/"w<br/>15m"/]',
        '    s_e(["e"])',
        "    s_a -->|≥ 8| s_safe",
        "    s_a --> s_k",
        "    s_safe --> s_k",
        "    s_k -->|plan there| s_w",
        "    s_k --> s_e",
        "    s_w --> s_e",
        "    classDef safety stroke-width:4px",
        "    class s_safe safety",
    ]

"""Words: every rule has an example it finds and a counter-example it lets pass."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from dialogs.care.skeletons import is_slip, skeleton
from dialogs.care.warning_signs import Tier
from dialogs.care.word_rules import Category, Contexts, Severity, WordBook, WordRule
from dialogs.care.words import NOTHING, Action, screen, sign_of
from dialogs.files import read_model

NOW = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
WORDS = Path(__file__).parents[3] / "dialogs" / "content" / "words"
BOOKS = {path.stem: read_model(path, WordBook) for path in sorted(WORDS.glob("*.yaml"))}
RULES = [
    pytest.param(language, rule, id=rule.id)
    for language, book in BOOKS.items()
    for rule in book.rules
]
NO_CONTEXT = Contexts(negation=(), past=(), third_person=(), question=(), quotation=())


def hits(text: str, language: str) -> dict[str, tuple[str, ...]]:
    """Return the rules that match in one language's book, with their contexts."""
    found = screen(text, language, {language: BOOKS[language]})
    return {hit.rule: hit.context for hit in found.why}


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_a_rule_finds_its_example(language, rule):
    """And finds it plainly: not behind a negation or an idiom."""
    assert hits(rule.example, language).get(rule.id) == ()


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_a_rule_lets_its_counter_example_pass(language, rule):
    """A trap that looks alike and means nothing."""
    assert rule.id not in hits(rule.counter, language)


@pytest.mark.parametrize("language", BOOKS)
@pytest.mark.parametrize(
    "category",
    [Category.SUICIDE_SELFHARM, Category.OVERDOSE_MEDICAL, Category.VIOLENCE_ABUSE],
)
def test_every_language_knows_every_emergency(language, category):
    """Nobody is less safe for the language they write in."""
    found = {(rule.category, rule.severity) for rule in BOOKS[language].rules}

    assert (category, Severity.EMERGENCY) in found
    assert BOOKS[language].language == language


@pytest.mark.parametrize(
    ("text", "action"),
    [
        pytest.param("I am going to kill myself tonight", "alert", id="plain"),
        pytest.param("I am NOT going to kill myself tonight", "ask", id="negated"),
        pytest.param("ten years ago i cut my wrists", "ask", id="past"),
        pytest.param("a song called suicide is painless", "ask", id="quotation"),
        pytest.param(
            "I don't know what to do. I'm going to kill myself", "alert", id="next-clause"
        ),
        pytest.param(
            "I never felt this bad, I am going to kill myself", "alert", id="other-clause"
        ),
        pytest.param("not breathing", "alert", id="not-a-negation"),
        pytest.param("he won't wake up", "alert", id="will-not-wake"),
        pytest.param("no idea, narcan isn't working", "alert", id="nothing-works"),
        pytest.param(
            "don't try to talk me out of it, I'm going to hang myself", "alert", id="do-not"
        ),
        pytest.param("I have not relapsed", "none", id="negated-lapse-is-nothing"),
        pytest.param("I relapsed", "ask", id="lapse"),
        pytest.param("no cravings, strong week", "none", id="negated-craving-is-nothing"),
        pytest.param("dying for a cigarette", "none", id="idiom"),
        pytest.param("we killed time at the mall", "none", id="kill-time"),
        pytest.param("my phone died", "none", id="phone"),
        pytest.param("", "none", id="nothing"),
        pytest.param("\ud800\x00 7 👍🏽", "none", id="no-words"),
    ],
)
def test_context_lowers_but_never_silences(text, action):
    """For suicide, overdose and violence an alert becomes a question, not nothing."""
    assert screen(text, "en", BOOKS).action == action


@pytest.mark.parametrize(
    "text",
    [
        "kill mysеlf tonight",  # noqa: RUF001  a Cyrillic letter is the point
        "KILL MYSELF TONIGHT!!!",
        "kill my\u200bself tonight",
        "k1ll mys3lf tonight",
        "kiiiill myself tonight",
        "k i l l myself tonight",
        "ｋｉｌｌ myself tonight",  # noqa: RUF001  full width is the point
        "kms tonight",
        "unalive myself tonight",
    ],
)
def test_disguises(text):
    """How it is typed changes nothing about what it says (T13)."""
    assert screen(text, "en", BOOKS).action == Action.ALERT


DECORATIONS = st.sampled_from(
    ["\u200b", "\u200d", "\u2060", "\u00ad", "\u0301", "\u202e", "\ufe0f"]
)


@settings(max_examples=300, deadline=None)
@given(data=st.data(), word=st.sampled_from(["suicide", "overdose", "суицид", "сайт"]))
def test_decorations_change_nothing(data, word):
    """Invisible characters and case are not a way around the net."""
    decorated = "".join(
        data.draw(st.sampled_from([letter, letter.upper()])) + data.draw(st.just("") | DECORATIONS)
        for letter in word
    )

    assert skeleton(decorated).replace("й", "и") == word.replace("й", "и")


@pytest.mark.parametrize(
    ("typed", "bones"),
    [
        pytest.param("Don’t", "dont", id="apostrophe"),  # noqa: RUF001  as phones write it
        pytest.param("está niño", "esta nino", id="latin-accents"),
        pytest.param("Ещё, ёлка", "еще . елка", id="yo"),
        pytest.param("он сказал, что убьёт", "он сказал что убьет", id="that-ends-no-clause"),
        pytest.param("one\ntwo; three", "one . two . three", id="clauses"),
        pytest.param("30mg at 8am", "30mg at 8am", id="numbers-stay"),
        pytest.param("soooo good", "so good", id="drawn-out"),
        pytest.param("k.i.l.l", "kill", id="dotted"),
        pytest.param("a b c", "a b c", id="three-letters-are-words"),
    ],
)
def test_skeletons(typed, bones):
    """One plain shape, with marks only where clauses end."""
    assert skeleton(typed) == bones


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        pytest.param("suicde", True, id="a-letter-missing"),
        pytest.param("suiciide", True, id="a-letter-twice"),
        pytest.param("suixide", True, id="a-letter-wrong"),
        pytest.param("suicdie", True, id="two-swapped"),
        pytest.param("suicide", False, id="right"),
        pytest.param("suixxde", False, id="two-wrong"),
        pytest.param("xuicide", False, id="another-beginning"),
        pytest.param("edicius", False, id="backwards"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_slips(typed, slip):
    """One slip of a finger, and no more."""
    assert is_slip(typed, "suicide") is slip


def test_people_mix_languages():
    """The last words before an emergency are often in the first language."""
    found = screen("I am fine, pero no respira y tiene los labios morados", "en", BOOKS)

    assert found.action == Action.ALERT
    assert screen("хочу умереть", "xx", BOOKS).action == Action.ASK


def test_nothing_is_nothing():
    """Ordinary chat gives no label at all."""
    assert screen("did yoga, mood 7, see you at group", "en", BOOKS) == NOTHING


def test_an_alert_becomes_a_sign_with_its_words():
    """Whoever is paged sees which words, and that it rests on safety."""
    sign = sign_of(screen("I am going to kill myself tonight", "en", BOOKS), NOW)

    assert sign is not None
    assert (sign.sign, sign.tier, sign.safety) == ("words_suicide_selfharm", Tier.NOW, True)
    assert sign.why[0].args["words"] == "going to kill myself"
    assert not sign.staff_only


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("my ex is outside with a knife", id="violence"),
        pytest.param("he is choking me, I took a bottle of pills", id="violence-and-more"),
        pytest.param("he beats me so I took a bottle of pills", id="an-urgent-word-of-it"),
    ],
)
def test_words_about_violence_stay_among_counselors(text):
    """Sponsor and family may be the ones who hit."""
    sign = sign_of(screen(text, "en", BOOKS), NOW)

    assert sign is not None
    assert sign.staff_only


@pytest.mark.parametrize("text", ["I relapsed", "no suicide", "hello"])
def test_a_question_is_no_sign(text):
    """The person is asked first; only an alert pages."""
    assert sign_of(screen(text, "en", BOOKS), NOW) is None


HOSTILE = [
    "a " * 2048, "my " * 1365, "he is " * 700, "took " * 800, "off . " * 700, "shaking off " * 300,
    "in the my " * 400, "x" * 4096, ". " * 2048, "я не " * 800, "sin no " * 600,
    "going to " * 450, "1" * 4096, "ё" * 4096, "k i l l " * 500, "@$" * 2048,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_message_takes_long(text):
    """A crafted message must not hold up everybody else: 4,096 characters in half a second."""
    screen("warm up", "en", BOOKS)
    begun = time.process_time()

    screen(text, "en", BOOKS)

    assert time.process_time() - begun < 0.5


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text):
    """Nothing that can be typed raises."""
    assert screen(text, "en", BOOKS).action in Action


@pytest.mark.parametrize(
    ("patterns", "problem"),
    [
        pytest.param(("(",), "not a pattern", id="broken"),
        pytest.param(("<nowhere> x",), "no part called", id="unknown-part"),
    ],
)
def test_a_broken_book_says_where(patterns, problem):
    """A clinician who edits a rule finds the mistake by its id."""
    rule = WordRule(id="en-x", category=Category.LAPSE, severity=Severity.WATCH, reason="r",
                    patterns=patterns, example="e", counter="c")  # fmt: skip

    with pytest.raises(ValidationError, match=f"en-x: {problem}"):
        WordBook(language="en", idioms=(), breaks=(), contexts=NO_CONTEXT, rules=(rule,))


def test_a_rule_is_written_once():
    """Two rules of one id would hide each other in the figures."""
    rule = WordRule(id="en-x", category=Category.LAPSE, severity=Severity.WATCH, reason="r",
                    patterns=("x",), example="e", counter="c")  # fmt: skip

    with pytest.raises(ValidationError, match="written twice"):
        WordBook(language="en", idioms=(), breaks=(), contexts=NO_CONTEXT, rules=(rule, rule))

"""Words: every rule has an example it finds and a counter-example it lets pass."""

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.care import word_files
from dialogs.care.skeletons import is_slip, skeleton
from dialogs.care.warning_signs import Tier
from dialogs.care.word_rules import Category, Chapter, Contexts, Language, Severity, WordRule, bind
from dialogs.care.words import NOTHING, Action, Nearby, screen, sign_of, together

NOW = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
BOOKS = word_files.read([word_files.OURS])[0]
RULES = [
    pytest.param(language, rule, id=rule.id)
    for language, book in BOOKS.items()
    for rule in book.rules.values()
]
NO_CONTEXT = Contexts(negation=(), past=(), third_person=(), question=(), quotation=())
EMPTY = Language(language="en", contexts=NO_CONTEXT)


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
    found = {(rule.category, rule.severity) for rule in BOOKS[language].rules.values()}

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
        pytest.param("Ещё, ёлка", "еще , елка", id="yo-and-a-comma"),
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
    assert sign.why[0].args["words"] == "I am going to kill myself"
    assert sign.why[0].args["rule"] == "en-suicide-intent"
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
    """A crafted message must not hold up everybody else: 4,096 characters in 50 ms."""
    screen("warm up", "en", BOOKS)
    begun = time.process_time()

    screen(text, "en", BOOKS)

    assert time.process_time() - begun < 0.05


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text):
    """Nothing that can be typed raises."""
    assert screen(text, "en", BOOKS).action in Action


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        pytest.param("<nowhere> x", "no part called nowhere", id="unknown-part"),
        pytest.param("a ?b", "must begin and end", id="nothing-but-an-option-at-the-end"),
        pytest.param("x & ?b", "must begin and end", id="an-option-alone"),
        pytest.param("so x_so", "one word, or none", id="a-phrase-of-fillers"),
        pytest.param("so", "must begin and end", id="fillers-alone"),
    ],
)
def test_a_broken_rule_says_where(lines, problem):
    """A clinician who edits a rule finds the mistake by its id."""
    rule = rule_of(lines)
    language = EMPTY.model_copy(update={"fillers": frozenset({"so"})})

    with pytest.raises(ValueError, match=f"en-x: .*{problem}"):
        bind(language, [Chapter(rules=(rule,))])


@pytest.mark.parametrize(
    ("chapters", "problem"),
    [
        pytest.param([{"rules": "rule"}, {"rules": "rule"}], "rule en-x", id="a-rule"),
        pytest.param([{"parts": {"p": "x"}}, {"parts": {"p": "y"}}], "part p", id="a-part"),
    ],
)
def test_nothing_is_written_twice(chapters, problem):
    """Two rules of one id would hide each other in the figures."""
    pages = [
        Chapter(parts=page.get("parts", {}), rules=(rule_of("x"),) if "rules" in page else ())
        for page in chapters
    ]

    with pytest.raises(ValueError, match=f"{problem} is written twice"):
        bind(EMPTY, pages)


def rule_of(lines: str) -> WordRule:
    """Make a rule of these patterns."""
    return WordRule(id="en-x", category=Category.LAPSE, severity=Severity.URGENT, reason="r",
                    patterns=tuple(lines.splitlines()), example="e", counter="c")  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        pytest.param("took pills", "I took pills", "took pills", id="in-a-row"),
        pytest.param("took pills", "I took so pills", "took so pills", id="over-fillers"),
        pytest.param("took pills", "I took the pills", None, id="not-over-words"),
        pytest.param(
            "took .. pills", "I took it up and pills", "took it up and pills", id="gap-of-3"
        ),
        pytest.param("took .. pills", "I took it up and on pills", None, id="gap-of-4"),
        pytest.param("took ..1 pills", "I took it up pills", None, id="shorter-gap"),
        pytest.param("took .. pills", "I took not pills", None, id="no-gap-over-a-negation"),
        pytest.param("took .. pills", "I took it, pills", None, id="no-gap-over-a-clause"),
        pytest.param("took .. pills", "I took it but pills", None, id="no-gap-over-a-break"),
        pytest.param("took ?all pills", "I took pills", "took pills", id="without-the-option"),
        pytest.param("took ?all pills", "took ALL pills!", "took ALL pills", id="with-it"),
        pytest.param("took|ate pill*", "she ate pillows", "ate pillows", id="either-and-stem"),
        pytest.param("took_all pills", "took all pills", "took all pills", id="phrase"),
        pytest.param("took & pills", "pills, many, took", "pills, many, took", id="any-order"),
        pytest.param("took & pills", "pills. I took it", None, id="not-over-a-sentence"),
        pytest.param("took & pills", "took" + " it" * 10 + " pills", None, id="too-far-apart"),
        pytest.param("took + pills", "pills. I took it", "pills … took", id="anywhere"),
        pytest.param("took - pills", "I took it", "took", id="without"),
        pytest.param("took - pills", "I took it. pills", None, id="with-what-must-not-be"),
        pytest.param("took #n", "I took 7", "took 7", id="a-number"),
        pytest.param("took #nn", "I took 7", None, id="one-digit"),
        pytest.param("in #year", "in 2018!", "in 2018", id="a-year"),
        pytest.param("<p> x", "b x", "b x", id="a-part"),
        pytest.param("took", "t o o k took", "took", id="any-of-them"),
    ],
)
def test_patterns(pattern, text, found):
    """What stands in docs/words.md, line by line."""
    language = EMPTY.model_copy(
        update={
            "fillers": frozenset({"so"}),
            "breaks": frozenset({"but"}),
            "negators": frozenset({"not"}),
            "parts": {"p": "a b"},
        }
    )
    book = bind(language, [Chapter(rules=(rule_of(pattern),))])

    why = screen(text, "en", {"en": book}).why

    assert [hit.span for hit in why] == ([found] if found else [])


@pytest.mark.parametrize(
    ("text", "context", "passed"),
    [
        pytest.param("I will not hang myself", ["negation"], [], id="applied"),
        pytest.param(
            "I did not sleep. I will hang myself tonight",
            [],
            [("negation", "elsewhere")],
            id="in-another-sentence",
        ),
        pytest.param("he will not wake up", [], [], id="a-negation-in-the-words-is-none"),
        pytest.param(
            "my uncle is not breathing", [], [("third_person", "holds")], id="the-rule-holds"
        ),
        pytest.param(
            "years ago I tried to hang myself", ["past"], [], id="the-past-in-its-sentence"
        ),
        pytest.param("I want to hang myself lol", ["joke"], [], id="anywhere-in-the-message"),
    ],
)
def test_context_is_shown_whether_it_counts_or_not(text, context, passed):
    """Whoever reads an alert sees what was considered, and why it was not applied."""
    first = screen(text, "en", {"en": BOOKS["en"]}).why[0]

    assert list(first.context) == context
    assert [(one.context, one.because) for one in first.passed] == passed


@pytest.mark.parametrize("severity", Severity)
@pytest.mark.parametrize("category", Category)
def test_context_lowers_an_emergency_to_a_question(category, severity):
    """Never to nothing, of whatever kind; for suicide, overdose and violence nothing urgent is."""
    rule = rule_of("x").model_copy(update={"category": category, "severity": severity})
    contexts = NO_CONTEXT.model_copy(update={"negation": ("not",)})
    book = bind(EMPTY.model_copy(update={"contexts": contexts}), [Chapter(rules=(rule,))])
    grave = category in {"suicide_selfharm", "overdose_medical", "violence_abuse"}
    asked = severity == "emergency" or (severity == "urgent" and grave)

    assert screen("not x", "en", {"en": book}).action == ("ask" if asked else "none")


NEAR_HOME = Nearby(Category.HOPELESS, ("I feel like nothing",))


@pytest.mark.parametrize(
    ("text", "action", "rule"),
    [
        pytest.param("grey skies all round", "ask", "nearness", id="raises-nothing-to-a-question"),
        pytest.param("kill myself tonight", "alert", "en-suicide-intent", id="changes-no-alert"),
        pytest.param("I relapsed", "ask", "en-lapse", id="changes-no-question"),
    ],
)
def test_nearness_only_raises(text, action, rule):
    """What a model only finds near makes a question of nothing, and shows what it took it for."""
    found = screen(text, "en", BOOKS, lambda _: NEAR_HOME)

    assert found.action == action
    assert found.why[0].rule == rule


@pytest.mark.parametrize(
    ("text", "action", "severity", "tier"),
    [
        pytest.param("grey skies all round", "ask", "urgent", None, id="nothing-is-asked-about"),
        pytest.param("I relapsed", "alert", "urgent", Tier.TODAY, id="a-question-is-told-as-well"),
        pytest.param(
            "I don't want to kill myself", "ask", "urgent", None, id="not-what-context-lessens"
        ),
        pytest.param(
            "kill myself tonight", "alert", "emergency", Tier.NOW, id="an-alert-stays-as-loud"
        ),
    ],
)
def test_what_is_dire_is_told_for_the_day(text, action, severity, tier):
    """Where a rule asks and nothing lessens its words; a page at once is left to the rules."""
    dire = replace(NEAR_HOME, dire=True)

    found = screen(text, "en", BOOKS, lambda _: dire)

    sign = sign_of(found, NOW)
    assert (found.action, found.severity) == (action, severity)
    assert (sign and sign.tier) == tier


def test_nearness_shows_its_nearest_examples():
    """What a model says is only as good as what it can show for it."""
    found = screen("grey skies all round", "en", BOOKS, lambda _: NEAR_HOME)

    assert found.labels == (Category.HOPELESS,)
    assert found.why[0].span == "I feel like nothing"


def test_nearness_may_find_nothing():
    """Most of what is written is near to nothing grave."""
    assert screen("grey skies all round", "en", BOOKS, lambda _: None) == NOTHING


@pytest.mark.parametrize(
    ("earlier", "newest", "action", "rule"),
    [
        pytest.param((), "myself tonight", "none", None, id="nothing-before"),
        pytest.param(
            ("I am going to", "hang"),
            "myself tonight",
            "alert",
            "en-suicide-intent",
            id="in-pieces",
        ),
        pytest.param(("I relapsed",), "see you at group", "none", None, id="what-was-known-before"),
        pytest.param(("hello",), "I relapsed", "ask", "en-lapse", id="in-the-newest-alone"),
        pytest.param(
            ("I relapsed",), "kill myself tonight", "alert", "en-suicide-intent", id="graver-alone"
        ),
    ],
)
def test_the_last_messages_are_read_together(earlier, newest, action, rule):
    """Chat comes in pieces; what was heard before is not heard again."""
    found = together(lambda text: screen(text, "en", BOOKS), earlier, newest)

    assert found.action == action
    assert [hit.rule for hit in found.why][:1] == ([rule] if rule else [])


@pytest.mark.parametrize("language", BOOKS)
def test_every_rule_says_why_it_is_there(language):
    """A reason, an example and a counter-example, in the language of its book."""
    for rule in BOOKS[language].rules.values():
        assert rule.id.startswith(f"{language}-")
        assert rule.reason
        assert rule.example != rule.counter

"""The catalogue: small goals for every part of life, in words that hurt nobody."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from dialogs import files, playbook
from dialogs.care.catalogue import (
    LONGEST_QUESTION,
    LONGEST_STEP,
    LONGEST_TITLE,
    Catalogue,
    Entry,
    Unit,
    retitled,
)
from dialogs.care.plan import (
    Domain,
    Goal,
    GoalStatus,
    Measure,
    MeasureKind,
    ModalityKind,
    Phase,
    Wellbeing,
)
from dialogs.care.words import screen
from dialogs.errors import ContentProblems
from dialogs.playbook import CONTENT
from dialogs.texts import Texts

LANGUAGES = ("en", "es", "ru")
PARTS = (("", LONGEST_TITLE), (".question", LONGEST_QUESTION), (".step", LONGEST_STEP))
PRESSURE = {
    "en": r"should|must|have to|ought|failure|clean|addict\w*|never|always",
    "es": r"debes|deberías|tienes que|hay que hacer|nunca|siempre|fracas\w*|adict\w*",
    "ru": r"должен|должна|должны|обязан\w*|никогда|всегда|провал\w*|зависим\w*",
}
UNSAFE = (
    r"weigh\w*|diet\w*|calor\w*|fasting|doses?|mg|pounds?|kilos?|buy|quit|cold turkey"
    r"|stop drinking|stop using|give up|sober|detox"
)
"""What a goal for everybody leaves alone: weight and diets, doses, money, stopping by oneself."""

PROBLEMS = [
    pytest.param(
        "key: list_triggers", "key: name_urge", "name_urge is there 2 times", id="double-key"
    ),
    pytest.param(
        "next: ride_urge",
        "next: stroll",
        "next of name_urge is stroll, which is no goal of use",
        id="unknown-next",
    ),
    pytest.param(
        "next: ride_urge",
        "next: walk_ten",
        "next of name_urge is walk_ten, which is no goal of use",
        id="next-elsewhere",
    ),
    pytest.param(
        "next: brush_twice",
        "next: brush_teeth",
        "the chain of brush_teeth comes back to it at brush_teeth",
        id="next-is-itself",
    ),
    pytest.param(
        "    next: walk_twenty",
        "    next: move_a_little",
        "the chain of move_a_little comes back to it at walk_ten",
        id="turns-back",
    ),
    pytest.param(
        "{kind: date, weeks: 2}",
        "{kind: date, target: 1, unit: days, weeks: 2}",
        "every measure has a target and a unit, but a date has neither",
        id="a-date-counts-nothing",
    ),
    pytest.param(
        "{kind: number, target: 5, unit: things, weeks: 2}",
        "{kind: number, target: 5, weeks: 2}",
        "every measure has a target and a unit, but a date has neither",
        id="a-number-of-what",
    ),
    pytest.param(
        "{kind: yes_no, target: 2, unit: days, weeks: 2}",
        "{kind: yes_no, target: 8, unit: days, weeks: 2}",
        "a yes or no counts days of a week: unit days, target 1 to 7",
        id="a-week-of-eight-days",
    ),
    pytest.param(
        "{kind: yes_no, target: 2, unit: days, weeks: 2}",
        "{kind: yes_no, target: 2, unit: times, weeks: 2}",
        "a yes or no counts days of a week: unit days, target 1 to 7",
        id="a-yes-is-a-day",
    ),
    pytest.param("weeks: 3}", "weeks: 5}", "less than or equal to 4", id="too-long"),
    pytest.param("unit: minutes", "unit: ounces", "Input should be 'days'", id="unknown-unit"),
    pytest.param("modality: mat", "modality: yoga", "Input should be 'cbt'", id="unknown-modality"),
    pytest.param("wellbeing: social", "wellbeing: fun", "Input should be", id="unknown-wellbeing"),
    pytest.param("key: walk_ten", "key: Walk Ten", "should match pattern", id="no-key"),
    pytest.param(
        "wellbeing: social", "mood: social", "there is no such key here", id="unknown-field"
    ),
]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return files.read_model(CONTENT / "catalogue.yaml", Catalogue)


@pytest.fixture(scope="module")
def written() -> str:
    return (CONTENT / "catalogue.yaml").read_text(encoding="utf-8")


def words(catalogue: Catalogue, texts: Texts, language: str) -> Iterator[tuple[str, str]]:
    """Yield the key and the words of every text of every goal."""
    for _, entry in catalogue.entries():
        for part, _ in PARTS:
            yield f"{entry.text}{part}", say(texts, language, entry, part)


def say(texts: Texts, language: str, entry: Entry, part: str = "") -> str:
    """Word a text of a goal; its title says how much it aims for."""
    worded = partial(texts.say, language)
    return worded(f"{entry.text}{part}") if part else entry.title(worded)


@pytest.mark.parametrize("domain", Domain)
def test_every_domain_has_something_to_pick_from(catalogue, domain):
    assert len(catalogue.of(domain)) >= 8


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("domain", Domain)
def test_every_phase_has_a_choice(catalogue, domain, phase):
    """Also in detox there is something small in each part of life."""
    offered = catalogue.of(domain, phase)

    assert len(offered) >= 3
    assert set(offered) <= set(catalogue.of(domain))


def test_nothing_that_a_plan_can_be_about_is_left_out(catalogue):
    entries = [entry for _, entry in catalogue.entries()]

    assert {entry.measure.kind for entry in entries} == set(MeasureKind)
    assert {entry.wellbeing for entry in entries} == set(Wellbeing)
    assert {entry.modality for entry in entries} == {None, *ModalityKind}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_goal_has_its_three_texts(catalogue, texts, language):
    found = [
        (f"{entry.text}{part}", len(say(texts, language, entry, part)), longest)
        for _, entry in catalogue.entries()
        for part, longest in PARTS
    ]

    assert [one for one in found if not 0 < one[1] <= one[2]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_says_its_target(catalogue, texts, language):
    """What is counted is also what was picked."""
    titles = [
        (entry.measure.target, say(texts, language, entry))
        for _, entry in catalogue.entries()
        if entry.measure.target not in {None, 1}
    ]

    assert [one for one in titles if str(one[0]) not in re.findall(r"\d+", one[1])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_fits_into_a_sentence_and_a_question_asks(catalogue, texts, language):
    """The morning says "A small step from your plan: { $small_step }. Is that one for today?"."""
    for key, said in words(catalogue, texts, language):
        if key.endswith(".step"):
            assert said[0].islower(), said
            assert not said.endswith("."), said
        elif key.endswith(".question"):
            assert said.endswith("?"), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_goals_read_the_same(catalogue, texts, language):
    titles = [say(texts, language, entry) for _, entry in catalogue.entries()]
    questions = [texts.say(language, f"{entry.text}.question") for _, entry in catalogue.entries()]

    assert len(set(titles)) == len(titles)
    assert len(set(questions)) == len(questions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_presses(catalogue, texts, language):
    pressing = re.compile(rf"\b({PRESSURE[language]})\b", re.IGNORECASE)

    said = words(catalogue, texts, language)

    assert [(key, found[0]) for key, one in said if (found := pressing.search(one))] == []


def test_nothing_is_unsafe_for_anybody(catalogue, texts):
    """The goal about changing one's use says the opposite: ask the team first."""
    unsafe = re.compile(rf"\b({UNSAFE})\b", re.IGNORECASE)

    said = words(catalogue, texts, "en")

    assert [(key, found[0]) for key, one in said if (found := unsafe.search(one))] == []
    step = texts.say("en", "catalogue-safe_change.step")
    assert "please do not stop alcohol or calming pills alone" in step


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_goal_sounds_like_a_call_for_help(catalogue, texts, books, language):
    """Somebody may type a goal instead of tapping it, and nobody is alarmed by that."""
    said = words(catalogue, texts, language)

    assert [key for key, one in said if screen(one, language, books).why] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_a_goal_is_sorted_by_has_a_name(texts, language):
    for kind, names in (("domain", Domain), ("wellbeing", Wellbeing), ("modality", ModalityKind)):
        for name in names:
            assert texts.say(language, f"{kind}-{name}")
    for modality in ModalityKind:
        assert texts.say(language, f"modality-{modality}.about").count(".") == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "2 people"), ("es", "2 personas"), ("ru", "2 человека")],
)
def test_a_unit_goes_with_a_number(texts, language, said):
    assert texts.say(language, f"unit-{Unit.PEOPLE}", n=2) == said
    assert all(texts.say(language, f"unit-{unit}", n=1) for unit in Unit)
    assert all(texts.has(language, f"unit-{unit}.word") for unit in Unit if unit != Unit.HOURS)


def test_each_goal_leads_to_a_larger_one(catalogue):
    """A chain ends, and what comes next has more time or asks for more."""
    for domain, entry in catalogue.entries():
        larger = catalogue.after(entry.key)
        if larger is None:
            continue
        assert larger in catalogue.of(domain)
        assert larger.measure.weeks >= entry.measure.weeks
        assert catalogue.entry(larger.key) is larger


@pytest.mark.parametrize(
    ("title", "entry", "target", "becomes"),
    [
        pytest.param(
            "Put a number on my urge on 3 days a week", "name_urge", 1,
            "Put a number on my urge on 1 day a week", id="one-day",
        ),
        pytest.param(
            "Ponerles un número a mis ganas 3 días a la semana", "name_urge", 1,
            "Ponerles un número a mis ganas 1 día a la semana", id="un-dia",
        ),
        pytest.param(
            "Оценивать тягу числом 3 дня в неделю", "name_urge", 5,
            "Оценивать тягу числом 5 дней в неделю", id="five-in-russian",
        ),
        pytest.param(
            "Write my urge down 3 times", "name_urge", 1, "Write my urge down 3 times",
            id="words-of-ones-own",
        ),
        pytest.param("Run 3 times", None, 1, "Run 3 times", id="a-goal-of-ones-own"),
        pytest.param("Run 3 times", "no_longer_there", 1, "Run 3 times", id="entry-is-gone"),
    ],
)  # fmt: skip
def test_a_title_says_another_target(catalogue, texts, title, entry, target, becomes):
    """In the language in which it was picked, with the right form of the word; own words stay."""
    measure = Measure(MeasureKind.YES_NO, "?", 3)
    goal = Goal("g", title, measure, GoalStatus.ACTIVE, entry=entry)

    assert retitled(catalogue, texts, goal, target) == becomes


@pytest.mark.parametrize(
    ("language", "target", "said"),
    [("en", 1, "each week"), ("en", 2, "on 2 days a week"), ("ru", 2, "2 дня в неделю")],
)
def test_each_week_grows_into_days(catalogue, texts, language, target, said):
    title = catalogue.entry("weekly_meeting").title(partial(texts.say, language), target)

    assert said in title


def test_a_chain_is_followed_to_its_end(catalogue):
    assert catalogue.after("move_a_little") is catalogue.entry("walk_ten")
    assert catalogue.after("walk_ten") is catalogue.entry("walk_twenty")
    assert catalogue.after("walk_twenty") is None


def test_a_goal_that_is_gone_is_none(catalogue):
    """A plan may be older than the catalogue."""
    assert catalogue.entry("no_longer_there") is None
    assert catalogue.after("no_longer_there") is None


@pytest.mark.parametrize(("before", "after", "sentence"), PROBLEMS)
def test_a_bad_file_is_told_in_one_sentence(tmp_path, written, before, after, sentence):
    assert before in written
    path = tmp_path / "catalogue.yaml"
    path.write_text(written.replace(before, after, 1), encoding="utf-8")

    with pytest.raises(ContentProblems) as caught:
        files.read_model(path, Catalogue)

    told = [str(problem) for problem in caught.value.problems]
    assert any(one.startswith("catalogue.yaml:") and sentence in one for one in told)
    assert all("\n" not in one for one in told)


def test_a_domain_without_a_goal_is_refused(tmp_path, written):
    path = tmp_path / "catalogue.yaml"
    path.write_text(f"{written.partition('meaning:')[0]}meaning: []\n", encoding="utf-8")

    with pytest.raises(ContentProblems, match=r"^catalogue.yaml:\d+: meaning: .* at least 1 item"):
        files.read_model(path, Catalogue)


def test_a_domain_that_is_missing_is_refused(tmp_path, written):
    path = tmp_path / "catalogue.yaml"
    path.write_text(written.partition("meaning:")[0], encoding="utf-8")

    with pytest.raises(ContentProblems, match=r"^catalogue.yaml:\d+: meaning: this is missing$"):
        files.read_model(path, Catalogue)


def clinic(folder: Path, written: str, **said: str) -> Path:
    """Write a clinic's own folder: its catalogue with one goal more, and words in languages."""
    more = (
        "body:\n"
        "  - key: dance\n"
        "    measure: {kind: yes_no, target: 2, unit: days, weeks: 1}\n"
        "    wellbeing: physical\n"
    )
    (folder / "catalogue.yaml").write_text(written.replace("body:\n", more), encoding="utf-8")
    for language, words in said.items():
        (folder / "texts" / language).mkdir(parents=True)
        (folder / "texts" / language / "own.ftl").write_text(words, encoding="utf-8")
    return folder


def dance(title: str) -> str:
    return f"catalogue-dance = {title}\n    .question = Dance?\n    .step = dance\n"


def test_a_clinic_brings_its_own(tmp_path, written):
    own = dict.fromkeys(LANGUAGES, dance("Dance on 2 days a week"))

    book = playbook.load(clinic(tmp_path, written, **own))

    entry = book.catalogue.entry("dance")
    assert entry is not None
    assert book.catalogue.of(Domain.BODY)[0] is entry
    assert book.texts.say("ru", entry.text) == "Dance on 2 days a week"
    assert playbook.load().catalogue.entry("dance") is None


def test_words_that_a_clinic_has_not_translated_are_borrowed(tmp_path, written):
    """They are noted, and the goal is offered in the clinic's own language."""
    own = dict.fromkeys(LANGUAGES, dance("Dance on 2 days a week"))
    own["ru"] = "catalogue-dance = Танец\n    .question = Танец?\n"

    book = playbook.load(clinic(tmp_path, written, **own))

    assert book.texts.say("ru", "catalogue-dance.step") == "dance"
    assert any("ru lacks" in str(note) and "own.ftl" in str(note) for note in book.notes)


@pytest.mark.parametrize(
    ("russian", "problems"),
    [
        pytest.param(
            dance("ж" * 61),
            {"ru/own.ftl:1: catalogue-dance has 61 characters, and 60 fit"},
            id="too-long",
        ),
        pytest.param(
            dance("Танец { $n }"),
            {
                "ru/own.ftl:1: catalogue-dance has a placeholder, "
                "and may have no other than target",
                "ru/own.ftl:1: catalogue-dance has other placeholders than in en",
            },
            id="placeholder",
        ),
    ],
)
def test_a_clinics_goal_without_its_words_is_refused(tmp_path, written, russian, problems):
    own = dance("Dance")

    with pytest.raises(ContentProblems) as caught:
        playbook.load(clinic(tmp_path, written, en=own, es=own, ru=russian))

    assert problems <= {str(problem) for problem in caught.value.problems}

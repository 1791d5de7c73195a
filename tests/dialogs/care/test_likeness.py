"""Likeness: what texts are made of, by weights of our own."""

import pytest

from dialogs.care.likeness import MIDDLE, Likeness, Scale, Weights, either, parts
from dialogs.care.word_rules import Category
from dialogs.care.words import Nearby

HOME = Nearby(Category.HOPELESS, ("far",), "one")


def weighing(*, dire: float = 99, **weights: float) -> Likeness:
    """Make a likeness that knows a few words, and takes all of them for violence.

    Both scales weigh the same; ``dire`` is what the one for emergencies must reach.
    """
    about = f"{MIDDLE}{MIDDLE + 2}"
    return Likeness(
        Weights(
            made_by="a test",
            trained_on=1,
            grave=Scale(bias=-1, threshold=0),
            dire=Scale(bias=-1, threshold=dire),
            categories=(Category.CRAVING, Category.VIOLENCE_ABUSE),
            parts={name.replace("_", " "): (one, one, about) for name, one in weights.items()},
        )
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("it was his Fist, again", ("Fist",), id="as-it-was-written"),
        pytest.param("fist fist fist fist", ("fist", "fist", "fist"), id="three-at-most"),
        pytest.param("he will hurt me", ("will hurt",), id="a-pair"),
        pytest.param("so " * 100 + "fist", ("fist",), id="at-the-end-of-much"),
        pytest.param("fist " + "so " * 100, ("fist",), id="at-the-beginning-of-much"),
    ],
)
def test_what_is_alike_is_shown(text, shown):
    """The words that weighed most, in the order in which they stand."""
    found = weighing(fist=30, will_hurt=40, so=-0.1)(text)

    assert found == Nearby(Category.VIOLENCE_ABUSE, shown, "likeness")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" . ,", id="marks"),
        pytest.param("a quiet evening", id="unknown-words"),
        pytest.param("a bump of the fist", id="outweighed"),
        pytest.param("fist fist fist", id="too-few-words"),
    ],
)
def test_most_is_like_nothing(text):
    """No question comes of it."""
    assert weighing(fist=30, bump=-60)(text) is None


def test_more_known_words_weigh_less_each():
    """Somebody who tells much is not grave by the number of their words."""
    heavy, light = weighing(fist=30), weighing(fist=30, table=0, chair=0, lamp=0)
    bones = ["fist", "table", "chair", "lamp"]

    assert 0 < light.scores(bones)[0] < heavy.scores(bones)[0]


@pytest.mark.parametrize(("dire", "is_dire"), [(0, True), (99, False)])
def test_emergencies_have_a_scale_of_their_own(dire, is_dire):
    """What is grave need not be dire."""
    found = weighing(fist=30, dire=dire)("it was his fist")

    assert found is not None
    assert found.dire is is_dire


def test_what_a_text_is_made_of():
    """Words, pairs across marks, and pieces of four letters that know where a word ends."""
    found = parts(["go", "on", ",", "home"])

    assert found == {
        "go",
        "on",
        "home",
        "go on",
        "on home",
        "~_go_",
        "~_on_",
        "~_hom",
        "~home",
        "~ome_",
    }


def test_models_are_asked_in_turn():
    """The first that says something is heard; one that is not there is not asked."""
    assert either(lambda _: None, None, lambda _: HOME)("anything") == HOME
    assert either(None)("anything") is None


@pytest.mark.parametrize(
    ("text", "category"),
    [
        pytest.param(
            "the bridge again and not coming back",
            Category.SUICIDE_SELFHARM,
            id="en",
        ),
        pytest.param("ya no quiero despertarme nunca mas", Category.SUICIDE_SELFHARM, id="es"),
        pytest.param("муж бьёт меня, прячусь в ванной", Category.VIOLENCE_ABUSE, id="ru"),
    ],
)
def test_our_own_weights(text, category):
    """What comes with the program hears three languages."""
    found = Likeness.read()(text)

    assert found is not None
    assert found.category == category
    assert found.shown


@pytest.mark.parametrize(
    "text",
    [
        "when is the meeting",
        "hoy hice la compra y cociné",
        "утром гуляли, потом обед",
    ],
)
def test_our_own_weights_let_ordinary_life_be(text):
    """Nobody is asked about their day."""
    assert Likeness.read()(text) is None

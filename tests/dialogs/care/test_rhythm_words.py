"""A rule in words: in the reader's language, and never in the grammar of the program."""

from functools import partial

import pytest

from dialogs.care.rhythm_rules import EXAMPLES
from dialogs.care.rhythm_words import worded


@pytest.mark.parametrize(
    ("language", "rule", "words"),
    [
        ("en", "daily 08:00,20:00", "every day 08:00, 20:00"),
        ("en", "weekdays mon,wed,fri 18:30", "Mon, Wed, Fri 18:30"),
        ("en", "weekly sun 10:00", "Sun 10:00"),
        ("en", "every 14 days from 2026-01-02 20:00", "every 14 days 20:00"),
        ("en", "monthly 31 09:00", "every month on day 31 09:00"),
        ("en", "once 2026-05-01 12:00", "2026-05-01 12:00"),
        ("es", "daily 20:00", "cada día 20:00"),
        ("ru", "weekly sun 10:00", "вс 10:00"),
    ],
)
def test_worded(texts, language, rule, words):
    assert worded(rule, partial(texts.say, language)) == words


@pytest.mark.parametrize("rule", EXAMPLES)
@pytest.mark.parametrize("language", ["es", "ru"])
def test_nothing_of_the_grammar_is_read_aloud(texts, language, rule):
    said = worded(rule, partial(texts.say, language))

    assert not {"daily", "weekdays", "weekly", "every", "random", "seed", "once"} & set(
        said.split()
    )

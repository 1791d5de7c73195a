"""Texts against dialogs.

Each one is there in each language, with the same placeholders, short enough; and there is
none that nobody says.
"""

from collections.abc import Iterator

from dialogs.engine.definition import (
    Ask,
    Branch,
    Call,
    Compute,
    Dialog,
    Later,
    Recap,
    Say,
    Step,
    Wait,
)
from dialogs.engine.proofs.structure import conditions_at
from dialogs.engine.shapes import Choice, Item, Scale, Several, Words
from dialogs.engine.sources import Source
from dialogs.engine.wording import LONGEST_LABEL, LONGEST_VALUE
from dialogs.errors import MissingText, Problem
from dialogs.messages import LONGEST_TEXT, utf16_len
from dialogs.texts import Texts

_OPTIONAL = frozenset({"yes", "no", "done", "fix", "other"})
"""Options that have a common text, which a dialog may replace by its own."""


def between_languages(texts: Texts) -> Iterator[Problem]:
    """Find texts that one language has and another lacks, or words with other placeholders."""
    yield from texts.problems()
    languages = texts.languages
    for other in languages[1:]:
        first, second = texts.variables(languages[0]), texts.variables(other)
        for key in first.keys() - second.keys():
            yield Problem(*texts.place(languages[0], key), f"{key} is missing in {other}")
        for key in second.keys() - first.keys():
            yield Problem(*texts.place(other, key), f"{key} is missing in {languages[0]}")
        for key in first.keys() & second.keys():
            if first[key] != second[key]:
                sentence = f"{key} has other placeholders than in {languages[0]}"
                yield Problem(*texts.place(other, key), sentence)


def within(source: Source, texts: Texts) -> Iterator[Problem]:
    """Find what is wrong with the words of one dialog, in every language.

    A text that the first language lacks too is told of once: it has yet to be written.
    """
    first = texts.languages[0]
    needed = {key: step.name for step in source.dialog.steps for key in keys(source.dialog, step)}
    for language in texts.languages:
        for key, step in needed.items():
            if not texts.has(language, key) and (language == first or texts.has(first, key)):
                yield source.problem(step, f"{key} is missing in {language}")
        yield from _own(source.dialog, texts, language, set(needed))
        yield from _too_long(source, texts, language)


def _own(dialog: Dialog, texts: Texts, language: str, needed: set[str]) -> Iterator[Problem]:
    """Look at the texts that carry the dialog's name: superfluous, or with unknown placeholders."""
    known = _arguments(dialog)
    for key, variables in texts.variables(language).items():
        if not key.startswith(f"{dialog.dialog}-"):
            continue
        place = texts.place(language, key)
        if key not in needed and key.partition(".")[2] not in _OPTIONAL:
            yield Problem(*place, f"nobody says {key}")
        for name in sorted(variables - known):
            yield Problem(*place, f"{key} uses {name}, which is no fact and no question")


def keys(dialog: Dialog, step: Step) -> Iterator[str]:
    """Name the texts that a step cannot do without."""
    place = f"{dialog.dialog}-{step.name}"
    match step:
        case Ask(answer=Item()):
            return
        case Ask(answer=shape):
            yield from (place, f"{place}.short")
            yield from (f"{place}.{option}" for option in _words_of(shape))
        case Wait():
            yield from (place, f"{place}.short")
        case Say() | Recap():
            yield place
        case _:
            return


def _words_of(shape: object) -> tuple[str, ...]:
    match shape:
        case Scale():
            return ("low", "high")
        case Choice(options=options) | Several(options=options) | Words(suggest=options):
            return options
        case _:
            return ()


def _arguments(dialog: Dialog) -> set[str]:
    facts = {c.fact for step in dialog.steps for c in conditions_at(step) if c.fact}
    named = {step.name for step in dialog.steps if isinstance(step, Ask | Compute)}
    return {*dialog.given, *facts, *named}


def _too_long(source: Source, texts: Texts, language: str) -> Iterator[Problem]:
    dialog = source.dialog
    for step in dialog.steps:
        longest = _longest(dialog, step, texts, language)
        if longest > LONGEST_TEXT:
            yield source.problem(step.name, f"{step.name} is {longest} units long in {language}")
        for key in keys(dialog, step):
            label = "." in key and utf16_len(_filled(texts, language, key))
            if label and label > LONGEST_LABEL:
                yield source.problem(step.name, f"{key} is too long for a button in {language}")


def _longest(dialog: Dialog, step: Step, texts: Texts, language: str) -> int:
    """Return the length of the longest message that starts with this step's words."""
    own = sum(utf16_len(_filled(texts, language, key)) + 2 for key in keys(dialog, step))
    if isinstance(step, Recap):
        own += len(dialog.asks) * LONGEST_LABEL
    if not isinstance(step, Say | Branch | Compute | Later | Call):
        return own
    following = (dialog.by_name[road.to] for road in dialog.roads(step))
    return own + max(_longest(dialog, other, texts, language) for other in following)


def _filled(texts: Texts, language: str, key: str) -> str:
    variables = texts.variables(language).get(key, frozenset())
    try:
        return texts.say(language, key, **dict.fromkeys(variables, "x" * LONGEST_VALUE))
    except MissingText:
        return ""

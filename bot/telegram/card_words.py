"""The words of a crisis card, part by part: each is left out where there is nothing to say."""

import re
from dataclasses import dataclass

from bot.telegram.calls import SHORT_CARDS, Call, press_card
from bot.telegram.cards import Person
from dialogs.care.helplines import Line
from dialogs.messages import Button, Contact, quote
from dialogs.texts import Texts

LONGEST_STEP, LONGEST_NAME = 200, 60
MOST_STEPS, MOST_PEOPLE, MOST_LINES = 6, 5, 6

_NOT_DIALLED = re.compile(r"[^\d+]")


@dataclass(frozen=True, slots=True)
class Sayer:
    """Says the lifeline's texts in one language."""

    texts: Texts
    language: str

    def __call__(self, key: str, /, **args: str) -> str:
        """Word one of them."""
        return self.texts.say(self.language, f"lifeline-{key}", **args)


def dialled(phone: str) -> str:
    """Return a number as it is dialled: digits, and a plus where there is one."""
    return _NOT_DIALLED.sub("", phone)


def emergency(said: Sayer, numbers: tuple[str, ...]) -> str:
    """Word the numbers for danger to life."""
    if not numbers:
        return said("emergency_unknown")
    return "\n".join((said("emergency"), *numbers))


def steps(said: Sayer, own: tuple[str, ...]) -> str:
    """Word the steps somebody wrote down for a moment like this."""
    shown = [f"{n}. {quote(step, LONGEST_STEP)}" for n, step in enumerate(own[:MOST_STEPS], 1)]
    return "\n".join((said("steps"), *shown)) if shown else ""


def people(said: Sayer, named: tuple[Person, ...], key: str) -> str:
    """Word whom to call; each number stands alone on its line."""
    found = [part for one in named for part in (_name(one), dialled(one.phone or "")) if part]
    return "\n".join((said(key), *found)) if found else ""


def contact(one: Person) -> Contact:
    """Make a contact that a thumb can press."""
    return Contact(_name(one), dialled(one.phone or ""))


def other_cards(said: Sayer, call: Call) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons of the short cards that this card is not."""
    others = [card for card in SHORT_CARDS if card != call.card]
    return (tuple(Button(said(f"{card}.button"), press_card(card)) for card in others),)


def _name(one: Person) -> str:
    return quote(one.name, LONGEST_NAME)


def lines(said: Sayer, known: tuple[Line, ...]) -> str:
    """Word the lines that answer in a country."""
    found = [part for line in known[:MOST_LINES] for part in _line(said, line)]
    return "\n".join((said("lines"), *found)) if found else ""


def _line(said: Sayer, line: Line) -> list[str]:
    found = [f"{line.name} ({line.hours})" if line.hours else line.name]
    if line.call:
        found.append(line.call)
    if line.option:
        found.append(said("option", key=line.option))
    if line.text_to and line.keyword:
        found.append(said("text_word", word=line.keyword, number=line.text_to))
    elif line.text_to:
        found.append(said("text_to", number=line.text_to))
    return found

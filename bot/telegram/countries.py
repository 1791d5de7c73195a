"""Countries: whose numbers a crisis card shows to somebody who has not joined.

They are asked only if they want to be. The choice is kept with their language in a sealed card, and
nothing else is known of them.
"""

from bot.telegram.calls import press_country
from dialogs.messages import Button, Message
from dialogs.texts import Texts

OFFERED = ("us", "ca", "gb", "ie", "au", "nz", "in", "za", "es", "mx", "ar", "de")
"""Those that a welcome offers too; for all others the card names a directory of lines."""

ROW = 2


def elsewhere(texts: Texts, language: str) -> tuple[tuple[Button, ...], ...]:
    """Return the button for whoever is in another country."""
    return ((Button(texts.say(language, "lifeline-elsewhere"), press_country()),),)


def asked(texts: Texts, language: str) -> Message:
    """Ask which country somebody is in."""
    buttons = [
        Button(texts.say(language, f"welcome-country.{code}"), press_country(code.upper()))
        for code in OFFERED
    ]
    rows = tuple(tuple(buttons[at : at + ROW]) for at in range(0, len(buttons), ROW))
    return Message(texts.say(language, "lifeline-which_country"), rows)

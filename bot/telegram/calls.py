"""Calls for help: the words, and the taps, that are answered before anything else is tried.

Which words are one is decided by rules alone, in memory; what is then shown is the lifeline's.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bot.actions.crisis import is_call
from bot.telegram import incoming
from bot.telegram.incoming import Raw, Words
from dialogs.care.words import GRAVE, Action, Category, Hit, Screen, Severity
from dialogs.messages import LONGEST_TEXT, parse_press, press
from dialogs.texts import Texts

OPENING, OVERDOSE, WITHDRAWAL = "opening", "overdose", "withdrawal"
SHORT_CARDS = (OVERDOSE, WITHDRAWAL)
"""The short cards, by the place that their buttons carry: new ones only at the end."""

_CARD_VERB, _COUNTRY_VERB = "card", "country"


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody needs help now: by ``/sos``, in words that say so, or by asking for a short card.

    ``about`` is what the words are about; ``alarming`` if they alone make us tell a human;
    ``tapped`` is the short card of a button, None for anything written. ``country`` is the code of
    the country whose numbers were asked for by a button, empty for the list of countries.
    """

    words: Words
    about: frozenset[Category] = frozenset()
    alarming: bool = False
    tapped: str | None = None
    country: str | None = None

    @property
    def card(self) -> str:
        """Which card answers this call: one of the short cards, or the opening one."""
        if self.tapped is not None:
            return self.tapped
        if Category.OVERDOSE_MEDICAL in self.about:
            return OVERDOSE
        return WITHDRAWAL if Category.WITHDRAWAL in self.about else OPENING


@dataclass(frozen=True, slots=True)
class Ear:
    """Hears calls for help. ``language`` is the clinic's own, for whoever's is not known."""

    texts: Texts
    screen: Callable[[str, str], Screen]
    language: str

    def listen(self, raw: Raw) -> Call | None:
        """Return what somebody calls for, or None when this is no call for help."""
        tap = incoming.tapped(raw)
        if tap is not None:
            card, country = pressed_card(tap.text), pressed_country(tap.text)
            if country is not None:
                return Call(tap, country=country)
            return Call(tap, tapped=card) if card else None
        said = incoming.words(raw)
        return None if said is None else self.weigh(said)

    def weigh(self, said: Words) -> Call | None:
        """Return what these words call for, or None."""
        if is_call(self.texts, said.text):
            return Call(said)
        found = self.screen(said.text[:LONGEST_TEXT], self.spoken(said))
        about = frozenset(hit.category for hit in found.why if _is_grave(hit))
        return Call(said, about, found.action is Action.ALERT) if about else None

    def spoken(self, said: Words) -> str:
        """Return the language somebody's phone is set to, if we speak it."""
        code = (said.language or "").partition("-")[0].lower()
        return code if code in self.texts.languages else self.language


def press_card(card: str) -> str:
    """Make what the button of a short card carries: its place, never its name."""
    return press(_CARD_VERB, SHORT_CARDS.index(card))


def pressed_card(data: str) -> str | None:
    """Return the short card that a button stands for, or None for any other button."""
    read = parse_press(data)
    places = {str(place): card for place, card in enumerate(SHORT_CARDS)}
    is_ours = read is not None and read[0] == _CARD_VERB and len(read[1]) == 1
    return places.get(read[1][0]) if read is not None and is_ours else None


def press_country(code: str = "") -> str:
    """Make what a button carries that asks for a country's numbers, or for the countries."""
    return press(_COUNTRY_VERB, code)


def pressed_country(data: str) -> str | None:
    """Return the country a button stands for, empty for the list; None for any other button."""
    read = parse_press(data)
    if read is None or read[0] != _COUNTRY_VERB:
        return None
    return read[1][0].upper() if len(read[1]) == 1 and read[1][0] else ""


def _is_grave(hit: Hit) -> bool:
    """Return whether these words are about life and limb, and nothing around them says less."""
    serious = hit.severity in {Severity.EMERGENCY, Severity.URGENT} and not hit.context
    return hit.action is Action.ALERT or (serious and hit.category in GRAVE)

"""Doings: what a simulated person can do with their phone."""

from collections.abc import Callable, Mapping

from bot.emulator.telegram import Telegram
from bot.simulation.people import Act, Kind


def _say(telegram: Telegram, act: Act) -> bool:
    blocked = telegram.users[act.chat].blocked
    if not blocked:
        telegram.say(act.chat, act.what)
    return not blocked


def _edit(telegram: Telegram, act: Act) -> bool:
    said = [one.message_id for one in telegram.messages(act.chat) if one.sender == "user"]
    if not said or telegram.users[act.chat].blocked:
        return False
    telegram.edit_said(act.chat, said[-1], act.what)
    return True


def _tap(telegram: Telegram, act: Act) -> bool:
    if telegram.users[act.chat].blocked:
        return False
    try:
        telegram.tap(act.chat, act.message_id, act.what)
    except ValueError:  # the button has gone meanwhile
        return False
    return True


def _block(telegram: Telegram, act: Act) -> bool:
    blocked = telegram.users[act.chat].blocked
    if not blocked:
        telegram.block(act.chat)
    return not blocked


def _unblock(telegram: Telegram, act: Act) -> bool:
    blocked = telegram.users[act.chat].blocked
    if blocked:
        telegram.unblock(act.chat)
    return blocked


DOINGS: Mapping[Kind, Callable[[Telegram, Act], bool]] = {
    "say": _say,
    "edit": _edit,
    "tap": _tap,
    "block": _block,
    "unblock": _unblock,
}
"""What can be done with a phone; each returns whether it was still possible."""

"""What anybody may ask, also before they have joined: start, help, privacy, sos.

A handler parses and calls one action. What it returns is the answer to a tap or, for somebody of
whom nothing is stored, the reply itself.
"""

from aiogram import Router
from aiogram.filters import CommandObject, Filter
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, User

from bot.actions import cards, climbing, crisis, discreet, leaving, speaking, take_turn, welcome
from bot.actions.welcome import House, Newcomer
from bot.telegram.buttons import Pressed, shown_in
from bot.telegram.calls import pressed_card, pressed_country
from bot.telegram.guesses import Guesses
from bot.telegram.visit import Visit, command
from dialogs.engine.session import Typed
from dialogs.errors import InvitationInvalid

AWAY = ("kicked", "left")


class PressedCard(Filter):
    """Lets a tap on the button of a short card, or of a country, through."""

    async def __call__(self, query: CallbackQuery) -> bool:
        """Tell whether that is what was pressed."""
        data = query.data or ""
        return pressed_card(data) is not None or pressed_country(data) is not None


class Wrapped(Filter):
    """Lets words that alarm through where one does not look for any: a caption, a command."""

    async def __call__(self, message: Message, visit: Visit) -> bool:
        """Look into it, for anybody we know; plain words have a road of their own."""
        text = message.caption or message.text or ""
        is_wrapped = bool(message.caption) or text.startswith("/")
        if not is_wrapped or visit.guest is None:
            return False
        return crisis.alarms(visit.playbook, text, visit.language)


async def on_start(
    message: Message, command: CommandObject, visit: Visit, house: House, guesses: Guesses
) -> str | None:
    """Let somebody in by their invitation, or tell them what this is."""
    if not command.args:
        if visit.guest and await _knocks(visit, house):
            return None
        return await _card(visit, cards.help_card(visit.playbook, visit.actor, visit.language))
    await _join(visit, house, guesses, message.from_user, command.args)
    return None


async def on_join_tap(
    query: CallbackQuery, args: tuple[str], visit: Visit, house: House, guesses: Guesses
) -> None:
    """Let somebody begin again whom their goodbye gave the way back."""
    await _join(visit, house, guesses, query.from_user, args[0])


async def _knocks(visit: Visit, house: House) -> bool:
    """Open what somebody stands before: the end of a break, or a welcome not agreed to yet."""
    if await leaving.come_back(*visit.who, visit.now):
        return True
    return await welcome.knock_again(*visit.who, house.clinic, visit.now)


async def _join(
    visit: Visit, house: House, guesses: Guesses, user: User | None, token: str
) -> None:
    if user is None:
        return
    if guesses.are_too_many(user.id, visit.now):
        raise InvitationInvalid
    newcomer = Newcomer(
        user.id, user.first_name, visit.language, house.zone, house.country, house.clinic
    )
    who = (visit.uow, visit.playbook, visit.actor, visit.guest)
    try:
        await welcome.join(*who, newcomer, token, visit.now)
    except InvitationInvalid:
        guesses.wrong(user.id, visit.now)
        raise


async def on_help(_: Message, visit: Visit) -> str | None:
    """Say what this person can do here."""
    return await _card(visit, cards.help_card(visit.playbook, visit.actor, visit.language))


async def on_privacy(_: Message, visit: Visit) -> str | None:
    """Say what is kept and who can read it."""
    return await _card(visit, visit.words("commands-privacy"))


async def on_language(_: Message, visit: Visit) -> str | None:
    """Say which language is spoken here, and offer the others."""
    if visit.guest is None:
        return visit.words("commands-language_stranger")
    await speaking.offer(*visit.who, visit.now)
    return None


async def on_speak_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Speak another language."""
    await speaking.speak(*visit.who, args[0], visit.now)


async def on_discreet(_: Message, visit: Visit) -> str | None:
    """Show what a locked screen shows, and how somebody may be reached."""
    if visit.guest is None:
        return visit.words("commands-unknown")
    await discreet.show(*visit.who, visit.now)
    return None


async def on_discreet_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Cover what comes unasked, or no longer."""
    await discreet.turn(*visit.who, args[0], visit.now, shown_in=shown_in(query))


async def on_reach_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Note how somebody may be reached."""
    await discreet.reach(*visit.who, args[0], visit.now, shown_in=shown_in(query))


async def on_phrase_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Propose or keep the words that prove us."""
    await discreet.phrase(*visit.who, args[0], visit.now, shown_in=shown_in(query))


async def on_wrapped(message: Message, visit: Visit) -> None:
    """Listen to what stands under a picture or behind a command."""
    text = message.caption or message.text or ""
    said = Typed(text, (), message.forward_origin is not None)
    await take_turn.listen_again(*visit.who, said, visit.now, quiet=False)


async def on_sos(_: Message, visit: Visit) -> None:
    """Ask a client whether they are safe; the card has left already, through the lifeline."""
    if visit.guest is not None:
        await crisis.sos(*visit.who, visit.now)


async def on_card_tap(_: CallbackQuery, visit: Visit) -> None:
    """Leave the tap on a card at that: the lifeline has shown it already."""


async def on_block(change: ChatMemberUpdated, visit: Visit) -> None:
    """Note that somebody blocked the bot, or came back."""
    if visit.guest is None:
        return
    if change.new_chat_member.status in AWAY:
        await climbing.unreachable(visit.uow, visit.playbook, visit.guest.id, visit.now)
    else:
        await welcome.came_back(visit.uow, visit.guest, visit.now)


async def _card(visit: Visit, text: str) -> str | None:
    """Leave a card for a member; give it back for a stranger, who has no outbox."""
    if visit.guest is None:
        return text
    await cards.show(visit.uow, visit.guest, text, visit.now)
    return None


def build_router() -> Router:
    """Make the road to what anybody may ask."""
    router = Router(name="anyone")
    router.message.register(on_wrapped, Wrapped())
    router.message.register(on_start, command("start"))
    router.message.register(on_help, command("help"))
    router.message.register(on_privacy, command("privacy"))
    router.message.register(on_language, command("language"))
    router.callback_query.register(on_card_tap, PressedCard())
    router.callback_query.register(on_join_tap, Pressed("join", 1))
    router.message.register(on_discreet, command("discreet"))
    router.callback_query.register(on_discreet_tap, Pressed(discreet.DISCREET, 1))
    router.callback_query.register(on_reach_tap, Pressed(discreet.REACH, 1))
    router.callback_query.register(on_phrase_tap, Pressed(discreet.PHRASE, 1))
    router.callback_query.register(on_speak_tap, Pressed(speaking.SPEAK, 1))
    router.message.register(on_sos, command("sos"))
    router.my_chat_member.register(on_block)
    return router

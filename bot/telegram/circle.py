"""Taps and commands around a client's circle: coming in, sharing, taking back, a lost phone."""

from aiogram import Router
from aiogram.filters import CommandObject, Filter
from aiogram.types import CallbackQuery, Message

from bot.actions import take_turn
from bot.actions.circle import (
    asking_more,
    calling,
    doors,
    granting,
    greeting,
    inviting,
    letters,
    people,
    receipts,
    relinking,
    renewing,
    revoking,
    withholding,
)
from bot.actions.welcome import House
from bot.telegram.buttons import Pressed, shown_in, whole
from bot.telegram.visit import Visit, command
from dialogs.engine.session import Typed
from storage.people import DIGITS


class FourDigits(Filter):
    """Lets a message through that is four digits and nothing else; spaces do not count."""

    async def __call__(self, message: Message) -> bool | dict[str, str]:
        """Return the digits, to be taken as those of whoever waits at the door."""
        digits = (message.text or "").replace(" ", "")
        if len(digits) != DIGITS or not digits.isascii() or not digits.isdigit():
            return False
        return {"digits": digits}


async def on_people(_: Message, visit: Visit) -> None:
    """Show who is with whom."""
    await people.show(*visit.who, visit.now)


async def on_circle_tap(query: CallbackQuery, visit: Visit) -> None:
    """Show who is with whom, where a button stood."""
    await people.show(*visit.who, visit.now, shown_in=shown_in(query))


async def on_person_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show one person of the circle."""
    await people.show_person(*visit.who, whole(args[0]), visit.now, shown_in=shown_in(query))


async def on_invite(_: Message, command: CommandObject, visit: Visit, house: House) -> None:
    """Make an invitation for whom it says, or ask for whom."""
    await inviting.invite(*visit.who, command.args or "", house, visit.now)


async def on_invite_tap(_: CallbackQuery, args: tuple[str], visit: Visit, house: House) -> None:
    """Make an invitation for whom the button says, or ask for whom."""
    await inviting.invite(*visit.who, args[0], house, visit.now)


async def on_door_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show who has opened an invitation, and ask for their digits."""
    await doors.look(*visit.who, args[0], visit.now)


async def on_pad_tap(
    query: CallbackQuery, args: tuple[str, str], visit: Visit, house: House
) -> None:
    """Take one more digit."""
    ref, digits = args
    await doors.press(*visit.who, ref, digits, house.clinic, visit.now, shown_in=shown_in(query))


async def on_not_them_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Turn somebody away."""
    await doors.not_them(*visit.who, args[0], visit.now)


async def on_digits(message: Message, digits: str, visit: Visit, house: House) -> None:
    """Take four digits that were typed; where nobody waits for them they are other words."""
    if not await doors.typed(*visit.who, digits, house.clinic, visit.now):
        await take_turn.listen(*visit.who, Typed(message.text or ""), visit.now)


async def on_share_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show what can be shared with somebody."""
    await granting.offer(*visit.who, whole(args[0]), visit.now, shown_in=shown_in(query))


async def on_preview_tap(query: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Show the words before a yes."""
    who, kind = args
    await granting.preview(*visit.who, whole(who), kind, visit.now, shown_in=shown_in(query))


async def on_grant_tap(query: CallbackQuery, args: tuple[str, str, str, str], visit: Visit) -> None:
    """Take a yes to the words that stood above it."""
    who, kind, days, mark = args
    await granting.grant(
        *visit.who, whole(who), kind, whole(days), mark, visit.now, shown_in=shown_in(query)
    )


async def on_stop_tap(query: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Ask once more before one kind of thing is taken back."""
    who, kind = args
    await revoking.ask(*visit.who, whole(who), kind, visit.now, shown_in=shown_in(query))


async def on_stop_all_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Ask once more before everything is taken back."""
    at = shown_in(query)
    await revoking.ask(*visit.who, whole(args[0]), revoking.ALL, visit.now, shown_in=at)


async def on_rest_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Ask for how long sharing is to rest."""
    at = shown_in(query)
    await revoking.ask(*visit.who, whole(args[0]), revoking.REST, visit.now, shown_in=at)


async def on_remove_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Ask once more before somebody is let go."""
    at = shown_in(query)
    await revoking.ask(*visit.who, whole(args[0]), revoking.REMOVE, visit.now, shown_in=at)


async def on_stop_now_tap(query: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Take one kind of thing back."""
    who, kind = args
    await revoking.stop(*visit.who, whole(who), kind, visit.now, shown_in=shown_in(query))


async def on_stop_all_now_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Take everything back."""
    at = shown_in(query)
    await revoking.stop(*visit.who, whole(args[0]), revoking.ALL, visit.now, shown_in=at)


async def on_rest_for_tap(query: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Let sharing rest."""
    who, days = map(whole, args)
    await revoking.rest(*visit.who, who, days, visit.now, shown_in=shown_in(query))


async def on_go_on_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """End a rest."""
    await revoking.go_on(*visit.who, whole(args[0]), visit.now, shown_in=shown_in(query))


async def on_remove_now_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Let somebody go."""
    await revoking.remove(*visit.who, whole(args[0]), visit.now, shown_in=shown_in(query))


async def on_told_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show who was told what."""
    await receipts.show(*visit.who, whole(args[0]), visit.now, shown_in=shown_in(query))


async def on_greetings_tap(query: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Let kind words through, or not."""
    who, how = args
    await greeting.switch(*visit.who, whole(who), how, visit.now, shown_in=shown_in(query))


async def on_call_me_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Ask for a call."""
    await calling.call_me(*visit.who, whole(args[0]), visit.now)


async def on_may_say_tap(_: CallbackQuery, args: tuple[str, str, str], visit: Visit) -> None:
    """Say whether a call is welcome."""
    who, at, how = args
    await calling.may_say(*visit.who, whole(who), whole(at), how, visit.now)


async def on_left_tap(query: CallbackQuery, visit: Visit) -> None:
    """Leave it as it is."""
    await asking_more.leave_it(*visit.who, visit.now, shown_in=shown_in(query))


async def on_renewal_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Ask whether a grant goes on."""
    await renewing.show(*visit.who, whole(args[0]), visit.now)


async def on_renew_tap(query: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Let a grant go on."""
    number, end = args
    await renewing.renew(*visit.who, whole(number), end, visit.now, shown_in=shown_in(query))


async def on_message(_: Message, visit: Visit) -> None:
    """Begin a message to one's counselor."""
    await letters.choose(*visit.who, visit.now)


async def on_write_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Begin a message to somebody."""
    await letters.begin(*visit.who, whole(args[0]), visit.now)


async def on_letter_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show a message."""
    await letters.open_letter(*visit.who, args[0], visit.now)


async def on_keep_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Show what of a check-in can be kept from supporters."""
    await withholding.show(*visit.who, args[0], visit.now)


async def on_keep_one_tap(query: CallbackQuery, args: tuple[str, str], visit: Visit) -> None:
    """Keep one kind of thing, or all."""
    await withholding.flip(*visit.who, *args, visit.now, shown_in=shown_in(query))


async def on_lost(_: Message, visit: Visit) -> None:
    """Ask whose phone is lost."""
    await relinking.offer(*visit.who, visit.now)


async def on_lost_tap(query: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Turn a page of those whose phone it may be."""
    first = whole(args[0])
    await relinking.offer(*visit.who, visit.now, first=first, shown_in=shown_in(query))


async def on_new_phone_tap(_: CallbackQuery, args: tuple[str], visit: Visit) -> None:
    """Say what closing an old chat means."""
    await relinking.ask(*visit.who, whole(args[0]), visit.now)


async def on_lock_tap(_: CallbackQuery, args: tuple[str], visit: Visit, house: House) -> None:
    """Close an old chat, and make the way back in."""
    await relinking.lock(*visit.who, whole(args[0]), house, visit.now)


def build_router() -> Router:
    """Make the road to the circle."""
    router = Router(name="circle")
    _register_people(router)
    _register_sharing(router)
    router.message.register(on_people, command("people"))
    router.message.register(on_invite, command("invite"))
    router.message.register(on_message, command("message"))
    router.message.register(on_lost, command("lost"))
    router.message.register(on_digits, FourDigits())
    return router


def _register_people(router: Router) -> None:
    tap = router.callback_query.register
    tap(on_circle_tap, Pressed(people.CIRCLE, 0))
    tap(on_person_tap, Pressed(people.PERSON, 1))
    tap(on_invite_tap, Pressed(inviting.INVITE, 1))
    tap(on_door_tap, Pressed(doors.AT_DOOR, 1))
    tap(on_pad_tap, Pressed(doors.PAD, 2))
    tap(on_not_them_tap, Pressed(doors.NOT_THEM, 1))
    tap(on_told_tap, Pressed(receipts.TOLD, 1))
    tap(on_greetings_tap, Pressed(greeting.SWITCH, 2))
    tap(on_call_me_tap, Pressed(calling.CALL_ME, 1))
    tap(on_may_say_tap, Pressed(calling.MAY_SAY, 3))
    tap(on_left_tap, Pressed(asking_more.LEFT, 0))
    tap(on_write_tap, Pressed(letters.WRITE, 1))
    tap(on_letter_tap, Pressed(letters.LETTER, 1))
    tap(on_lost_tap, Pressed(relinking.LOST, 1))
    tap(on_new_phone_tap, Pressed(relinking.NEW_PHONE, 1))
    tap(on_lock_tap, Pressed(relinking.LOCK, 1))


def _register_sharing(router: Router) -> None:
    tap = router.callback_query.register
    tap(on_share_tap, Pressed(granting.SHARE, 1))
    tap(on_preview_tap, Pressed(granting.PREVIEW, 2))
    tap(on_grant_tap, Pressed(granting.YES, 4))
    tap(on_stop_tap, Pressed(revoking.STOP, 2))
    tap(on_stop_now_tap, Pressed(revoking.STOP_NOW, 2))
    tap(on_stop_all_tap, Pressed(revoking.STOP_ALL, 1))
    tap(on_stop_all_now_tap, Pressed(revoking.STOP_ALL_NOW, 1))
    tap(on_renewal_tap, Pressed(renewing.RENEWAL, 1))
    tap(on_renew_tap, Pressed(renewing.RENEW, 2))
    tap(on_keep_tap, Pressed(withholding.KEEP, 1))
    tap(on_keep_one_tap, Pressed(withholding.KEEP_ONE, 2))
    tap(on_rest_tap, Pressed(revoking.REST, 1))
    tap(on_rest_for_tap, Pressed(revoking.REST_FOR, 2))
    tap(on_go_on_tap, Pressed(revoking.GO_ON, 1))
    tap(on_remove_tap, Pressed(revoking.REMOVE, 1))
    tap(on_remove_now_tap, Pressed(revoking.REMOVE_NOW, 1))

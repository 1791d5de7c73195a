"""``handrail run``: the bot itself, until it is told to stop.

What can be refused is refused before aiogram is imported, and in one sentence.
"""

import asyncio
import signal
import sys
import zoneinfo
from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from bot.commands import house
from dialogs.errors import HandrailError

if TYPE_CHECKING:
    from aiogram import Bot
    from aiogram.exceptions import AiogramError

    from bot.app import App
    from bot.settings import Settings
    from dialogs.playbook import Playbook
    from storage.unit_of_work import Database

UNKNOWN_ZONE = "UTC"


class NotReady(HandrailError):
    """Something is missing without which nobody could rely on the bot."""


def run() -> None:
    """Run the bot. Needs a bot token and an invited counselor.

    It runs until Ctrl-C or SIGTERM, then finishes what is under way; a second signal ends it at
    once.
    """
    from bot.clock import utc_now
    from bot.observe import start_logging

    zoneinfo.reset_tzpath(())
    settings = house.settings_here()
    if settings.bot_token is None:
        raise NotReady("HANDRAIL_BOT_TOKEN is not set; get one from @BotFather.")
    start_logging(settings.log_level, sys.stderr, utc_now)
    asyncio.run(live(settings))


async def live(settings: "Settings") -> None:
    """Open everything, let the bot live until it is told to stop, and close everything.

    Raises:
        NotReady: There is no counselor, and none is invited.
        ContentProblems: The content cannot be used.
        DatabaseRefused: The database cannot be used.
        TelegramRefuses: Telegram will not work with us, or cannot be reached.

    """
    from bot.clock import utc_now
    from bot.observe import loop_complains
    from dialogs.playbook import load

    asyncio.get_running_loop().set_exception_handler(loop_complains)
    playbook = load(settings.content_dir, language=settings.language)
    if settings.language not in playbook.texts.languages:
        raise NotReady(f"There are no texts in HANDRAIL_LANGUAGE={settings.language}.")
    database, _ = await house.opened(settings)
    try:
        async with database.reading() as uow:
            if not await house.somebody_hears(uow, utc_now()):
                raise NotReady(house.NOBODY_HEARS)
        await _connected(settings, playbook, database)
    finally:
        await database.close()


async def _connected(settings: "Settings", playbook: "Playbook", database: "Database") -> None:
    from aiogram.exceptions import AiogramError

    from bot.telegram.connection import connect

    assert settings.bot_token is not None
    bot = connect(settings.bot_token.get_secret_value(), settings.telegram_api)
    async with bot.context():
        try:
            name = await _introduced(bot, database)
            app = _built(settings, playbook, database, bot, name)
            await app.prepare()
            await _choose_intake(bot, settings)
        except AiogramError as error:
            raise _refusal(error, settings) from error
        _stop_on_signals(app.stop)
        typer.echo(f"@{name} is running. Ctrl-C stops it.")
        await app.run(settings.listen_at)


async def _introduced(bot: "Bot", database: "Database") -> str:
    """Ask Telegram who we are, and remember it for invitations."""
    name = (await bot.get_me()).username or ""
    async with database.unit_of_work() as uow:
        await uow.meta.set(house.BOT_NAME, name)
    return name


def _built(
    settings: "Settings", playbook: "Playbook", database: "Database", bot: "Bot", name: str
) -> "App":
    from bot.actions.welcome import House
    from bot.app import App, Ground
    from bot.clock import monotonic, utc_now

    secret = settings.webhook_secret if settings.intake == "webhook" else None
    ground = Ground(
        database=database,
        playbook=playbook,
        bot=bot,
        clock=utc_now,
        monotonic=monotonic,
        house=House(settings.language, settings.zone or _zone_here(), settings.country, name),
        cards=settings.home / "cards",
        secret=secret.get_secret_value() if secret else None,
        webhook_path=settings.webhook_path,
        heartbeat_url=settings.heartbeat_url,
        heartbeat_file=settings.heartbeat_file,
    )
    return App(ground)


async def _choose_intake(bot: "Bot", settings: "Settings") -> None:
    """Tell Telegram how updates are to come in; what waits there already is kept."""
    from bot.telegram.wire import ALLOWED_UPDATES

    if settings.intake == "polling":
        await bot.delete_webhook(drop_pending_updates=False)
        return
    assert settings.webhook_url is not None
    assert settings.webhook_secret is not None
    await bot.set_webhook(
        settings.webhook_url,
        secret_token=settings.webhook_secret.get_secret_value(),
        allowed_updates=list(ALLOWED_UPDATES),
        drop_pending_updates=False,
    )


def _refusal(error: "AiogramError", settings: "Settings") -> HandrailError:
    """Word what went wrong at Telegram before we began."""
    from aiogram.exceptions import (
        TelegramBadRequest,
        TelegramNotFound,
        TelegramUnauthorizedError,
    )

    from bot.telegram.connection import TelegramRefuses, TokenRefused

    match error:
        case TelegramUnauthorizedError() | TelegramNotFound():
            return TokenRefused()
        case TelegramBadRequest(message=reason):
            return TelegramRefuses(f"Telegram refuses what it was asked at the start: {reason}.")
        case _:
            return TelegramRefuses(
                f"Telegram does not answer at {settings.telegram_api} ({type(error).__name__}); "
                "check the network and try again."
            )


def _stop_on_signals(stop: Callable[[], None]) -> None:
    """Stop in good order at the first signal; at the second, the system's way: at once."""
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGINT, signal.SIGTERM)

    def first() -> None:
        stop()
        for number in numbers:
            loop.remove_signal_handler(number)
            signal.signal(number, signal.SIG_DFL)

    for number in numbers:
        loop.add_signal_handler(number, first)


def _zone_here() -> str:
    """Return the time zone of this computer, where the clinic probably is."""
    from dialogs.care.zones import check_zone

    try:
        import tzlocal

        return check_zone(tzlocal.get_localzone_name())
    except (ValueError, LookupError):
        return UNKNOWN_ZONE

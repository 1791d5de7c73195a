"""Phone: a person's phone for tests, in process or over HTTP.

In process nothing waits: `says` and `taps` only queue an update, and the caller then
settles the bot. Over HTTP `waits_for` waits until the words are on the screen.
"""

import asyncio
from collections.abc import Sequence
from typing import Any

import aiohttp

from bot.emulator.shapes import Json
from bot.emulator.telegram import Telegram


class NotOnScreen(AssertionError):
    """The person looked for something that is not there; says what is."""


class Phone:
    """One person's phone, in process."""

    def __init__(self, telegram: Telegram, user_id: int, name: str) -> None:
        """Give the person a phone if they have none yet."""
        self.telegram = telegram
        self.user_id = user_id
        self.name = name
        self._query: str | None = None
        if user_id not in telegram.users:
            telegram.add_user(user_id, name)

    def says(self, text: str, **kinds: Any) -> int:
        """Write to the bot; `Telegram.say` knows the kinds. Return the update id."""
        return self.telegram.say(self.user_id, text, **kinds)

    def taps(self, label: str) -> str:
        """Press the newest button with this label, or one that begins so; return the query id.

        Raises:
            NotOnScreen: There is no such button, or it is a link.

        """
        message_id, button = find_button(self._shown(), label, self.name)
        if button.get("keyboard"):
            self.says(str(button["label"]))
            return ""
        self._query = self.telegram.tap(self.user_id, message_id, button["data"])
        return self._query

    def edits(self, text: str) -> int:
        """Edit the last thing this person said in private; return the update id."""
        said = [one for one in self.telegram.messages(self.user_id) if one.sender == "user"]
        if not said:
            raise NotOnScreen(f"{self.name} has said nothing to edit")
        return self.telegram.edit_said(self.user_id, said[-1].message_id, text)

    def blocks(self) -> None:
        """Block the bot."""
        self.telegram.block(self.user_id)

    def unblocks(self) -> None:
        """Take the bot back."""
        self.telegram.unblock(self.user_id)

    def clears(self) -> None:
        """Call everything on the screen seen."""
        self.telegram.clears(self.user_id)

    @property
    def screen(self) -> list[str]:
        """What the bot wrote or changed since this person's last act, from the top down."""
        return [one.text for one in self.telegram.screen(self.user_id)]

    @property
    def history(self) -> list[str]:
        """Every text in the chat, both sides, oldest first."""
        return [one.text for one in self.telegram.messages(self.user_id)]

    @property
    def buttons(self) -> list[str]:
        """The labels under the newest message that has any."""
        return newest_labels(self._shown())

    @property
    def toast(self) -> str | None:
        """What the bot answered to the last tap; nothing while it has not answered."""
        answer = self.telegram.tap_answers.get(self._query or "")
        return answer["text"] if answer else None

    def sees(self, text: str) -> bool:
        """Return whether these words are on the screen."""
        return any(text in one for one in self.screen)

    def _shown(self) -> list[Json]:
        return [one.shown() for one in self.telegram.messages(self.user_id)]


class RemotePhone:
    """One person's phone, over the control calls of a running server."""

    def __init__(self, url: str, user_id: int, name: str, session: aiohttp.ClientSession) -> None:
        """Hold a phone.

        Args:
            url: The server's address.
            user_id: Whose phone.
            name: What to call them in complaints.
            session: The connection to use; the caller closes it.

        """
        self.user_id = user_id
        self.name = name
        self._url = url
        self._session = session

    async def says(self, text: str, **kinds: Any) -> None:
        """Write to the bot."""
        await self.acts("say", text=text, **kinds)

    async def taps(self, label: str) -> str:
        """Press the newest button with this label, or one that begins so; return the query id.

        Raises:
            NotOnScreen: There is no such button, or it is a link.

        """
        shown = _messages(await self.state(), self.user_id)
        message_id, button = find_button(shown, label, self.name)
        if button.get("keyboard"):
            await self.says(str(button["label"]))
            return ""
        answer = await self.acts("tap", message_id=message_id, data=button["data"])
        return str(answer["query_id"])

    async def blocks(self) -> None:
        """Block the bot."""
        await self.acts("block", blocked=True)

    async def unblocks(self) -> None:
        """Take the bot back."""
        await self.acts("block", blocked=False)

    async def clears(self) -> None:
        """Call everything on the screen seen."""
        await self.acts("clears")

    async def screen(self) -> list[str]:
        """List what the bot wrote or changed since this person's last act."""
        return screen_of(await self.state(), self.user_id)

    async def history(self) -> list[str]:
        """List every text in the chat, both sides, oldest first."""
        return [one["text"] for one in _messages(await self.state(), self.user_id)]

    async def buttons(self) -> list[str]:
        """List the labels under the newest message that has any."""
        return newest_labels(_messages(await self.state(), self.user_id))

    async def sees(self, text: str) -> bool:
        """Return whether these words are on the screen."""
        return any(text in one for one in await self.screen())

    async def waits_for(self, text: str, *, seconds: float = 20.0) -> None:
        """Wait until these words are on the screen.

        Args:
            text: The words.
            seconds: How long to wait at most, in real time.

        Raises:
            NotOnScreen: They never came.

        """
        try:
            async with asyncio.timeout(seconds):
                state = await self.state()
                while not any(text in one for one in screen_of(state, self.user_id)):
                    state = await self._get(f"events?since={state['version']}")
        except TimeoutError:
            words = f"{self.name} waited for {text!r}; on the screen: {await self.screen()}"
            raise NotOnScreen(words) from None

    async def state(self) -> Json:
        """Fetch everything the page shows."""
        return await self._get("state")

    async def acts(self, act: str, **given: Any) -> Json:
        """Make a control call as this person.

        Raises:
            ValueError: The server refused it.

        """
        body = {"user_id": self.user_id, **given}
        async with self._session.post(f"{self._url}/control/{act}", json=body) as response:
            answer: Json = await response.json()
        if "error" in answer:
            raise ValueError(answer["error"])
        return answer

    async def _get(self, path: str) -> Json:
        async with self._session.get(f"{self._url}/control/{path}") as response:
            answer: Json = await response.json()
        return answer


def find_button(messages: Sequence[Json], label: str, name: str) -> tuple[int, Json]:
    """Find the newest button with a label, or else the newest that begins with it.

    Args:
        messages: The chat as `Message.shown` writes it, oldest first.
        label: What is on the button.
        name: Whose phone it is, for the complaint.

    Returns:
        The message id and the button; one of a reply keyboard has ``keyboard`` set.

    Raises:
        NotOnScreen: There is no such button, or it is a link.

    """
    everything = list(_pressable(messages))
    for fits in (str.__eq__, str.startswith):
        for message_id, button in everything:
            if fits(button["label"], label):
                if button.get("data") is None and not button.get("keyboard"):
                    raise NotOnScreen(f"{name} cannot tap {label!r}: it is a link")
                return message_id, button
    on_it = [button["label"] for _, button in everything]
    raise NotOnScreen(f"{name} sees no button {label!r}; in the chat, newest first: {on_it}")


def newest_labels(messages: Sequence[Json]) -> list[str]:
    """List the labels under the newest message of the bot that has any."""
    for message in reversed(messages):
        if message["buttons"]:
            return [one["label"] for row in message["buttons"] for one in row]
        if message["keyboard"]:
            return [label for row in message["keyboard"] for label in row]
    return []


def screen_of(state: Json, user_id: int) -> list[str]:
    """Read a person's screen from the server's state."""
    acted = state["users"][str(user_id)]["acted"]
    return [
        one["text"]
        for one in _messages(state, user_id)
        if one["sender"] == "bot" and one["changed"] > acted
    ]


def _messages(state: Json, user_id: int) -> list[Json]:
    found: list[Json] = state["chats"].get(str(user_id), [])
    return found


def _pressable(messages: Sequence[Json]) -> list[tuple[int, Json]]:
    found = []
    for message in reversed(messages):
        for row in message["buttons"]:
            found += [(message["message_id"], one) for one in row]
        for labels in message["keyboard"]:
            found += [(message["message_id"], {"label": one, "keyboard": True}) for one in labels]
    return found

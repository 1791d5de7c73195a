"""Faults: Telegram's bad days, on command and repeatable.

A fault on a call strikes before the call, except a lost answer, which strikes after the
send took effect. A fault on an update strikes when a person acts.
"""

import random
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from typing import Literal, get_args

from bot.emulator.shapes import TOO_MANY, Json, Refusal

CallFault = Literal["too_many", "server_error", "hang", "reset", "answer_lost"]
UpdateFault = Literal["duplicate", "reorder", "poison"]
CALL_FAULTS: tuple[str, ...] = get_args(CallFault)
UPDATE_FAULTS: tuple[str, ...] = get_args(UpdateFault)
FIRST_SERVER_ERROR, LAST_SERVER_ERROR = 500, 599
SERVER_ERRORS = {500: "Internal Server Error", 502: "Bad Gateway", 504: "Gateway Timeout"}


class AnswerLost(ConnectionResetError):
    """The connection broke: before the call took effect, or after it."""


@dataclass(slots=True)
class Fault:
    """One kind of trouble, where it strikes and how often.

    Attributes:
        kind: What goes wrong.
        method: The Bot API method it strikes, in any case; "send*" strikes all that begin so,
            none named strikes any (updates: ignored).
        chat_id: The chat it strikes, any when absent.
        after: How many matching calls pass before it begins.
        count: How many times it strikes, without end when absent.
        probability: The chance of each strike, 0-1, from the seeded generator.
        retry_after: Whole seconds a 429 asks for.
        seconds: How long a hang lasts; then the call takes effect, though nobody may wait any more.
        code: The status of a server error, 500-599; 502 and 504 come as a web page.
        number: Set when the fault is added; clears it.

    """

    kind: CallFault | UpdateFault
    method: str | None = None
    chat_id: int | None = None
    after: int = 0
    count: int | None = 1
    probability: float = 1.0
    retry_after: int = 3
    seconds: float = 30.0
    code: int = 500
    number: int = 0

    def __post_init__(self) -> None:
        """Refuse a fault that does not exist."""
        if self.kind not in (*CALL_FAULTS, *UPDATE_FAULTS):
            raise ValueError(f"no such fault: expected one of {(*CALL_FAULTS, *UPDATE_FAULTS)}")
        if not FIRST_SERVER_ERROR <= self.code <= LAST_SERVER_ERROR:
            raise ValueError("a server error has a code of 500-599")

    def json(self) -> Json:
        """Write the fault for the chat page."""
        return asdict(self)

    def refuse(self) -> None:
        """Raise what this fault does before a call, if anything.

        Raises:
            Refusal: For a 429 or a server error.
            AnswerLost: For a reset.

        """
        if self.kind == "too_many":
            words = f"Too Many Requests: retry after {self.retry_after}"
            raise Refusal(words, TOO_MANY, retry_after=self.retry_after)
        if self.kind == "server_error":
            raise Refusal(SERVER_ERRORS.get(self.code, "Internal Server Error"), self.code)
        if self.kind == "reset":
            raise AnswerLost("connection reset before the call took effect")


class Faults:
    """The faults in force, and the generator that decides the uncertain ones."""

    def __init__(self, seed: int = 0) -> None:
        self._dice = random.Random(seed)  # noqa: S311 - repeatable trouble, not a secret
        self._next = 1
        self.active: list[Fault] = []
        self.struck: int = 0

    def set(self, fault: Fault) -> Fault:
        """Put a fault in force."""
        fault.number = self._next
        self._next += 1
        self.active.append(fault)
        return fault

    def clear(self, *, kind: str | None = None, number: int | None = None) -> None:
        """Lift faults: one by number, those of a kind, or all."""
        self.active = [
            one
            for one in self.active
            if (number is not None and one.number != number)
            or (number is None and kind is not None and one.kind != kind)
        ]

    def strike(self, kinds: Iterable[str], method: str | None, chat_id: int | None) -> Fault | None:
        """Decide whether something goes wrong now; return what, and use it up by one."""
        for fault in self.active:
            if fault.kind not in kinds or not _concerns(fault, method, chat_id):
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            if fault.probability < 1 and self._dice.random() >= fault.probability:
                continue
            self._use_up(fault)
            return fault
        return None

    def _use_up(self, fault: Fault) -> None:
        self.struck += 1
        if fault.count is None:
            return
        fault.count -= 1
        if fault.count <= 0:
            self.active.remove(fault)


def _concerns(fault: Fault, method: str | None, chat_id: int | None) -> bool:
    if fault.chat_id is not None and fault.chat_id != chat_id:
        return False
    if fault.method is None or method is None:
        return True
    return fnmatchcase(method.lower(), fault.method.lower())

"""Parameters: what a request says, whichever way it was written.

Query strings and forms carry text, with JSON inside for lists and objects; JSON bodies
carry values. Both are read the same.
"""

import json
from typing import Any

from bot.emulator.shapes import Json, Upload, bad_request

TRUE = frozenset({"true", "yes", "1"})


class Params:
    """The parameters of one call."""

    def __init__(self, given: Json) -> None:
        self.given = given

    def text(self, name: str) -> str:
        """Return a text, empty when absent."""
        value = self.given.get(name)
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, Upload):
            return value.content.decode("utf-8", "replace")
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def flag(self, name: str) -> bool:
        """Return whether something is on."""
        return self.text(name).lower() in TRUE

    def number(self, name: str, default: int = 0) -> int:
        """Return a whole number; what is none counts as absent."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def value(self, name: str) -> Any:
        """Return a list, an object or whatever the JSON says; nothing when absent or empty.

        Raises:
            Refusal: The JSON cannot be read.

        """
        value = self.given.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(f"can't parse {name} JSON object") from error

    def upload(self, name: str) -> Upload | str | None:
        """Return a file, the id or address of one, or nothing."""
        value = self.given.get(name)
        if isinstance(value, bytes):
            return Upload(name, value)
        if isinstance(value, str) and value.startswith("attach://"):
            attached = self.given.get(value.removeprefix("attach://"))
            if isinstance(attached, bytes):
                return Upload(name, attached)
            return attached if isinstance(attached, Upload) else None
        return value if isinstance(value, Upload | str) and value else None

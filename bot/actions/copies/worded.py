"""Worded: the questions and answers of a copy in the words in which they were shown."""

from dataclasses import dataclass

from dialogs.errors import MissingText
from dialogs.playbook import Playbook
from storage.records import Kept


@dataclass(frozen=True, slots=True)
class Worded:
    """Words for a copy, in its reader's language; what has no words any more keeps its key."""

    playbook: Playbook
    language: str

    def say(self, key: str, **args: str | int) -> str:
        """Word a text of the copy itself."""
        return self.playbook.texts.say(self.language, key, **args)

    def question(self, kept: Kept) -> str:
        """Word a question, in short where there is a short form."""
        key = f"{kept.dialog}-{kept.answer.step}"
        name = kept.answer.name or kept.answer.step
        short, whole = self._perhaps(f"{key}.short"), self._perhaps(key)
        return short or (whole or "").partition("\n")[0] or self.name(name)

    def name(self, name: str) -> str:
        """Word the name under which answers are recorded."""
        return name.replace("_", " ").replace(":", ": ")

    def answer(self, kept: Kept) -> str:
        """Word what was answered, or that nothing was."""
        answer = kept.answer
        if answer.kind != "answered":
            return self.say(f"copy-kind_{answer.kind}")
        if answer.words:
            return answer.words
        values = answer.value if isinstance(answer.value, list | tuple) else (answer.value,)
        return ", ".join(self._option(kept, value) for value in values)

    def _option(self, kept: Kept, value: object) -> str:
        if not isinstance(value, str):
            return str(value)
        return self._perhaps(f"{kept.dialog}-{kept.answer.step}.{value}") or value

    def _perhaps(self, key: str) -> str | None:
        """Word a text of a dialog, if there is one that needs nothing from its session."""
        texts = self.playbook.texts
        try:
            return texts.say(self.language, key) if texts.has(self.language, key) else None
        except MissingText:
            return None

"""Wording: which text belongs to a question, an option, an answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from dialogs.engine.definition import Ask, Dialog, End, Wait
from dialogs.engine.questions import (
    DONE,
    FIX,
    OTHER,
    Option,
    Question,
    fixable,
    options,
    shape_of,
)
from dialogs.engine.session import Answer, Session
from dialogs.engine.shapes import Item, Number, Scale
from dialogs.messages import quote
from dialogs.texts import Texts

LONGEST_LABEL = 60
LONGEST_VALUE = 200

_COMMON = {
    "yes": "button-yes",
    "no": "button-no",
    DONE: "button-done",
    FIX: "button-fix",
    OTHER: "button-other",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one session: its dialog's texts in one language, with its facts."""

    texts: Texts
    language: str
    dialog: Dialog
    session: Session

    def say(self, key: str) -> str:
        """Word a text of this dialog, with whatever facts and answers it mentions."""
        wanted = self.texts.variables(self.language).get(key, frozenset())
        args = {name: found for name in wanted if (found := self._argument(name)) is not None}
        return self.texts.say(self.language, key, **args)

    def common(self, key: str, **args: str | float) -> str:
        """Word a text that all dialogs share."""
        return self.texts.say(self.language, key, **args)

    def place(self, step: str, attribute: str = "") -> str:
        """Return the key of a step's text."""
        key = f"{self.dialog.dialog}-{step}"
        return f"{key}.{attribute}" if attribute else key

    def question(self, question: Question) -> str:
        """Word what is asked: a scale with the words at its ends, a recap with the answers."""
        own = question.words
        asked = quote(own) if own is not None else self._asked(question.step)
        if question.kind == "recap":
            return "\n".join((asked, "", *(self.line(step) for step in fixable(question))))
        if not isinstance(question.shape, Scale):
            return asked
        ends = self._ends(question)
        low, high = question.shape.low, question.shape.high
        return f"{asked}\n\n{low} = {ends[0]}\n{high} = {ends[1]}"

    def _asked(self, step: str) -> str:
        if isinstance(self.dialog.by_name[step], End):
            return self.common("answers-to-change")
        return self.say(self.place(step))

    def option(self, question: Question, option: Option) -> str:
        """Word the label of an option."""
        if option.label is not None:
            return quote(option.label, LONGEST_LABEL)
        if isinstance(self.dialog.by_name.get(option.key), Ask) and question.kind == "recap":
            return quote(self.line(option.key), LONGEST_LABEL)
        return self._label(question.step, option.key)

    def name(self, step: str) -> str:
        """Word what an answer is called in a list of answers: ``Craving``."""
        ask = self.dialog.by_name[step]
        fact = _item(ask, self.session.facts) if isinstance(ask, Ask) else None
        if fact is None:
            return self.say(self.place(step, "short"))
        return quote(str(fact.get("label") or fact["text"]), LONGEST_LABEL)

    def line(self, step: str) -> str:
        """Word one answer of the session in a line: ``Craving: 7``."""
        answer = self.session.answer(step)
        value = "" if answer is None else self.value(answer)
        return self.common("answer-line", name=self.name(step), value=value)

    def value(self, answer: Answer) -> str:
        """Word what was answered, or how it was not."""
        if answer.kind != "answered":
            return self.common(f"answer-{answer.kind}")
        ask = self.dialog.by_name[answer.step]
        assert isinstance(ask, Ask)
        if answer.words is not None:
            return quote(answer.words, LONGEST_VALUE)
        values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
        shown = [self._shown(ask, value) for value in values]
        return ", ".join(shown) if shown else self.common("answer-none")

    def _shown(self, ask: Ask, value: float | str | None) -> str:
        shape = shape_of(ask, self.session.facts)
        if isinstance(shape, Number) and isinstance(value, int | float):
            return self._with_unit(ask, shape, value)
        for option in options(shape, self.session.facts):
            if option.value == value:
                label = option.label
                return self._label(ask.name, option.key) if label is None else quote(label)
        return quote(str(value), LONGEST_VALUE)

    def _with_unit(self, ask: Ask, shape: Number, value: float) -> str:
        fact = _item(ask, self.session.facts)
        if fact is not None:
            return quote(f"{value:g} {fact.get('unit') or ''}".strip())
        return self.common(f"unit-{shape.unit}", n=value) if shape.unit else f"{value:g}"

    def _label(self, step: str, key: str) -> str:
        own = self.place(step, key)
        if key in _COMMON and not self.texts.has(self.language, own):
            rests = isinstance(self.dialog.by_name.get(step), Wait)
            return self.common("button-enough" if rests else _COMMON[key])
        return self.say(own)

    def _ends(self, question: Question) -> tuple[str, str]:
        if question.words is not None:
            return self.common("item-scale.low"), self.common("item-scale.high")
        place = question.step
        return self.say(self.place(place, "low")), self.say(self.place(place, "high"))

    def _argument(self, name: str) -> str | float | None:
        fact = self.session.facts.get(name)
        if isinstance(fact, int | float):
            return fact
        if isinstance(fact, str):
            return quote(fact, LONGEST_VALUE)
        answer = self.session.answer(name)
        if answer is not None and isinstance(answer.value, int | float):
            return answer.value
        return None if answer is None else self.value(answer)


def _item(ask: object, facts: Mapping[str, JsonValue]) -> Mapping[str, JsonValue] | None:
    if not isinstance(ask, Ask) or not isinstance(ask.answer, Item):
        return None
    fact = facts.get(ask.answer.of)
    return fact if isinstance(fact, dict) else None

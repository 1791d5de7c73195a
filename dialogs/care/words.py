"""Words: what somebody's free text may mean, by rules that say which words they saw.

This net is never the only one and never silently dismisses: where context (a negation, the
past, another person) makes suicide, overdose or violence less likely, the person is asked.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dialogs.care.skeletons import is_slip, skeleton
from dialogs.care.warning_signs import Tier, WarningSign, Why
from dialogs.care.word_rules import Category, Severity, WordBook

__all__ = ["Action", "Category", "Hit", "Screen", "Severity", "WordBook", "screen", "sign_of"]

SHORTEST_SLIP = 6
"""Letters a word needs before one wrong letter in it is read as a slip."""

NEVER_NOTHING = frozenset(
    {Category.SUICIDE_SELFHARM, Category.OVERDOSE_MEDICAL, Category.VIOLENCE_ABUSE}
)
"""Where context lowers an alert to a question, never to nothing (SIGNALS.md 2)."""

GRAVE = NEVER_NOTHING | {Category.WITHDRAWAL}
"""What is about life and limb: whoever writes of it is shown at once whom to call."""


class Action(StrEnum):
    """What to do about a message."""

    ALERT = "alert"
    ASK = "ask"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched: its id, the words it saw as a skeleton, and the context found."""

    rule: str
    category: Category
    severity: Severity
    span: str
    context: tuple[str, ...]

    @property
    def action(self) -> Action:
        """What this hit alone would do."""
        lowered = bool(self.context)
        if self.severity is Severity.EMERGENCY and not lowered:
            return Action.ALERT
        grave = self.severity in {Severity.EMERGENCY, Severity.URGENT}
        asks = not lowered or self.category in NEVER_NOTHING
        return Action.ASK if grave and asks else Action.NONE


@dataclass(frozen=True, slots=True)
class Screen:
    """What was found in one message; ``labels`` are categories, gravest hit first."""

    action: Action
    severity: Severity
    labels: tuple[Category, ...]
    why: tuple[Hit, ...]


NOTHING = Screen(Action.NONE, Severity.NONE, (), ())

_GRAVITY = (Severity.EMERGENCY, Severity.URGENT, Severity.WATCH, Severity.NONE)
_ACTIONS = (Action.ALERT, Action.ASK, Action.NONE)


def screen(text: str, language: str, books: Mapping[str, WordBook]) -> Screen:
    """Look for warning signs in a message.

    Args:
        text: What somebody typed.
        language: The person's own language; its rules come first.
        books: The rules of every language. All are used: people mix languages, and write in
            their first one when it matters.

    Returns:
        What to do and why; the hits with the gravest first.

    """
    bones = skeleton(text)
    order = sorted(books, key=lambda name: (name != language, name))
    hits = [hit for name in order for hit in _hits(bones, books[name])]
    if not hits:
        return NOTHING
    hits.sort(key=lambda hit: (_ACTIONS.index(hit.action), _GRAVITY.index(hit.severity)))
    standing = [hit for hit in hits if hit.action is not Action.NONE or not hit.context]
    return Screen(
        action=hits[0].action,
        severity=standing[0].severity if standing else Severity.NONE,
        labels=tuple(dict.fromkeys(hit.category for hit in standing)),
        why=tuple(hits),
    )


def sign_of(found: Screen, now: datetime) -> WarningSign | None:
    """Make the warning sign of a message that must reach a human now, or None.

    Its name is ``words_<category>`` of the gravest hit; words about violence in it keep the
    whole sign among counselors.
    """
    if found.action is not Action.ALERT:
        return None
    alarming = [hit for hit in found.why if hit.action is Action.ALERT]
    return WarningSign(
        sign=f"words_{alarming[0].category}",
        tier=Tier.NOW,
        why=tuple(Why("words", {"words": hit.span, "rule": hit.rule}) for hit in alarming),
        readings_at=(now,),
        safety=True,
        staff_only=Category.VIOLENCE_ABUSE in found.labels,
    )


def _hits(bones: str, book: WordBook) -> Iterator[Hit]:
    plain = book.idiom.sub("·", _written_out(bones, book))
    for rule, pattern in book.by_rule:
        found = [(match, _context(plain, match, book)) for match in pattern.finditer(plain)]
        if not found:
            continue
        match, context = min(found, key=lambda each: len(each[1]))
        kept = () if rule.unconditional else context
        yield Hit(rule.id, rule.category, rule.severity, match[0], kept)


def _written_out(bones: str, book: WordBook) -> str:
    return " ".join(_meant(word, book) for word in bones.split())


def _meant(word: str, book: WordBook) -> str:
    if word in book.slang:
        return book.slang[word]
    if len(word) < SHORTEST_SLIP or word in book.not_slips or word in book.crisis_words:
        return word
    return next((meant for meant in book.crisis_words if is_slip(word, meant)), word)


def _context(plain: str, match: re.Match[str], book: WordBook) -> tuple[str, ...]:
    """Name what makes the matched words less: a negation before them, the clause around them."""
    before = book.clause_end.split(plain[: match.start()])[-1]
    after = book.clause_end.split(plain[match.end() :])[0]
    clause = before + match[0] + after
    found = [kind for kind, pattern in book.around if pattern.search(clause)]
    return ("negation", *found) if book.negated.search(before) else tuple(found)

"""Words: what somebody's free text may mean, by rules that say which words they saw.

This net is never the only one and never silently dismisses: where context (a negation, the
past, another person) makes suicide, overdose or violence less likely, the person is asked.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from dialogs.care import word_contexts
from dialogs.care.skeletons import as_written, skeleton
from dialogs.care.warning_signs import Tier, WarningSign, Why
from dialogs.care.word_contexts import Passed
from dialogs.care.word_patterns import Span, covered, everywhere
from dialogs.care.word_rules import Category, Context, Severity, WordBook

__all__ = [
    "Action",
    "Category",
    "Hit",
    "Near",
    "Nearby",
    "Screen",
    "Severity",
    "WordBook",
    "screen",
    "sign_of",
    "together",
    "whys_of",
]

NEVER_NOTHING = frozenset(
    {Category.SUICIDE_SELFHARM, Category.OVERDOSE_MEDICAL, Category.VIOLENCE_ABUSE}
)
"""Where context lowers an alert to a question, never to nothing (SIGNALS.md 2)."""

GRAVE = NEVER_NOTHING | {Category.WITHDRAWAL}
"""What is about life and limb: whoever writes of it is shown at once whom to call."""

MOST_QUOTED = 4
"""Rules whose words an alert quotes: those behind them say the same again."""

LONGEST_NEAR = 400
"""Characters of a message that a model is asked about: what it takes grows with them."""

APART = " … "
"""What stands between words of one match that are not in a row."""

NEARNESS = "nearness"
"""What stands in place of a rule where no rule matched, but the text is near to such texts."""


class Action(StrEnum):
    """What to do about a message."""

    ALERT = "alert"
    ASK = "ask"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched: its id, the words it saw as they were written, and what is around them.

    ``context`` lessens the words; ``passed`` was found too, and says why it does not lessen them.
    """

    rule: str
    category: Category
    severity: Severity
    span: str
    context: tuple[Context, ...]
    passed: tuple[Passed, ...] = ()

    @property
    def action(self) -> Action:
        """What this hit alone would do."""
        lowered = bool(self.context)
        if self.severity is Severity.EMERGENCY:
            return Action.ASK if lowered else Action.ALERT
        asks = not lowered or self.category in NEVER_NOTHING
        return Action.ASK if self.severity is Severity.URGENT and asks else Action.NONE


@dataclass(frozen=True, slots=True)
class Screen:
    """What was found in one message; ``labels`` are categories, gravest hit first."""

    action: Action
    severity: Severity
    labels: tuple[Category, ...]
    why: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Nearby:
    """What a text is near to: a category, and what shows it.

    ``shown`` are the nearest texts of our own, or the words of the text that weighed most; ``by``
    is the model, and stands in place of a rule. ``dire`` says that it is near to emergencies above
    all.
    """

    category: Category
    shown: tuple[str, ...]
    by: str = NEARNESS
    dire: bool = False


Near = Callable[[str], Nearby | None]
"""What a text is near to, by a model a clinic may add; None where it is near to nothing."""

NOTHING = Screen(Action.NONE, Severity.NONE, (), ())

_GRAVITY = (Severity.EMERGENCY, Severity.URGENT, Severity.WATCH, Severity.NONE)
_ACTIONS = (Action.ALERT, Action.ASK, Action.NONE)


def screen(
    text: str, language: str, books: Mapping[str, WordBook], near: Near | None = None
) -> Screen:
    """Look for warning signs in a message.

    Args:
        text: What somebody typed.
        language: The person's own language; its rules come first.
        books: The rules of every language. All are used: people mix languages, and write in
            their first one when it matters.
        near: A model that is asked where the rules do not alert. It makes *ask* of *none*; where
            the rules would ask and it finds an emergency, it makes an alert that is urgent.

    Returns:
        What to do and why; the hits with the gravest first.

    """
    bones = skeleton(text).split()
    order = sorted(books, key=lambda name: (name != language, name))
    hits = [hit for name in order for hit in _hits(text, bones, books[name])]
    hits.sort(key=_order)
    found = _judged(hits)
    if found.action is Action.ALERT or near is None:
        return found
    nearby = near(text)
    plain = any(hit.action is Action.ASK and not hit.context for hit in hits)
    if nearby is None or (found.action is Action.ASK and not (plain and nearby.dire)):
        return found
    said = " | ".join(nearby.shown)
    hits.append(Hit(nearby.by, nearby.category, Severity.URGENT, said, ()))
    raised = _judged(sorted(hits, key=_order))
    if found.action is Action.NONE:
        return raised
    return replace(raised, action=Action.ALERT, severity=Severity.URGENT)


def sign_of(found: Screen, now: datetime) -> WarningSign | None:
    """Make the warning sign of a message that must reach a human, or None.

    Its name is ``words_<category>`` of the gravest hit; words about violence in it keep the
    whole sign among counselors. An emergency is told now; what is urgent is told today, while its
    writer is asked about it.
    """
    if found.action is not Action.ALERT:
        return None
    loud = found.severity is Severity.EMERGENCY
    acts = Action.ALERT if loud else Action.ASK
    alarming = [hit for hit in found.why if hit.action is acts]
    return WarningSign(
        sign=f"words_{alarming[0].category}",
        tier=Tier.NOW if loud else Tier.TODAY,
        why=tuple(line for hit in alarming[:MOST_QUOTED] for line in whys_of(hit)),
        readings_at=(now,),
        safety=True,
        staff_only=Category.VIOLENCE_ABUSE in found.labels,
    )


def whys_of(hit: Hit) -> tuple[Why, ...]:
    """Say what a hit rests on: the words and the rule, then each context and what it did."""
    lines = [Why("words", {"words": hit.span, "rule": hit.rule})]
    lines += [Why("words_context", {"context": kind, "because": "lessens"}) for kind in hit.context]
    lines += [
        Why("words_context", {"context": one.context, "because": one.because}) for one in hit.passed
    ]
    return tuple(lines)


def together(look: Callable[[str], Screen], earlier: Sequence[str], newest: str) -> Screen:
    """Read somebody's last messages together: people cut what is hard to say into pieces.

    Args:
        look: Screens one text.
        earlier: What they wrote shortly before, oldest first.
        newest: What they have just written.

    Returns:
        What the newest message is; or, where that is graver, what comes to light only when it is
        read behind the earlier ones.

    """
    alone = look(newest)
    if not earlier or alone.action is Action.ALERT:
        return alone
    known = {hit.rule for hit in (*alone.why, *look(" ".join(earlier)).why)}
    whole = look(" ".join((*earlier, newest)))
    found = _judged([hit for hit in whole.why if hit.rule not in known])
    graver = _ACTIONS.index(found.action) < _ACTIONS.index(alone.action)
    return found if graver else alone


def _order(hit: Hit) -> tuple[int, int, bool]:
    """Put the gravest hit first, and words in one piece before words from here and there."""
    return _ACTIONS.index(hit.action), _GRAVITY.index(hit.severity), APART in hit.span


def _judged(hits: list[Hit]) -> Screen:
    if not hits:
        return NOTHING
    standing = [hit for hit in hits if hit.action is not Action.NONE or not hit.context]
    return Screen(
        action=hits[0].action,
        severity=standing[0].severity if standing else Severity.NONE,
        labels=tuple(dict.fromkeys(hit.category for hit in standing)),
        why=tuple(hits),
    )


def _hits(text: str, bones: list[str], book: WordBook) -> Iterator[Hit]:
    laid, origin = book.vocabulary.lay(bones)
    idioms = covered(span for _, _, span in book.idioms.find(laid))
    if idioms:
        laid, origin = book.vocabulary.lay(bones, idioms)
    around: word_contexts.Around | None = None
    best: dict[str, _Found] = {}
    for name, pattern, span in book.finder.find(laid):
        if around is None:
            around = word_contexts.look_around(laid, book.contexts)
        context, passed = word_contexts.judge(around, span, book.rules[name].despite)
        spans = (span, *everywhere(pattern, laid))
        found = _Found(context, passed, spans)
        if name not in best or found.rank < best[name].rank:
            best[name] = found
    for name, found in best.items():
        rule, said = book.rules[name], _said(text, bones, origin, found.spans)
        yield Hit(name, rule.category, rule.severity, said, found.context, found.passed)


@dataclass(frozen=True, slots=True)
class _Found:
    """One match of a rule: what stands around it, and where all that it rests on stands."""

    context: tuple[Context, ...]
    passed: tuple[Passed, ...]
    spans: tuple[Span, ...]

    @property
    def rank(self) -> tuple[int, int, int]:
        """How well it speaks for its rule, the best first: no context, in one piece, long."""
        start, end = self.spans[0]
        return len(self.context), len(self.spans), start - end


def _said(text: str, bones: list[str], origin: list[int], spans: Sequence[Span]) -> str:
    """Return the words of a match as they were written, as far as they can be told apart."""
    places = [(origin[start], origin[end - 1] + 1) for start, end in sorted(spans)]
    return APART.join(as_written(text, bones, start, end) for start, end in places)

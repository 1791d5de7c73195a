"""One language's texts, parsed: what Fluent makes of the files of a folder or two."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from dialogs.errors import Problem, awaits_review

Entry = ast.Message | ast.Term


@dataclass(slots=True)
class Language:
    """One language's texts, parsed.

    Attributes:
        ours: Every key that the first folder has.
        borrowed: Every key that is worded in the default language.
        marks: What stands after ``needs-review:`` above a message, by its name.

    """

    bundle: FluentBundle
    ours: frozenset[str] = frozenset()
    borrowed: frozenset[str] = frozenset()
    marks: dict[str, Problem] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    variables: dict[str, frozenset[str]] = field(default_factory=dict)
    places: dict[str, tuple[str, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def parse(language: str, folders: Sequence[Iterable[Path]]) -> Language:
    """Read files, folder by folder; a later one replaces what an earlier one says, key by key."""
    parsed = Language(FluentBundle([language], use_isolating=False))
    for number, folder in enumerate(folders):
        for path in folder:
            _add(parsed, f"{path.parent.name}/{path.name}", path.read_text(encoding="utf-8"))
        if number == 0:
            parsed.ours = frozenset(parsed.places)
    return _ready(parsed)


def borrowing(parsed: Language, default: Language) -> Language:
    """Add what the clinic wrote in the default language only.

    The words are there as well as the keys, so that a version of a dialog can be kept whole.
    """
    lacking = default.places.keys() - default.ours - parsed.places.keys()
    names = sorted({key.partition(".")[0] for key in lacking})
    for name in names:
        own = parsed.entries.get(name)
        parsed.entries[name] = _merged(default.entries[name], own or default.entries[name])
    borrowed = ast.Resource([parsed.entries[name] for name in names])
    parsed.bundle.add_resource(borrowed, allow_overrides=True)
    for key in lacking:
        parsed.places[key] = default.places[key]
    parsed.borrowed = frozenset(lacking & default.variables.keys())
    parsed.variables |= {key: default.variables[key] for key in parsed.borrowed}
    return parsed


def above(language: str, words: str, below: Language) -> Language:
    """Read words that were kept; a message in them stands for the whole message below."""
    parsed = Language(FluentBundle([language], use_isolating=False))
    _add(parsed, "kept", words)
    for name in below.entries.keys() - parsed.entries.keys():
        parsed.entries[name] = below.entries[name]
    return _ready(parsed)


def _add(parsed: Language, file: str, source: str) -> None:
    """Read one file; what it says of a message replaces what was there, key by key."""
    seen: set[str] = set()
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.Junk):
            line = _line(source, entry)
            parsed.problems.append(Problem(file, line, "this is not a Fluent text"))
        if not isinstance(entry, ast.Message | ast.Term):
            continue
        line = _line(source, entry.id)
        for key, _ in _patterns(entry):
            if key in seen:
                parsed.problems.append(Problem(file, line, f"{key} is written twice"))
            parsed.places[key] = (file, line)
            seen.add(key)
        name = _name(entry)
        _mark(parsed, name, entry, Problem(file, _line(source, entry), ""))
        parsed.entries[name] = _merged(parsed.entries.get(name), entry)


def _line(source: str, node: ast.SyntaxNode) -> int:
    return source.count("\n", 0, node.span.start if node.span else 0) + 1


def _mark(parsed: Language, name: str, entry: Entry, place: Problem) -> None:
    """Note that a text is under review; whoever words it anew has answered for it."""
    comment = entry.comment.content if entry.comment and entry.comment.content else ""
    reason = awaits_review(comment)
    if reason is not None:
        sentence = f"{name} needs a clinician's review: {reason}"
        parsed.marks[name] = replace(place, sentence=sentence)
    elif entry.value is not None:
        parsed.marks.pop(name, None)


def _merged(before: Entry | None, entry: Entry) -> Entry:
    attributes = {one.id.name: one for one in before.attributes} if before else {}
    attributes |= {one.id.name: one for one in entry.attributes}
    if isinstance(entry, ast.Term):
        return ast.Term(entry.id, entry.value, list(attributes.values()))
    value = entry.value or (before.value if before else None)
    return ast.Message(entry.id, value, list(attributes.values()))


def _ready(parsed: Language) -> Language:
    """Hand everything that was read to Fluent, and note what each text needs."""
    parsed.bundle.add_resource(ast.Resource(list(parsed.entries.values())))
    for entry in parsed.entries.values():
        if isinstance(entry, ast.Message):
            for key, pattern in _patterns(entry):
                parsed.variables[key] = frozenset(_arguments(parsed, pattern))
    return parsed


def _arguments(parsed: Language, pattern: ast.Pattern) -> set[str]:
    """Return the arguments of a text, those of every text it is put together from included."""
    found, seen, wanted = set[str](), set[str](), [Mentioned.in_(pattern)]
    while wanted:
        one = wanted.pop()
        found |= one.arguments
        for name in one.others - seen:
            seen.add(name)
            entry = parsed.entries.get(name)
            wanted += [] if entry is None or entry.value is None else [Mentioned.in_(entry.value)]
    return found


def _name(entry: Entry) -> str:
    return f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name


def _patterns(entry: Entry) -> Iterable[tuple[str, ast.Pattern]]:
    name = _name(entry)
    if entry.value is not None:
        yield name, entry.value
    for attribute in entry.attributes:
        yield f"{name}.{attribute.id.name}", attribute.value


class Mentioned(Visitor):
    """What a text mentions: its arguments, and other messages and terms by name."""

    def __init__(self) -> None:
        super().__init__()
        self.arguments: set[str] = set()
        self.others: set[str] = set()

    @classmethod
    def in_(cls, part: ast.BaseNode) -> "Mentioned":
        """Look through a text, or a whole message with its labels."""
        mentioned = cls()
        mentioned.visit(part)
        return mentioned

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: D102, N802 - fluent's name
        self.arguments.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: D102, N802 - fluent's name
        self.others.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: D102, N802 - fluent's name
        self.others.add(f"-{node.id.name}")
        self.generic_visit(node)

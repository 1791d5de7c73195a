"""The playbook: all content, read and checked once at start; immutable from then on.

A clinic may bring a folder of its own, shaped like ``content/``: its files replace ours by
name, its texts replace ours key by key.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dialogs import files
from dialogs.care import word_files
from dialogs.care.catalogue import Catalogue, unworded
from dialogs.care.first_plan import FirstPlan
from dialogs.care.helplines import Helplines
from dialogs.care.ladders import Ladders
from dialogs.care.likeness import Likeness, either
from dialogs.care.phases import Phases
from dialogs.care.series import SeriesRules
from dialogs.care.sign_rules import Rules, Tier
from dialogs.care.warning_signs import Reading, detect
from dialogs.care.words import Near, WordBook
from dialogs.engine import proofs
from dialogs.engine.player import Player
from dialogs.engine.proofs import notes
from dialogs.engine.proofs.paths import answers_to, is_flagged
from dialogs.engine.proofs.ways import Map
from dialogs.engine.sources import Source, read_dialog
from dialogs.engine.versions import Definition, definition_of, restore
from dialogs.errors import ContentProblems, Problem, UnknownDialog
from dialogs.files import Model
from dialogs.texts import DEFAULT_LANGUAGE, Texts

CONTENT = Path(__file__).parent / "content"


@dataclass(frozen=True, slots=True)
class Playbook:
    """Everything the rules need to know: dialogs ready to play, texts, rules, lines, goals.

    ``definitions`` are the dialogs as they are kept for sessions, by name; ``notes`` say what is
    not wrong but should be known: texts a language lacks, words a clinician has yet to confirm.
    ``for_show`` is a playbook that no client is asked from, such as the demo's: it holds back
    nothing that is still under review.
    """

    players: Mapping[str, Player]
    definitions: Mapping[str, Definition]
    texts: Texts
    rules: Rules
    ladders: Ladders
    words: Mapping[str, WordBook]
    helplines: Helplines
    catalogue: Catalogue
    first_plan: FirstPlan
    phases: Phases
    series: SeriesRules
    near: Near | None = None
    notes: tuple[Problem, ...] = ()
    for_show: bool = False
    _older: dict[str, tuple[Player, Texts]] = field(default_factory=dict, repr=False)

    @property
    def fingerprints(self) -> Mapping[str, str]:
        """The present version of every dialog, by its name."""
        return {name: player.fingerprint for name, player in self.players.items()}

    def withheld(self, language: str) -> frozenset[str]:
        """Name the texts that are not shown to anybody before a clinician has confirmed them."""
        return frozenset() if self.for_show else self.texts.under_review(language)

    def player(self, dialog: str) -> Player:
        """Return the present version of a dialog. Raises UnknownDialog."""
        if dialog not in self.players:
            raise UnknownDialog(dialog)
        return self.players[dialog]

    def version(self, fingerprint: str) -> Player | None:
        """Return a version of a dialog that is loaded or was compiled before."""
        present = (p for p in self.players.values() if p.fingerprint == fingerprint)
        older = self._older.get(fingerprint)
        return next(present, None) or (older[0] if older else None)

    def texts_of(self, fingerprint: str) -> Texts:
        """Return the texts in the words of a version: those of today, unless it is an older one."""
        return self._older[fingerprint][1] if fingerprint in self._older else self.texts

    def compile(self, fingerprint: str, kept: Definition | None) -> Player:
        """Compile an older version, kept for the sessions that began with it.

        Raises:
            UnknownDialog: It was not kept, is no dialog that this program understands, or lacks
                words.

        """
        if kept is None:
            raise UnknownDialog(fingerprint)
        self._older[fingerprint] = restore(fingerprint, kept, self.texts)
        return self._older[fingerprint][0]


def load(
    extra: Path | None = None, near: Near | None = None, language: str = DEFAULT_LANGUAGE
) -> Playbook:
    """Read and check all content.

    Args:
        extra: The clinic's own content folder, if it has one.
        near: A model that helps to notice trouble in free text, if there is one, behind likeness.
        language: The clinic's. What it writes itself must be there in this one at least.

    Raises:
        ContentProblems: Everything that is wrong, in all files at once.

    """
    folders = [CONTENT, extra] if extra else [CONTENT]
    content = _Content()
    texts = Texts.load([folder / "texts" for folder in folders], language)
    sources = content.dialogs(_each(folders, "dialogs"), texts)
    rules = content.model(_last(folders, "warning_signs.yaml"), Rules)
    content.problems += _unheard(sources, rules) if rules is not None else ()
    ladders = content.model(_last(folders, "ladders.yaml"), Ladders)
    helplines = content.model(_last(folders, "helplines.yaml"), Helplines)
    catalogue = content.catalogue(_last(folders, "catalogue.yaml"), texts)
    words, unread = word_files.read(_words(folders))
    content.problems += unread
    first_plan = content.model(_last(folders, "first_plan.yaml"), FirstPlan)
    phases = content.model(_last(folders, "phases.yaml"), Phases)
    series = content.model(_last(folders, "series.yaml"), SeriesRules)
    content.problems += _unrecorded(sources, series) if series is not None and sources else ()
    content.problems += _strange(first_plan, catalogue)
    if rules is None or ladders is None or helplines is None or catalogue is None:
        raise ContentProblems(content.problems)
    if first_plan is None or phases is None or series is None or content.problems:
        raise ContentProblems(content.problems)
    dialogs = {source.dialog.dialog: source.dialog for source in sources}
    definitions = {name: definition_of(dialog, texts) for name, dialog in dialogs.items()}
    return Playbook(
        players={name: Player(one, definitions[name].fingerprint) for name, one in dialogs.items()},
        definitions=definitions,
        texts=texts,
        rules=rules,
        ladders=ladders,
        words=words,
        helplines=helplines,
        catalogue=catalogue,
        first_plan=first_plan,
        phases=phases,
        series=series,
        near=either(Likeness.read(), near),
        notes=tuple(sorted({*notes.lacking(texts), *texts.marks(), *_marks(folders)})),
    )


def _strange(first_plan: FirstPlan | None, catalogue: Catalogue | None) -> Iterable[Problem]:
    """List goals of the first plan that the catalogue does not know."""
    if first_plan is None or catalogue is None:
        return ()
    return first_plan.strangers(catalogue)


class _Content:
    """Content being read; what is wrong adds up instead of ending the reading."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def model(self, path: Path, model: type[Model]) -> Model | None:
        try:
            return files.read_model(path, model)
        except ContentProblems as found:
            self.problems += found.problems
            return None

    def dialogs(self, paths: Iterable[Path], texts: Texts) -> list[Source]:
        sources = []
        for path in paths:
            try:
                sources.append(read_dialog(path))
            except ContentProblems as found:
                self.problems += found.problems
        self.problems += proofs.check(sources, texts)
        return sources

    def catalogue(self, path: Path, texts: Texts) -> Catalogue | None:
        catalogue = self.model(path, Catalogue)
        self.problems += unworded(catalogue, texts) if catalogue is not None else ()
        return catalogue


def _marks(folders: Sequence[Path]) -> Iterator[Problem]:
    """Find what is marked for review in the files that are used, other than texts."""
    whole = [_last(folders, path.name) for path in sorted(CONTENT.glob("*.yaml"))]
    rules = [path for paths in word_files.of(_words(folders)).values() for path in paths]
    for path in [*_each(folders, "dialogs"), *rules, *whole]:
        yield from files.marks(path)


def _words(folders: Sequence[Path]) -> list[Path]:
    return [folder / "words" for folder in folders]


def _unheard(sources: Iterable[Source], rules: Rules) -> Iterator[Problem]:
    """Find what may happen at a safety question without anybody being paged.

    Together with the proof that a safety question follows every red-flag answer this says:
    no red flag is lost on any path.
    """
    for source in sources:
        for ask in source.dialog.asks:
            for answer in answers_to(source.dialog, ask) if ask.safety else ():
                if answer.kind == "answered" and not is_flagged(ask, answer):
                    continue
                reading = Reading(ask.records or "", answer.value, answer.at, None, answer.kind)
                signs = detect(rules, (reading,), answer.at, zone="UTC")
                if Tier.NOW not in {sign.tier for sign in signs}:
                    what = answer.value or answer.kind
                    sentence = f"{what} at {ask.name} would page nobody"
                    yield source.problem(ask.name, sentence, Map(source.dialog).at(ask, answer))


def _unrecorded(sources: Iterable[Source], series: SeriesRules) -> Iterator[Problem]:
    """Find what the rules of series look at, though no question records it."""
    recorded = {ask.records for source in sources for ask in source.dialog.asks}
    for item in sorted(series.items - recorded):
        yield Problem("series.yaml", 0, f"{item}: no question of any dialog records this")


def _each(folders: Sequence[Path], kind: str) -> Iterable[Path]:
    """Return the files of a kind, one for each name: that of the last folder that has it."""
    paths = (path for folder in folders for path in sorted((folder / kind).glob("*.yaml")))
    return {path.name: path for path in paths}.values()


def _last(folders: Sequence[Path], name: str) -> Path:
    return next(folder / name for folder in reversed(folders) if (folder / name).exists())

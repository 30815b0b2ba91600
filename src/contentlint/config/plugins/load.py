"""Brings together the rules that settings name, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from contentlint.config.files import SettingsFile, is_within, read_source, top
from contentlint.config.plugins.sources import FOLDER, PACKS, PLUGIN_LIST, Sources
from contentlint.config.problems import ConfigError, KeyPath
from contentlint.rules.base import AnyRule, BoundMessage, Message
from contentlint.rules.entry import RuleEntry
from contentlint.rules.registry import Registry, RuleFileProblem
from contentlint.text import SourceText, Span
from contentlint.text.records import NamedTuple

_NO_FOLDER: Final = Message(
    en="There is no folder ‘{name}’, so no rules of this site are used. Paths start from the folder of these settings.",
    nl="Er is geen map ‘{name}’; er doen dus geen eigen regels mee. Paden beginnen in de map van deze instellingen.",
)
_OUTSIDE: Final = Message(
    en="This folder lies outside the project, so its rules are not used. Put a copy of it beside the settings.",
    nl="Deze map ligt buiten het project; haar regels doen dus niet mee. Zet er een kopie van bij de instellingen.",
)
_FILE_OUTSIDE: Final = Message(
    en="This file leads outside the project, so its rules are not used. Put a copy of it in its place.",
    nl="Dit bestand leidt naar buiten het project; zijn regels doen dus niet mee. Zet er een kopie van op deze plek.",
)
_NO_FILE: Final = Message(
    en="This is no file with text, so there are no rules in it. Take it away, or give it another name.",
    nl="Dit is geen bestand met tekst, dus er staan geen regels in. Haal het weg of geef het een andere naam.",
)
_NAME_TAKEN: Final = Message(
    en="There is a rule ‘{key}’ already, in {origin}, so this one is not used. Give it another name.",
    nl="Er is al een regel ‘{key}’, in {origin}; deze doet dus niet mee. Geef hem een andere naam.",
)
_CODE_TAKEN: Final = Message(
    en="There is a rule with the code ‘{key}’ already, in {origin}, so this one is not used. Give it another code.",
    nl="Er is al een regel met de code ‘{key}’, in {origin}; deze doet dus niet mee. Geef hem een andere code.",
)
_OURSELVES: Final = "contentlint"


class Source(NamedTuple):
    """A file, and the place in it that something is about."""

    path: Path
    text: SourceText
    span: Span


class Candidate(NamedTuple):
    """A rule, with the places of its name, its code, and its examples where they are known."""

    rule: type[AnyRule]
    name: Source
    code: Source
    examples: tuple[Span, ...] = ()


class Plugins:
    """The rules that settings name besides the built-in ones.

    Args:
        registry: the rules to which these are added; of two with one name or code the first is kept.
        sources: what the settings name.
        file: the file of settings; None when there is none.
        root: the folder that paths in the settings start from.
        run_code: whether rules in Python may be run. Without, those rules are not there.

    Attributes:
        candidates: the rules that were found, also those whose name is taken.
        registry: all rules, with what kept others out.
        folder: the folder with the site's own rules, if the settings name one.
    """

    def __init__(
        self, registry: Registry, sources: Sources, file: SettingsFile | None, root: Path, *, run_code: bool
    ) -> None:
        self._file: Final = file
        self._root: Final = root
        self._homes: Final = (top(root), file.path.absolute().parent if file else root, PACKS)
        self._run_code: Final = run_code
        self._problems: Final[list[RuleFileProblem]] = []
        self._complete = True
        self.candidates: Final[list[Candidate]] = []
        self.folder: Final = root / sources.folder if sources.folder is not None else None
        for name in sources.packs:
            self._declared(PACKS / f"{name}.yaml", f"{_OURSELVES} ({name})", name)
        if sources.folder is not None:
            self._folder(sources.folder)
        for index, name in enumerate(sources.plugins):
            self._installed(name, (PLUGIN_LIST, index))
        self.registry: Final = self._added_to(registry)

    def _folder(self, name: str) -> None:
        folder = self._root / name
        if not is_within(folder, self._homes):
            self._say_at((FOLDER,), _OUTSIDE())
        elif not folder.is_dir():
            self._say_at((FOLDER,), _NO_FOLDER(name=name))
        else:
            for path in sorted(folder.glob("*.yaml")):
                self._declared(path, self._shown(path))
            self._python(folder)

    def _declared(self, path: Path, shown: str, pack: str = "") -> None:
        from contentlint.config.plugins.rule_files import Told, read_rule_file  # noqa: PLC0415 - only with such files

        if (source := self._read(path)) is None:
            return
        told: list[Told] = []
        for one in read_rule_file(source, shown, told, pack):
            name, code = (Source(path, source, span) for span in (one.name, one.code))
            self.candidates.append(Candidate(one.rule, name, code, one.examples))
        for problem in told:
            self._say(Source(path, source, problem.span), problem.message)

    def _python(self, folder: Path) -> None:
        from contentlint.config.plugins.python_rules import (  # noqa: PLC0415 - only with such files
            PythonFolder,
            RuleError,
            python_files,
        )

        files = python_files(folder)
        if not self._run_code:
            self._complete &= not files
            return
        package = PythonFolder(folder)
        for path in files:
            if (source := self._read(path)) is None:
                continue
            try:
                for rule, line in package.rules(path, self._shown(path)):
                    place = Source(path, source, _line(source, line, 1))
                    self.candidates.append(Candidate(rule, place, place))
            except RuleError as error:
                self._say(Source(path, source, _line(source, error.line, error.column)), error.message)

    def _installed(self, name: str, key: KeyPath) -> None:
        from contentlint.config.plugins.python_rules import RuleError, installed_rules  # noqa: PLC0415 - only with plug-ins

        if not self._run_code:
            self._complete = False
            return
        try:
            place = self._place(key)
            self.candidates.extend(Candidate(found.rule, place, place) for found in installed_rules(name))
        except RuleError as error:
            self._say_at(key, error.message)

    def _read(self, path: Path) -> SourceText | None:
        wrong = (
            # What is wrong in a file is shown, so a link in the folder of somebody else must not choose just any.
            _FILE_OUTSIDE() if not is_within(path, self._homes) else _NO_FILE() if not path.is_file() else None
        )
        if wrong is not None:
            self._say(Source(path, SourceText(""), Span(0, 0)), wrong)
            return None
        try:
            return read_source(path)
        except ConfigError as error:
            for problem in error.problems:
                self._say(Source(path, SourceText(""), Span(0, 0)), problem.message)
            return None

    def _shown(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()

    def _place(self, key: KeyPath) -> Source:
        if self._file is None:
            return Source(self._root, SourceText(""), Span(0, 0))
        from contentlint.config.places import span_of  # noqa: PLC0415 - only for plug-ins, and what is wrong

        span = span_of(self._file.source, (*self._file.prefix, *key), at_key=False)
        return Source(self._file.path, self._file.source, span)

    def _say_at(self, key: KeyPath, message: BoundMessage) -> None:
        self._say(self._place(key), message)

    def _say(self, place: Source, message: BoundMessage) -> None:
        self._complete = False
        self._problems.append(RuleFileProblem(*place, message))

    def _added_to(self, registry: Registry) -> Registry:
        entries = list(registry)
        names = {entry.name: entry for entry in entries}
        codes = {entry.code: entry for entry in entries}
        for candidate in self.candidates:
            info = candidate.rule.info
            if other := names.get(info.name):
                self._say(candidate.name, _NAME_TAKEN(key=info.name, origin=_origin(other)))
            elif other := codes.get(info.code):
                self._say(candidate.code, _CODE_TAKEN(key=info.code, origin=_origin(other)))
            else:
                entry = RuleEntry.of(candidate.rule)
                entries.append(entry)
                names[info.name] = codes[info.code] = entry
        problems = sorted(self._problems, key=lambda problem: (str(problem.path), problem.span))
        return Registry(entries, problems=tuple(problems), complete=self._complete)


def _origin(rule: RuleEntry) -> str:
    return rule.origin.name if rule.origin else _OURSELVES


def _line(source: SourceText, line: int, column: int) -> Span:
    """Return the rest of a line from a column; the beginning of the file for line 0."""
    if not line:
        return Span(0, 0)
    start, end = source.line_span(min(line, source.line_count))
    return Span(min(start + max(column, 1) - 1, end), end)

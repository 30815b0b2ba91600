"""Checks files: reads them, finds the site around each, and runs the linter."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Final, Self

from contentlint.config import ChosenRule, Settings
from contentlint.document import Document, Surroundings
from contentlint.document.document import CODE_SHORTCODES, PROSE_PARAMETERS
from contentlint.document.facts import facts_of
from contentlint.engine.linter import lint
from contentlint.engine.outcomes import Outcome
from contentlint.engine.page_facts import PageFacts, pack
from contentlint.engine.page_language import language_of
from contentlint.engine.proofreading import Proofreading
from contentlint.engine.results import FileResult, Notice
from contentlint.engine.site_linter import SiteFinding, SiteLinter
from contentlint.engine.timing import Timing
from contentlint.rules.base import BoundMessage, Violation
from contentlint.rules.engine_rules import ENCODING, RULE_FILE_INVALID, SITE_SETTINGS_INVALID
from contentlint.rules.registry import RuleFileProblem, builtin
from contentlint.rules.system_errors import reason_of
from contentlint.site import ConfigProblem, Given, Page, Site, TemplateFacts, profile_from_settings
from contentlint.site.site import is_end
from contentlint.site.watching import Watch
from contentlint.text import SourceText
from contentlint.text.binary import is_binary, is_utf16
from contentlint.text.records import NamedTuple

MAXIMUM_SIZE: Final = 16 * 2**20
"""Bytes above which a file is no page."""


class _Prepared(NamedTuple):
    """A text ready to be checked: the document, its page with what the settings say of it, and the rules to run."""

    document: Document
    page: Page
    rules: tuple[ChosenRule, ...]


class Checker:
    """Checks one file after another; what it learns of a site is kept for the next file.

    Used as a context manager, it ends at its end what it started. Without, call ``close``.

    Args:
        settings: the settings of the run.
        on_notice: is told what people should know of the run itself.
        proofreads: whether LanguageTool may be asked, where the settings want it.
        watches: whether to note what is looked at of each site.
        timing: measures where the time goes.
    """

    def __init__(
        self,
        settings: Settings,
        on_notice: Callable[[Notice], None] = lambda _: None,
        *,
        proofreads: bool = True,
        watches: bool = False,
        timing: Timing | None = None,
    ) -> None:
        self._timing: Final = timing
        self._watches: Final = watches
        self._settings: Final = settings
        self._given: Final = _given(settings)
        self._sites: Final[dict[tuple[Path, bool], Site]] = {}
        self._folders: Final[dict[Path, Site]] = {}
        self._by_folder: Final[dict[str, Site]] = {}
        self._site_linters: Final[dict[Site, SiteLinter]] = {}
        self._proofreading: Final = Proofreading(settings.languagetool, on_notice, allowed=proofreads)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End what was started for the run."""
        self._proofreading.close()

    def page(self, path: Path) -> Page:
        """Return what its site knows of a file, before the settings add theirs."""
        return self.site(path).page(path)

    def check_file(self, path: Path) -> FileResult:
        """Return the outcome for a file; one that cannot be read has a violation that says so."""
        data = read_page(path)
        return data if isinstance(data, FileResult) else self.check_source(SourceText.from_bytes(data), path)

    def read(self, source: SourceText, path: Path) -> tuple[Document, Page]:
        """Return a text that stands, or will stand, at ``path`` as rules see it, and what its site and the settings say of it."""
        prepared = self._prepare(source, path)
        return prepared.document, prepared.page

    def check_source(
        self, source: SourceText, path: Path, *, is_stale: Callable[[], bool] = lambda: False
    ) -> FileResult:
        """Return the outcome for a text that stands, or will stand, at ``path``.

        Args:
            source: the text.
            path: its place.
            is_stale: whether nobody waits for the outcome any more; asked again and again.

        Raises:
            StaleError: nobody does.
        """
        outcome = self.examine(source, path, is_stale=is_stale)
        self.take(path, outcome)
        return FileResult(shown_path(path), shown_part(source), outcome.language, outcome.violations)

    def examine(self, source: SourceText, path: Path, *, is_stale: Callable[[], bool] = lambda: False) -> Outcome:
        """Return what is found in a text; see ``check_source``. Rules about the whole site do not get to know of it."""
        with self._stage("site, front matter, language"):
            document, page, rules = self._prepare(source, path)
        if self._timing is not None:  # elsewhere, each is made when it is first asked for
            with self._stage("Markdown"):
                _ = document.nodes
            with self._stage("prose"):
                _ = document.prose
        chosen = rules
        rules = self._proofreading.prepare(document, rules, shown_path(path))
        with self._stage("rules"):
            violations = lint(document, page, rules, self._settings.registry, is_stale=is_stale, timing=self._timing)
        return Outcome(document.language, violations, _facts(document, chosen))

    def survey(self, source: SourceText, path: Path) -> Outcome:
        """Return what rules about the whole site must know of a text; no rule looks at it."""
        document, _, rules = self._prepare(source, path)
        return Outcome(document.language, (), _facts(document, rules))

    def _stage(self, name: str) -> AbstractContextManager[None]:
        return nullcontext() if self._timing is None else self._timing.stage(name)

    def take(self, path: Path, outcome: Outcome) -> None:
        """Let the rules about the whole site know of a file."""
        if outcome.facts is not None:
            site = self.site(path)
            linter = self._site_linters.get(site)
            if linter is None:
                linter = self._site_linters[site] = SiteLinter(site, self._settings.registry, self._rules_of)
            linter.add(path, outcome.facts)

    def _rules_of(self, path: Path) -> tuple[ChosenRule, ...]:
        return self._settings.for_path(self._settings.relative(path)).rules

    def _prepare(self, source: SourceText, path: Path) -> _Prepared:
        settings = self._settings
        relative = settings.relative(path)
        chosen = settings.for_path(relative)
        page = self.page(path)
        rules = chosen.rules
        shown = shown_part(source)
        if shown is not source:
            source = shown
            rules = tuple(map(ChosenRule, builtin().select(ENCODING)))
        language = chosen.language or language_of(page, source.text).language or chosen.default_language or ""
        document = Document(source, page.path, surroundings(page, settings, language))
        declared = settings.schemas_for(relative, section=page.section, kind=page.kind, language=language)
        page = page.with_settings(
            words=settings.words_for(language),
            schemas=tuple(schema for declaration in declared for schema in declaration.checks),
            language=language,
            feature_views=profile_from_settings(*settings.images),
        )
        return _Prepared(document, page, rules)

    def check_sites(self, run: Callable[[SiteLinter], Iterable[SiteFinding]] = SiteLinter.run) -> Iterator[FileResult]:
        """Yield what rules about whole sites find, once all files are checked; each file in which there is something.

        Args:
            run: runs the rules of a site, or knows what they would find.
        """
        for linter in self._site_linters.values():
            for below, language, violations in run(linter):
                path = linter.file(below)
                try:
                    source = SourceText.from_bytes(path.read_bytes())
                except OSError:
                    continue  # The file vanished in between; what was found in it is gone with it.
                yield FileResult(shown_path(path), source, language, violations)
        yield from self.check_settings()

    def look_at_pages(self) -> Iterator[tuple[Path, tuple[Violation, ...]]]:
        """Yield what rules about whole sites find in the files they know of; nothing is read."""
        for linter in self._site_linters.values():
            for found in linter.run():
                yield linter.file(found.path), found.violations

    def check_settings(self) -> Iterator[FileResult]:
        """Yield what is wrong with the settings of the sites that were met and with files of rules, file by file."""
        for site in self._sites.values():
            yield from self._check_settings_of(site)
        yield from self._check_rule_files()

    def _check_settings_of(self, site: Site) -> Iterator[FileResult]:
        """Yield what is wrong with the settings of a site, file by file."""
        by_path: dict[str, list[ConfigProblem]] = {}
        for problem in site.problems:
            by_path.setdefault(problem.path, []).append(problem)
        if by_path:
            from contentlint.rules.contentlint.site_settings_invalid import SiteSettingsInvalid  # noqa: PLC0415 - rare
        for relative, problems in by_path.items():
            path = site.root / relative
            chosen = self._settings.for_path(self._settings.relative(path)).rules
            rule = next((one for one in chosen if one.entry.name == SITE_SETTINGS_INVALID), None)
            if rule is None or self._settings.is_excluded(path):
                continue
            try:
                source = SourceText.from_bytes(path.read_bytes())
            except OSError:
                source = SourceText("")
            violations = [SiteSettingsInvalid.report(problem, source) for problem in problems]
            if rule.severity is not None:
                violations = [violation._replace(severity=rule.severity) for violation in violations]
            yield FileResult(shown_path(path), source, "", tuple(sorted(violations, key=lambda one: one.span)))

    def _check_rule_files(self) -> Iterator[FileResult]:
        """Yield why rules that the settings name cannot be used, file by file."""
        by_path: dict[Path, list[RuleFileProblem]] = {}
        for problem in self._settings.registry.problems:
            by_path.setdefault(problem.path, []).append(problem)
        if by_path:
            from contentlint.rules.contentlint.rule_file_invalid import RuleFileInvalid  # noqa: PLC0415 - rare
        for path, problems in by_path.items():
            chosen = self._settings.for_path(self._settings.relative(path)).rules
            if rule := next((one for one in chosen if one.entry.name == RULE_FILE_INVALID), None):
                violations = [RuleFileInvalid.report(problem) for problem in problems]
                if rule.severity is not None:
                    violations = [violation._replace(severity=rule.severity) for violation in violations]
                yield FileResult(shown_path(path), problems[0].source, "", tuple(violations))

    def site(self, path: Path) -> Site:
        """Return the site that a file belongs to; the same object for all its files, with what it has read."""
        folder = os.path.dirname(path)  # noqa: PTH120 - asked for every file, and a text is quickly looked up
        known = self._by_folder.get(folder)
        if known is None:
            known = self._by_folder[folder] = self._site_of(path.parent.absolute())
        return known

    def _site_of(self, folder: Path) -> Site:
        """Return the site of a folder; folders in which one was looked for are not looked at again."""
        passed: list[Path] = []
        for place in (folder, *folder.parents):
            if (known := self._folders.get(place)) is not None:
                break
            passed.append(place)
            if (found := Site.at(place, self._given)) is not None or is_end(place):
                known = self._same(found)
                break
        else:
            known = self._same(None)
        self._folders.update(dict.fromkeys(passed, known))
        return known

    def _same(self, found: Site | None) -> Site:
        """Return a site, or the plain folder where there is none: the object with what it has read before."""
        site = found or Site.none(self._settings.root, self._given)
        if self._watches and site.files.watch is None:
            site.files.watch = Watch()
        return self._sites.setdefault((site.root, site.is_hugo), site)


def read_page(path: Path) -> bytes | FileResult:
    """Return the content of a file, or the outcome for one that cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read(MAXIMUM_SIZE + 1)
    except OSError as error:
        from contentlint.rules.contentlint.file_not_checked import FileNotChecked  # noqa: PLC0415 - rare

        return _not_checked(path, FileNotChecked.unreadable(reason=reason_of(error)))
    if len(data) > MAXIMUM_SIZE:
        from contentlint.rules.contentlint.file_not_checked import FileNotChecked  # noqa: PLC0415 - rare

        size = round(max(size, len(data)) / 2**20)
        return _not_checked(path, FileNotChecked.too_large(size=size, limit=MAXIMUM_SIZE // 2**20))
    return data


def _not_checked(path: Path, why: BoundMessage) -> FileResult:
    from contentlint.rules.contentlint.file_not_checked import FileNotChecked  # noqa: PLC0415 - rare

    return FileResult(shown_path(path), SourceText(""), "", (FileNotChecked.report(why),))


def shown_part(source: SourceText) -> SourceText:
    """Return what is looked at of a text: the beginning of one that is no text; else the very object."""
    if is_binary(source.text) or is_utf16(source.text):
        return SourceText(source.text[:65536], invalid=source.invalid[:1])
    return source


def surroundings(page: Page, settings: Settings, language: str) -> Surroundings:
    """Return what a document must be told of its page."""
    templates = page.shortcodes

    def is_inner(name: str) -> bool | None:
        template = templates.find(name)
        return None if template is None else template.inner

    def shows_code(name: str) -> bool:
        template = templates.find(name)
        if template is None or template.inner_as == "unknown":
            return name.lower() in CODE_SHORTCODES
        return template.inner_as == "code"

    prose_parameters = {one.name.lower(): frozenset(one.text) for one in settings.shortcodes if one.text}
    return Surroundings(
        language,
        is_inner,
        shows_code,
        lambda name: prose_parameters.get(name.lower(), PROSE_PARAMETERS),
        settings.prose_keys,
    )


def _facts(document: Document, rules: Iterable[ChosenRule]) -> PageFacts | None:
    """Return what rules about the whole site must know of a document; None when none of them runs."""
    return pack(facts_of(document)) if any(rule.entry.about_site for rule in rules) else None


def _given(settings: Settings) -> Given:
    """Return what the settings say of the site."""
    return Given(
        settings.file.name if settings.file else "",
        {
            one.name.lower(): TemplateFacts(
                inner=one.inner,
                named=frozenset(one.parameters or ()),
                positional=len(one.parameters or ()),
                open_ended=one.parameters is None,
                inner_as=one.content if one.inner else "",
                image=False,
                source_parameters=(),
                alt_parameters=(),
                parent_named=frozenset(),
                adds_ids=True,  # nobody said that it does not
            )
            for one in settings.shortcodes
        },
        settings.time_zone or "",
    )


def shown_path(path: Path) -> str:
    """Return a path as people see it: relative to the current directory when it lies below it, with ``/``."""
    absolute = os.path.abspath(path)  # noqa: PTH100 - links in the path are kept as they were typed
    here = os.getcwd()  # noqa: PTH109
    inside = absolute.startswith(here.rstrip(os.sep) + os.sep)
    return (absolute[len(here.rstrip(os.sep)) + 1 :] if inside else absolute).replace(os.sep, "/")


def check_source(
    source: SourceText, path: Path, settings: Settings, *, on_notice: Callable[[Notice], None] = lambda _: None
) -> FileResult:
    """Check a text as if it stood at ``path``."""
    with Checker(settings, on_notice) as checker:
        return checker.check_source(source, path)

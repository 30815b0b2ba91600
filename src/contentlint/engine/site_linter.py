"""Runs the rules about whole sites, over the facts of the pages that were checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Final, cast, overload

from contentlint.config import ChosenRule
from contentlint.document.facts import DocumentFacts
from contentlint.document.suppressions import Suppression
from contentlint.engine.page_facts import PageFacts, unpack
from contentlint.engine.plugin_calls import FAILURES, guard_for, is_code, usable
from contentlint.rules.base import Options, SiteRule, Violation
from contentlint.rules.engine_rules import INTERNAL_ERROR
from contentlint.rules.registry import Registry
from contentlint.site import Site
from contentlint.text import Span
from contentlint.text.records import NamedTuple


class SiteFinding(NamedTuple):
    """What rules about a whole site found in one page: its path below the site's root, its language, violations by place."""

    path: str
    language: str
    violations: tuple[Violation, ...]


class _Pages(Sequence[DocumentFacts]):
    """The facts of many pages, unpacked when they are looked at."""

    def __init__(self, packed: Sequence[PageFacts]) -> None:
        self._packed: Final = packed

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, index: int) -> DocumentFacts: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[DocumentFacts]: ...

    def __getitem__(self, index: int | slice) -> DocumentFacts | Sequence[DocumentFacts]:
        if isinstance(index, slice):
            return _Pages(self._packed[index])
        return unpack(self._packed[index])


class SiteLinter:
    """Gathers the facts of one site's pages and runs the rules about it when all are there.

    Args:
        site: the site.
        registry: every rule there is.
        rules_of: says which rules run on a file.
    """

    def __init__(self, site: Site, registry: Registry, rules_of: Callable[[Path], tuple[ChosenRule, ...]]) -> None:
        self.site: Final = site
        self._registry: Final = registry
        self._rules_of: Final = rules_of
        self._files: Final[dict[str, Path]] = {}
        self._facts: Final[dict[str, bytes]] = {}

    def add(self, file: Path, facts: PageFacts) -> None:
        """Take in a page."""
        self._files[facts.path] = file
        self._facts[facts.path] = facts.data

    def file(self, path: str) -> Path:
        """Return the file of a page that was taken in."""
        return self._files[path]

    @property
    def all_facts(self) -> Iterator[bytes]:
        """What the rules get to see of the pages, as bytes that change with it."""
        for path in sorted(self._facts):
            yield path.encode("utf-8", "surrogateescape")
            yield self._facts[path]

    def run(self) -> Iterator[SiteFinding]:
        """Yield what was found, page by page."""
        found: dict[str, list[Violation]] = {}
        pages = _Pages([PageFacts(path, self._facts[path]) for path in sorted(self._facts)])
        rules: dict[type[SiteRule[Any]], Options] = {}
        # Pages for which the settings say the same have the very same rules.
        for chosen_rules in {id(one): one for one in map(self._rules_of, self._files.values())}.values():
            for chosen in chosen_rules:
                if chosen.entry.about_site:
                    rules.setdefault(cast("type[SiteRule[Any]]", chosen.entry.rule), chosen.options)
        with guard_for(rules) as guard:
            for rule, options in rules.items():
                try:
                    with guard.watch() if guard and is_code(rule) else nullcontext():
                        for path, violation in self._findings(rule, options, pages):
                            found.setdefault(path, []).append(violation)
                except FAILURES as error:
                    from contentlint.rules.contentlint.internal_error import InternalError  # noqa: PLC0415 - a mistake

                    failure = InternalError.report(rule, error, Span(0, 0))
                    if pages:
                        found.setdefault(pages[0].path, []).append(failure)
        for path, violations in sorted(found.items()):
            facts = unpack(PageFacts(path, self._facts[path]))
            severities = {chosen.entry.name: chosen.severity for chosen in self._rules_of(self._files[path])}
            kept = [
                violation._replace(severity=severities.get(violation.rule.name) or violation.severity)
                for violation in violations
                if violation.rule.name == INTERNAL_ERROR
                or (violation.rule.name in severities and not self._silenced(violation, facts.suppressions))
            ]
            if kept:
                yield SiteFinding(path, facts.language, tuple(sorted(kept, key=lambda violation: violation.span)))

    def _findings(
        self, rule: type[SiteRule[Any]], options: Options, pages: Sequence[DocumentFacts]
    ) -> Iterator[tuple[str, Violation]]:
        for path, violation in rule(self.site, options).check(pages):
            if path in self._files:
                yield from ((path, one) for one in (usable((violation,), rule) if is_code(rule) else (violation,)))

    def _silenced(self, violation: Violation, suppressions: tuple[Suppression, ...]) -> bool:
        return any(
            suppression.scope is not None
            and suppression.scope.start
            <= violation.span.start
            < max(suppression.scope.end, suppression.scope.start + 1)
            and (
                not suppression.rules
                or any(
                    rule.name == violation.rule.name
                    for reference in suppression.rules
                    for rule in self._registry.select(reference.key)
                )
            )
            for suppression in suppressions
        )

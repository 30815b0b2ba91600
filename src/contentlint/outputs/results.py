"""What every form of output starts from: the results of a run, counted as they pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from contentlint.engine.results import FileResult
from contentlint.outputs.wording import rule_url
from contentlint.rules.base import Applicability, RuleInfo, Severity
from contentlint.rules.engine_rules import INTERNAL_ERROR
from contentlint.rules.registry import Registry
from contentlint.text.records import NamedTuple


class View(NamedTuple):
    """How people see the results.

    Attributes:
        language: language of messages, ``nl`` or ``en``.
        width: columns of the screen.
        colour: whether there is colour.
        offers_fixes: whether to say that ``--fix`` can mend something; of no use when it has just been done.
        links: whether the screen has hyperlinks.
        fail_on: the least severity that makes the run fail.
        repository: the folder from which the host of the code names its files; empty for the working folder.
        registry: the rules there are.
        only_new: whether what a baseline notes is left out.
    """

    language: str = "en"
    width: int = 80
    colour: bool = False
    offers_fixes: bool = True
    links: bool = False
    fail_on: Severity = Severity.ERROR
    repository: str = ""
    registry: Registry | None = None
    only_new: bool = False

    def address(self, info: RuleInfo) -> str | None:
        """Return where a rule is explained on the web; None for one of others, which we have no page for."""
        rule = self.registry.get(info.name) if self.registry else None
        return rule_url(info.name, rule.origin if rule else None)


class Results:
    """The results of a run; they are counted while they are read, once.

    Attributes:
        paths: the files so far; what is found only by looking at all files comes with a file once more.
        by_rule: how often each rule was broken.
        rule_failed: whether a rule stopped with an error.
        fixable: violations that ``--fix`` mends.
        proposed: others for which there is a change that a person must look at.
        worst: the first rule found broken at the greatest severity.
    """

    def __init__(self, results: Iterable[FileResult]) -> None:
        self._results: Final = results
        self._by_severity: Final = dict.fromkeys(Severity, 0)
        self.paths: Final[set[str]] = set()
        self.by_rule: Final[dict[RuleInfo, int]] = {}
        self.fixable = 0
        self.proposed = 0
        self.rule_failed = False
        self.worst: RuleInfo | None = None

    def __iter__(self) -> Iterator[FileResult]:
        for result in self._results:
            self.paths.add(result.path)
            for violation in result.violations:
                if not self.any_at_least(violation.severity):
                    self.worst = violation.rule
                self._by_severity[violation.severity] += 1
                self.by_rule[violation.rule] = self.by_rule.get(violation.rule, 0) + 1
                if violation.fix is not None:
                    safe = violation.fix.applicability is Applicability.SAFE
                    self.fixable += safe
                    self.proposed += not safe
                self.rule_failed |= violation.rule.name == INTERNAL_ERROR
            yield result

    def count(self, severity: Severity) -> int:
        """Return how many violations of a severity were found."""
        return self._by_severity[severity]

    def any_at_least(self, severity: Severity) -> bool:
        """Whether a violation of a severity or a worse one was found."""
        return any(count for level, count in self._by_severity.items() if level >= severity)

"""Results as GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.

A list of issues. GitLab compares the fingerprints of two branches, so they do not move with line numbers; it shows only
one of those that are the same, so each is there once. Only lines count, from 1.
"""

from __future__ import annotations

from json import dumps
from typing import Final

from contentlint.engine.results import FileResult
from contentlint.outputs import output
from contentlint.outputs.fingerprints import fingerprints
from contentlint.outputs.paths import repository_path
from contentlint.outputs.results import Results
from contentlint.rules.base import Severity

_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class Output(output.Output):
    """One list of issues."""

    _separator = "["

    def add(self, result: FileResult) -> None:
        path = repository_path(result.path, self.view)
        for violation, fingerprint in zip(result.violations, fingerprints(result), strict=True):
            span = violation.span
            first, last = result.source.line_of(span.start), result.source.line_of(max(span.start, span.end - 1))
            issue = {
                "type": "issue",
                "check_name": violation.rule.name,
                "description": violation.message.render(self.view.language),
                "severity": _SEVERITIES[violation.severity],
                "fingerprint": fingerprint,
                "location": {"path": path, "lines": {"begin": first, "end": last}},
            }
            self.stream.write(f"{self._separator}\n  {dumps(issue, ensure_ascii=False)}")
            self._separator = ","

    def end(self, results: Results) -> None:  # noqa: ARG002 - nothing of it is told
        self.stream.write("[]\n" if self._separator == "[" else "\n]\n")

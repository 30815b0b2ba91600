"""Results for programs: one JSON object, each violation on a line of its own.

``schema_version`` is 1. Lines and columns count from 1, columns in code points; the end is exclusive. Objects may gain
keys; the meaning of a key does not change within a version.
"""

from __future__ import annotations

from json import dumps
from typing import Final

from contentlint.engine.results import FileResult
from contentlint.outputs import output
from contentlint.outputs.results import Results, View
from contentlint.rules.base import Fix, Severity, Violation
from contentlint.text import SourceText, Span

SCHEMA_VERSION: Final = 1


class Output(output.Output):
    """One object with all violations and a summary."""

    _separator = "\n  "

    def begin(self) -> None:
        self.stream.write(f'{{"schema_version": {SCHEMA_VERSION},\n "violations": [')

    def add(self, result: FileResult) -> None:
        for violation in result.violations:
            self.stream.write(self._separator)
            self.stream.write(dumps(as_data(result, violation, self.view), ensure_ascii=False))
            self._separator = ",\n  "

    def end(self, results: Results) -> None:
        self.stream.write(f'],\n "summary": {dumps(summary(results))}}}\n')


def summary(results: Results) -> dict[str, int]:
    """Return how many files were checked, and how many violations of each severity there are."""
    counts = {f"{severity.label}s": results.count(severity) for severity in sorted(Severity, reverse=True)}
    return {"files": len(results.paths)} | counts


def as_data(result: FileResult, violation: Violation, view: View) -> dict[str, object]:
    """Return all that is known of a violation."""
    info = violation.rule
    found: dict[str, object] = {
        "rule": info.name,
        "code": info.code,
        "severity": violation.severity.label,
        "message": violation.message.render(view.language),
        "path": result.path,
        **_place(result.source, violation.span),
        "language": result.language,
        "wcag": info.wcag,
        "url": view.address(info),
        "suggestions": violation.suggestions,
        "fix": _fix(result.source, violation.fix, view.language) if violation.fix else None,
    }
    if violation.engine_rule:
        found["engine_rule"] = violation.engine_rule
    return found


def _fix(source: SourceText, fix: Fix, language: str) -> dict[str, object]:
    return {
        "applicability": fix.applicability.value,
        "title": fix.title.render(language),
        "edits": [{**_place(source, edit.span), "replacement": edit.replacement} for edit in fix.edits],
    }


def _place(source: SourceText, span: Span) -> dict[str, object]:
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.end)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}

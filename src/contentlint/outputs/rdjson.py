"""Results for reviewdog, as its Diagnostic Format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf.

Columns count the bytes of UTF-8 from 1; the end is exclusive.
"""

from __future__ import annotations

from json import dumps
from typing import Final

from contentlint.engine.results import FileResult
from contentlint.outputs import output
from contentlint.outputs.results import Results
from contentlint.outputs.wording import HOME_URL
from contentlint.rules.base import Violation
from contentlint.text import SourceText, Span


class Output(output.Output):
    """One object with all diagnostics."""

    _separator = "\n  "

    def begin(self) -> None:
        self.stream.write(f'{{"source": {dumps({"name": "contentlint", "url": HOME_URL})},\n "diagnostics": [')

    def add(self, result: FileResult) -> None:
        for violation in result.violations:
            self.stream.write(self._separator)
            self.stream.write(dumps(self._diagnostic(result, violation), ensure_ascii=False))
            self._separator = ",\n  "

    def end(self, results: Results) -> None:  # noqa: ARG002 - nothing of it is told
        self.stream.write("]}\n")

    def _diagnostic(self, result: FileResult, violation: Violation) -> dict[str, object]:
        info = violation.rule
        address = self.view.address(info)
        found: dict[str, object] = {
            "message": violation.message.render(self.view.language),
            "location": {"path": result.path, "range": _range(result.source, violation.span)},
            "severity": violation.severity.name,
            "code": {"value": info.code} | ({"url": address} if address else {}),
        }
        if suggestions := _suggestions(result.source, violation):
            found["suggestions"] = suggestions
        return found


_MOST: Final = 5


def _suggestions(source: SourceText, violation: Violation) -> list[dict[str, object]]:
    """Return what could stand there, each by itself enough: a fix of more edits cannot be said in this form."""
    texts = {(violation.span, text): None for text in violation.suggestions}
    if violation.fix and len(violation.fix.edits) == 1:
        (edit,) = violation.fix.edits
        texts = {(edit.span, edit.replacement): None} | texts
    return [{"range": _range(source, span), "text": text} for span, text in list(texts)[:_MOST]]


def _range(source: SourceText, span: Span) -> dict[str, object]:
    return {"start": _position(source, span.start), "end": _position(source, span.end)}


def _position(source: SourceText, offset: int) -> dict[str, int]:
    line = source.line_of(offset)
    before = source.text[source.line_starts[line - 1] : offset]
    return {"line": line, "column": len(before.encode("utf-8", "replace")) + 1}

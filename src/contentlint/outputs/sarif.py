"""Results as SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.

Columns count code points from 1, as ``columnKind`` says; the end is exclusive. The worst results come first, and there are
25,000 at most, since GitHub refuses more in one upload and shows the first 5,000; a notification tells of what was left
out. Results are held until the end, as text.
"""

from __future__ import annotations

import re
from json import dumps
from typing import Any, Final, TextIO

from contentlint.engine.results import FileResult
from contentlint.outputs import output
from contentlint.outputs.explanation import documentation
from contentlint.outputs.fingerprints import fingerprints
from contentlint.outputs.paths import repository_path, uri
from contentlint.outputs.results import Results, View
from contentlint.outputs.wording import HOME_URL
from contentlint.rules.base import Applicability, Fix, Message, RuleInfo, Severity, Violation
from contentlint.text import SourceText, Span

MOST_RESULTS: Final = 25_000

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_EMBEDDED_LINK: Final = re.compile(r"\[(?=[^\]]*\]\()")
_ROOT: Final = "SRCROOT"
_LEFT_OUT: Final = Message(
    en="{count} results are not in this file, since it may hold no more than {most}.",
    nl="{count} resultaten staan niet in dit bestand, omdat er hoogstens {most} in mogen.",
)


class Output(output.Output):
    """One run, with the rules that were broken and the results by severity."""

    def __init__(self, stream: TextIO, view: View) -> None:
        super().__init__(stream, view)
        self._rules: Final[dict[RuleInfo, int]] = {}
        self._results: Final[dict[Severity, list[str]]] = {level: [] for level in sorted(Severity, reverse=True)}
        self._count = 0

    def add(self, result: FileResult) -> None:
        for violation, fingerprint in zip(result.violations, fingerprints(result), strict=True):
            self._count += 1
            if self._make_room(violation.severity):
                made = self._result(result, violation, fingerprint)
                self._results[violation.severity].append(dumps(made, ensure_ascii=False))

    def end(self, results: Results) -> None:  # noqa: ARG002 - nothing of it is told
        run = dumps(self._run(), ensure_ascii=False)
        self.stream.write(f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{run[:-1]}, "results": [')
        separator = "\n"
        for texts in self._results.values():
            for text in texts:
                self.stream.write(separator + text)
                separator = ",\n"
        self.stream.write("]}]}\n")

    def _make_room(self, severity: Severity) -> bool:
        """Whether there is room for a result, if need be for a milder one that is taken out."""
        if sum(map(len, self._results.values())) < MOST_RESULTS:
            return True
        for level in sorted(Severity):
            if level < severity and self._results[level]:
                self._results[level].pop()
                return True
        return False

    def _run(self) -> dict[str, object]:
        from importlib.metadata import version  # noqa: PLC0415 - costs more than all the rest

        language = self.view.language
        invocation: dict[str, object] = {"executionSuccessful": True}
        if left_out := self._count - sum(map(len, self._results.values())):
            text = _LEFT_OUT(count=left_out, most=MOST_RESULTS).render(language)
            invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
        return {
            "tool": {
                "driver": {
                    "name": "contentlint",
                    "version": version("contentlint"),
                    "informationUri": HOME_URL,
                    "language": language,
                    "rules": [self._rule(info) for info in self._rules],
                }
            },
            "language": language,
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {_ROOT: {"description": {"text": "The top of the repository."}}},
            "invocations": [invocation],
        }

    def _rule(self, info: RuleInfo) -> dict[str, object]:
        language = self.view.language
        address = self.view.address(info)
        summary = info.summary.in_language(language)
        explained = self._explanation(info) or summary
        made: dict[str, object] = {
            "id": info.code,
            "name": info.name,
            "shortDescription": {"text": summary},
            "fullDescription": {"text": explained.split("\n\n")[0].replace("\n", " ")},
            "help": {"text": explained, "markdown": explained},
            "defaultConfiguration": {"level": _LEVELS[info.severity]},
            "properties": {
                "tags": [info.family.value, *(f"WCAG {criterion}" for criterion in info.wcag[:9])],
                "problem.severity": _PROBLEMS[info.severity],
            },
        }
        if address:
            made["helpUri"] = address
            made["help"] = {"text": explained, "markdown": f"{explained}\n\n[{info.name}]({address})"}
        return made

    def _explanation(self, info: RuleInfo) -> str:
        rule = self.view.registry.get(info.name) if self.view.registry else None
        return (documentation(rule.rule, self.view.language) or documentation(rule.rule, "en")) if rule else ""

    def _result(self, result: FileResult, violation: Violation, fingerprint: str) -> dict[str, object]:
        language = self.view.language
        info = violation.rule
        path = repository_path(result.path, self.view)
        artifact = {"uri": uri(path)} if path.startswith("/") else {"uri": uri(path), "uriBaseId": _ROOT}
        location = {"artifactLocation": artifact, "region": _region(result.source, violation.span)}
        made: dict[str, Any] = {
            "ruleId": info.code,
            "ruleIndex": self._rules.setdefault(info, len(self._rules)),
            "level": _LEVELS[violation.severity],
            "message": {"text": _EMBEDDED_LINK.sub(r"\\[", violation.message.render(language))},
            "locations": [{"physicalLocation": location}],
            "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint}:1"},
            "properties": {"language": result.language, "suggestions": violation.suggestions},
        }
        if violation.engine_rule:
            made["properties"]["engineRule"] = violation.engine_rule
        if violation.fix:
            made["fixes"] = [_fix(result.source, violation.fix, artifact, language)]
        return made


def _fix(source: SourceText, fix: Fix, artifact: dict[str, str], language: str) -> dict[str, object]:
    replacements = [
        {"deletedRegion": _region(source, edit.span), "insertedContent": {"text": edit.replacement}}
        for edit in fix.edits
    ]
    made: dict[str, object] = {
        "description": {"text": fix.title.render(language)},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }
    if fix.applicability is not Applicability.SAFE:
        made["properties"] = {"applicability": fix.applicability.value}
    return made


def _region(source: SourceText, span: Span) -> dict[str, int]:
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}

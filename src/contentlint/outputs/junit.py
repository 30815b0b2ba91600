"""Results as a JUnit report, for programs that show tests: a suite for each file, a test for each violation.

A violation that makes the run fail (``--fail-on``) is a failed test; another is a test that passes and has the message as
its output. A file without violations is one test that passes.
"""

from __future__ import annotations

from contentlint.engine.results import FileResult
from contentlint.outputs import output
from contentlint.outputs.advice import advice
from contentlint.outputs.results import Results
from contentlint.outputs.xml import HEAD, attribute, element_text
from contentlint.rules.base import Violation


class Output(output.Output):
    """A suite for each file."""

    def begin(self) -> None:
        self.stream.write(f'{HEAD}<testsuites name="contentlint">\n')

    def add(self, result: FileResult) -> None:
        failures = sum(violation.severity >= self.view.fail_on for violation in result.violations)
        path = attribute(result.path)
        count = max(1, len(result.violations))
        self.stream.write(f'  <testsuite name={path} tests="{count}" failures="{failures}" errors="0" time="0">\n')
        if not result.violations:
            self.stream.write(f'    <testcase name="contentlint" classname={path} time="0"/>\n')
        for violation in result.violations:
            line, column = result.source.position(violation.span.start)
            name = f"{violation.rule.name} ({violation.rule.code}), {line}:{column}"
            self.stream.write(f'    <testcase name={attribute(name)} classname={path} time="0">\n')
            self.stream.write(f"      {self._outcome(violation, f'{result.path}:{line}:{column}')}\n    </testcase>\n")
        self.stream.write("  </testsuite>\n")

    def end(self, results: Results) -> None:  # noqa: ARG002 - nothing of it is told
        self.stream.write("</testsuites>\n")

    def _outcome(self, violation: Violation, place: str) -> str:
        language = self.view.language
        message = violation.message.render(language)
        lines = (place, message, advice(violation, language), self.view.address(violation.rule))
        text = element_text("\n".join(line for line in lines if line))
        if violation.severity < self.view.fail_on:
            return f"<system-out>{text}</system-out>"
        return f"<failure type={attribute(violation.severity.label)} message={attribute(message)}>{text}</failure>"

"""Results as workflow commands, which GitHub shows as annotations beside the text.

See https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands. GitHub shows ten errors, ten
warnings and ten notices of a step and fifty annotations of a job, so there are no more: errors first, and a notice that
counts the rest. Columns count code points from 1, which GitHub does not define.
"""

from __future__ import annotations

from typing import Final, TextIO

from contentlint.engine.results import FileResult
from contentlint.outputs import output
from contentlint.outputs.advice import advice
from contentlint.outputs.display import shown
from contentlint.outputs.paths import repository_path
from contentlint.outputs.results import Results, View
from contentlint.rules.base import Message, Severity, Violation

MOST_OF_A_LEVEL: Final = 10

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MORE: Final = Message(
    en="And {count} more, which GitHub has no room for. See them all with: contentlint check",
    nl="En nog {count}, waar GitHub geen plaats voor heeft. Bekijk ze allemaal met: contentlint check",
)


class Output(output.Output):
    """The first annotations of each level; what is held is small, however much is found."""

    def __init__(self, stream: TextIO, view: View) -> None:
        super().__init__(stream, view)
        self._kept: Final[dict[Severity, list[str]]] = {level: [] for level in sorted(Severity, reverse=True)}
        self._left_out = 0

    def add(self, result: FileResult) -> None:
        for violation in result.violations:
            kept = self._kept[violation.severity]
            if len(kept) < MOST_OF_A_LEVEL:
                kept.append(self._command(result, violation))
            else:
                self._left_out += 1

    def end(self, results: Results) -> None:  # noqa: ARG002 - nothing of it is told
        notices = self._kept[Severity.INFO]
        if self._left_out and len(notices) == MOST_OF_A_LEVEL:  # the count takes the place of one
            notices.pop()
            self._left_out += 1
        for commands in self._kept.values():
            self.stream.writelines(f"{command}\n" for command in commands)
        if self._left_out:
            text = _MORE(count=self._left_out).render(self.view.language)
            self.stream.write(f"::notice title=contentlint::{_data(text)}\n")

    def _command(self, result: FileResult, violation: Violation) -> str:
        source, span = result.source, violation.span
        language = self.view.language
        line, column = source.position(span.start)
        end_line, end_column = source.position(span.end)
        properties: dict[str, object] = {
            "title": f"{violation.rule.name} ({violation.rule.code})",
            "file": repository_path(result.path, self.view),
            "line": line,
            "endLine": end_line,
        }
        if line == end_line:  # columns are for spans within one line only
            properties |= {"col": column, "endColumn": end_column}
        told = (violation.message.render(language), advice(violation, language))
        text = "\n".join(shown(part) for part in told if part)
        given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
        return f"::{_COMMANDS[violation.severity]} {given}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

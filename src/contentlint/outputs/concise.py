"""Results one line each, for pipes, people and programs: ``path:line:column: severity code name message``.

Behind the message stands the id that another engine gives its finding, between square brackets.
"""

from __future__ import annotations

from contentlint.engine.results import FileResult
from contentlint.outputs import output
from contentlint.outputs.display import shown


class Output(output.Output):
    """One line for each violation. The word for the severity is the English one in any language."""

    def add(self, result: FileResult) -> None:
        path = shown(result.path)
        for violation in result.violations:
            line, column = result.source.position(violation.span.start)
            info = violation.rule
            message = shown(violation.message.render(self.view.language))
            if violation.engine_rule:
                message += f" [{shown(violation.engine_rule)}]"
            severity = violation.severity.label
            self.stream.write(f"{path}:{line}:{column}: {severity} {info.code} {info.name} {message}\n")

"""Results one line each, for pipes, people and programs: ``path:line:column: severity code name message``.

Behind the message stands the id that another engine gives its finding, between square brackets.
"""

from __future__ import annotations

from typing import TextIO

from contentlint.outputs.display import shown
from contentlint.outputs.results import Results, View


def write(results: Results, stream: TextIO, view: View) -> None:
    """Write the results as they come. The word for the severity is the English one in any language."""
    for result in results:
        path = shown(result.path)
        for violation in result.violations:
            line, column = result.source.position(violation.span.start)
            info = violation.rule
            message = shown(violation.message.render(view.language))
            if violation.engine_rule:
                message += f" [{shown(violation.engine_rule)}]"
            stream.write(f"{path}:{line}:{column}: {violation.severity.label} {info.code} {info.name} {message}\n")

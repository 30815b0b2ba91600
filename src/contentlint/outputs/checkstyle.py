"""Results as Checkstyle writes them: https://checkstyle.org/result_reports.html. Columns count code points from 1."""

from __future__ import annotations

from contentlint.engine.results import FileResult
from contentlint.outputs import output
from contentlint.outputs.results import Results
from contentlint.outputs.xml import HEAD, attribute


class Output(output.Output):
    """An element for each file with an element for each violation. A file can come twice, which readers of it accept."""

    def begin(self) -> None:
        self.stream.write(f'{HEAD}<checkstyle version="10.0">\n')

    def add(self, result: FileResult) -> None:
        self.stream.write(f"  <file name={attribute(result.path)}>\n")
        for violation in result.violations:
            line, column = result.source.position(violation.span.start)
            message = violation.message.render(self.view.language)
            source = f"contentlint.{violation.rule.family.value}.{violation.rule.name}"
            self.stream.write(
                f"    <error line={attribute(line)} column={attribute(column)} "
                f"severity={attribute(violation.severity.label)} message={attribute(message)} "
                f"source={attribute(source)}/>\n"
            )
        self.stream.write("  </file>\n")

    def end(self, results: Results) -> None:  # noqa: ARG002 - nothing of it is told
        self.stream.write("</checkstyle>\n")

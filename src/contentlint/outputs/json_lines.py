"""Results for programs that read line by line: one JSON object for each violation, as in the ``json`` form."""

from __future__ import annotations

from json import dumps

from contentlint.engine.results import FileResult
from contentlint.outputs import output
from contentlint.outputs.json import as_data


class Output(output.Output):
    """One object a line."""

    def add(self, result: FileResult) -> None:
        for violation in result.violations:
            self.stream.write(dumps(as_data(result, violation, self.view), ensure_ascii=False) + "\n")

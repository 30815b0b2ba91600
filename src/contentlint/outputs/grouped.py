"""Results for people, short: grouped by file, with the message of each violation beside its place."""

from __future__ import annotations

from typing import Final, TextIO

from contentlint.engine.results import FileResult
from contentlint.outputs import output
from contentlint.outputs.display import shown, wrap
from contentlint.outputs.results import Results, View
from contentlint.outputs.screen import DIM, Screen
from contentlint.outputs.summary import summary
from contentlint.outputs.wording import SEVERITY

_MARGIN: Final = 2
_NARROWEST: Final = 24
_WIDEST: Final = 120


class Output(output.Output):
    """A heading for each file, and below it a line or two for each violation."""

    def __init__(self, stream: TextIO, view: View) -> None:
        super().__init__(stream, view)
        self._screen: Final = Screen(view)
        self._severity: Final = max(len(name.in_language(view.language)) for name in SEVERITY.values())

    def add(self, result: FileResult) -> None:
        if not result.violations:
            return
        screen, stream = self._screen, self.stream
        stream.write(f"{screen.path(result.path)}\n")
        places = ["{}:{}".format(*result.source.position(violation.span.start)) for violation in result.violations]
        width = max(len(place) for place in places)
        indent = _MARGIN + width + 2 + self._severity + 2
        room = max(_NARROWEST, min(self.view.width, _WIDEST) - indent)
        for place, violation in zip(places, result.violations, strict=True):
            first, *rest = wrap(shown(violation.message.render(self.view.language)), room)
            names = screen.styled(screen.rule(violation.rule), DIM)
            stream.write(f"{' ' * _MARGIN}{place:<{width}}  {screen.severity(violation.severity)}  {first}\n")
            stream.writelines(f"{' ' * indent}{line}\n" for line in rest)
            stream.write(f"{' ' * indent}{names}\n")
        stream.write("\n")

    def end(self, results: Results) -> None:
        self.stream.writelines(f"{line}\n" for line in summary(results, self.view))

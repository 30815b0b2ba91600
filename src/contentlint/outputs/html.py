"""Results as a page in HTML: the text of each post with what was found in place.

The page stands alone and can be sent by mail: no scripts, no pictures, nothing from elsewhere, and a policy (CSP) that
forbids all of it. Text from posts is escaped. The pieces for the files wait in a temporary file until the head, which
counts everything, can be written; memory does not grow with the site.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import Final, TextIO

from contentlint.engine.results import FileResult
from contentlint.outputs import output
from contentlint.outputs.display import shown
from contentlint.outputs.report.section import Section
from contentlint.outputs.results import Results, View
from contentlint.outputs.summary import counted, found, summary
from contentlint.outputs.wording import SEVERITIES
from contentlint.rules.base import Message, Severity

_CONTROLS: Final = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\f\r"},
    **dict.fromkeys(range(0x7F, 0xA0), 0xFFFD),
}
"""Signs for characters that HTML does not allow (HTML Living Standard, 13.1.4) and that steer a terminal."""
_IN_MEMORY: Final = 2**20
_TITLE: Final = Message(en="What contentlint found", nl="Wat contentlint vond")
_FILES: Final = Message(en="Files", nl="Bestanden")
_AGAIN: Final = Message(en="{path}, beside the rest of the site", nl="{path}, naast de rest van de site")
_SHOW: Final = Message(en="Show", nl="Toon")


class Output(output.Output):
    """A page with a table of contents and a section for each file with violations."""

    def __init__(self, stream: TextIO, view: View) -> None:
        super().__init__(stream, view)
        self._sections: Final = SpooledTemporaryFile(  # noqa: SIM115 - ``close`` closes it
            _IN_MEMORY, "w+", encoding="utf-8", errors="backslashreplace", newline=""
        )
        self._contents: Final[list[tuple[str, dict[Severity, int]]]] = []
        self._met: Final[set[str]] = set()
        self._numbered = 0

    def add(self, result: FileResult) -> None:
        if not result.violations:
            return
        counts = Counter(violation.severity for violation in result.violations)
        again = result.path in self._met
        title = shown(result.path)
        if again:  # what is found only by looking at all files
            title = _AGAIN(path=title).render(self.view.language)
        self._met.add(result.path)
        self._contents.append((title, counts))
        section = Section(result, self.view, self._numbered, whole=not again)
        self._sections.writelines(
            piece.translate(_CONTROLS) for piece in section.html(f"file-{len(self._contents)}", title)
        )
        self._numbered += len(result.violations)

    def end(self, results: Results) -> None:
        self.stream.writelines(f"{line}\n" for line in self._head(results))
        self._sections.seek(0)
        copyfileobj(self._sections, self.stream)
        closing = [escape(line) for line in summary(results, self.view)][1:]
        self.stream.write(f"</main>\n<footer>\n<p>{'<br>'.join(closing)}</p>\n</footer>\n" if closing else "</main>\n")
        self.stream.write("</body>\n</html>\n")

    def close(self) -> None:
        self._sections.close()

    def _head(self, results: Results) -> Iterator[str]:
        language = self.view.language
        title = _TITLE.in_language(language)
        style = "\n" + files(__package__).joinpath("report/style.css").read_text("utf-8")
        digest = b64encode(sha256(style.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        yield f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>"
        yield f"<header>\n<h1>{escape(title)}</h1>\n<p>{escape(found(results, self.view))}</p>"
        if self._contents:
            yield from self._filter(results)
        yield "</header>"
        if self._contents:
            yield from self._list()
        yield "<main>"

    def _filter(self, results: Results) -> Iterator[str]:
        language = self.view.language
        yield f"<fieldset>\n<legend>{_SHOW.in_language(language)}</legend>"
        for severity in sorted(Severity, reverse=True):
            name, count = f"show-{severity.label}", results.count(severity)
            told = f"{SEVERITIES[severity].in_language(language)} ({count})"
            yield f'<label for="{name}"><input type="checkbox" id="{name}" checked> {told}</label>'
        yield "</fieldset>"

    def _list(self) -> Iterator[str]:
        language = self.view.language
        yield f'<nav aria-label="{_FILES.in_language(language)}">\n<ul>'
        for index, (title, counts) in enumerate(self._contents, 1):
            yield f'<li><a href="#file-{index}">{escape(title)}</a> <span>{counted(counts, language)}</span></li>'
        yield "</ul>\n</nav>"

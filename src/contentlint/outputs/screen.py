"""What a terminal can do besides showing text: colour and hyperlinks."""

from __future__ import annotations

import os
from typing import Final

from contentlint.outputs.display import shown
from contentlint.outputs.paths import file_uri
from contentlint.outputs.results import View
from contentlint.outputs.wording import SEVERITY
from contentlint.rules.base import RuleInfo, Severity

BOLD: Final = "1"
DIM: Final = "2"
COLOURS: Final = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}


class Screen:
    """Texts made ready for one reader's terminal. Without colour and links they say the same."""

    def __init__(self, view: View) -> None:
        self._view: Final = view
        self._severity_width: Final = max(len(name.in_language(view.language)) for name in SEVERITY.values())

    def styled(self, text: str, style: str) -> str:
        """Return a text in a style, where there is colour."""
        return f"\x1b[{style}m{text}\x1b[0m" if self._view.colour else text

    def linked(self, text: str, address: str) -> str:
        """Return a text that leads somewhere, where the terminal has links (OSC 8)."""
        return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\" if self._view.links else text

    def path(self, path: str) -> str:
        """Return the name of a file; it leads to the file when there is one."""
        text = self.styled(shown(path), BOLD)
        return self.linked(text, file_uri(path)) if self._view.links and os.path.exists(path) else text  # noqa: PTH110

    def severity(self, severity: Severity) -> str:
        """Return the word for a severity, as wide as the longest of them."""
        word = SEVERITY[severity].in_language(self._view.language)
        return self.styled(word.ljust(self._severity_width), COLOURS[severity])

    def rule(self, info: RuleInfo) -> str:
        """Return a rule's name and code; they lead to its page, when it has one."""
        names, address = f"{info.name}  {info.code}", self._view.address(info)
        return self.linked(names, address) if address else names

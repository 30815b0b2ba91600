"""Why LanguageTool cannot be used."""

from __future__ import annotations

import enum
from typing import Final


class Trouble(enum.Enum):
    """What stands in the way of LanguageTool."""

    NO_LIBRARY = "no-library"
    """The Python package ``language-tool-python`` is not installed."""
    NO_JAVA = "no-java"
    """There is no Java."""
    OLD_JAVA = "old-java"
    """Java is too old for this LanguageTool."""
    NO_JARS = "no-jars"
    """LanguageTool is not installed."""
    NO_MAVEN = "no-maven"
    """Maven, which fetches LanguageTool, is not installed."""
    NOT_FETCHED = "not-fetched"
    """Maven could not fetch LanguageTool."""
    NOT_STARTED = "not-started"
    """The server ended while it was starting."""
    SLOW_START = "slow-start"
    """The server was not ready in time."""
    UNREACHABLE = "unreachable"
    """The server does not answer, or no longer."""
    SLOW_ANSWER = "slow-answer"
    """The server took too long over one request."""
    BAD_ANSWER = "bad-answer"
    """The server answers something that is no answer of LanguageTool."""


class LanguageToolError(Exception):
    """LanguageTool cannot be used.

    Attributes:
        trouble: why.
        detail: what belongs to it: a folder, an address, a number of seconds, the last words of a program.
    """

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(f"{trouble.value}: {detail}")
        self.trouble: Final = trouble
        self.detail: Final = detail

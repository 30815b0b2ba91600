"""Asks a server of LanguageTool about texts, through language-tool-python."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

from contentlint.language.languagetool.trouble import LanguageToolError, Trouble
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    from language_tool_python import LanguageTool

_NO_PROXY: Final = {"http": "", "https": "", "all": ""}
"""A server on this computer is never asked through a proxy: the text would leave the computer."""

_T = TypeVar("_T")


class Match(NamedTuple):
    """What LanguageTool says of a part of a text.

    Attributes:
        start: the offset in the text.
        end: the offset behind it.
        rule: LanguageTool's id of the rule.
        category: LanguageTool's id of the rule's category.
        kind: its sort, such as ``misspelling``, ``grammar`` or ``style``.
        message: what it says, in the language of the text.
        replacements: what could stand there, likeliest first.
    """

    start: int
    end: int
    rule: str
    category: str
    kind: str
    message: str
    replacements: tuple[str, ...]


def load_library() -> type[LanguageTool]:
    """Return language-tool-python's class for a connection.

    Raises:
        LanguageToolError: it is not installed.
    """
    try:
        from language_tool_python import LanguageTool  # noqa: PLC0415 - only for those who ask for it
    except ImportError as error:
        raise LanguageToolError(Trouble.NO_LIBRARY) from error
    return LanguageTool


class Client:
    """A connection to one server.

    Args:
        url: the server's address.
        is_local: whether it runs on this computer, started by us.
        seconds: how long it may take over one text.
        picky: whether it looks at matters of taste, too.
        left_out: ids of rules and categories that are not to be used.

    Raises:
        LanguageToolError: language-tool-python is not installed.
    """

    def __init__(self, url: str, *, is_local: bool, seconds: float, picky: bool, left_out: frozenset[str]) -> None:
        self._type: Final = load_library()
        # The library puts v2/ behind the last stroke of an address.
        self._url: Final = url.rstrip("/").removesuffix("/v2") + "/"
        self._is_local: Final = is_local
        self._seconds: Final = seconds
        self._picky: Final = picky
        self._left_out: Final = left_out
        self._tools: Final[dict[str, LanguageTool]] = {}

    def check(self, text: str, language: str) -> tuple[Match, ...]:
        """Return what LanguageTool says of a text, by place.

        Args:
            text: at most some thousands of characters.
            language: a language tag that LanguageTool knows.

        Raises:
            LanguageToolError: the server does not answer, too late, or with nonsense.
        """
        # A place beyond the basic plane counts double in Java, and language-tool-python mends the offset but not the
        # length. With such characters replaced, both count alike.
        sent = "".join(char if char <= "\uffff" else "\ufffd" for char in text)
        found = self._in_time(lambda: self._matches(sent, language))
        return tuple(sorted(found))

    def _tool(self, language: str) -> LanguageTool:
        tool = self._tools.get(language)
        if tool is None:
            tool = self._type(language, remote_server=self._url, proxies=_NO_PROXY if self._is_local else None)
            tool.picky = self._picky
            # The server passes over ids that it does not know, so each may be a rule or a category.
            tool.disabled_rules = set(self._left_out)
            tool.disabled_categories = set(self._left_out)
            self._tools[language] = tool
        return tool

    def _matches(self, text: str, language: str) -> list[Match]:
        found = []
        for one in self._tool(language).check(text):
            end = one.offset + one.error_length
            if not 0 <= one.offset < end <= len(text):
                message = f"a place outside the text: {one.offset}..{end} of {len(text)}"
                raise ValueError(message)
            found.append(
                Match(
                    one.offset,
                    end,
                    one.rule_id,
                    one.category,
                    one.rule_issue_type,
                    one.message,
                    tuple(one.replacements),
                )
            )
        return found

    def _in_time(self, work: Callable[[], _T]) -> _T:
        """Return what the work gives. Work that takes too long is left behind, with its connection."""
        outcome: list[_T] = []
        errors: list[Exception] = []

        def run() -> None:
            try:
                outcome.append(work())
            except Exception as error:  # noqa: BLE001 - whatever a server makes of the library
                errors.append(error)

        thread = threading.Thread(target=run, name="contentlint-languagetool", daemon=True)
        thread.start()
        thread.join(self._seconds)
        if outcome:
            return outcome[0]
        if errors:
            raise self._explain(errors[0]) from errors[0]
        raise LanguageToolError(Trouble.SLOW_ANSWER, f"{self._seconds:.0f}")

    def _explain(self, error: Exception) -> LanguageToolError:
        # The library wraps what goes wrong underway in an error of its own, with the cause behind it.
        cause: Any = error.__cause__ or error
        is_connection = isinstance(cause, OSError) and not isinstance(cause, ValueError)
        return LanguageToolError(Trouble.UNREACHABLE if is_connection else Trouble.BAD_ANSWER, self._url)

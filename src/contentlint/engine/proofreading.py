"""Has documents read by LanguageTool before the rules run, when the settings ask for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from contentlint.config import ChosenRule
from contentlint.document import Document
from contentlint.engine.results import Notice
from contentlint.rules.engine_rules import LANGUAGETOOL
from contentlint.rules.languagetool.settings import LanguageToolSettings

if TYPE_CHECKING:
    from contentlint.language.languagetool.proofreader import Proofreader


class Proofreading:
    """LanguageTool over the files of one run. Once it cannot be used, the run goes on without it.

    Args:
        settings: how it is used.
        on_notice: is told, once, that it cannot be used.
        allowed: whether it may be used at all in this run.
    """

    def __init__(
        self, settings: LanguageToolSettings, on_notice: Callable[[Notice], None], *, allowed: bool = True
    ) -> None:
        self._settings: Final = settings
        self._on_notice: Final = on_notice
        self._usable = settings.enabled and allowed
        self._any_read = False
        self._proofreader: Proofreader | None = None

    def prepare(self, document: Document, rules: Sequence[ChosenRule], path: str) -> tuple[ChosenRule, ...]:
        """Have a document read if its rules say so; return the rules that can run.

        Args:
            document: the document.
            rules: the rules that are to run.
            path: the file, as it is shown to people.
        """
        own = next((one.entry for one in rules if one.entry.name == LANGUAGETOOL), None)
        if own is None:
            return tuple(rules)
        if self._usable and document.language.partition("-")[0].lower() in own.languages:
            self._have_read(document, path)
        if self._usable:
            return tuple(rules)
        return tuple(one for one in rules if one.entry is not own)

    def close(self) -> None:
        """End what was started."""
        if self._proofreader is not None:
            self._proofreader.close()

    def _have_read(self, document: Document, path: str) -> None:
        # Most runs are without LanguageTool and load none of this.
        from contentlint.engine.languagetool_troubles import explain_run  # noqa: PLC0415
        from contentlint.language.languagetool.proofreader import Instructions, Proofreader  # noqa: PLC0415
        from contentlint.language.languagetool.trouble import LanguageToolError  # noqa: PLC0415
        from contentlint.rules.languagetool.languagetool import have_read  # noqa: PLC0415

        if self._proofreader is None:
            settings = self._settings
            self._proofreader = Proofreader(
                Instructions(
                    remote_server=settings.remote_server,
                    start_seconds=settings.start_seconds,
                    request_seconds=settings.request_seconds,
                    memory=settings.memory,
                    picky=settings.picky,
                    spelling=settings.spelling,
                    ignore=settings.ignore,
                )
            )
        try:
            have_read(document, self._proofreader)
        except LanguageToolError as error:
            self._usable = False
            message = explain_run(error, path, any_read=self._any_read)
            self._on_notice(Notice(None, message, is_error=self._settings.required))
        else:
            self._any_read = True

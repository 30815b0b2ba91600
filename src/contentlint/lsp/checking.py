"""Checks texts in a thread beside the server, so that it always answers: the newest text first, and what is stale never."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TypeVar

from contentlint.document import Document
from contentlint.engine.linter import StaleError
from contentlint.lsp.project import Outcome, Project
from contentlint.lsp.projects import Projects
from contentlint.lsp.site_pages import key_of
from contentlint.lsp.texts import OpenText, Texts
from contentlint.rules.base import Violation
from contentlint.site import Page
from contentlint.text import Edit, SourceText, Span
from contentlint.text.records import NamedTuple

_T = TypeVar("_T")

DELAY: Final = 0.03
"""Seconds from a change to its check, when changes come fast: what comes within them is checked together."""

CALM: Final = 0.1
"""Seconds without a change, after which the next one is checked at once."""

REST: Final = 0.5
"""Seconds without a change, after which other pages are read, and rules about whole sites asked."""

SLICE: Final = 0.01
"""Seconds that this takes at a time, so that a change need not wait for long."""

PATIENCE: Final = 3.0
"""Seconds that the last check gets to end, when the server does."""

LOOK_AROUND: Final = 2.0
"""Seconds between two looks at the files on disk, for a client that does not tell of changes."""

_LOG: Final = logging.getLogger(__name__)


class Checked(NamedTuple):
    """What is known of one state of a text.

    Attributes:
        edits: which state it is.
        source: the text.
        project: whose settings held.
        outcome: what was found.
        violations: what of it is to be shown.
    """

    edits: int
    source: SourceText
    project: Project
    outcome: Outcome
    violations: tuple[Violation, ...] = ()


class Checking:
    """Checks the open texts.

    Args:
        texts: the texts.
        projects: their settings; they are touched in the thread of the checks only.
        on_checked: is told the outcome for a text, in the thread of the server.
        on_news: is told that something else was found in texts that were checked already.
        looks_around: whether changes on disk must be looked for.

    Attributes:
        looks_around: the same.
    """

    def __init__(
        self,
        texts: Texts,
        projects: Projects,
        on_checked: Callable[[OpenText, Checked], None],
        on_news: Callable[[], None],
        *,
        looks_around: bool,
    ) -> None:
        self._texts: Final = texts
        self._projects: Final = projects
        self._on_checked: Final = on_checked
        self._on_news: Final = on_news
        self.looks_around = looks_around
        self._looked = 0.0
        self._last_change = 0.0
        self._thread: Final = ThreadPoolExecutor(1, "contentlint-check")
        self._slow_thread: Final = ThreadPoolExecutor(1, "contentlint-proofread")
        self._checked: Final[dict[str, Checked]] = {}
        self._proofread: Final[dict[str, list[Violation]]] = {}
        self._waiting: Final[dict[str, None]] = {}
        self._timers: Final[dict[str, asyncio.TimerHandle]] = {}
        self._wanted: Final[dict[str, list[asyncio.Future[Checked | None]]]] = {}
        self._wake: Final = asyncio.Event()
        self._ended = False
        self._task: Final = asyncio.ensure_future(self._run())

    def ask(self, uri: str, delay: float = 0.0) -> None:
        """Have a text checked soon; asked again within the delay, it is checked once."""
        if timer := self._timers.pop(uri, None):
            timer.cancel()
        if delay:
            self._timers[uri] = asyncio.get_running_loop().call_later(delay, self.ask, uri)
            return
        self._waiting.pop(uri, None)
        self._waiting[uri] = None
        self._wake.set()

    def changed(self, uri: str) -> None:
        """Have a text checked that was changed just now."""
        now = asyncio.get_running_loop().time()
        calm = now - self._last_change > CALM
        self._last_change = now
        self.ask(uri, 0.0 if calm else DELAY)

    def ask_all(self) -> None:
        """Have every open text checked anew."""
        self._checked.clear()
        for text in self._texts:
            self.ask(text.uri)

    async def current(self, uri: str) -> Checked | None:
        """Return the outcome for a text as it is now, when it is there; None when the text is closed or no check worked."""
        text = self._texts.get(uri)
        if text is None:
            return None
        checked = self._checked.get(uri)
        if checked is not None and checked.edits == text.edits and not self._may_have_changed():
            return self._shown(text, checked)
        answer: asyncio.Future[Checked | None] = asyncio.get_running_loop().create_future()
        self._wanted.setdefault(uri, []).append(answer)
        if uri not in self._timers:
            self.ask(uri)
        return await answer

    async def take_in(self, changed: Sequence[Path]) -> bool:
        """Take notice of files that changed on disk; return whether texts may have to be checked again."""
        return await self.run(lambda: self._projects.take_in(changed))

    def read(self, source: SourceText, path: Path) -> tuple[Document, Page]:
        """Return a text as rules see it, and what its site and the settings know of it. Called in the thread of the checks."""
        return self._projects.of(path).read(source, path)

    async def closed(self, path: Path) -> None:
        """Take notice of a text that is no longer open."""
        await self._run_and_tell(lambda: self._projects.of(path).closed(path))

    def run(self, call: Callable[[], _T]) -> Awaitable[_T]:
        """Run something in the thread of the checks, where projects may be touched."""
        return asyncio.get_running_loop().run_in_executor(self._thread, call)

    def forget(self, uri: str) -> None:
        """Forget a text that was closed."""
        if timer := self._timers.pop(uri, None):
            timer.cancel()
        self._waiting.pop(uri, None)
        self._checked.pop(uri, None)
        self._proofread.pop(uri, None)
        self._answer(uri, None)

    def edited(self, uri: str, edit: Edit | None) -> None:
        """Move what LanguageTool said of a text along with an edit; what was said of the edited place is dropped."""
        found = self._proofread.get(uri)
        if found:
            self._proofread[uri] = [] if edit is None else [moved for one in found if (moved := _moved(one, edit))]

    async def proofread(self, uri: str) -> None:
        """Have LanguageTool read a text that was saved, where the settings want it."""
        await self.current(uri)
        text, checked = self._texts.get(uri), self._checked.get(uri)
        if text is None or checked is None or not checked.project.proofreads:
            return
        project, source, path = checked.project, checked.source, text.path
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(
            self._slow_thread, lambda: () if self._ended else project.proofread(source, path)
        )
        if text.edits == checked.edits and self._texts.get(uri) is text:
            self._proofread[uri] = list(found)
            self._tell(text)

    def give_up(self) -> None:
        """Give up what is running, and begin nothing more."""
        self._ended = True
        self._task.cancel()
        for timer in self._timers.values():
            timer.cancel()

    def end(self) -> bool:
        """Give up, and end the threads; return whether they do end."""
        self.give_up()
        last: list[Future[Any]] = [self._thread.submit(self._projects.close), self._slow_thread.submit(int)]
        self._thread.shutdown(wait=False)
        self._slow_thread.shutdown(wait=False)
        return not wait(last, PATIENCE).not_done

    async def _run(self) -> None:
        while True:
            await self._rest()
            self._wake.clear()
            while self._waiting:
                uri, _ = self._waiting.popitem()  # the text that was asked for last is the one somebody looks at
                text = self._texts.get(uri)
                if text is None:
                    continue
                try:
                    await self._check(text)
                except StaleError:
                    if uri not in self._timers:
                        self.ask(uri)
                except Exception:  # noqa: BLE001 - one text must not end the checks of all
                    _LOG.exception("the check of %s failed", uri)
                    self._answer(uri, None)

    async def _rest(self) -> None:
        """Wait until a text is to be checked; meanwhile, see to what concerns whole sites."""
        now = asyncio.get_running_loop().time
        while not self._wake.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), max(SLICE, self._last_change + REST - now()))
                return
            is_behind = False
            try:
                is_behind = await self._run_and_tell(self._read_on)
            except Exception:  # noqa: BLE001 - a page that nobody has opened must not end the checks
                _LOG.exception("reading the site failed")
            if not is_behind:
                await self._wake.wait()

    def _read_on(self) -> None:
        self._projects.read_on(SLICE)
        self._projects.settle()

    async def _check(self, text: OpenText) -> None:
        if self._may_have_changed():
            self._looked = asyncio.get_running_loop().time()
            if await self.run(self._projects.look_around):
                self.ask_all()
        edits, source, is_saved = text.edits, text.source, text.is_saved

        def is_stale() -> bool:
            return self._ended or text.edits != edits

        def check() -> Checked:
            project = self._projects.of(text.path)
            return Checked(edits, source, project, project.check(source, text.path, is_stale, is_saved=is_saved))

        checked = await self.run(check)
        if text.edits != edits or self._texts.get(text.uri) is not text:
            raise StaleError
        self._checked[text.uri] = checked
        self._tell(text)

    async def _run_and_tell(self, call: Callable[[], None]) -> bool:
        """Run something in the thread of the checks after which other things may be found in open texts.

        Returns:
            Whether something is left to be done for whole sites.
        """

        def run() -> tuple[dict[str, tuple[Violation, ...]], bool]:
            call()
            return self._projects.update(), self._projects.is_behind

        news, is_behind = await self.run(run)
        self._take_news(news)
        return is_behind

    def _take_news(self, news: Mapping[str, tuple[Violation, ...]]) -> None:
        """Take in what rules about whole sites say now of texts that were checked already."""
        any_told = False
        for text in self._texts if news else ():
            checked = self._checked.get(text.uri)
            about = news.get(key_of(text.path))
            if checked is not None and about is not None and checked.edits == text.edits:
                self._checked[text.uri] = checked._replace(outcome=checked.outcome._replace(about=about))
                self._tell(text)
                any_told = True
        if any_told:
            self._on_news()

    def _may_have_changed(self) -> bool:
        return self.looks_around and asyncio.get_running_loop().time() - self._looked > LOOK_AROUND

    def _tell(self, text: OpenText) -> None:
        shown = self._shown(text, self._checked[text.uri])
        self._on_checked(text, shown)
        self._answer(text.uri, shown)

    def _shown(self, text: OpenText, checked: Checked) -> Checked:
        """Return what is known of a text with what is to be shown of it, and with what LanguageTool said of it earlier."""
        more = self._proofread.get(text.uri, ())
        return checked._replace(violations=checked.project.shown(checked.source, text.path, checked.outcome, more))

    def _answer(self, uri: str, checked: Checked | None) -> None:
        for future in self._wanted.pop(uri, ()):
            if not future.done():
                future.set_result(checked)


def _moved(violation: Violation, edit: Edit) -> Violation | None:
    """Return a violation where it stands after an edit; None when the edit touches it."""
    start, end = violation.span
    if edit.span.start > end:
        return violation
    if edit.span.end >= start:
        return None
    by = len(edit.replacement) - (edit.span.end - edit.span.start)
    return violation._replace(span=Span(start + by, end + by), fix=None)

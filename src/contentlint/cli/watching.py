"""``contentlint check --watch``: checks again whenever something changes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Final, TextIO

import click

from contentlint.cli.errors import report
from contentlint.cli.files import Desk
from contentlint.cli.reporting import UsageProblem
from contentlint.config import ConfigError
from contentlint.engine.results import FileResult
from contentlint.engine.runner import shown_path
from contentlint.engine.watching import Change, Watched, concerns_pages
from contentlint.rules.base import Message

_MISSING: Final = Message(
    en="--watch needs one more package. Install it with: pip install 'contentlint[watch]'",
    nl="--watch heeft nog een pakket nodig. Installeer het met: pip install 'contentlint[watch]'",
)
_WATCHING: Final = Message(
    en="Watching {folder} for changes. Stop with Ctrl-C.", nl="Wacht op wijzigingen in {folder}. Stop met Ctrl-C."
)
_CLEAR: Final = "\x1b[2J\x1b[3J\x1b[H"
_PATIENCE: Final = 100
"""Milliseconds after which the wait begins anew; the first of them pass before the first look."""
_TOGETHER: Final = 50
"""Milliseconds of quiet that end a group of changes."""


def watch(
    watched: Watched, root: Path, show: Callable[[Iterable[FileResult]], object], desk: Desk, stream: TextIO
) -> None:
    """Show what is found, and again after every change, until the user stops it with Ctrl-C.

    Args:
        watched: what is found.
        root: the folder to watch.
        show: shows results.
        desk: tells about the run.
        stream: the screen; it is cleared before each look when it is a terminal.

    Raises:
        UsageProblem: watchfiles is not installed.
    """
    try:
        import watchfiles  # noqa: PLC0415 - an extra, and only asked for here
    except ImportError:
        raise UsageProblem(_MISSING()) from None
    ctx = click.get_current_context()
    root = root.resolve()

    def look(find: Callable[[], list[FileResult]]) -> None:
        try:
            found = find()
            _clear(stream)
            show(found)
        except (ConfigError, UsageProblem) as error:  # settings while they are being written
            _clear(stream)
            report(error, ctx)
        stream.flush()
        desk.say(_WATCHING(folder=shown_path(root)))

    groups = watchfiles.watch(
        root,
        watch_filter=lambda _, path: concerns_pages(Path(path), root),
        debounce=_TOGETHER * 4,
        step=_TOGETHER,
        rust_timeout=_PATIENCE,
        yield_on_timeout=True,  # the first, empty group says that from now on no change is missed
        ignore_permission_denied=True,
    )
    try:
        next(groups)
        look(watched.everything)
        for group in groups:
            changes = [Change(Path(path), kind == watchfiles.Change.modified) for kind, path in group]
            if changes:
                look(partial(watched.after, changes))
    except KeyboardInterrupt:
        if stream.isatty():  # behind the ^C that the terminal shows
            stream.write("\n")
    finally:
        watched.close()


def _clear(stream: TextIO) -> None:
    if stream.isatty() and os.environ.get("TERM") != "dumb":
        stream.write(_CLEAR)

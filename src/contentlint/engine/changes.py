"""What changed since a revision of git, line by line, and the findings that touch it."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from contentlint.engine.parts import touching
from contentlint.engine.results import FileResult
from contentlint.rules.base import BoundMessage, Message
from contentlint.text import Span
from contentlint.text.records import NamedTuple

_NO_GIT: Final = Message(
    en="This needs git, and there is none on this computer.",
    nl="Hiervoor is git nodig, en dat is er niet op deze computer.",
)
_NO_REPOSITORY: Final = Message(
    en="{folder} is in no git repository that can be read: {reason}.",
    nl="{folder} staat niet in een leesbare git-repository: {reason}.",
)
_NO_REVISION: Final = Message(
    en="git knows no revision ‘{revision}’ here. In CI: does the job fetch the whole history?",
    nl="git kent hier geen revisie ‘{revision}’. In CI: haalt de taak de hele geschiedenis op?",
)
_FAILED: Final = Message(en="git could not do this: {reason}.", nl="git kon dit niet doen: {reason}.")

_HUNK: Final = re.compile(r"@@ -\d+(?:,\d+)? \+(?P<line>\d+)(?:,(?P<count>\d+))? @@")
_ESCAPE: Final = re.compile(rb"\\([abtnvfr\"\\]|[0-7]{3})")
_ESCAPED: Final = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}


class GitError(Exception):
    """git is not there, or cannot compare; in words for the user."""

    def __init__(self, message: BoundMessage) -> None:
        super().__init__(message.render("en"))
        self.message: Final = message


class Lines(NamedTuple):
    """Lines of a file, both ends included."""

    first: int
    last: int


class Changes:
    """The lines that changed since a revision, in the working tree with what is not committed.

    Compared is with the last commit that the revision and the working tree have in common: what others did on their
    branch meanwhile is no change of ours. A file that git does not know is new from its first line to its last. Where
    lines were only taken away, the two lines around the gap count.

    Args:
        revision: a branch, a tag, a commit, or another name that git understands.
        folder: a folder in the repository.

    Raises:
        GitError: there is no git, no repository, or no such revision.
    """

    def __init__(self, revision: str, folder: Path) -> None:
        git = _Git(folder)
        self._top: Final = git.top
        base = git.base(revision)
        self._changed: Final[Mapping[str, list[Lines]]] = dict(_changed_lines(git.diff(base)))
        self._known: Final = git.tracked()
        self._moved: Final[dict[str, Sequence[Span] | None]] = {}

    def touched(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """Yield results with the violations only that touch a changed line."""
        for result in results:
            parts = self.parts(result)
            kept = result.violations if parts is None else touching(result.violations, result.source, parts)
            yield result._replace(violations=kept)

    def follow(self, path: str, parts: Sequence[Span] | None) -> None:
        """Take note of where the changed lines of a file are since it was mended."""
        self._moved[path] = parts

    def parts(self, result: FileResult) -> Sequence[Span] | None:
        """Return the lines that changed in a file; None when all of it is new."""
        if result.path in self._moved:
            return self._moved[result.path]
        lines = self._lines(Path(result.path))
        if lines is None:
            return None
        source = result.source
        return [
            Span(
                source.line_span(min(one.first, source.line_count)).start,
                source.line_span(min(one.last, source.line_count)).end,
            )
            for one in lines
        ]

    def _lines(self, path: Path) -> list[Lines] | None:
        """Return the lines that changed in a file; None when all of it is new."""
        real = path.resolve()
        if not real.is_relative_to(self._top):
            return None
        name = real.relative_to(self._top).as_posix()
        return self._changed.get(name, []) if name in self._known else None


def tracked(files: Iterable[Path], folder: Path) -> tuple[Path, ...]:
    """Return those of some files that git knows, committed or staged.

    Args:
        files: the files.
        folder: a folder in the repository.

    Raises:
        GitError: there is no git, or no repository.
    """
    git = _Git(folder)
    known = git.tracked()
    return tuple(
        path
        for path in files
        if (real := path.resolve()).is_relative_to(git.top) and real.relative_to(git.top).as_posix() in known
    )


class _Git:
    """Asks git about one repository."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        top = self._run("rev-parse", "--show-toplevel")
        if top.returncode:
            reason = top.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ").rstrip(".")
            raise GitError(_NO_REPOSITORY(folder=folder, reason=reason.partition("\n")[0]))
        self._folder = self.top = Path(os.fsdecode(top.stdout.removesuffix(b"\n"))).resolve()

    def base(self, revision: str) -> str:
        """Return the commit to compare with."""
        found = self._run("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if revision.startswith("-") or found.returncode:
            raise GitError(_NO_REVISION(revision=revision))
        commit = found.stdout.decode("ascii").strip()
        common = self._run("merge-base", commit, "HEAD")
        # A history that was fetched in part may hold no common commit.
        return commit if common.returncode else common.stdout.decode("ascii").strip()

    def diff(self, base: str) -> bytes:
        """Return the differences between a commit and the working tree, without the lines around them."""
        # What the user's settings say of diffs must not change their form.
        form = (
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--unified=0",
            "--inter-hunk-context=0",
            "--find-renames",
        )
        return self._output(
            "-c", "core.quotePath=false", "diff", *form, "--src-prefix=a/", "--dst-prefix=b/", base, "--"
        )

    def tracked(self) -> frozenset[str]:
        """Return the files that git knows, relative to the top."""
        return frozenset(os.fsdecode(name) for name in self._output("ls-files", "-z").split(b"\0"))

    def _output(self, *arguments: str) -> bytes:
        done = self._run(*arguments)
        if done.returncode:
            reason = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ").rstrip(".")
            raise GitError(_FAILED(reason=reason.partition("\n")[0]))
        return done.stdout

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = ["git", "-C", os.fspath(self._folder), *arguments]
        try:
            return subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)  # noqa: S603
        except FileNotFoundError:
            raise GitError(_NO_GIT()) from None


def _changed_lines(diff: bytes) -> Iterator[tuple[str, list[Lines]]]:
    """Yield the files in a diff of git, relative to the top, with the lines that are new in each."""
    name = ""
    lines: list[Lines] = []
    in_header = False
    for row in diff.split(b"\n"):
        if row.startswith(b"diff --git "):
            if name:
                yield name, lines
            name, lines, in_header = "", [], True
        elif in_header and row.startswith(b"+++ "):
            name = "" if row == b"+++ /dev/null" else _file_name(row[4:])
        elif row.startswith(b"@@ ") and (hunk := _HUNK.match(row.decode("ascii", "replace"))):
            in_header = False
            line, count = int(hunk["line"]), int(hunk["count"] or 1)
            lines.append(Lines(line, line + count - 1) if count else Lines(line, line + 1))
    if name:
        yield name, lines


def _file_name(name: bytes) -> str:
    """Return the name of a file from the header of a diff, where git writes unusual ones in quotes."""
    if name.startswith(b'"'):
        name = _ESCAPE.sub(_unescaped, name.rstrip(b"\t")[1:-1])
    # A name with a blank in it is followed by a tab.
    return os.fsdecode(name.removesuffix(b"\t").removeprefix(b"b/"))


def _unescaped(escape: re.Match[bytes]) -> bytes:
    sign = escape[1]
    return bytes([int(sign, 8)]) if sign.isdigit() else _ESCAPED.get(sign, sign)

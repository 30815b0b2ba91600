"""Mending files."""

import os
from pathlib import Path

import pytest

from contentlint.config import CommandLine, Layer, Settings, load_settings
from contentlint.engine import fixing
from contentlint.engine.fixing import FixedFile, fix_paths
from contentlint.engine.writing import WriteRefusedError
from contentlint.rules.base import Applicability
from contentlint.rules.registry import builtin

SAFE = frozenset({Applicability.SAFE})
BOTH = frozenset({Applicability.SAFE, Applicability.UNSAFE})
TEXT = "---\ntitle: Kop\n---\n\n## Een\n\n#### Twee\n\nTekst  met  spaties.\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    layer = Layer(select=("space-double", "heading-level-skip"))
    return load_settings(tmp_path, builtin(), isolated=True, command_line=CommandLine(layer))


@pytest.fixture
def post(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    post = tmp_path / "post.md"
    post.write_bytes(TEXT.encode())
    return post


def mend(post: Path, settings: Settings, allowed: frozenset[Applicability] = SAFE, *, write: bool = True) -> FixedFile:
    (file,) = fix_paths([post], settings, allowed, write=write)
    return file


def test_safe_fixes_are_written_and_the_rest_is_reported(post: Path, settings: Settings) -> None:
    file = mend(post, settings)
    assert post.read_text("utf-8") == TEXT.replace("  ", " ") == file.after.text
    assert [violation.rule.code for violation in file.applied] == ["TY001", "TY001"]
    assert [violation.rule.code for violation in file.result.violations] == ["HD002"]
    assert file.notices == ()


def test_unsafe_fixes_are_applied_when_allowed(post: Path, settings: Settings) -> None:
    file = mend(post, settings, BOTH)
    assert post.read_text("utf-8") == TEXT.replace("  ", " ").replace("####", "###")
    assert file.result.violations == ()


def test_nothing_is_written_when_only_asked_for(post: Path, settings: Settings) -> None:
    file = mend(post, settings, write=False)
    assert post.read_bytes() == TEXT.encode()
    assert file.before.text == TEXT
    assert file.after.text == TEXT.replace("  ", " ")


@pytest.mark.parametrize("before", ["Tekst één.\n".encode(), b"", b"a  b \xff\n"])
def test_a_file_without_anything_to_mend_is_not_touched(post: Path, settings: Settings, before: bytes) -> None:
    post.write_bytes(before)
    stamp = post.stat()
    file = mend(post, settings)
    assert file.after is file.before
    assert (post.read_bytes(), post.stat().st_ino, post.stat().st_mtime_ns) == (before, stamp.st_ino, stamp.st_mtime_ns)


def test_newlines_byte_order_mark_and_mode_are_kept(post: Path, settings: Settings) -> None:
    post.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    post.chmod(0o640)
    mend(post, settings)
    assert post.read_bytes() == b"\xef\xbb\xbf" + TEXT.replace("  ", " ").replace("\n", "\r\n").encode()
    assert post.stat().st_mode & 0o777 == 0o640


def test_a_file_that_changed_meanwhile_is_left_alone_and_told(
    post: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise WriteRefusedError

    monkeypatch.setattr(fixing, "replace_file", refuse)
    file = mend(post, settings)
    (notice,) = file.notices
    assert notice.is_error
    assert "intussen veranderd" in notice.message.render("nl")
    assert file.after is file.before
    assert [violation.rule.code for violation in file.result.violations] == ["HD002", "TY001", "TY001"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(post: Path, settings: Settings) -> None:
    post.parent.chmod(0o500)
    (notice,) = mend(post, settings).notices
    assert "could not be written" in notice.message.render("en")


def test_a_fix_that_would_change_the_page_is_refused_and_told(
    post: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("contentlint.engine.fixer.visible_difference", lambda *_: "the rendered page")
    file = mend(post, settings)
    assert post.read_bytes() == TEXT.encode()
    assert [notice.is_error for notice in file.notices] == [False]
    assert "space-double" in file.notices[0].message.render("nl")


def test_progress_counts_every_file(post: Path, settings: Settings) -> None:
    told: list[tuple[int, int]] = []
    other = post.with_name("other.md")
    other.write_text("Niets.\n", "utf-8")
    files = fix_paths([post, other], settings, SAFE, write=True, on_progress=lambda *counts: told.append(counts))
    assert [file.result.path.rpartition("/")[2] for file in files] == ["post.md", "other.md"]
    assert told == [(1, 2), (2, 2)]

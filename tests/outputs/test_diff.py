"""Diffs can be applied by git."""

import subprocess
from pathlib import Path

import pytest

from contentlint.outputs.diff import diff
from contentlint.text import SourceText


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\nb\nc\n", "a\nB\nc\n"),
        ("a\nb", "a\nB"),
        ("a\nb", "a\nb\n"),
        ("a\nb\n", "a\nb"),
        ("a\r\nb\r\n", "A\r\nb\r\n"),
        ("a\rb\u2028c\n", "a\rb\u2028C\n"),
        ("\ufeffé\n", "\ufeffe\n"),
        ("a\n", ""),
    ],
)
def test_git_applies_it(tmp_path: Path, before: str, after: str) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(before.encode())
    patch = "".join(diff("a.md", SourceText(before), SourceText(after)))
    subprocess.run(["git", "apply", "-"], input=patch.encode(), cwd=tmp_path, check=True, capture_output=True)
    assert (file.read_bytes() if file.exists() else b"") == after.encode()


def test_nothing_changed_is_no_diff() -> None:
    assert list(diff("a.md", SourceText("a"), SourceText("a"))) == []


def test_the_name_of_a_file_cannot_forge_a_line() -> None:
    first = next(diff("a\n+++ b/evil", SourceText("a"), SourceText("b")))
    assert first == "--- a/a\\n+++ b/evil\n"

"""``contentlint check --fix`` and ``--diff``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]

RULES = ("--select", "HD002,TY001")


def test_fix_mends_and_says_how_much_and_shows_the_rest(site: Path, call: Call) -> None:
    post = site / "content" / "posts" / "slecht.md"
    before = post.read_text("utf-8")
    outcome = call("check", *RULES, "--fix")
    assert post.read_text("utf-8") == before.replace("  ", " ")
    assert outcome.code == 0
    assert "HD002" in outcome.out
    assert "TY001" not in outcome.out
    assert outcome.err == "Mended: 1, in 1 file. Look over what changed before you publish.\n"
    assert call("check", *RULES, "--fix", "--lang", "nl").err == "Er was niets te herstellen.\n"
    call("check", *RULES, "--fix", "--unsafe-fixes")
    assert post.read_text("utf-8") == before.replace("  ", " ").replace("####", "###")


def test_diff_shows_what_fix_would_change_and_writes_nothing(site: Path, call: Call) -> None:
    post = site / "content" / "posts" / "slecht.md"
    before = post.read_bytes()
    for arguments in (["--diff"], ["--diff", "--fix"]):
        outcome = call("check", *RULES, *arguments)
        assert outcome.code == 1
        assert outcome.err == ""
        assert outcome.out.startswith("--- a/content/posts/slecht.md\n+++ b/content/posts/slecht.md\n@@ ")
        assert "\n-Tekst  met spaties.\n+Tekst met spaties.\n" in outcome.out
        assert post.read_bytes() == before
    assert call("check", *RULES, "--diff", "--exit-zero").code == 0
    assert call("check", "--select", "HD002", "--diff") == (0, "", "")


@pytest.mark.usefixtures("site")
def test_a_file_that_cannot_be_written_makes_the_run_fail(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("contentlint.engine.fixing.replace_file", refuse)
    outcome = call("check", *RULES, "--fix")
    assert outcome.code == 2
    assert outcome.err.startswith("content/posts/slecht.md could not be written (Permission denied).\n")
    assert "TY001" in outcome.out

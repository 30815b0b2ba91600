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
    assert outcome.err.startswith("content/posts/slecht.md could not be written (you have no permission).\n")
    assert "TY001" in outcome.out
    assert outcome.err.splitlines()[1:] == ["Nothing was mended."]


def test_fix_only_shows_what_was_mended_and_nothing_else(site: Path, call: Call) -> None:
    post = site / "content" / "posts" / "slecht.md"
    before = post.read_text("utf-8")
    outcome = call("check", *RULES, "--fix-only")
    assert outcome == (
        0,
        "content/posts/slecht.md: space-double 1\n",
        "Mended: 1, in 1 file. Look over what changed before you publish.\n",
    )
    assert post.read_text("utf-8") == before.replace("  ", " ")
    assert call("check", *RULES, "--fix-only") == (0, "", "There was nothing to mend.\n")


def test_add_suppressions_silences_everything_and_says_why(site: Path, call: Call) -> None:
    post = site / "content" / "posts" / "slecht.md"
    outcome = call("check", *RULES, "--add-suppressions", "--reason", "old post", "--fail-on", "warning")
    assert outcome.code == 0
    assert outcome.out == "2 files checked: nothing found.\n"
    assert outcome.err == "Silenced, with a comment that says why: 2, in 1 file.\n"
    assert post.read_text("utf-8").count(" -- old post -->") == 2
    assert call("check", *RULES, "--fail-on", "info").code == 0
    again = call("check", *RULES, "--add-suppressions", "--reason", "old post")
    assert again.err == "There was nothing to silence.\n"


def test_add_suppressions_says_when_no_comment_can_be_written(site: Path, call: Call) -> None:
    (site / "content" / "posts" / "slecht.md").write_bytes(b"\x00\x01PNG" * 100)
    outcome = call("check", "--select", "CL", "--add-suppressions", "--reason", "old post")
    assert outcome.code == 1
    assert outcome.err == "Nothing was silenced: for what is found here, no comment can be written.\n"


@pytest.mark.usefixtures("site")
def test_add_suppressions_that_cannot_be_written_do_not_end_with_nothing_to_silence(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("contentlint.engine.silencing_files.replace_file", refuse)
    outcome = call("check", *RULES, "--add-suppressions", "--reason", "oud", "--lang", "nl")
    assert outcome.code == 2
    assert outcome.err == "content/posts/slecht.md kon niet geschreven worden (de schijf is alleen te lezen).\n"


def test_add_suppressions_reaches_rules_about_the_whole_site(site: Path, call: Call) -> None:
    for name in ("een", "twee"):
        (site / "content" / f"{name}.md").write_text("---\ntitle: Dubbel\n---\n\nTekst.\n", "utf-8")
    rules = ("--select", "title-duplicate", "--fail-on", "warning")
    assert call("check", *rules).code == 1
    assert call("check", *rules, "--add-suppressions", "--reason", "both are meant").code == 0
    assert call("check", *rules).code == 0
    texts = [(site / "content" / f"{name}.md").read_text("utf-8") for name in ("een", "twee")]
    assert "# contentlint-disable-next-line title-duplicate -- both are meant\ntitle: Dubbel\n" in "".join(texts)


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--add-suppressions"], "Say why"),
        (["--add-suppressions", "--reason", ""], "Say why"),
        (["--add-suppressions", "--reason", "a --> b"], "it cannot hold ‘-->’"),
        (["--reason", "x"], "--reason is written by --add-suppressions"),
        (["--fix", "--add-suppressions", "--reason", "x"], "--fix and --add-suppressions cannot be used together"),
        (["--fix-only", "--diff"], "--fix-only and --diff cannot be used together"),
        (["-", "--fix-only"], "‘-’ is no file, so it cannot be used with --fix-only"),
    ],
)
def test_options_that_change_files_are_not_mixed(site: Path, call: Call, arguments: list[str], part: str) -> None:
    before = (site / "content" / "posts" / "slecht.md").read_bytes()
    outcome = call("check", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert part in outcome.err
    assert (site / "content" / "posts" / "slecht.md").read_bytes() == before


def test_a_file_that_changes_while_it_is_silenced_is_left_alone(
    site: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    from contentlint.engine.silencing import silence

    post = site / "content" / "posts" / "slecht.md"

    def changed_meanwhile(*arguments: Any) -> Any:
        post.write_text("newer", "utf-8")
        return silence(*arguments)

    monkeypatch.setattr("contentlint.engine.silencing_files.silence", changed_meanwhile)
    outcome = call("check", *RULES, "--add-suppressions", "--reason", "old post")
    assert outcome.code == 2
    assert "content/posts/slecht.md was changed meanwhile" in outcome.err
    assert post.read_text("utf-8") == "newer"


def test_a_file_that_is_no_readable_page_is_not_silenced(site: Path, call: Call) -> None:
    post = site / "content" / "posts" / "slecht.md"
    data = "Tekst  met wit.\n".encode("utf-16") * 9000
    post.write_bytes(data)
    outcome = call("check", "--select", "CL004", "--add-suppressions", "--reason", "old")
    assert outcome.code == 1
    assert "CL004" in outcome.out
    assert "meanwhile" not in outcome.err
    assert post.read_bytes() == data

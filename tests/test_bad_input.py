"""Bad input as a user meets it: a clear message, the right exit code, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "contentlint"]
GOOD = "---\ntitle: Soep\n---\n\nDonderdag staat er soep op het vuur.\n"
BAD = "---\ntitle: Boeken\n---\n\nDe boeken zijn door het vocht geschaadt.\n"
LATIN_1 = b"---\ntitle: Soep\n---\n\nIn het caf\xe9 staat soep.\n"


class Outcome:
    """What a call gave: its exit code and both outputs, which hold no traceback."""

    def __init__(self, result: subprocess.CompletedProcess[bytes]) -> None:
        self.code = result.returncode
        self.out = result.stdout.decode("utf-8")
        self.err = result.stderr.decode("utf-8")
        assert "Traceback" not in self.out + self.err
        assert "contentlint itself failed" not in self.err
        assert "internal-error" not in self.out


def contentlint(folder: Path, *arguments: str, stdin: bytes = b"") -> Outcome:
    """Run ``contentlint check`` in a folder, speaking English and without settings from above it."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    (folder / ".git").mkdir(exist_ok=True)
    command = [*COMMAND, "check", "--output-format", "concise", *arguments]
    return Outcome(
        subprocess.run(command, cwd=folder, env=environment, input=stdin, capture_output=True, check=False, timeout=60)
    )


def test_a_path_that_does_not_exist_is_a_mistake_in_the_call(tmp_path: Path) -> None:
    outcome = contentlint(tmp_path, "nowhere.md")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "nowhere.md does not exist.\n"


def test_what_is_there_is_checked_beside_a_path_that_does_not_exist(tmp_path: Path) -> None:
    (tmp_path / "boeken.nl.md").write_text(BAD)
    outcome = contentlint(tmp_path, "nowhere.md", "boeken.nl.md")
    assert outcome.code == 2
    assert "boeken.nl.md:5:31: error SP001" in outcome.out


def test_a_folder_without_markdown_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    outcome = contentlint(tmp_path, ".")
    assert (outcome.code, outcome.out) == (0, "")
    assert "no Markdown files" in outcome.err


def test_a_file_that_is_no_markdown_is_named_and_skipped(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(BAD)
    outcome = contentlint(tmp_path, "notes.txt")
    assert (outcome.code, outcome.out) == (0, "")
    assert "notes.txt is no Markdown file" in outcome.err


def test_a_binary_file_is_one_violation(tmp_path: Path) -> None:
    (tmp_path / "photo.md").write_bytes(bytes(range(256)) * 8)
    outcome = contentlint(tmp_path, "photo.md")
    assert outcome.code == 1
    (line,) = outcome.out.splitlines()
    assert line.startswith("photo.md:1:1: error CL004 encoding")


def test_bytes_that_are_not_utf_8_are_reported_at_their_place(tmp_path: Path) -> None:
    (tmp_path / "soep.nl.md").write_bytes(LATIN_1)
    outcome = contentlint(tmp_path, "soep.nl.md")
    assert outcome.code == 1
    assert outcome.out.startswith("soep.nl.md:5:11: error CL004 encoding")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_one_violation(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "soep.nl.md").write_text(GOOD, encoding=encoding)
    outcome = contentlint(tmp_path, "soep.nl.md")
    assert outcome.code == 1
    (line,) = outcome.out.splitlines()
    assert line.startswith("soep.nl.md:1:1: error CL004 encoding")


@pytest.mark.parametrize(
    "text", ["", "\n\n\n", "\ufeff", "---\ntitle: Soep\n---\n", "---\ntitle: Soep\n---", "\ufeff" + GOOD]
)
def test_a_page_with_little_or_nothing_in_it_is_checked_in_silence(tmp_path: Path, text: str) -> None:
    (tmp_path / "soep.nl.md").write_text(text)
    outcome = contentlint(tmp_path, "soep.nl.md")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")


def test_a_file_of_50_megabytes_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "log.md").open("wb") as file:
        file.truncate(50 * 2**20)
    outcome = contentlint(tmp_path, "log.md")
    assert outcome.code == 1
    assert outcome.out.startswith("log.md:1:1: error CL007 file-not-checked This file is 50 MB")


@pytest.mark.parametrize(
    "text",
    [
        ">" * 3_000 + " x\n",
        "- " * 2_000 + "x\n",
        "[" * 5_000,
        "{{<" * 5_000,
        "{{< note >}}" * 3_000,
        "<!-- " * 3_000,
        "x" * 200_000,
        "geschaadt" * 5_000,
        "---\na: " + "[" * 5_000 + "\n---\n",
        "---\na: &a [x]\n" + "".join(f"{b}: &{b} [{f'*{a},' * 9}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + "---\n",
    ],
    ids=["quotations", "items", "brackets", "tags", "shortcodes", "comments", "letters", "words", "nested", "aliases"],
)  # fmt: skip
def test_a_page_made_to_hang_is_checked_in_time(tmp_path: Path, text: str) -> None:
    (tmp_path / "page.nl.md").write_text(text)
    assert contentlint(tmp_path, "page.nl.md").code in (0, 1)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a file that nobody can read, not even root, is needed")
def test_a_file_that_cannot_be_read_is_a_violation(tmp_path: Path) -> None:
    (tmp_path / "page.md").symlink_to("/proc/self/mem")
    outcome = contentlint(tmp_path, "page.md")
    assert outcome.code == 1
    assert outcome.out.startswith("page.md:1:1: error CL007 file-not-checked")


def test_links_that_go_round_in_circles_are_named_and_skipped(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").symlink_to("b.md")
    (tmp_path / "content" / "b.md").symlink_to("a.md")
    (tmp_path / "content" / "round").symlink_to("../content", target_is_directory=True)
    outcome = contentlint(tmp_path, "content")
    assert (outcome.code, outcome.out) == (0, "")
    assert "content/a.md is a link that leads to no file" in outcome.err
    assert "content/b.md is a link that leads to no file" in outcome.err


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("een naam.nl.md", "een naam.nl.md"),
        ("regel\neinde.nl.md", "regel\\neinde.nl.md"),
        ("\x1b[31mrood.nl.md", "\\x1b[31mrood.nl.md"),
        ("blij 😀.nl.md", "blij 😀.nl.md"),
        ("-dash.nl.md", "-dash.nl.md"),
        ("[a]{b}*.nl.md", "[a]{b}*.nl.md"),
    ],
)
def test_strange_names_are_checked_and_shown_in_one_line(tmp_path: Path, name: str, shown: str) -> None:
    (tmp_path / name).write_text(BAD)
    outcome = contentlint(tmp_path, "--", name)
    assert outcome.code == 1
    (line,) = outcome.out.splitlines()
    assert line.startswith(f"{shown}:5:31: error SP001")


def test_settings_that_are_not_toml_are_reported_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "contentlint.toml").write_text("ignore = [\n")
    outcome = contentlint(tmp_path, ".")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("contentlint.toml:")
    assert "nothing was checked" in outcome.err


def test_every_mistake_in_the_settings_is_reported_at_once(tmp_path: Path) -> None:
    (tmp_path / "contentlint.toml").write_text('selct = ["HD"]\nfail-on = "eror"\nwords = ["none.txt"]\n')
    outcome = contentlint(tmp_path, ".")
    assert outcome.code == 2
    places = [line.partition(": ")[0] for line in outcome.err.splitlines()[:3]]
    assert places == ["contentlint.toml:1:1", "contentlint.toml:2:11", "contentlint.toml:3:10"]
    assert "‘select’" in outcome.err


def test_a_rule_that_does_not_exist_is_a_mistake_in_the_call(tmp_path: Path) -> None:
    outcome = contentlint(tmp_path, "--select", "heading-level-skp", ".")
    assert outcome.code == 2
    assert "‘heading-level-skip’" in outcome.err


def test_an_unknown_option_is_a_mistake_in_the_call(tmp_path: Path) -> None:
    outcome = contentlint(tmp_path, "--selct", "HD")
    assert outcome.code == 2
    assert "--select" in outcome.err


def test_a_reader_that_goes_away_early_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "boeken.nl.md").write_text(BAD + "\nWeer geschaadt, en nog eens geschaadt.\n" * 4_000)
    with subprocess.Popen(
        [*COMMAND, "check", "--isolated", str(tmp_path / "boeken.nl.md")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        process.wait(timeout=60)


def test_a_text_from_standard_input_is_checked_under_the_name_given(tmp_path: Path) -> None:
    outcome = contentlint(tmp_path, "-", "--stdin-filename", "content/boeken.nl.md", stdin=BAD.encode())
    assert outcome.code == 1
    assert outcome.out.startswith("content/boeken.nl.md:5:31: error SP001")


def test_a_text_from_standard_input_needs_no_name(tmp_path: Path) -> None:
    outcome = contentlint(tmp_path, "-", stdin=b"# A\n\n####B\n")
    assert outcome.code == 1
    assert "<stdin>:3:1: error HD009" in outcome.out


@pytest.mark.parametrize("data", [b"", LATIN_1, bytes(range(256))])
def test_standard_input_may_hold_anything(tmp_path: Path, data: bytes) -> None:
    assert contentlint(tmp_path, "-", stdin=data).code in (0, 1)


def test_standard_input_stands_alone(tmp_path: Path) -> None:
    outcome = contentlint(tmp_path, "-", "boeken.nl.md")
    assert (outcome.code, outcome.out) == (2, "")
    assert "standard input" in outcome.err

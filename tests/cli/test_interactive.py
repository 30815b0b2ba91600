"""``contentlint check --interactive`` in a real terminal, and with answers from a pipe."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]

pexpect = pytest.importorskip("pexpect", reason="pexpect needs a system with terminals")

POST = (
    "---\ntitle: Boeken\n---\n\nDe boeken zijn door het vocht geschaadt.\n\nHet is  droog. Een zwartekatervis zwemt.\n"
)
ASK = "q quit: "


class Terminal:
    """The program in a terminal of 100 columns."""

    def __init__(self, site: Path, *arguments: str) -> None:
        environment = {**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "xterm", "NO_COLOR": "1"}
        command = ["-m", "contentlint", "check", "--interactive", "--select", "SP001,SP002,TY001", *arguments]
        self.process = pexpect.spawn(
            sys.executable, command, cwd=str(site), env=environment, encoding="utf-8", timeout=30, dimensions=(40, 100)
        )

    def until(self, text: str) -> str:
        """Wait for a text and return what came before it."""
        self.process.expect_exact(text)
        return str(self.process.before)

    def answer(self, text: str) -> None:
        self.process.sendline(text)

    def end(self) -> tuple[str, int]:
        """Wait for the end and return what came last, and the exit code."""
        self.process.expect(pexpect.EOF)
        rest = str(self.process.before)
        self.process.close()
        return rest, self.process.exitstatus


@pytest.fixture
def post(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "hugo.toml").write_text('defaultContentLanguage = "nl"\n', "utf-8")
    (tmp_path / "content").mkdir()
    post = tmp_path / "content" / "boeken.nl.md"
    post.write_text(POST, "utf-8")
    return post


@pytest.fixture
def terminal(post: Path) -> Iterator[Terminal]:
    terminal = Terminal(post.parents[1], "--lang", "en")
    yield terminal
    terminal.process.close(force=True)


def test_a_suggestion_is_taken_a_word_listed_a_finding_silenced_and_all_undone(post: Path, terminal: Terminal) -> None:
    shown = terminal.until(ASK)
    assert "geschaadt" in shown
    assert "1  Replace by ‘geschaad’." in shown
    assert "u undo" not in shown
    terminal.answer("1")
    shown = terminal.until(ASK)
    assert post.read_text("utf-8") == POST.replace("geschaadt", "geschaad")
    assert "space-double" in shown
    assert "u undo" in shown

    terminal.answer("i")
    terminal.until("Why may it stay? ")
    terminal.answer("the --> form")
    assert "so it cannot hold ‘-->’" in terminal.until(ASK)
    terminal.answer("i")
    terminal.until("Why may it stay? ")
    terminal.answer("as spoken")
    assert "zwartekatervis" in terminal.until(ASK)
    comment = "<!-- contentlint-disable-next-line space-double -- as spoken -->\nHet is  droog."
    assert comment in post.read_text("utf-8")

    terminal.answer("w")
    rest, code = terminal.end()
    assert "Added to rules/words.nl.txt." in rest
    assert "Done. Decisions written: 3." in rest
    assert code == 0
    assert (post.parents[1] / "rules" / "words.nl.txt").read_text("utf-8") == "zwartekatervis\n"


def test_undo_takes_back_one_decision_after_another(post: Path, terminal: Terminal) -> None:
    terminal.until(ASK)
    terminal.answer("1")
    terminal.until(ASK)
    terminal.answer("1")
    assert "zwartekatervis" in terminal.until(ASK)
    assert "Het is droog" in post.read_text("utf-8")
    terminal.answer("u")
    assert "space-double" in terminal.until(ASK)
    terminal.answer("u")
    assert "geschaadt" in terminal.until(ASK)
    assert post.read_text("utf-8") == POST
    terminal.answer("u")
    assert "There is nothing to undo." in terminal.until(ASK)
    terminal.answer("q")
    rest, code = terminal.end()
    assert "Stopped; nothing was changed." in rest
    assert (code, post.read_text("utf-8")) == (0, POST)


def test_what_is_skipped_is_not_shown_again_and_nonsense_is_asked_again(post: Path, terminal: Terminal) -> None:
    terminal.until(ASK)
    for answer in ("9", "x", "²", "0"):
        terminal.answer(answer)
        assert "Please answer with one of the signs." in terminal.until(ASK)
    for expected in ("space-double", "zwartekatervis"):
        terminal.answer("")
        assert expected in terminal.until(ASK)
    terminal.answer("s")
    _, code = terminal.end()
    assert (code, post.read_text("utf-8")) == (0, POST)


def test_a_file_that_changed_meanwhile_is_left_alone_and_read_anew(post: Path, terminal: Terminal) -> None:
    terminal.until(ASK)
    newer = POST.replace("De boeken", "Alle boeken")
    post.write_text(newer, "utf-8")
    terminal.answer("1")
    shown = terminal.until(ASK)
    assert "changed meanwhile" in shown
    assert "geschaadt" in shown
    assert post.read_text("utf-8") == newer
    terminal.answer("1")
    terminal.until(ASK)
    assert post.read_text("utf-8") == newer.replace("geschaadt", "geschaad")


def test_control_c_stops_and_keeps_what_was_decided(post: Path, terminal: Terminal) -> None:
    terminal.until(ASK)
    terminal.answer("1")
    terminal.until(ASK)
    terminal.process.sendintr()
    rest, code = terminal.end()
    assert "Decisions written: 1." in rest
    assert code == 0
    assert post.read_text("utf-8") == POST.replace("geschaadt", "geschaad")


def test_answers_may_come_from_a_pipe_and_in_dutch(
    post: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from contentlint.cli.app import run

    monkeypatch.chdir(post.parents[1])
    monkeypatch.setattr("sys.stdin", io.StringIO("s\n1\n"))
    arguments = ("check", "--interactive", "--select", "SP001,TY001", "--lang", "nl")
    assert run(arguments) == 0
    out, err = capsys.readouterr()
    assert "1 herstellen, s overslaan" in out
    assert "Klaar. Beslissingen geschreven: 1." in err
    assert post.read_text("utf-8") == POST.replace("is  droog", "is droog")


def test_what_the_baseline_knows_is_not_asked(
    post: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from contentlint.cli.app import run

    monkeypatch.chdir(post.parents[1])
    rules = ("--select", "SP001,TY001", "--lang", "en")
    assert run(("check", *rules, "--write-baseline", "old.jsonl")) == 0
    post.write_text(POST + "\nNog  meer.\n", "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n1\n"))
    assert run(("check", "--interactive", *rules, "--baseline", "old.jsonl")) == 0
    assert capsys.readouterr().out.count("s skip") == 1
    assert post.read_text("utf-8") == POST + "\nNog meer.\n"


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["-", "--interactive"], "‘-’ is no file, so it cannot be used with --interactive."),
        (["--interactive", "--fix"], "--fix and --interactive cannot be used together."),
        (["--interactive", "--add-suppressions", "--reason", "x"], "cannot be used together."),
    ],
)
def test_it_needs_files_and_is_not_mixed(
    post: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], part: str
) -> None:
    from contentlint.cli.app import run

    monkeypatch.chdir(post.parents[1])
    assert run(("check", "--lang", "en", *arguments)) == 2
    assert part in capsys.readouterr().err

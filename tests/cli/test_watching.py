"""``contentlint check --watch`` as a process, with files that change."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]

HUGO = 'defaultContentLanguage = "nl"\n'
GOOD = "---\ntitle: Goed\n---\n\nTekst.\n"
RULES = "SC004,TY001,IM009,FM014,LK006,SP002"


class Watching:
    """The program at work; what it says goes to a file."""

    def __init__(self, site: Path, log: Path) -> None:
        self._log = log
        self._read = 0
        environment = {**os.environ, "LANG": "C.UTF-8", "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, "-m", "contentlint", "check", "--watch", "--lang", "en", "--select", RULES]
        with log.open("wb") as stream:
            self.process = subprocess.Popen(
                [*command, "--output-format", "concise"], cwd=site, env=environment, stdout=stream, stderr=stream
            )

    def look(self) -> str:
        """Return what the next look says."""
        for _ in range(600):
            said = self._log.read_text("utf-8")[self._read :]
            before, end, _ = said.partition("Stop with Ctrl-C.\n")
            if end:
                self._read += len(before + end)
                return before
            assert self.process.poll() is None, said
            time.sleep(0.05)
        pytest.fail("nothing was said in thirty seconds")

    def everything(self) -> str:
        """Return all that was said."""
        return self._log.read_text("utf-8")

    def is_quiet(self) -> bool:
        """Whether nothing is said for a second."""
        time.sleep(1)
        return self._log.read_text("utf-8")[self._read :] == ""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "content" / "bundel").mkdir(parents=True)
    (site / ".git").mkdir()
    (site / "hugo.toml").write_text(HUGO, "utf-8")
    (site / "content" / "een.md").write_text(GOOD, "utf-8")
    (site / "content" / "bundel" / "index.md").write_text(GOOD.replace("Goed", "Bundel"), "utf-8")
    return site


@pytest.fixture
def watching(site: Path, tmp_path: Path) -> Iterator[Watching]:
    watching = Watching(site, tmp_path / "log.txt")
    yield watching
    watching.process.kill()
    watching.process.wait()


def test_what_changes_and_what_depends_on_it_is_checked_again_until_control_c(site: Path, watching: Watching) -> None:
    assert "content/" not in watching.look()
    page = site / "content" / "een.md"

    page.write_text(GOOD.replace("Tekst.", "Te  veel {{< nieuw >}} en ![Een kat](/bundel/kat.png)."), "utf-8")
    said = watching.look()
    assert "space-double" in said
    assert "shortcode-unknown" in said

    template = site / "layouts" / "shortcodes" / "nieuw.html"
    template.parent.mkdir(parents=True)
    template.write_text("<b></b>", "utf-8")
    while "shortcode-unknown" in (said := watching.look()):
        pass  # the folders come first
    assert "space-double" in said

    (site / "contentlint.toml").write_text('ignore = ["space-double', "utf-8")
    assert "contentlint.toml:1:" in watching.look()
    (site / "contentlint.toml").write_text('extend-ignore = ["space-double"]\n', "utf-8")
    assert "contentlint.toml" not in watching.look()

    page.unlink()
    assert "een.md" not in watching.look()
    (site / "content" / "bundel" / "index.md").write_text(GOOD.replace("Tekst", "Een zwatsblork"), "utf-8")
    assert "spelling-unknown-word" in watching.look()
    (site / "rules").mkdir()
    (site / "rules" / "words.nl.txt").write_text("zwatsblork\n", "utf-8")
    while "spelling-unknown-word" in watching.look():
        pass

    (site / "public").mkdir()
    (site / "public" / "index.html").write_text("built", "utf-8")
    (site / "content" / ".een.md.swp").write_text("an editor's", "utf-8")
    assert watching.is_quiet()
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(timeout=10) == 0
    assert watching.is_quiet()
    assert "\x1b" not in watching.everything()


@pytest.mark.parametrize(("kind", "clears"), [("xterm", True), ("dumb", False)])
def test_the_screen_of_a_terminal_is_cleared_before_each_look(site: Path, kind: str, clears: bool) -> None:  # noqa: FBT001 - a column of the table
    pexpect = pytest.importorskip("pexpect", reason="pexpect needs a system with terminals")
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": kind}
    command = ["-m", "contentlint", "check", "--watch", "--lang", "en", "--select", RULES]
    process = pexpect.spawn(sys.executable, command, cwd=str(site), env=environment, encoding="utf-8", timeout=60)
    try:
        for text in ("Te  veel.", "Goed."):
            process.expect_exact("Stop with Ctrl-C.")
            assert ("\x1b[2J\x1b[3J\x1b[H" in process.before) is clears
            (site / "content" / "een.md").write_text(GOOD.replace("Tekst.", text), "utf-8")
        process.expect_exact("Stop with Ctrl-C.")
        process.sendintr()
        process.expect(pexpect.EOF)
        assert "Traceback" not in process.before
        process.close()
        assert process.exitstatus == 0
    finally:
        process.close(force=True)


@pytest.mark.usefixtures("site")
def test_without_the_package_it_says_how_to_install_it(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from contentlint.cli.app import run

    monkeypatch.chdir(site)
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert run(("check", "--watch", "--lang", "en")) == 2
    assert "pip install 'contentlint[watch]'" in capsys.readouterr().err

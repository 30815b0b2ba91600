"""A small site to check, and a way to call the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from contentlint.cli.app import run

POST = "---\ntitle: Kop\n---\n\n## Een\n\n#### Twee\n\nTekst  met spaties.\n"


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Hugo site with a bad post and a good page; it is the working folder, and the locale is English."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "hugo.toml").write_text('defaultContentLanguage = "nl"\n', "utf-8")
    posts = tmp_path / "content" / "posts"
    posts.mkdir(parents=True)
    (posts / "slecht.md").write_text(POST, "utf-8")
    (tmp_path / "content" / "goed.md").write_text("---\ntitle: Goed\n---\n\nTekst.\n", "utf-8")
    (tmp_path / "README.md").write_text("#### Niet van de site\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    return tmp_path


@pytest.fixture
def call(site: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:  # noqa: ARG001 - where it is called
    """Call the program with arguments, in the site."""

    def call_program(*arguments: str) -> Outcome:
        code = run(arguments)
        return Outcome(code, *capsys.readouterr())

    return call_program

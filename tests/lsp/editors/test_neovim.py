"""A real Neovim, with the settings that the documentation gives."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.lsp.conftest import POST

HERE = Path(__file__).parent
DOCUMENTATION = Path(__file__).parents[3] / "docs/editors.md"

pytestmark = [
    pytest.mark.neovim,
    pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed here"),
]


def documented_settings() -> str:
    """Return the settings that the documentation gives for the Neovim that is installed, and for being asked for reasons."""
    said = subprocess.run(["nvim", "--version"], capture_output=True, text=True, check=True).stdout
    found = re.match(r"NVIM v(\d+)\.(\d+)", said)
    assert found is not None
    is_new = (int(found[1]), int(found[2])) >= (0, 11)
    new, old, reasons = re.findall(r"```lua\n(.+?)```", DOCUMENTATION.read_text(), re.DOTALL)
    return f"{new if is_new else old}\n{reasons}"


def in_neovim(site: Path, wanted: str, reason: str = "") -> str:
    """Open the post, do what is wanted about the first finding, and save; return what was said."""
    settings = site / "init.lua"
    settings.write_text(documented_settings())
    post = site / "content/boeken.md"
    done = subprocess.run(
        ["nvim", "--headless", "-u", settings, "-i", "NONE", "-n", post, "-c", f"luafile {HERE / 'drive.lua'}"],
        cwd=site,
        env={
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "LANG": "nl_NL.UTF-8",
            "WANTED": wanted,
            "REASON": reason,
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return said


def test_neovim_shows_a_mistake_mends_it_and_saves(site: Path) -> None:
    said = in_neovim(site, "Vervang")
    assert "found: 7:16 contentlint Het eind van ‘geschaadt’ klopt niet." in said
    assert "offered: Vervang door ‘geschaad’" in said
    assert (site / "content/boeken.md").read_text() == POST.replace("geschaadt", "geschaad")


def test_neovim_asks_for_the_reason_when_a_finding_is_to_be_ignored(site: Path) -> None:
    assert "asked: " in in_neovim(site, "Negeer", "zo staat het in de bron")
    text = (site / "content/boeken.md").read_text()
    assert "<!-- contentlint-disable-next-line spelling-mistake -- zo staat het in de bron -->\n" in text


def test_neovim_adds_a_word_to_the_list(site: Path) -> None:
    (site / "rules").mkdir()
    (site / "rules/words.nl.txt").write_text("")
    with (site / "contentlint.toml").open("a") as settings:
        settings.write('words = ["rules/words.nl.txt"]\n')
    in_neovim(site, "Zet")
    assert (site / "rules/words.nl.txt").read_text() == "geschaadt\n"

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
    """Return the settings that the documentation gives for the Neovim that is in Debian."""
    (block,) = re.findall(r"^0\.7 to 0\.10:\n\n```lua\n(.+?)```", DOCUMENTATION.read_text(), re.MULTILINE | re.DOTALL)
    assert isinstance(block, str)
    return block


def test_neovim_shows_a_mistake_mends_it_and_saves(site: Path) -> None:
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
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "found: 7:16 contentlint Het eind van ‘geschaadt’ klopt niet." in said
    assert "offered: Vervang door ‘geschaad’" in said
    assert post.read_text() == POST.replace("geschaadt", "geschaad")

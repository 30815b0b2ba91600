"""Sites on disk, and what the real Hugo makes of them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from contentlint.site import Site

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
"""A picture of one pixel."""

Files = Mapping[str, str | bytes | None]
MakeSite = Callable[[Files], Site]


def write_files(folder: Path, files: Files) -> None:
    """Write files below a folder; None is a picture."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PNG if content is None else content.encode() if isinstance(content, str) else content)


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    def make(files: Files) -> Site:
        write_files(tmp_path, files)
        return Site.load(tmp_path)

    return make


@pytest.fixture
def run_hugo() -> Callable[[Site], subprocess.CompletedProcess[str]]:
    """Build a site in its own folder ``public``."""
    program = Path(sys.executable).with_name("hugo")

    def run(site: Site) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [program, "--source", site.root, "--noBuildLock"], capture_output=True, text=True, check=False, timeout=60
        )

    return run

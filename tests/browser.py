"""The browser and the programs from npm that tests use."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NPM = Path(__file__).parents[1] / "build" / "npm" / "node_modules"
_CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@contextmanager
def real_browser(*programs: Path) -> Iterator[Browser]:
    """Give a real browser; the test is skipped where it, or one of the programs from npm, is not there."""
    if _CHROMIUM is None:
        pytest.skip("chromium is not installed (scripts/install_test_programs.sh)")
    if missing := [program.name for program in programs if not program.exists()]:
        pytest.skip(f"{missing[0]} is not there (make npm)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=_ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()

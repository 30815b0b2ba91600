"""The browser and the programs from npm that tests use."""

import shutil
from pathlib import Path

NPM = Path(__file__).parents[1] / "build" / "npm" / "node_modules"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

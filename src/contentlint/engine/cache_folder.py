"""Where it is kept what one run learns for the next. Imported at every start, so it imports little."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

VARIABLE: Final = "CONTENTLINT_CACHE_DIR"
"""The variable of the environment that says where the cache is."""


def cache_folder() -> Path:
    """Return the folder of the cache: the one that the environment names, else the user's own for caches."""
    if given := os.environ.get(VARIABLE):
        return Path(given)
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "contentlint"

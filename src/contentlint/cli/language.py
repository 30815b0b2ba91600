"""In which language contentlint speaks to the user."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping


def locale_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return ``nl`` when the user's locale is Dutch, else ``en``."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    if not locale and sys.platform == "win32":
        from locale import getlocale  # noqa: PLC0415 - Windows only

        locale = getlocale()[0] or ""
    return "nl" if locale.lower().startswith(("nl", "dutch")) else "en"

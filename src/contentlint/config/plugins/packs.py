"""The packs that come with contentlint, whether settings name them or not."""

from __future__ import annotations

from pathlib import Path

from contentlint.config.plugins.load import Plugins
from contentlint.config.plugins.sources import Sources, pack_names
from contentlint.rules.registry import Registry


def rules_of_packs() -> Registry:
    """Return the rules of all packs, and no others."""
    return Plugins(Registry(()), Sources(packs=pack_names()), None, Path(), run_code=False).registry

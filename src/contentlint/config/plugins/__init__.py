"""Rules that are not built in: those of the site's own folder, of packs, and of installed plug-ins."""

from contentlint.config.plugins.load import Candidate, Plugins, Source
from contentlint.config.plugins.sources import Sources

__all__ = ["Candidate", "Plugins", "Source", "Sources"]

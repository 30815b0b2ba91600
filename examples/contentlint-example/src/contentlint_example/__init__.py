"""Rules for contentlint. What this module holds are the rules of the plug-in."""

from contentlint_example.old_address import LinkOldAddress
from contentlint_example.tag_used_once import TagUsedOnce

__all__ = ["LinkOldAddress", "TagUsedOnce"]

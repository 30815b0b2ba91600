"""The first settings of a site, with comments that say where they come from."""

from contentlint.outputs.starter.files import starter_files

__all__ = ["starter_files"]

"""The site around a page: configuration, languages, bundles, templates, images, links."""

from contentlint.site.config_files import ConfigProblem, ConfigProblemKind
from contentlint.site.page import Page
from contentlint.site.site import Site
from contentlint.site.templates import ShortcodeTemplate, ShortcodeTemplates

__all__ = ["ConfigProblem", "ConfigProblemKind", "Page", "ShortcodeTemplate", "ShortcodeTemplates", "Site"]

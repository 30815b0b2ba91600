"""The site around a page: configuration, languages, bundles, templates, images, links."""

from contentlint.site.config_files import ConfigProblem, ConfigProblemKind
from contentlint.site.feature_images import FeatureImage, WantedImage
from contentlint.site.feature_profiles import FeatureView, profile_from_settings
from contentlint.site.page import Page
from contentlint.site.resources import Resource
from contentlint.site.site import Site
from contentlint.site.templates import ShortcodeTemplate, ShortcodeTemplates

__all__ = [
    "ConfigProblem",
    "ConfigProblemKind",
    "FeatureImage",
    "FeatureView",
    "Page",
    "Resource",
    "ShortcodeTemplate",
    "ShortcodeTemplates",
    "Site",
    "WantedImage",
    "profile_from_settings",
]

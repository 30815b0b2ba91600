"""The site around a page: configuration, languages, bundles, templates, images, links.

A name is imported when it is asked for: most pages need little of a site.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from contentlint.site.config_files import ConfigProblem, ConfigProblemKind
    from contentlint.site.feature_images import FeatureImage, WantedImage, looks_like_image
    from contentlint.site.feature_profiles import FeatureView, profile_from_settings
    from contentlint.site.fragments import FragmentOutcome
    from contentlint.site.page import Page
    from contentlint.site.page_outline import OutlineHeading, outline
    from contentlint.site.pictures import Picture, PictureFault, read_picture
    from contentlint.site.publication import Unpublished, obstacles
    from contentlint.site.raw_html import drops_html, is_omitted, omitted_html, text_behind_comment
    from contentlint.site.references import Reference, ReferenceOutcome, resolve_reference
    from contentlint.site.resources import Resource
    from contentlint.site.site import Given, Site
    from contentlint.site.targets import Target, TargetOutcome, resolve_image, resolve_link, similar_files
    from contentlint.site.template_facts import TemplateFacts
    from contentlint.site.templates import PageShortcodes, ShortcodeTemplate, ShortcodeTemplates

__all__ = [
    "ConfigProblem",
    "ConfigProblemKind",
    "FeatureImage",
    "FeatureView",
    "FragmentOutcome",
    "Given",
    "OutlineHeading",
    "Page",
    "PageShortcodes",
    "Picture",
    "PictureFault",
    "Reference",
    "ReferenceOutcome",
    "Resource",
    "ShortcodeTemplate",
    "ShortcodeTemplates",
    "Site",
    "Target",
    "TargetOutcome",
    "TemplateFacts",
    "Unpublished",
    "WantedImage",
    "drops_html",
    "is_omitted",
    "looks_like_image",
    "obstacles",
    "omitted_html",
    "outline",
    "profile_from_settings",
    "read_picture",
    "resolve_image",
    "resolve_link",
    "resolve_reference",
    "similar_files",
    "text_behind_comment",
]

_HOMES = {
    "contentlint.site.config_files": ("ConfigProblem", "ConfigProblemKind"),
    "contentlint.site.feature_images": ("FeatureImage", "WantedImage", "looks_like_image"),
    "contentlint.site.feature_profiles": ("FeatureView", "profile_from_settings"),
    "contentlint.site.fragments": ("FragmentOutcome",),
    "contentlint.site.page_outline": ("OutlineHeading", "outline"),
    "contentlint.site.page": ("Page",),
    "contentlint.site.pictures": ("Picture", "PictureFault", "read_picture"),
    "contentlint.site.publication": ("Unpublished", "obstacles"),
    "contentlint.site.raw_html": ("drops_html", "is_omitted", "omitted_html", "text_behind_comment"),
    "contentlint.site.references": ("Reference", "ReferenceOutcome", "resolve_reference"),
    "contentlint.site.resources": ("Resource",),
    "contentlint.site.site": ("Given", "Site"),
    "contentlint.site.targets": ("Target", "TargetOutcome", "resolve_image", "resolve_link", "similar_files"),
    "contentlint.site.template_facts": ("TemplateFacts",),
    "contentlint.site.templates": ("PageShortcodes", "ShortcodeTemplate", "ShortcodeTemplates"),
}


def __getattr__(name: str) -> Any:
    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found = globals()[name] = getattr(import_module(home), name)
    return found

"""The site around a page: configuration, languages, bundles, templates, images, links."""

from contentlint.site.config_files import ConfigProblem, ConfigProblemKind
from contentlint.site.feature_images import FeatureImage, WantedImage, looks_like_image
from contentlint.site.feature_profiles import FeatureView, profile_from_settings
from contentlint.site.fragments import FragmentOutcome
from contentlint.site.outline import OutlineHeading, outline
from contentlint.site.page import Page
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

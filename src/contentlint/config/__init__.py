"""Settings: where they are found, what they may say, what holds for a path."""

from contentlint.config.globs import Globs
from contentlint.config.layers import ChosenRule, Layer
from contentlint.config.load import CommandLine, load_plugins, load_settings
from contentlint.config.problems import ConfigError, ConfigProblem, UnknownRuleError
from contentlint.config.settings import (
    FrontMatterDeclaration,
    ImageProfile,
    Override,
    PathSettings,
    Settings,
    ShortcodeDeclaration,
)

__all__ = [
    "ChosenRule", "CommandLine", "ConfigError", "ConfigProblem", "FrontMatterDeclaration", "Globs", "ImageProfile",
    "Layer", "Override", "PathSettings", "Settings", "ShortcodeDeclaration", "UnknownRuleError", "load_plugins",
    "load_settings",
]  # fmt: skip

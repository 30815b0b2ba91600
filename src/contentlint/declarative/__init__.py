"""Rules that are written without code: what they find, and the classes that are made of them. No file access."""

from contentlint.declarative.build import KINDS, build_rule
from contentlint.declarative.problems import DeclarationProblem

__all__ = ["KINDS", "DeclarationProblem", "build_rule"]

"""Front matter as Hugo reads it, with the place of every key and value."""

from contentlint.document.front_matter.model import (
    Entry,
    Format,
    FrontMatter,
    FrontMatterResult,
    Kind,
    ListValue,
    MapValue,
    StringValue,
    Value,
)
from contentlint.document.front_matter.parse import parse_front_matter
from contentlint.document.front_matter.problems import FrontMatterProblem, ProblemKind

__all__ = [
    "Entry",
    "Format",
    "FrontMatter",
    "FrontMatterProblem",
    "FrontMatterResult",
    "Kind",
    "ListValue",
    "MapValue",
    "ProblemKind",
    "StringValue",
    "Value",
    "parse_front_matter",
]

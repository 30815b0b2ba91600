"""Makes classes of rules of what their declarations say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from contentlint.declarative.casing import Casing
from contentlint.declarative.declared import DeclaredRule, Problems, in_both, read_message, read_phrases
from contentlint.declarative.existence import Existence, Occurrence
from contentlint.declarative.front_matter import FrontMatterKey
from contentlint.declarative.phrases import PhraseFinder
from contentlint.declarative.problems import DeclarationProblem
from contentlint.declarative.scopes import read_scope
from contentlint.declarative.substitution import Substitution
from contentlint.rules.base import (
    AnyRule,
    Applicability,
    Example,
    Family,
    Invalid,
    Message,
    Origin,
    RuleInfo,
    Severity,
    Valid,
)

KINDS: Final[Mapping[str, type[DeclaredRule]]] = {
    "existence": Existence,
    "substitution": Substitution,
    "occurrence": Occurrence,
    "casing": Casing,
    "front-matter": FrontMatterKey,
}
"""The kinds of rules that can be declared."""

REPLACING: Final = ("substitution", "casing")
"""Those that know what should stand there instead."""

_ONE_MARK: Final = Message(
    en="Each ‘⟦’ in an example needs a ‘⟧’ behind it, and they do not stand within each other.",
    nl="Bij elke ‘⟦’ in een voorbeeld hoort een ‘⟧’ erachter, en ze staan niet in elkaar.",
)


def build_rule(values: Mapping[str, Any], origin: Origin, problems: Problems) -> type[AnyRule]:
    """Return the class of a declared rule.

    Args:
        values: the declaration, with values as ``contentlint.config.plugins.rule_keys`` declares them.
        origin: where it comes from.
        problems: what is wrong with it goes here; the class is of no use then.
    """
    kind = KINDS[values["kind"]]
    fix = Applicability(given) if (given := values.get("fix", "suggestion")) != "none" else None
    exceptions = read_phrases(values.get("except", ()), ("except",), problems)
    attributes: dict[str, object] = {
        "__module__": __name__,
        "__doc__": _documentation(values, "en"),
        "dutch": _documentation(values, "nl"),
        "info": RuleInfo(
            name=values["name"],
            code=values["code"],
            family=Family(values["code"][:-3]),
            severity=Severity[values.get("severity", Severity.WARNING.label).upper()],
            summary=in_both(values["summary"]),
            fixable=fix if values["kind"] in REPLACING else None,
            wcag=values.get("wcag", ()),
            default=values.get("default", True),
            languages=values.get("languages", ()),
            since=values.get("since", ""),
        ),
        "examples": tuple(_examples(values, problems)),
        "origin": origin,
        "said": read_message(values["message"], kind.gaps, ("message",), problems),
        "scopes": tuple(read_scope(scope) for scope in values.get("scope", ("prose",))),
        "exceptions": PhraseFinder([(one, None) for one in exceptions]) if exceptions else None,
        "fix": fix,
        **kind.read(values, problems),
    }
    name = "".join(word.capitalize() for word in values["name"].split("-"))
    return type(name, (kind,), attributes)


def _documentation(values: Mapping[str, Any], language: str) -> str:
    """Return what the rule says of itself in a language, as the docstring of a rule in Python does."""
    text = in_both(values["summary"]).in_language(language).rstrip(".") + "."
    if "why" in values:
        title = "Waarom is dat erg?" if language == "nl" else "Why is this bad?"
        text += f"\n\n## {title}\n{in_both(values['why']).in_language(language).strip()}\n"
    if swap := values.get("swap"):
        title = "Wat het vervangt" if language == "nl" else "What it replaces"
        lines = "\n".join(f"- ‘{left}’: {', '.join(f'‘{one}’' for one in right)}" for left, right in swap.items())
        text += f"\n\n## {title}\n{lines}\n"
    elif words := values.get("words"):
        title = "Waar het naar zoekt" if language == "nl" else "What it looks for"
        text += f"\n\n## {title}\n{', '.join(f'‘{word}’' for word in words)}\n"
    return text


def _examples(values: Mapping[str, Any], problems: Problems) -> Iterator[Example]:
    languages = values.get("languages") or ("en",)
    examples = values.get("examples", {})
    for cls, key in ((Valid, "valid"), (Invalid, "invalid")):
        for index, given in enumerate(examples.get(key, ())):
            example: dict[str, Any] = {"text": given} if isinstance(given, str) else given
            text = example["text"]
            marks = "".join(char for char in text if char in "⟦⟧")
            if marks.replace("⟦⟧", ""):
                problems.append(DeclarationProblem(("examples", key, index), _ONE_MARK()))
            yield cls(
                _with_newline(text),
                fixed=_with_newline(example["fixed"]) if "fixed" in example else None,
                # The section of a page is known in a site only.
                files={"hugo.toml": ""} if values.get("sections") or values.get("page-kinds") else {},
                path=example.get("path", "content/post/index.md"),
                language=example.get("language", languages[0]),
                movable=example.get("movable", True),
            )


def _with_newline(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"

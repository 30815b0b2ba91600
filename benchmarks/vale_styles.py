"""Tells which rules of Vale's styles can be said in a rule file: ``python benchmarks/vale_styles.py FOLDER…``.

A folder holds a clone of a style, such as https://github.com/errata-ai/Google. Each rule is put into our format and read
as contentlint reads it; nothing of it is kept. What cannot be said is listed with the reason.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from contentlint.config.plugins.rule_files import Told, read_rule_file
from contentlint.text import SourceText

_SCOPES = {
    "text": "prose", "heading": "heading", "sentence": "sentence", "paragraph": "paragraph", "list": "item",
    "table.cell": "cell", "alt": "alt-text", "link": "link-text",
}  # fmt: skip
_STYLES = {"$sentence": "sentence", "$title": "title", "$lower": "lower", "$upper": "upper"}
_BUILT_IN = {
    "repetition": "built in: word-repeated",
    "readability": "built in: reading-level",
    "spelling": "built in: the rules of spelling",
}
_SKIPPED = {".github", "fixtures", "testdata", "features"}


class NotSaidError(Exception):
    """A rule that our format has no words for."""


class Verdict(NamedTuple):
    """What became of a rule; ``reason`` is empty when it can be said."""

    style: str
    name: str
    kind: str
    reason: str


def verdict_on(style: str, path: Path) -> Verdict:
    """Return whether the rule in a file can be said."""
    rule = yaml.safe_load(path.read_text("utf-8"))
    kind = rule["extends"]
    try:
        declared = {"name": "vale-rule", "code": "VA001", "summary": "x", "message": "x", **_converted(rule)}
    except NotSaidError as error:
        return Verdict(style, path.stem, kind, str(error))
    told: list[Told] = []
    text = yaml.safe_dump({"rules": [declared]}, allow_unicode=True, sort_keys=False)
    read_rule_file(SourceText(text), path.name, told)
    return Verdict(style, path.stem, kind, told[0].message.render("en") if told else "")


def _converted(rule: Mapping[str, Any]) -> dict[str, Any]:
    match rule["extends"]:
        case "existence":
            values = _existence(rule)
        case "substitution":
            values = {"kind": "substitution", "swap-patterns": dict(_swaps(rule))}
        case "occurrence":
            limits = {key: int(rule[key]) for key in ("max", "min") if int(rule.get(key, 0))}
            values = {"kind": "occurrence", "patterns": [_filled(rule["token"])], "whole-words": False, **limits}
        case "capitalization":
            style = _STYLES.get(rule["match"])
            if style is None:
                message = "a style of capitals given as an expression"
                raise NotSaidError(message)
            values = {"kind": "casing", "style": style}
        case kind:
            raise NotSaidError(_BUILT_IN.get(kind, f"kind ‘{kind}’"))
    if scope := _scope(rule.get("scope", "text")):
        values["scope"] = scope
    if exceptions := [str(one) for one in rule.get("exceptions", ()) if _is_plain(str(one))]:
        values["except"] = exceptions
    return values


def _existence(rule: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {"kind": "existence", "whole-words": not rule.get("nonword", False)}
    values["case"] = "ignore" if rule.get("ignorecase") else "exact"
    tokens = [_filled(str(token)) for token in rule.get("tokens", ())]
    if raw := "".join(rule.get("raw", ())):
        tokens.append(_filled(raw))
        values["whole-words"] = False
    if words := [token for token in tokens if _is_plain(token)]:
        values["words"] = words
    if patterns := [token for token in tokens if not _is_plain(token)]:
        values["patterns"] = patterns
    return values


def _swaps(rule: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for left, right in rule["swap"].items():
        # What Vale writes as ‘a|b’ are two replacements to choose from.
        yield _filled(str(left)), str(right).replace("$", "\\").split("|")


def _filled(expression: str) -> str:
    # A group without a number is one for RE2, too; what looks around is not, and is told.
    return expression.strip()


def _scope(given: str | Sequence[str]) -> list[str]:
    scopes = [given] if isinstance(given, str) else list(given)
    found = []
    for scope in scopes:
        if scope not in _SCOPES:
            message = f"scope ‘{scope}’"
            raise NotSaidError(message)
        found.append(_SCOPES[scope])
    return found


def _is_plain(token: str) -> bool:
    return not re.search(r"[\\\[\](){}|^$*+?.]", token) and bool(re.search(r"\w", token))


def main(folders: Sequence[str]) -> int:
    """Print a table for the styles in folders, and what cannot be said."""
    if not folders:
        print(__doc__)
        return 2
    verdicts = [
        verdict_on(Path(folder).name, path)
        for folder in folders
        for path in sorted(Path(folder).rglob("*.yml"))
        if not _SKIPPED & set(path.parts) and "extends:" in path.read_text("utf-8")
    ]
    styles = Counter((one.style, one.kind) for one in verdicts)
    said = Counter((one.style, one.kind) for one in verdicts if not one.reason)
    print("| style | kind | rules | can be said |\n| --- | --- | ---: | ---: |")
    for (style, kind), count in sorted(styles.items()):
        print(f"| {style} | {kind} | {count} | {said[style, kind]} |")
    print(f"| all | | {len(verdicts)} | {said.total()} |\n")
    for one in verdicts:
        if one.reason:
            print(f"- {one.style}.{one.name} ({one.kind}): {one.reason}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

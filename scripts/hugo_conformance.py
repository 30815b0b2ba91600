"""Compares our verdict on pages with recorded verdicts of Hugo.

    python scripts/hugo_conformance.py --cases cases.jsonl --group shortcodes --group params

A case is one JSON object a line: ``id``, ``group``, ``input`` (or ``input_b64``), the verdict ``hugo`` (``ok`` or
``error``) with ``error_line``, and what a linter should say in ``expect_lint``: ``error`` (report an error), ``warn``
(report something), ``none`` (say neither error nor warning) or ``optional``. It may have a ``path``, ``shortcodes`` by name
(``kind`` or ``template``, and ``file``), further ``files``, and ``config`` (TOML, in place of ours when it begins with
``#!replace``). A folder stands for all its ``.jsonl`` files. The exit code is 1 when something is missed.
"""

from __future__ import annotations

import argparse
import base64
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from contentlint.config import Settings
from contentlint.engine.runner import Checker
from contentlint.rules.base import Severity, Violation
from contentlint.rules.registry import builtin
from contentlint.text import SourceText

_CONFIGURATION = """\
baseURL = "https://example.org/"
title = "Site"
defaultContentLanguage = "nl"
timeZone = "Europe/Amsterdam"
[markup.goldmark.renderer]
unsafe = true
[pagination]
pagerSize = 10
"""
_KINDS = {
    "inner": "<aside>{{ .Params | jsonify }}{{ .Inner }}</aside>",
    "inner-md": "<aside>{{ .Inner | markdownify }}</aside>",
    "no-inner": "<b>{{ .Params | jsonify }}</b>",
}


class Outcome(NamedTuple):
    """A case, what we say of it, and what is wrong with that (empty when nothing is)."""

    case: Mapping[str, Any]
    said: list[str]
    missed: str


def read_cases(paths: list[Path]) -> Iterator[Mapping[str, Any]]:
    """Yield the cases of files and folders."""
    for path in paths:
        for file in sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]:
            for line in file.read_text("utf-8").split("\n"):
                if line.strip():
                    yield json.loads(line)


def judge(case: Mapping[str, Any]) -> Outcome:
    """Run the linter on a case, in a site of its own, and compare."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        page = _write_site(case, root)
        checker = Checker(Settings(root, builtin()))
        result = checker.check_file(page)
        found = [*result.violations, *(one for other in checker.check_sites() for one in other.violations)]
    said = [_say(result.source, violation) for violation in found]
    return Outcome(case, said, _compare(case, result.source, found))


def _write_site(case: Mapping[str, Any], root: Path) -> Path:
    config = case.get("config", "")
    _write(root / "hugo.toml", config if config.startswith("#!replace") else _CONFIGURATION + "\n" + config)
    for name, shortcode in case.get("shortcodes", {}).items():
        template = shortcode.get("template") or _KINDS[shortcode["kind"]]
        _write(root / "layouts" / "shortcodes" / (shortcode.get("file") or f"{name}.html"), template)
    for name, content in case.get("files", {}).items():
        _write(root / name, content)
    page = root / (case.get("path") or "content/post/stuk/index.md")
    _write(page, f"base64:{case['input_b64']}" if "input_b64" in case else case["input"])
    return page


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    is_bytes = content.startswith("base64:")
    path.write_bytes(base64.b64decode(content[7:]) if is_bytes else content.encode("utf-8"))


def _say(source: SourceText, violation: Violation) -> str:
    line, column = source.position(violation.span.start)
    return f"{line}:{column} {violation.severity.label} {violation.rule.name}"


def _compare(case: Mapping[str, Any], source: SourceText, found: list[Violation]) -> str:
    severities = [violation.severity for violation in found]
    match case["expect_lint"]:
        case "error":
            if Severity.ERROR not in severities:
                return "error is missed"
            if line := case.get("error_line"):
                lines = [
                    range(source.line_of(violation.span.start), source.line_of(violation.span.end) + 1)
                    for violation in found
                    if violation.severity is Severity.ERROR
                ]
                return "" if any(line in span for span in lines) else "error is on another line"
        case "warn":
            return "" if max(severities, default=Severity.INFO) >= Severity.WARNING else "no warning"
        case "none":
            return "" if max(severities, default=Severity.INFO) is Severity.INFO else "false alarm"
    return ""


def main() -> int:
    """Compare all cases; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--cases", type=Path, action="append", required=True, help="a file, or a folder of them")
    parser.add_argument("--group", action="append", default=[], help="only groups that begin so")
    parser.add_argument("--skip", action="append", default=[], help="no groups that begin so")
    parser.add_argument("--show", action="store_true", help="show what is said of every case")
    arguments = parser.parse_args()
    totals: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for case in read_cases(arguments.cases):
        group = case.get("group", "")
        if (arguments.group and not group.startswith(tuple(arguments.group))) or group.startswith(
            tuple(arguments.skip) or "\0"
        ):
            continue
        outcome = judge(case)
        total = totals[group, case["expect_lint"]]
        total[0] += not outcome.missed
        total[1] += 1
        if outcome.missed or arguments.show:
            print(f"{outcome.missed or 'as wanted'}: {case['id']} {case.get('input', '')[-90:]!r}")
            print(f"    Hugo: {case.get('error_line', '')} {case.get('error_core') or case.get('error', 'ok')[:120]}")
            print(f"    we: {'; '.join(outcome.said) or 'nothing'}")
    for (group, wanted), (right, count) in sorted(totals.items()):
        print(f"{group:20} {wanted:9} {right:4} of {count}")
    for wanted in ("error", "warn", "none"):
        right, count = (sum(total[n] for (_, kind), total in totals.items() if kind == wanted) for n in (0, 1))
        print(f"{'all':20} {wanted:9} {right:4} of {count}")
    return 0 if all(right == count for right, count in totals.values()) else 1


if __name__ == "__main__":
    sys.exit(main())

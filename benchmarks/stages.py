"""Counts the instructions that a check of one post takes, stage by stage, without a cache.

Usage: ``python -m benchmarks.stages POST``

Each stage is run with all before it, in a process of its own, under Valgrind; what is printed are the differences. Unlike
times, they hardly change with what else the machine does.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.measuring import instructions

_STAGES: Final = (
    ("Python", "import sys"),
    ("what Python brings", "import re, typing, pathlib, contextlib"),
    ("click", "import click"),
    (
        "command line",
        """
import gc
gc.set_threshold(50_000, 20, 50)
from contentlint.engine.patterns import kept_patterns
kept = kept_patterns()
kept.__enter__()
import contentlint.cli.check
""",
    ),
    (
        "settings",
        """
from pathlib import Path
from contentlint.config import load_settings
from contentlint.rules.registry import builtin
path = Path(sys.argv[1])
settings = load_settings(path, builtin())
rules = settings.for_path(settings.relative(path)).rules
""",
    ),
    (
        "site, front matter, language",
        """
from contentlint.engine.runner import Checker
from contentlint.text import SourceText
checker = Checker(settings)
document, page = checker.read(SourceText.from_bytes(path.read_bytes()), path)
""",
    ),
    ("Markdown, prose", "nodes = {type(node).__name__ for node in document.nodes}; document.prose"),
    (
        "loading rules",
        """
from contentlint.rules.entry import Contents
contents = Contents(document.text, {"Document", "FrontMatter", "Prose", *nodes}, document.language)
loaded = [chosen.entry.rule for chosen in rules if chosen.entry.may_find(contents)]
""",
    ),
    (
        "rules",
        """
from contentlint.engine.linter import lint
lint(document, page, rules, settings.registry)
""",
    ),
)
_END: Final = "\ngc.freeze()"


def stages(post: Path) -> Iterator[tuple[str, int]]:
    """Yield the stages of a check, each with the instructions that it takes; nothing without Valgrind."""
    with tempfile.TemporaryDirectory() as place:
        environment = {"CONTENTLINT_CACHE_DIR": place, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": ""}

        def count(*command: str) -> int | None:
            return instructions((sys.executable, *command), folder=post.parent, more=environment)

        check = ("-m", "contentlint", "check", "--no-cache", str(post))
        count(*check)  # keeps compiled modules and patterns
        before, program = 0, ""
        for name, code in _STAGES:
            program += f"\n{code}"
            total = count("-c", program + (_END if "import gc" in program else ""), str(post))
            if total is None:
                return
            yield name, total - before
            before = total
        yield "output and the rest", (count(*check) or before) - before


def main(post: Path) -> None:
    """Measure and print."""
    total = 0
    for name, found in stages(post):
        total += found
        print(f"{name:<30} {found / 1e6:>7.0f} M {total / 1e6:>7.0f} M", flush=True)
    if not total:
        sys.exit("This needs Valgrind.")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]).absolute())

"""Shows what ``contentlint init`` makes of real sites, and that every page which Hugo reads fits it.

    python benchmarks/first_settings.py SITE...

Each site is copied without its pictures, given its first settings, and checked with them at once. Printed are the pages
that were checked, those that the real Hugo lists (``hugo list all``; a dash where Hugo cannot load the site, mostly for
want of a theme), what was written, the processor time, and how many times the front matter rules report what they do not
report without the settings: none, if the schemas hold for every page. The exit code is 1 when that is not so.
"""

from __future__ import annotations

import csv
import io
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

_LEFT_OUT = shutil.ignore_patterns(
    ".git",
    "node_modules",
    "public",
    "*.png",
    "*.jpg",
    "*.jpeg",
    "*.webp",
    "*.gif",
    "*.mp4",
    "*.pdf",
    "contentlint.toml",
)
_RULES = "FM003,FM004"


def run(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run contentlint in a site."""
    command = [sys.executable, "-m", "contentlint", *arguments]
    return subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)


def findings(site: Path, *arguments: str) -> tuple[Counter[tuple[Any, ...]], int]:
    """Return what the front matter rules report, and how many files were checked."""
    result = run(
        site, "check", "--select", _RULES, "--output-format", "json", "--exit-zero", "--lang", "en", *arguments
    )
    if result.returncode:
        sys.exit(f"{site}: {result.stderr}")
    found = json.loads(result.stdout)
    keys = ("path", "rule", "line", "column", "message")
    return Counter(tuple(one[key] for key in keys) for one in found["violations"]), found["summary"]["files"]


def listed_by_hugo(site: Path) -> int | None:
    """Return how many pages the real Hugo lists; None when it cannot load the site."""
    program = Path(sys.executable).with_name("hugo")
    result = subprocess.run([program, "list", "all"], cwd=site, capture_output=True, text=True, check=False)
    if result.returncode:
        return None
    return sum(1 for _ in csv.DictReader(io.StringIO(result.stdout[result.stdout.index("path,slug") :]))) or None


def measure(original: Path, folder: Path) -> bool:
    """Print what becomes of one site, and return whether every page fits its settings."""
    site = folder / original.name
    shutil.copytree(original, site, ignore=_LEFT_OUT, symlinks=True, ignore_dangling_symlinks=True)
    (site / ".git").mkdir()
    before, files = findings(site, "--isolated")
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = run(site, "init", "--lang", "en")
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode:
        sys.exit(f"{site}: {result.stderr}")
    after, _ = findings(site)
    more = after - before
    settings = tomllib.loads((site / "contentlint.toml").read_text("utf-8"))
    asked = settings.get("front-matter", [])
    words = sum(
        bool(line.partition("#")[0].strip())
        for path in site.glob("rules/words.*.txt")
        for line in path.read_text("utf-8").splitlines()
    )
    hugo = listed_by_hugo(site)
    seconds = end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime
    print(
        f"{original.name:42} {files:6} {'-' if hugo is None else hugo:>6} {len(asked):7} "
        f"{len(settings.get('shortcodes', [])):10} {words:6} {seconds:7.1f} {more.total():5}"
    )
    for path, rule, line, column, message in more:
        print(f"    {path}:{line}:{column} {rule} {message}")
    return not more


def main(sites: list[str]) -> int:
    """Measure the sites."""
    print(
        f"{'site':42} {'pages':>6} {'hugo':>6} {'schemas':>7} {'shortcodes':>10} {'words':>6} {'cpu s':>7} {'more':>5}"
    )
    with tempfile.TemporaryDirectory() as folder:
        results = [measure(Path(site).resolve(), Path(folder)) for site in sites]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

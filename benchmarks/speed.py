"""Measures how fast contentlint is, beside other programs in the same run.

Usage: ``python -m benchmarks.speed [--post FILE] [--corpus DIR]... [--pages N]... [--peers DIR] [--runs N] [--instructions]
[--write] [--note TEXT]``

- the start: bare Python, ``contentlint rule``, and the ten modules that are dearest to import;
- one post (``--post``; the demo's longest without it) and twenty files of the corpora: cold, without a cache, and again with it;
- every corpus, a folder of Markdown: without a cache with one process and with two, with a new cache, and with that cache again;
- sites of so many pages (``--pages``), which are made for it and thrown away.

The peers that are found are measured on the same files: ``rumdl`` (``pip install rumdl``), ``markdownlint-cli2`` and
``cspell`` (``npm install markdownlint-cli2 cspell @cspell/dict-nl-nl``), on the path or in ``DIR/bin`` and
``DIR/node_modules/.bin``. Times are seconds of processor time of the whole process, the least of the runs.
``--write`` writes ``benchmarks/RESULTS.md`` and ``benchmarks/speed.svg``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.chart import bars
from benchmarks.measuring import Cost, cost, instructions
from benchmarks.stages import stages

HERE: Final = Path(__file__).parent
DEMO: Final = HERE.parent / "content"
CONTENTLINT: Final = (sys.executable, "-m", "contentlint")
_UNSPELLED: Final = "contentlint, no spelling"
_MOST_SPELLED: Final = 10_000
"""Pages above which a made site is checked without spelling only, to be done today."""
_IMPORT: Final = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|(\s*)(\S+)")
_WORDS: Final = (
    "de het een van en in op dat die voor met als zijn niet aan er om ook bij naar uit door maar over nog fiets tuin boek huis "
    "straat water werk school kind vriend avond morgen week jaar brood appel lezen schrijven lopen groot klein mooi oud nieuw"
).split()


class Row(NamedTuple):
    """One measurement."""

    case: str
    program: str
    cost: Cost


class Peer(NamedTuple):
    """Another program, with the arguments that go before the files."""

    name: str
    command: tuple[str, ...]


def peers(folder: Path | None) -> list[Peer]:
    """Return the programs that are here."""
    places = os.pathsep.join(
        [*([str(folder / "bin"), str(folder / "node_modules" / ".bin")] if folder else []), os.environ.get("PATH", "")]
    )

    def find(name: str, *arguments: str) -> list[Peer]:
        place = shutil.which(name, path=places)
        return [Peer(name, (place, *arguments))] if place else []

    return [
        *find("rumdl", "check", "--no-cache", "--quiet", "--isolated"),
        *find("markdownlint-cli2", "--no-globs"),
        *find("cspell", "lint", "--no-progress", "--no-summary", "--no-cache", "--locale", "nl,en", "--root", "/"),
    ]


class Bench:
    """Measures, and tells what it measured.

    Args:
        runs: how often a small case is run; large ones once.
        others: the programs to measure beside contentlint.
        cache: a folder for its cache.
    """

    def __init__(self, runs: int, others: Sequence[Peer], cache: Path) -> None:
        self.rows: Final[list[Row]] = []
        self._runs: Final = runs
        self._others: Final = others
        self._environment: Final = {"CONTENTLINT_CACHE_DIR": str(cache)}

    def add(self, case: str, program: str, command: Sequence[str | Path], folder: Path, *, once: bool = False) -> None:
        """Measure a command."""
        found = cost(command, runs=1 if once else self._runs, folder=folder, more=self._environment)
        self.rows.append(Row(case, program, found))
        print(f"{case:<28} {program:<34} {found.seconds:>9.3f} s {found.megabytes:>7.0f} MB", flush=True)

    def files(self, case: str, paths: Sequence[Path], folder: Path, *, large: bool) -> None:
        """Measure all programs on files or folders."""
        check = (*CONTENTLINT, "check", "--isolated", "--output-format", "concise")
        alone = (*check, "--jobs", "1")
        self.add(case, "contentlint, no cache", (*alone, "--no-cache", *paths), folder, once=large)
        if large:
            structure = ("--ignore", "SP,GR")
            self.add(case, _UNSPELLED, (*alone, "--no-cache", *structure, *paths), folder, once=True)
            self.add(case, "contentlint, 2 processes", (*check, "--no-cache", "-j2", *paths), folder, once=True)
        self.add(case, "contentlint, cache cold", (*alone, *paths), folder, once=True)
        self.add(case, "contentlint, cache warm", (*alone, *paths), folder)
        for peer in self._others:
            places = [f"{path}/**/*.md" if path.is_dir() and peer.name != "rumdl" else path for path in paths]
            self.add(case, peer.name, (*peer.command, *places), folder, once=large)

    def growth(self, pages: int, site: Path) -> None:
        """Measure contentlint alone on a site of so many pages: it should take no longer for each, and hardly more memory."""
        case = f"{pages:,} made pages"
        check = (*CONTENTLINT, "check", "--isolated", "--no-cache", "--output-format", "concise", "--jobs", "1")
        if pages <= _MOST_SPELLED:
            self.add(case, "contentlint, no cache", check, site, once=True)
        self.add(case, _UNSPELLED, (*check, "--ignore", "SP,GR,RD"), site, once=True)

    def growths(self, sizes: Sequence[int]) -> Iterator[str]:
        """Yield how the time of the largest made sites compares with that of smaller ones."""
        seconds = {row.case: row.cost.seconds for row in self.rows if row.program == _UNSPELLED}
        taken = {pages: seconds[f"{pages:,} made pages"] for pages in sorted(sizes)}
        for few, many in pairwise(taken):
            yield f"{many:,} pages: {many / few:g} times {few:,}, in {taken[many] / taken[few]:.1f} times the time"

    def instructions(self, case: str, post: Path) -> str:
        """Return how many instructions contentlint and the fastest peer take for a post."""
        lines = []
        commands: list[tuple[str, tuple[str | Path, ...]]] = [
            ("contentlint, no cache", (*CONTENTLINT, "check", "--isolated", "--no-cache", post)),
            ("contentlint, cache warm", (*CONTENTLINT, "check", "--isolated", post)),
            ("python", (sys.executable, "-c", "pass")),
        ]
        commands += [(peer.name, (*peer.command, post)) for peer in self._others if peer.name == "rumdl"]
        for name, command in commands:
            found = instructions(command, folder=post.parent, more=self._environment)
            if found is not None:
                lines.append(f"| {case} | {name} | {found / 1e6:,.0f} |")
        if not lines:
            return ""
        lines += [
            "",
            "Stage by stage (`python -m benchmarks.stages`):",
            "",
            "| stage | million instructions |",
            "|---|---|",
        ]
        lines += [f"| {name} | {found / 1e6:,.0f} |" for name, found in stages(post)]
        return "\n".join(["| case | program | million instructions |", "|---|---|---|", *lines])


def dearest_modules(count: int) -> list[tuple[str, int]]:
    """Return the modules that take longest to import for a check, without what they import, in microseconds."""
    command = [sys.executable, "-X", "importtime", "-m", "contentlint", "check", "--isolated", str(DEMO)]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    found = [(match[4], int(match[1])) for match in _IMPORT.finditer(outcome.stderr)]
    return sorted(found, key=lambda one: -one[1])[:count]


def made_site(folder: Path, pages: int) -> None:
    """Write a site of so many pages, each other than the others and always the same."""
    (folder / "hugo.toml").write_text('defaultContentLanguage = "nl"\n', "utf-8")
    chance = random.Random(7)  # noqa: S311 - a site that is the same every time
    for number in range(pages):
        place = folder / "content" / f"deel-{number // 100}" / f"bericht-{number}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        paragraphs = "\n\n".join(
            f"## {chance.choice(_WORDS).capitalize()} {part}\n\n"
            + " ".join(" ".join(chance.choices(_WORDS, k=12)).capitalize() + "." for _ in range(6))
            for part in range(4)
        )
        link = f"[een ander bericht](bericht-{chance.randrange(pages)}.md)"
        place.write_text(f"---\ntitle: Bericht {number}\n---\n\n{paragraphs}\n\nZie {link}.\n", "utf-8")


def sample(corpora: Sequence[Path], count: int) -> list[Path]:
    """Return some files of the corpora, always the same."""
    files = sorted(file for corpus in corpora for file in corpus.rglob("*.md"))
    return random.Random(7).sample(files, min(count, len(files)))  # noqa: S311 - as above


def report(rows: Sequence[Row], counts: str, modules: Sequence[tuple[str, int]], note: str) -> Iterator[str]:
    """Yield the page with the results; ``note`` says what was measured on what."""
    yield "# How fast it is\n"
    yield (
        "Measured by `benchmarks/speed.py` with Python "
        f"{platform.python_version()} on {platform.system()} {platform.machine()}, all in one run. Times are seconds of processor "
        "time of the whole process, start-up included. Programs differ in what they look for, so the ratios say what a check "
        "costs, not what it is worth.\n"
    )
    if note:
        yield f"{note}\n"
    yield "![Processor time by case and program](speed.svg)\n"
    yield "| case | program | CPU s | memory MB | × contentlint |\n|---|---|---|---|---|"
    own = {row.case: row.cost.seconds for row in rows if row.program == "contentlint, no cache"}
    for row in rows:
        ratio = f"{row.cost.seconds / own[row.case]:.2f}" if row.case in own else ""
        yield f"| {row.case} | {row.program} | {row.cost.seconds:.3f} | {row.cost.megabytes:.0f} | {ratio} |"
    if counts:
        yield f"\n{counts}"
    yield "\nThe modules that are dearest to import:\n\n| module | ms |\n|---|---|"
    for name, microseconds in modules:
        yield f"| `{name}` | {microseconds / 1000:.1f} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--post", type=Path)
    parser.add_argument("--corpus", type=Path, action="append", default=[])
    parser.add_argument("--pages", type=int, action="append", default=[])
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--note", default="", help="what the corpora are, for the page with the results")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(arguments.runs, peers(arguments.peers and arguments.peers.absolute()), Path(place, "cache"))
        bench.add("start", "python", (sys.executable, "-c", "pass"), HERE)
        bench.add("start", "contentlint rule", (*CONTENTLINT, "rule", "HD002"), HERE)
        post = (arguments.post or max(DEMO.rglob("*.md"), key=lambda file: file.stat().st_size)).absolute()
        bench.files("one post", [post], post.parent, large=False)
        corpora = [corpus.absolute() for corpus in arguments.corpus]
        if corpora:
            bench.files("twenty files", sample(corpora, 20), corpora[0], large=False)
            bench.files("corpus", corpora, Path(place), large=True)
        for pages in arguments.pages:
            site = Path(place, f"site-{pages}")
            site.mkdir()
            made_site(site, pages)
            bench.growth(pages, site)
            shutil.rmtree(site)
        print("\n".join(bench.growths(arguments.pages)))
        modules = dearest_modules(10)
        print(json.dumps(dict(modules), indent=1))
        counts = bench.instructions("one post", post) if arguments.instructions else ""
        print(counts)
        if arguments.write:
            (HERE / "RESULTS.md").write_text(
                "\n".join(report(bench.rows, counts, modules, arguments.note)) + "\n", "utf-8"
            )
            (HERE / "speed.svg").write_text(
                bars([(row.case, row.program, row.cost.seconds) for row in bench.rows]), "utf-8"
            )


if __name__ == "__main__":
    main()

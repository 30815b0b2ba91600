"""Sets LanguageTool beside contentlint on labelled Dutch texts: what each finds, and what it costs.

Usage: ``python benchmarks/languagetool.py FOLDER [--details]`` or ``python benchmarks/languagetool.py FILE.md``

The folder is that of ``benchmarks/dutch.py``; LanguageTool must be ready (``contentlint languagetool status``). The labels
are about spelling. What is reported beside them is counted as *other*: alarms, and remarks on grammar and style that no
label speaks of.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from contentlint.config import ChosenRule
from contentlint.document.document import Document, Surroundings
from contentlint.engine.linter import lint
from contentlint.language.findings import Piece
from contentlint.language.languagetool.proofreader import Instructions, Proofreader
from contentlint.rules.languagetool.languagetool import have_read
from contentlint.rules.registry import builtin
from contentlint.site import Site
from contentlint.text import SourceText, Span

OWN = [ChosenRule(rule) for rule in builtin() if rule.family in ("SP", "GR")]
LT001 = [ChosenRule(rule) for rule in builtin().select("LT001")]


class Report(NamedTuple):
    """A place that is reported, and by which rule."""

    span: Span
    rule: str


def read(path: Path) -> list[dict[str, Any]]:
    """Return the records of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def run_rules(document: Document, rules: list[ChosenRule]) -> list[Report]:
    """Return what rules report."""
    page = Site.none(Path("/nowhere")).page("index.nl.md").with_settings(language="nl")
    return [Report(one.span, one.engine_rule or one.rule.code) for one in lint(document, page, rules, builtin())]


class Bench:
    """Runs both over documents and keeps the time each takes."""

    def __init__(self) -> None:
        self.everything = Proofreader(Instructions(spelling=True))
        self.proofreader = Proofreader(Instructions())
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def reports(self, text: str) -> dict[str, list[Report]]:
        """Return what each reports in a Dutch Markdown file."""
        document = Document(SourceText(text), "index.nl.md", Surroundings(language="nl"))
        pieces = [Piece(piece.text, piece.language, piece.kind) for piece in document.prose]
        own = self._timed("contentlint", lambda: run_rules(document, OWN))
        matches = self._timed("LanguageTool", lambda: self.everything.read(pieces))
        alone = [
            Report(piece.span_of(match.start, match.end), match.rule)
            for piece, found in zip(document.prose, matches, strict=True)
            for match in found
        ]
        self._timed("LT001", lambda: have_read(document, self.proofreader))
        added = run_rules(document, LT001)
        return {"contentlint": own, "LanguageTool": alone, "LT001": added, "contentlint + LT001": own + added}

    def _timed(self, name: str, work: Callable[[], Any]) -> Any:
        started = time.perf_counter()
        result = work()
        self.seconds[name] += time.perf_counter() - started
        return result

    def close(self) -> None:
        """End both servers."""
        self.everything.close()
        self.proofreader.close()

    def costs(self) -> None:
        """Print what both cost."""
        for name, seconds in self.seconds.items():
            print(f"{name}: {seconds:.1f} s")
        print(f"memory of this process: {_peak('self')} MB")
        if server := self.proofreader.server:
            children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text("ascii").split()
            print(f"memory of LanguageTool: {', '.join(str(_peak(child)) for child in children)} MB")


def _peak(process: str) -> int:
    status = Path(f"/proc/{process}/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def measure(folder: Path, bench: Bench, *, details: bool) -> None:
    """Count what each finds of the labelled mistakes, and what it says besides."""
    gold = defaultdict(list)
    for file in ("gold_tokens.jsonl", "realword.jsonl"):
        for record in read(folder / file):
            gold[record["doc"]].append({"label": "realword", **record})
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    others: dict[str, Counter[str]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    for entry in read(folder / "manifest.jsonl"):
        with (folder / "documents" / entry["doc"]).open(encoding="utf-8", newline="") as file:
            found = bench.reports(file.read())
        is_random = entry["sampling"] == "random"
        totals["words"] += entry["prose_tokens"] * is_random
        records = [(Span(one["start"], one["end"]), one["label"]) for one in gold[entry["doc"]]]
        totals.update(label for _, label in records)
        for name, reports in found.items():
            for span, label in records:
                counts[name][label] += any(report.span.overlaps(span) for report in reports)
            for report in reports:
                labels = {label for span, label in records if report.span.overlaps(span)}
                if is_random and not labels & {"mistake", "realword", "unclear"}:
                    others[name][report.rule] += 1
    print(f"{totals['mistake']} mistakes, {totals['realword']} wrong words, {totals['words']:,} words drawn at random")
    for name, count in counts.items():
        other = others[name].total()
        print(
            f"{name:20} mistakes {count['mistake']:5}  wrong words {count['realword']:4}  other {other:5} "
            f"({1000 * other / totals['words']:.1f} in 1,000 words)"
        )
        if details:
            print("   ", ", ".join(f"{rule} {number}" for rule, number in others[name].most_common(40)))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--details", action="store_true", help="print the rules behind the other reports, too")
    arguments = parser.parse_args()
    bench = Bench()
    try:
        if arguments.path.is_dir():
            measure(arguments.path, bench, details=arguments.details)
        else:
            text = arguments.path.read_text(encoding="utf-8")
            for name, reports in bench.reports(text).items():
                print(f"== {name}: {len(reports)}")
                for span, rule in reports:
                    print(f"  {rule:32} {' '.join(text[span.start : span.end].split())}")
        bench.costs()
    finally:
        bench.close()


if __name__ == "__main__":
    main()

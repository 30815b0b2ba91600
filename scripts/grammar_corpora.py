"""The Dutch texts that the grammar checks learn from, all under open licences, and how they are read.

A folder holds a git clone (bare or not) of each repository, named ``owner+name``. Files are read at the commit that is
written here, whatever is checked out.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from contentlint.document import Document, Surroundings
from contentlint.language.detect import detect_language
from contentlint.text import SourceText


class Corpus(NamedTuple):
    """A repository of Dutch Markdown."""

    repository: str
    commit: str
    licence: str

    @property
    def folder(self) -> str:
        """The name of its clone."""
        return self.repository.replace("/", "+")


CORPORA: Final = (
    Corpus("fronteers/website", "e4ef5217b40958e50537c28576dd2672200f6021", "MIT"),
    Corpus("MinBZK/Algoritmekader", "46917ceafa4a59870dd828103652dff8a0fd7c9d", "EUPL-1.2"),
    Corpus("MinBZK/NeRDS", "b99394946f79cec900debec3000840edd21c2b7e", "EUPL-1.2"),
    Corpus("developer-overheid-nl/don-site", "79f70e6b89e9259d0a2cbd799ee3be3c9f055dec", "EUPL-1.2"),
    Corpus("kiesraad/abacus-documentatie", "c14362ec3edeee2e90f7455c457f4cec54438ac7", "EUPL-1.2"),
    Corpus("VNG-Realisatie/gemma-zaken", "36de868eacd7cc9cfb8318b9c0f9519bacd4e0d6", "EUPL-1.2"),
    Corpus("VNG-Realisatie/Haal-Centraal-BRK-bevragen", "2008217d01d520e01327a0cc08d4a69dbb066465", "EUPL-1.2"),
)

_MARKDOWN = re.compile(r"\.(?:md|mdx|markdown)$", re.IGNORECASE)


class Text(NamedTuple):
    """A piece of prose and the repository it comes from."""

    repository: str
    text: str


class Measuring:
    """What must not be learned from, because it measures what is learned: documents, and places of other documents.

    Args:
        folder: a labelled set as ``benchmarks/grammar.py`` reads it, or None.
    """

    def __init__(self, folder: Path | None) -> None:
        entries = [json.loads(line) for file in folder.glob("*.jsonl") for line in _lines(file)] if folder else []
        self._documents: Final = {(entry["repo"], entry["path"]) for entry in entries if "prose_tokens" in entry}
        self._beginnings: Final = {
            tuple(words[:LENGTH])
            for entry in entries
            if "sentence" in entry and isinstance(entry["sentence"], str)
            for words in (_WORD.findall(entry["sentence"].lower()),)
        }

    def has_document(self, repository: str, path: str) -> bool:
        """Whether a document is part of the set."""
        return (repository, path) in self._documents

    def has_text(self, text: str) -> bool:
        """Whether a sentence of the set begins somewhere in a text."""
        words = _WORD.findall(text.lower())
        return any(tuple(words[at : at + LENGTH]) in self._beginnings for at in range(len(words) - LENGTH + 1))


LENGTH: Final = 6
"""How many words tell a sentence from others."""

_WORD: Final = re.compile(r"[^\W\d_]+")


def texts(folder: Path, measuring: Measuring) -> Iterator[Text]:
    """Yield the Dutch prose of every repository.

    Args:
        folder: where the clones are.
        measuring: what is left out.

    Raises:
        subprocess.CalledProcessError: a clone or its commit is not there.
    """
    for corpus in CORPORA:
        for path, content in _files(folder / corpus.folder, corpus.commit):
            if measuring.has_document(corpus.repository, path):
                continue
            prose = Document(SourceText.from_bytes(content), path, Surroundings(language="nl")).prose
            if detect_language(" ".join(piece.text for piece in prose), limit=20_000) == "nl":
                yield from (Text(corpus.repository, one.text) for one in prose if not measuring.has_text(one.text))


def _files(clone: Path, commit: str) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of the Markdown files of a commit."""
    listing = _git(clone, "ls-tree", "-r", "-z", "--name-only", commit).decode().split("\0")
    paths = sorted(path for path in listing if _MARKDOWN.search(path))
    wanted = "".join(f"{commit}:{path}\n" for path in paths)
    output = _git(clone, "cat-file", "--batch", text=wanted.encode())
    position = 0
    for path in paths:
        head, _, _ = output[position : position + 500].partition(b"\n")
        size = int(head.split()[-1])
        start = position + len(head) + 1
        yield path, output[start : start + size]
        position = start + size + 1


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def _git(clone: Path, *arguments: str, text: bytes = b"") -> bytes:
    return subprocess.run(["git", "-C", str(clone), *arguments], check=True, capture_output=True, input=text).stdout

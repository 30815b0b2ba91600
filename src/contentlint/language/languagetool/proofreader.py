"""Has prose read by LanguageTool, piece by piece, and keeps what is of use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from contentlint.language.findings import Piece
from contentlint.language.languagetool.client import Client, Match, load_library
from contentlint.language.languagetool.installation import find_installation, find_java
from contentlint.language.languagetool.server import Server
from contentlint.text.records import NamedTuple

LANGUAGES: Final = ("nl", "en")
LARGEST_REQUEST: Final = 10_000
"""Characters in one request; longer prose goes in parts."""

_GAP: Final = "\ufffc"
_VARIANTS: Final = frozenset({"nl-BE", "en-AU", "en-CA", "en-GB", "en-NZ", "en-US", "en-ZA"})
_SENTENCE_END: Final = re.compile(r"[.!?…]\s+")

# Prose without its markup says little of spaces, quotation marks and dashes; other rules see those in the file itself.
# A piece of it begins and ends where the markup does, which need not be where a sentence does.
_LEFT_OUT: Final = frozenset({"TYPOGRAPHY", "UPPERCASE_SENTENCE_START", "EINDE_KOMMA", "UNPAIRED_BRACKETS"})
DICTIONARY_RULES: Final = frozenset(
    f"MORFOLOGIK_RULE_{variant}" for variant in ("NL_NL", "NL_BE", "EN_AU", "EN_CA", "EN_GB", "EN_NZ", "EN_US", "EN_ZA")
)
"""LanguageTool's rules for words that its dictionaries do not have."""
_SPELLING: Final = DICTIONARY_RULES | {"CASING"}
"""Rules and categories about single words, which our own dictionaries judge already."""


class Instructions(NamedTuple):
    """How LanguageTool is to be used.

    Attributes:
        remote_server: the address of a server that runs elsewhere; empty for one on this computer.
        start_seconds: how long the server may take to start.
        request_seconds: how long it may take over one piece of prose.
        memory: the most memory for a server on this computer, in MB.
        picky: whether it looks at matters of taste, too.
        spelling: whether it judges the letters and capitals of single words, too.
        ignore: ids of LanguageTool's rules and categories that are not to be used.
    """

    remote_server: str = ""
    start_seconds: int = 60
    request_seconds: int = 60
    memory: int = 1024
    picky: bool = False
    spelling: bool = False
    ignore: tuple[str, ...] = ()


class Proofreader:
    """Reads prose with LanguageTool. The server is started for the first piece, and ends with ``close``.

    Args:
        instructions: how LanguageTool is to be used.
    """

    def __init__(self, instructions: Instructions) -> None:
        self._instructions: Final = instructions
        self._server: Server | None = None
        self._client: Client | None = None
        self._read: Final[dict[tuple[str, str], tuple[Match, ...]]] = {}

    def read(self, pieces: Sequence[Piece]) -> tuple[tuple[Match, ...], ...]:
        """Return what LanguageTool says of each piece. The same text in the same language is sent once.

        Raises:
            LanguageToolError: LanguageTool cannot be used. What was started is ended already.
        """
        try:
            return tuple(tuple(self._read_piece(piece)) for piece in pieces)
        except BaseException:
            self.close()
            raise

    @property
    def server(self) -> Server | None:
        """The server that was started here, while it is there."""
        return self._server

    def close(self) -> None:
        """End the server, if one was started here."""
        self._client = None
        if self._server is not None:
            self._server.close()
            self._server = None

    def _read_piece(self, piece: Piece) -> Iterator[Match]:
        language = engine_language(piece.language)
        if not language:
            return
        key = (piece.text, language)
        if key not in self._read:
            self._read[key] = tuple(self._ask(piece.text, language))
        yield from self._read[key]

    def _ask(self, text: str, language: str) -> Iterator[Match]:
        for start, end in _parts(text):
            self._client = self._client or self._connect()
            for match in self._client.check(text[start:end], language):
                found = match._replace(start=match.start + start, end=match.end + start)
                # What it says of the words around code or a picture is a guess about words it cannot see.
                near = text[max(found.start - 2, 0) : found.end + 2]
                if _GAP not in near and not text[found.start : found.end].isspace():
                    yield found

    def _connect(self) -> Client:
        instructions = self._instructions
        url = instructions.remote_server
        load_library()  # Nothing is started in vain.
        if not url:
            installation, java = find_installation(), find_java()
            self._server = Server(installation, java, memory=instructions.memory, seconds=instructions.start_seconds)
            url = self._server.url
        return Client(
            url,
            is_local=self._server is not None,
            seconds=instructions.request_seconds,
            picky=instructions.picky,
            left_out=_LEFT_OUT.union(instructions.ignore, () if instructions.spelling else _SPELLING),
        )


def engine_language(tag: str) -> str:
    """Return a language tag as LanguageTool knows it; empty for languages that are not checked.

    Plain English stays plain: LanguageTool then checks no spelling, which differs from country to country.
    """
    primary, _, rest = tag.replace("_", "-").partition("-")
    if primary.lower() not in LANGUAGES:
        return ""
    full = f"{primary.lower()}-{rest.upper()}"
    return full if full in _VARIANTS else primary.lower()


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges in which a text is sent, cut behind a sentence where there is one."""
    start = 0
    while len(text) - start > LARGEST_REQUEST:
        limit = start + LARGEST_REQUEST
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, limit)]
        end = ends[-1] if ends else limit
        yield start, end
        start = end
    if text[start:].strip():
        yield start, len(text)

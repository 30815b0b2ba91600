"""AX011: running text in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Prose
from contentlint.language.detect import FUNCTION_WORDS, UNSPELLED_FUNCTION_WORDS
from contentlint.rules.base import (
    Example,
    Family,
    Invalid,
    Message,
    Options,
    Rule,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
    option,
)

_KINDS: Final = frozenset(("paragraph", "item", "html", "cell"))
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_COMMA: Final = re.compile("[,、،]")
_LEGAL: Final = re.compile(r"\bWARRANT(?:Y|IES)\b")
_CAPITALS: Final = re.compile(r"[^\W\d_a-zß-öø-ÿ]{2}[\W_]+[^\W\d_a-zß-öø-ÿ]")
_BETWEEN: Final = re.compile(r"[^\ufffc.!?:;/|=_(){}<>\[\]\\\"“”„]*")
"""What may stand between two words of one passage: no end of a sentence, no code."""
_LONG: Final = 5
"""Letters; abbreviations are mostly shorter."""
_LITTLE: Final = frozenset().union(*FUNCTION_WORDS.values(), *UNSPELLED_FUNCTION_WORDS.values())


class TextAllCapsOptions(Options):
    """How much is too much."""

    min_words = option(
        4,
        en="how many words in capitals in a row are reported",
        nl="vanaf hoeveel woorden in hoofdletters achter elkaar het wordt gemeld",
        minimum=2,
    )


class TextAllCaps(Rule[TextAllCapsOptions]):
    """Reports a passage of four words or more in capitals. A row of abbreviations is left alone.

    Headings have a rule of their own, ``heading-all-caps``. Licences, which disclaim their WARRANTIES in capitals, are not
    for editors to change.

    ## Why is this bad?
    Capitals take away the shape of words, which makes them slow to read, for people with dyslexia most of all. Some screen
    readers spell them out letter by letter, and on the web they sound like shouting.
    """

    dutch = """Meldt een passage van vier woorden of meer in hoofdletters. Een rij afkortingen mag.

    Koppen hebben een eigen regel, ``heading-all-caps``. Licenties, die garanties (WARRANTIES) in hoofdletters afwijzen, zijn
    niet aan een redactie om te veranderen.

    ## Waarom is dat erg?
    Hoofdletters nemen woorden hun vorm af, en dat leest traag, zeker voor wie dyslexie heeft. Sommige schermlezers spellen
    ze letter voor letter, en op het web klinken ze als schreeuwen.
    """

    info = RuleInfo(
        name="text-all-caps",
        code="AX011",
        family=Family.ACCESSIBILITY,
        severity=Severity.WARNING,
        summary=Message(en="Text in capitals", nl="Tekst in hoofdletters"),
        since="0.1.0",
    )
    capitals = Message(
        en="These {count} words are in capitals, which reads slowly and may be spelled out. Write them in small letters, in "
        "bold if they matter.",
        nl="Deze {count} woorden staan in hoofdletters; dat leest traag en wordt soms gespeld voorgelezen. Schrijf ze klein, en "
        "vet als ze belangrijk zijn.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("The UWV, SVB, DUO and CAK all use BSN, IBAN and VOG.\n"),
        Valid("HTML CSS JSON YAML TOML are formats. GET /ALL/OF/THE/PATHS and `DO NOT READ THIS CODE`.\n"),
        Valid("NO ENTRY, it says. READ ME. A SEQUENCE, SEQUENCE OF, SET or BIT STRING, OCTET STRING is constructed.\n"),
        Valid("PLEASE READ THIS FIRST\n", options={"min-words": 6}),
        Valid("The work comes without WARRANTIES OR CONDITIONS OF ANY KIND.\n"),
        Invalid("⟦PLEASE READ THIS FIRST⟧.\n"),
        Invalid("Note that ⟦YOU MAY NOT BRING ANY DOGS⟧ into the library.\n"),
        Invalid("- ⟦VANDAAG ZIJN WIJ GESLOTEN⟧\n", language="nl"),
    )

    def applies(self) -> bool:
        return "WARRANT" not in self.document.text or _LEGAL.search(self.document.text) is None

    @on(Prose, having=_CAPITALS)
    def check(self, piece: Prose) -> Iterator[Violation]:
        if piece.kind not in _KINDS or not _CAPITALS.search(piece.text):
            return
        run: list[re.Match[str]] = []
        for match in _WORD.finditer(piece.text):
            together = not run or _BETWEEN.fullmatch(piece.text, run[-1].end(), match.start())
            if not together:
                yield from self._tell(piece, run)
                run = []
            if all(map(str.isupper, filter(str.isalpha, match[0]))):
                run.append(match)
            elif run:
                yield from self._tell(piece, run)
                run = []
        yield from self._tell(piece, run)

    def _tell(self, piece: Prose, run: list[re.Match[str]]) -> Iterator[Violation]:
        words = [match[0] for match in run if len(match[0]) > 1]
        if len(words) < self.options.min_words:
            return
        # Real text has long words, and the little ones that hold it together; a row of names or abbreviations does not.
        long = sum(len(word) >= _LONG for word in words)
        little = sum(word.lower() in _LITTLE for word in words)
        start, end = run[0].start(), run[-1].end()
        listed = 3 * len(_COMMA.findall(piece.text, start, end)) >= len(words)
        if long and little and not listed and (3 * long >= len(words) or little > 1):
            yield self.violation(piece.span_of(start, end), self.capitals(count=len(run)))

"""AX022: letters that are signs of mathematics."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Prose
from contentlint.rules.base import (
    Applicability,
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
)
from contentlint.text import Edit

_LETTER: Final = (
    "[\U0001d400-\U0001d7ff"  # mathematical letters and digits
    "\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212c-\u2131\u2133\u2134"  # those that stood elsewhere before
    "\u24b6-\u24e9"  # letters in circles
    "\uff21-\uff3a\uff41-\uff5a"  # wide letters
    "\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]"  # letters in boxes
)
_WORD: Final = re.compile(rf"{_LETTER}+(?:[ '’-]{_LETTER}+)*")
_RUN: Final = re.compile(f"{_LETTER}{{3}}")
_BOXED: Final = {
    **{0x1F150 + index: chr(ord("A") + index) for index in range(26)},
    **{0x1F170 + index: chr(ord("A") + index) for index in range(26)},
}
"""Letters in black boxes and circles, which have no plain form in Unicode’s tables."""
_WIDE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class LettersFancy(Rule[Options]):
    """Reports words in letters that are signs of mathematics and the like: 𝓯𝓪𝓷𝓬𝔂, 𝗯𝗼𝗹𝗱, ⓒⓘⓡⓒⓛⓔⓓ.

    Fewer than three in a row may be a formula and are left alone. So are wide letters in Chinese, Japanese or Korean text.

    ## Why is this bad?
    Most screen readers say “mathematical bold script small f” for each letter, or nothing at all. Searching does not find
    the word, and on some devices readers see empty boxes.

    ## Fix safety
    The fix is unsafe: it writes plain letters, so the page looks different. Make them bold or italic with asterisks.
    """

    dutch = """Meldt woorden in letters die wiskundige tekens en dergelijke zijn: 𝓯𝓪𝓷𝓬𝔂, 𝗯𝗼𝗹𝗱, ⓒⓘⓡⓒⓛⓔⓓ.

    Minder dan drie achter elkaar kan een formule zijn; die mogen. Dat geldt ook voor brede letters in Chinese, Japanse of
    Koreaanse tekst.

    ## Waarom is dat erg?
    De meeste schermlezers zeggen voor elke letter ‘mathematical bold script small f’, of zeggen niets. Wie zoekt vindt het
    woord niet, en op sommige apparaten zien lezers lege vakjes.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: er komen gewone letters te staan. Maak ze met sterretjes vet of cursief.
    """

    info = RuleInfo(
        name="letters-fancy",
        code="AX022",
        family=Family.ACCESSIBILITY,
        severity=Severity.ERROR,
        summary=Message(en="Letters that are other signs", nl="Letters die andere tekens zijn"),
        fixable=Applicability.UNSAFE,
        wcag=("1.1.1", "1.3.1"),
        since="0.1.0",
    )
    needs = r"[\u2102-\u2134\u24b6-\u24e9\uff21-\uff5a\U0001d400-\U0001d7ff\U0001f130-\U0001f189]|&[#\w]|\\[uU]"
    fancy = Message(
        en="These letters are signs of mathematics, which a screen reader cannot read as a word. Write ‘{plain}’.",
        nl="Deze letters zijn wiskundige tekens, die een schermlezer niet als woord kan voorlezen. Schrijf ‘{plain}’.",
    )
    write = Message(en="Write ‘{plain}’.", nl="Schrijf ‘{plain}’.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("The set ℝ, 𝑓(𝑥) = 𝑎𝑏, ™, x², `𝓯𝓪𝓷𝓬𝔂` and H₂O.\n"),
        Valid("ＮＨＫは日本の放送局です。\n", language="ja"),
        Invalid("This is ⟦𝓯𝓪𝓷𝓬𝔂⟧.\n", fixed="This is fancy.\n"),
        Invalid("## ⟦𝗡𝗼 𝗱𝗼𝗴𝘀⟧ here\n", fixed="## No dogs here\n"),
        Invalid("⟦ⓒⓘⓡⓒⓛⓔ⟧, ⟦🅝🅔🅦🅢⟧, ⟦🄽🄴🅆🅂⟧, ⟦ｗｉｄｅ⟧\n", fixed="circle, NEWS, NEWS, wide\n"),
    )

    @on(Prose, having=_RUN)
    def check(self, piece: Prose) -> Iterator[Violation]:
        for match in _WORD.finditer(piece.text):
            if not _RUN.search(match[0]):
                continue
            if "\uff21" <= match[0][0] <= "\uff5a" and _WIDE.search(piece.text):
                continue
            plain = unicodedata.normalize("NFKC", match[0].translate(_BOXED))
            span = piece.span_of(*match.span())
            verbatim = self.document[span] == match[0]
            fix = self.unsafe_fix(self.write(plain=plain), Edit(span, plain)) if verbatim else None
            yield self.violation(span, self.fancy(plain=plain), fix=fix)

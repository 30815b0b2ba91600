"""Rules of spelling mend words and say which rule it was."""

import pytest

from contentlint.language.dutch.dictionary import DutchDictionary
from contentlint.language.dutch.patterns import DutchPatterns
from contentlint.language.english import EnglishWords
from contentlint.language.findings import Reason


@pytest.fixture(scope="module")
def patterns() -> DutchPatterns:
    return DutchPatterns(DutchDictionary(), EnglishWords())


@pytest.mark.parametrize(
    ("word", "mended", "reason"),
    [
        ("geimporteerd", "geïmporteerd", Reason.ACCENT),
        ("financiele", "financiële", Reason.ACCENT),
        ("cafe", "café", Reason.ACCENT),
        ("vòòr", "vóór", Reason.ACCENT),
        ("geschaadt", "geschaad", Reason.PARTICIPLE),
        ("aangekondigt", "aangekondigd", Reason.PARTICIPLE),
        ("verhuisdt", "verhuisd", Reason.PARTICIPLE),
        ("gecheckde", None, None),
        ("gemonitored", "gemonitord", Reason.ENGLISH_PARTICIPLE),
        ("getracked", "getrackt", Reason.ENGLISH_PARTICIPLE),
        ("gelevelled", "geleveld", Reason.ENGLISH_PARTICIPLE),
        ("gesaved", None, None),
        ("veiligheidbeleid", "veiligheidsbeleid", Reason.LINKING_S),
        ("wetenschapgeschiedenis", "wetenschapsgeschiedenis", Reason.LINKING_S),
        ("schildergemeenschap", None, None),
        ("cachingbeleid", None, None),
    ],
)
def test_a_word_is_mended_by_the_rule_that_explains_it(
    patterns: DutchPatterns, word: str, mended: str | None, reason: Reason | None
) -> None:
    assert patterns.mend(word) == (None if mended is None else (mended, reason))


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("niveau's", "niveaus"),
        ("website's", "websites"),
        ("cafe's", "cafés"),
        ("café's", "cafés"),
        ("foto's", None),
        ("vrouw's", None),
        ("today's", None),
        ("niveaus", None),
        ("themas", "thema's"),
        ("autos", "auto's"),
        ("pros", None),
    ],
)
def test_a_plural_gets_the_apostrophe_that_it_needs_and_no_other(
    patterns: DutchPatterns, word: str, plural: str | None
) -> None:
    assert patterns.plural(word) == (None if plural is None else (plural, Reason.PLURAL))

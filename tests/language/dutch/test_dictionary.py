"""The Dutch dictionary decides as Hunspell does with the same word list."""

import pytest

from contentlint.language.dutch.dictionary import DutchDictionary


@pytest.fixture(scope="module")
def dictionary() -> DutchDictionary:
    return DutchDictionary()


@pytest.mark.parametrize(
    "word",
    [
        "fiets", "fietsen", "Fiets", "FIETS", "productiviteitsgroei", "keukentafelgesprek", "foto's", "foto’s", "zee-egel",
        "massa-ontslagen", "eenentwintig", "allerbelangrijkste", "ijsberen", "IJsland", "geïnteresseerd", "burn-out",
    ],
)  # fmt: skip
def test_existing_words_and_compounds_are_accepted(dictionary: DutchDictionary, word: str) -> None:
    assert dictionary.accepts(word)


@pytest.mark.parametrize(
    "word",
    [
        "",
        "fietzen",
        "productiviteitgroei",
        "zeeegel",
        "themas",
        "geschaadt",
        "nederlands",
        "fIETS",
        "x" * 500,
        "keuken tafel",
    ],
)
def test_other_words_are_refused(dictionary: DutchDictionary, word: str) -> None:
    assert not dictionary.accepts(word)


def test_a_listed_mistake_is_known_as_one(dictionary: DutchDictionary) -> None:
    assert dictionary.is_forbidden("aarderijkskunde")
    assert not dictionary.is_forbidden("aardrijkskunde")

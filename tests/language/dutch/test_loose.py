"""New words are recognised by how they are made."""

import pytest

from contentlint.language.dutch.dictionary import DutchDictionary
from contentlint.language.dutch.loose import LooseWords, Made
from contentlint.language.english import EnglishWords


@pytest.fixture(scope="module")
def loose() -> LooseWords:
    return LooseWords(DutchDictionary(), EnglishWords())


@pytest.mark.parametrize(
    ("word", "made"),
    [
        ("clientzijde", Made.COMPOUND),
        ("herlanceren", Made.DERIVATION),
        ("voorgeconfigureerde", Made.DERIVATION),
        ("fietsachtige", Made.DERIVATION),
        ("gedeployd", Made.ENGLISH_VERB),
        ("mergen", Made.ENGLISH_VERB),
        ("daarwerkelijk", None),
        ("veiligheidbeleid", None),
        ("xqzw", None),
    ],
)
def test_a_word_is_told_by_its_parts(loose: LooseWords, word: str, made: Made | None) -> None:
    assert loose.made(word) is made

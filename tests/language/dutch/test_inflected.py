"""Regular forms of known words."""

from __future__ import annotations

import pytest

from contentlint.language.dutch.dictionary import DutchDictionary
from contentlint.language.dutch.inflected import is_inflected


@pytest.mark.parametrize(
    "word", ["dapperen", "iconischer", "iconischere", "nominalisaties", "geauthenticeerd", "koppie", "opgedampt"]
)
def test_a_regular_form_of_a_known_word_is_one(word: str) -> None:
    assert is_inflected(word, DutchDictionary())


@pytest.mark.parametrize(
    "word", ["absolut", "respecteerd", "blokkeerd", "voorziters", "mogelijkhedn", "kunnes", "en", ""]
)
def test_a_slip_is_none(word: str) -> None:
    assert not is_inflected(word, DutchDictionary())

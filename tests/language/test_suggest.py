"""What may have been meant is found, likeliest first."""

import pytest

from contentlint.language.dutch.spelling import DutchSpelling
from contentlint.language.english import EnglishWords
from contentlint.language.suggest import near_words


@pytest.fixture(scope="module")
def dutch() -> DutchSpelling:
    return DutchSpelling()


@pytest.fixture(scope="module")
def english() -> EnglishWords:
    return EnglishWords()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("fietzen", "fietsen"),
        ("onmidellijk", "onmiddellijk"),
        ("wijnig", "weinig"),
        ("Beslising", "Beslissing"),
        ("daarwerkelijk", "daadwerkelijk"),
        ("keukentavel", "keukentafel"),
        ("bedrijvsfiets", "bedrijfsfiets"),
        ("veiligheidbeleid", "veiligheidsbeleid"),
        ("burnout", "burn-out"),
        ("amsterdam", "Amsterdam"),
        ("gebeurtenenissen", "gebeurtenissen"),
        ("omdatje", "omdat je"),
        ("environmnt", "environment"),
    ],
)
def test_the_first_suggestion_is_what_was_meant(dutch: DutchSpelling, written: str, meant: str) -> None:
    assert dutch.suggester.suggest(written)[0].word == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [("definately", "definitely"), ("recieve", "receive"), ("tommorow", "tomorrow"), ("Goverment", "Government")],
)
def test_the_first_english_suggestion_is_what_was_meant(english: EnglishWords, written: str, meant: str) -> None:
    assert english.suggester.suggest(written)[0].word == meant


@pytest.mark.parametrize("word", ["fietzen", "gebruikerd", "geschikheid", "xqzw", "a" * 40, "e"])
def test_suggestions_exist_and_stand_in_order_of_their_score(dutch: DutchSpelling, word: str) -> None:
    found = dutch.suggester.suggest(word)
    assert [one.score for one in found] == sorted(one.score for one in found)
    assert all(dutch.accepts(part) for one in found for part in one.word.split())


def test_one_edit_finds_each_kind_of_neighbour(dutch: DutchSpelling) -> None:
    trie = dutch.dictionary.table.trie
    for written in ("fietss", "fits", "feits", "fiats", "fietts"):
        assert "fiets" in set(near_words(written, trie))

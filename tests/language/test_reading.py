"""Sentences and syllables are counted as a reader counts them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from contentlint.language.reading import may_have_words, readability, syllables, word_starts, written_sentences


def _texts(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in written_sentences(text)]


def test_abbreviations_initials_and_numbers_end_no_sentence() -> None:
    text = "Dr. A. Jansen kwam bijv. om 14.30 uur, d.w.z. te laat. Hij zei: ‘Nee.’ En toen? In 2025. 12 mensen bleven"
    assert _texts(text) == [
        "Dr. A. Jansen kwam bijv. om 14.30 uur, d.w.z. te laat.",
        "Hij zei: ‘Nee.’",
        "En toen?",
        "In 2025.",
        "12 mensen bleven",
    ]


def test_what_no_sign_ends_is_no_full_sentence() -> None:
    assert [sentence.ended for sentence in written_sentences("One. Two")] == [True, False]


def test_code_counts_as_one_word() -> None:
    (sentence,) = written_sentences("Run \ufffc in the e-mail's folder of 1.500 files.")
    assert sentence.words == 9


@given(st.text(alphabet="aB .,!?-'1/\n\ufffc", max_size=80), st.integers(0, 9))
@example("1\ufffc", 1)
def test_only_a_text_with_enough_words_can_have_a_sentence_with_more(text: str, words: int) -> None:
    sentences = [*written_sentences(text)]
    assert all(len(word_starts(text, sentence)) == sentence.words for sentence in sentences)
    if any(sentence.words > words for sentence in sentences):
        assert may_have_words(text, words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "nl",
            (
                "water:2 ideeën:3 bibliotheek:4 leeuw:1 nieuwe:2 koeien:2 eieren:3 geïnteresseerd:5 hoofdstuk:2 radio:3 baby:2"
                " fraaie:2 zeeën:2 België:3 actie:2 politiek:3 bijvoorbeeld:3 toegankelijkheidsverklaring:8"
            ),
        ),
        (
            "en",
            (
                "water:2 library:3 the:1 people:2 table:2 stated:2 walked:1 wanted:2 create:2 creation:3 nation:2 radio:3"
                " being:2 houses:2 rules:1 safely:2 government:3 used:1 page:1 pages:2 accessibility:6 whole:1 simple:2"
            ),
        ),
    ],
)
def test_syllables_are_counted(language: str, words: str) -> None:
    expected = {word: int(count) for word, _, count in (item.partition(":") for item in words.split())}
    assert {word: syllables(word, language) for word in expected} == expected


def test_the_formulas_are_those_of_flesch_and_douma() -> None:
    english = readability(iter(["The cat sat on the mat."]), "en")
    dutch = readability(iter(["De kat zat op de mat."]), "nl")
    assert english is not None
    assert dutch is not None
    assert english.score == pytest.approx(206.835 - 1.015 * 6 - 84.6)
    assert dutch.score == pytest.approx(206.84 - 0.93 * 6 - 77)
    assert readability(iter(["No sentence"]), "en") is None


@given(st.text(alphabet='ab.!?…’") (\ufffc\nÉZ12', max_size=80))
def test_sentences_stand_in_order_and_leave_out_only_space(text: str) -> None:
    found = list(written_sentences(text))
    position = 0
    for sentence in found:
        assert position <= sentence.start < sentence.end
        assert not text[position : sentence.start].strip()
        assert all(sentence.start <= word < sentence.end for word in word_starts(text, sentence))
        position = sentence.end
    assert not text[position:].strip()

"""Passages in another language are found, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.language.foreign import foreign_passages


def found(text: str, own: str = "nl", fewest: int = 8) -> list[tuple[str, str]]:
    return [(passage.language, text[passage.start : passage.end]) for passage in foreign_passages(text, own, fewest)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "She said that we would have to go back to the town"),
        ("fr", "Je ne suis pas venu pour vous dire que cela est impossible"),
        ("de", "Der Mann hat nicht gewusst, dass wir auf ihn und die anderen warten"),
        ("es", "Los niños no quieren que el tren se vaya con los otros para la ciudad"),
    ],
)
def test_a_sentence_in_another_language_is_found(language: str, sentence: str) -> None:
    text = f"Zo gaat het al jaren in het dorp. {sentence}. En zo blijft het ook."
    assert found(text) == [(language, sentence)]


def test_dutch_on_an_english_page_is_found() -> None:
    sentence = "Het is niet aan ons om te zeggen wat er moet gebeuren"
    assert found(f"This is how it has been. {sentence}.", "en") == [("nl", sentence)]


def test_what_a_sentence_quotes_is_a_passage_of_its_own() -> None:
    text = "Op het bord staat “you may not go on the ice if there is no flag”, maar niemand leest dat."
    assert found(text) == [("en", "you may not go on the ice if there is no flag")]


def test_sentences_that_follow_each_other_are_one_passage() -> None:
    text = "She said that we would have to go. It was not what we had in mind for the day."
    assert found(text, fewest=10) == [("en", text.rstrip("."))]


@pytest.mark.parametrize(
    "text",
    [
        "We noemen dat een best practice, en het team werkt agile met een product owner.",
        "Hij luistert naar ‘The Dark Side of the Moon’ en ‘Wish You Were Here’ van Pink Floyd.",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor et dolore magna.",
        "At vero eos et accusam et justo duo dolores et ea rebum stet clita kasd gubergren.",
        "Die vergadering is niet in Den Haag, maar in Brussel, waar de commissie van de Raad zit.",
    ],
)
def test_borrowed_words_names_and_sample_texts_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_of_a_language_without_a_dictionary_nothing_is_said() -> None:
    assert found("She said that we would have to go back to the town.", "fr") == []


@given(st.text(alphabet="thewasd “”.\n\ufffc", max_size=200), st.integers(1, 10))
def test_passages_lie_in_the_text_in_order_and_have_enough_words(text: str, fewest: int) -> None:
    end = 0
    for passage in foreign_passages(text, "nl", fewest):
        assert end <= passage.start < passage.end <= len(text)
        assert passage.words >= fewest
        end = passage.end

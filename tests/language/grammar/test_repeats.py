"""Repeated words, in Dutch and English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.language import Piece
from contentlint.language.grammar import Topic
from contentlint.language.grammar.check import check_grammar
from contentlint.language.grammar.repeats import any_repeats, repeats

from .conftest import Found


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("nl", "Zet het op de de tafel.", "de"),
        ("nl", "Een\ntafel en en stoel.", "en"),
        ("nl", "Klaar. De\nde tafel staat er.", "De"),
        ("en", "Put it on the the table.", "the"),
    ],
)
def test_a_word_said_twice_is_found(found: Found, language: str, text: str, word: str) -> None:
    assert [right for _, right in found(text, Topic.WORD_REPEATED, language=language)] == [word]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Ik weet dat dat klopt, en dat het het waard is."),
        ("nl", "Baden Baden en Walla Walla."),
        ("nl", "Het is heel heel mooi."),
        ("nl", "de \ufffc de, de, de-de en de/de"),
        ("en", "He had had enough, and that that was true."),
        ("fr", "Nous nous sommes vus."),
    ],
)
def test_a_word_that_may_stand_twice_is_left_alone(found: Found, language: str, text: str) -> None:
    assert found(text, Topic.WORD_REPEATED, language=language) == []


def test_a_little_word_is_certain_and_a_long_one_is_not() -> None:
    little, long = check_grammar([Piece("Op de de tafel.", "nl"), Piece("Een tafel tafel van hout.", "nl")])
    assert (little.certain, long.certain) == (True, False)


@given(
    st.lists(
        st.lists(st.sampled_from([*"aİ0 \n.,'’-(", "de ", "De ", "the ", "The\n"]), max_size=12).map("".join),
        max_size=3,
    )
)
def test_texts_that_are_looked_through_as_one_have_what_each_has(texts: list[str]) -> None:
    for language in ("nl", "en"):
        assert any_repeats(texts, language) == any([*repeats(text, language)] for text in texts)

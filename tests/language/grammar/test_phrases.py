"""Phrases that are written apart or joined wrongly, words mixed up, and their look-alikes."""

from __future__ import annotations

import pytest

from contentlint.language.grammar import Topic

from .conftest import Found


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Dat is ondermeer leuk.", "ondermeer", "onder meer"),
        ("Vanalles is mogelijk.", "Vanalles", "Van alles"),
        ("Dit is teveel werk.", "teveel", "te veel"),
        ("Wij zijn opzoek naar leden.", "opzoek", "op zoek"),
        ("Het kost tenminste 10 euro.", "tenminste", "ten minste"),
        ("De deur is ten alle tijden open.", "ten alle tijden", "te allen tijde"),
        ("Wij zorgen er voor dat het warm is.", "er voor", "ervoor"),
        ("Het is hier een plek die er toe doet.", "er toe", "ertoe"),
        ("Ga er van uit.", "er van", "ervan"),
        ("Hier onder staat een lijst.", "Hier onder", "Hieronder"),
        ("Leden kunnen gebruik maken van de zaal.", "gebruik maken", "gebruikmaken"),
        ("Het komt er aan.", "er aan", "eraan"),
    ],
)
def test_a_phrase_is_mended(found: Found, text: str, wrong: str, right: str) -> None:
    assert found(text, Topic.WORD_SPLIT) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Een teveel aan zon is niet goed.",
        "Het teveel krijgt u terug.",
        "Dat is tenminste eerlijk.",
        "Het is te allen tijde open.",
        "Wat zit er in?",  # er may be the empty subject
        "Er staat voor tien euro op de rekening.",
        "Kijk wat er voor dat doel nodig is.",
        "Wie doet er mee?",
        "Je vindt hier boven de winkel een woning.",
        "Het goede gebruik maken we makkelijk.",
        "Ze liepen er onder alle bomen.",
    ],
)
def test_a_right_phrase_is_left_alone(found: Found, text: str) -> None:
    assert found(text, Topic.WORD_SPLIT) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Dat is heel iets anders als een les.", "als", "dan"),
        ("Tenslotte ruimen we op.", "Tenslotte", "Ten slotte"),
        ("Wij bellen jou bakker.", "jou", "jouw"),
    ],
)
def test_a_confused_word_is_mended(found: Found, text: str, wrong: str, right: str) -> None:
    assert found(text, Topic.WORD_CONFUSED) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Er zijn meer mensen als vrijwilliger bij.",
        "Niemand anders als jij kan dat.",
        "Het is tenslotte feest.",
        "Wij zoeken jou voor het bestuur.",
        "Dit is groter als de wind meezit.",
    ],
)
def test_a_word_in_its_place_is_left_alone(found: Found, text: str) -> None:
    assert found(text, Topic.WORD_CONFUSED) == []

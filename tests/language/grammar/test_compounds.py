"""Split compounds: what is joined elsewhere is found, and nouns that only meet are not."""

from __future__ import annotations

import pytest

from contentlint.language import Piece
from contentlint.language.grammar import Topic
from contentlint.language.grammar.check import check_grammar

from .conftest import Found


@pytest.mark.parametrize(
    ("text", "split", "joined"),
    [
        ("Lees de API documentatie goed.", "API documentatie", "API-documentatie"),
        ("Vul het KvK nummer in.", "KvK nummer", "KvK-nummer"),
        ("Zij opent de PostgreSQL verbinding.", "PostgreSQL verbinding", "PostgreSQL-verbinding"),
        ("Wij zoeken een trage internet verbinding.", "internet verbinding", "internetverbinding"),
        ("Test omgeving", "Test omgeving", "Testomgeving"),
        ("Er hangt een demo omgeving.", "demo omgeving", "demo-omgeving"),
        ("Dit is een minimum bedrag.", "minimum bedrag", "minimumbedrag"),
        ("Wij maken een test- omgeving.", "test- omgeving", "testomgeving"),
        ("Lees de API- documentatie.", "API- documentatie", "API-documentatie"),
    ],
)
def test_a_split_compound_is_found(found: Found, text: str, split: str, joined: str) -> None:
    assert found(text, Topic.COMPOUND_SPLIT) == [(split, joined)]


@pytest.mark.parametrize(
    "text",
    [
        "Een aantal mensen uit de stad Utrecht.",
        "De API wil geen antwoord geven.",  # a verb that is a noun too
        "Met GitHub kom je verder.",
        "In de praktijk wordt dit per gemeente anders gedaan.",
        "Als een organisatie wijzigingen wil aanbrengen, kan dat.",  # subject and object meet
        "OK bericht ontvangen, ALLE leden.",
        "De API-documentatie en de test- en ontwikkelomgeving.",
        "Het geeft de gebruiker toegang.",
        "Een test- en een ontwikkelomgeving, of test-, acceptatie- en productieomgeving.",
        "Op de zon- en feestdagen is er een test - omgeving onbekend.",
        "Samen kennis delen met leden.",
        "Op pagina nummer drie staat het bestuur vermeld.",
        "Wij drinken een glas water.",
    ],
)
def test_words_that_only_meet_are_left_alone(found: Found, text: str) -> None:
    assert found(text, Topic.COMPOUND_SPLIT) == []


def test_a_compound_that_the_page_writes_as_one_word_counts_as_one_word() -> None:
    split, joined = "Wij lazen het vlierbes recept.", "Een vlierbesrecept staat op de kaart."
    alone = {finding.reason for finding in check_grammar([Piece(split, "nl")])}
    together = {finding.reason for finding in check_grammar([Piece(split, "nl"), Piece(joined, "nl")])}
    assert "attested" not in alone
    assert together == {"attested"}


def test_three_words_are_reported_once(found: Found) -> None:
    assert len(found("Open de API documentatie pagina.", Topic.COMPOUND_SPLIT)) == 1

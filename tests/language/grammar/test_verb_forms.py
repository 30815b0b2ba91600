"""Verb forms: each kind of mistake is found, and each guard keeps its look-alike silent."""

from __future__ import annotations

import pytest

from contentlint.language import Piece
from contentlint.language.grammar import Topic
from contentlint.language.grammar.check import check_grammar

from .conftest import Found

MISTAKES = [
    ("Ik wordt morgen voorzitter van de club.", "wordt", "word"),
    ("Morgen wordt ik voorzitter van de club.", "wordt", "word"),
    ("Daarna wordt je lid van onze vereniging.", "wordt", "word"),
    ("In de bijlage vindt je een lijst van leden.", "vindt", "vind"),
    ("Dit is een punt dat eenduidig kan worden bepaalt.", "bepaalt", "bepaald"),
    ("Op zondag rust je uit; werkt je met anderen samen, dan ook.", "werkt", "werk"),
    ("Wat kunt je daar kopen?", "kunt", "kun"),
    ("Waar gaat jij naartoe?", "gaat", "ga"),
    ("Als hij word gekozen, vieren we feest.", "word", "wordt"),
    ("De brug word vandaag geopend door de burgemeester.", "word", "wordt"),
    ("Morgen vind het feest plaats in de zaal.", "vind", "vindt"),
    ("In de bijlage vind u meer informatie over de reis.", "vind", "vindt"),
    ("Dat gebeurd elke week in de keuken.", "gebeurd", "gebeurt"),
    ("Dit betekend dat de deur open blijft.", "betekend", "betekent"),
    ("Kijk goed wat er veranderd.", "veranderd", "verandert"),
    ("Het is een kleur die de sfeer in de kamer bepaald.", "bepaald", "bepaalt"),
    ("Deze zaal is bedoelt voor feesten en partijen.", "bedoelt", "bedoeld"),
    ("De tekst moet worden verbetert door de schrijver.", "verbetert", "verbeterd"),
    ("Weet u wat er gisteren is gebeurt?", "gebeurt", "gebeurd"),
    ("Zij leest het boek dat door hem vertaalt is.", "vertaalt", "vertaald"),
]


@pytest.mark.parametrize(("text", "word", "right"), MISTAKES)
def test_a_wrong_form_is_found_with_the_right_one(found: Found, text: str, word: str, right: str) -> None:
    assert found(text, Topic.VERB_FORM) == [(word, right)]


LOOK_ALIKES = [
    "Ik word morgen voorzitter en jij wordt secretaris.",
    "Word je lid, dan krijg je korting.",
    "Wat vind jij van de nieuwe zaal?",
    "Hoe vind je dat de avond gaat?",
    "Als kind vind ik dat interessant.",  # the subject comes behind the verb
    "Omdat ik de oude zaal mooier vind, blijf ik hier.",  # the subject stands far to the left
    "Dat geeft je meer tijd voor de tuin.",  # the one who gets something
    "Daarna wordt je gevraagd om te betalen.",  # you are asked something
    "Er wordt je een vraag gesteld.",
    "Straks wordt je fiets gemaakt.",  # your bicycle
    "Als je van plan bent je huis te verkopen, bel dan.",
    "U kunt je hier aanmelden.",
    "Wat er gebeurd is, weet niemand.",
    "De brief is verstuurd en de rekening is betaald.",
    "Inmiddels is dat vastgelegd in de wet.",  # dat behind its verb opens no clause
    "Daar heb ik die bewaard en opgeborgen.",
    "Hierin staat wat er veranderd, verbeterd of toegevoegd is.",  # a list that shares its auxiliary
    "De plek waarin dat gebeurt is ruimer dan eerst.",  # the auxiliary belongs to the main clause
    "De technologie die zich snel ontwikkelt is duur.",
    "Een dienst die bekend staat als betrouwbaar.",
    "Het werk is aan een andere partij uitbesteed.",  # a stem that is a participle too
    "Verwijderd uit de lijst.",
    "De tekst is bedoeld om te lezen, zoals beloofd aan de leden.",
    "Lees en vind wat je zoekt.",  # an imperative
    "Er is een big red button op de machine.",
    "Het voltooid deelwoord eindigt op een d.",
    "De red-knop en de word-versie zijn weg.",  # halves of compounds
    "De besteld/verstuurd-status.",
    "Ik gebruik dat en zij gebruikt dit.",
    "Dan heb ik gewerkt.",
    "De afdeling IK werkt aan een plan.",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_right_form_is_left_alone(found: Found, text: str) -> None:
    assert found(text, Topic.VERB_FORM) == []


@pytest.mark.parametrize("kind", ["heading", "item", "cell", "front-matter"])
@pytest.mark.parametrize("text", ["Gebouw beklad", "Bestand hernoemd naar index", "Leden uitgenodigd voor het feest"])
def test_the_style_of_headlines_is_no_mistake(found: Found, text: str, kind: str) -> None:
    assert found(text, Topic.VERB_FORM, kind) == []


def test_a_form_at_the_start_keeps_its_capital(found: Found) -> None:
    assert found("Hebt je al een kaartje?", Topic.VERB_FORM) == [("Hebt", "Heb")]


def test_code_between_words_keeps_the_sentence_whole(found: Found) -> None:
    assert found("De \ufffc gebruikt een \ufffc die de tekst vertaalt.", Topic.VERB_FORM) == []


def test_a_clear_mistake_is_certain() -> None:
    (finding,) = check_grammar([Piece("Deze zaal is bedoelt voor feesten.", "nl")])
    assert finding.certain
    assert finding.reason == "participle"


def test_dutch_verbs_in_english_text_are_not_judged(found: Found) -> None:
    assert found("Dat gebeurd elke week in de keuken.", Topic.VERB_FORM, language="en") == []

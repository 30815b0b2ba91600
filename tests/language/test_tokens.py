"""Prose is cut into sentences and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.language.tokens import CHUNKS, GAP, chunks, sentences


def words(text: str) -> list[str]:
    return [token.text for sentence in sentences(text) for token in sentence.tokens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een mooie dag, toch?", ["Een", "mooie", "dag", "toch"]),
        ("foto's en foto’s", ["foto's", "en", "foto’s"]),
        ("de zee-egel en de docent-onderzoeker", ["de", "zee-egel", "en", "de", "docent-onderzoeker"]),
        ("docenten/studenten", ["docenten", "studenten"]),
        ("“Hallo,” zei hij", ["Hallo", "zei", "hij"]),
        ("voor- en nadelen", ["en", "nadelen"]),
        ("hoofdzaken en -personen", ["hoofdzaken", "en"]),
        ("(persoons)gegevens", []),
        ("de docent(en)", ["de"]),
        (f"het {GAP}-verzoek", ["het"]),
        (f"woord{GAP} met noot", ["woord", "met", "noot"]),
        ("op https://voorbeeld.nl/pad en www.voorbeeld.nl", ["op", "en"]),
        ("mail naam@voorbeeld.nl aan @naam over #tag", ["mail", "aan", "over"]),
        ("in config.toml en content/blog/ en /etc/hosts", ["in", "en", "en"]),
        ("met --verbose of een_naam of naam()", ["met", "of", "of"]),
        ("na 24-uurs dienst in 2e jaar met mp3", ["na", "dienst", "in", "jaar", "met"]),
        ("d.w.z. nu", ["nu"]),
        ("dit–dat en dit—dat", ["dit", "dat", "en", "dit", "dat"]),
    ],
)
def test_words_are_found_and_what_is_no_word_is_passed_over(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Een zin. Nog een zin! En een: Ja?", ["Een", "Nog", "En", "Ja"]),
        ("“Een citaat,” zei Jan. ‘Ook een.’ Einde.", ["Een", "Ook", "Einde"]),
        ("1. Eerste punt", ["Eerste"]),
        ("Hij zei 'Nee' tegen Jan", ["Hij", "Nee"]),
    ],
)
def test_a_word_that_opens_a_sentence_is_told_from_others(text: str, opening: list[str]) -> None:
    assert [token.text for sentence in sentences(text) for token in sentence.tokens if token.opens] == opening


@given(st.text(max_size=200))
def test_words_lie_where_they_say_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for sentence in sentences(text):
        for token in sentence.tokens:
            assert end <= token.start < token.end <= len(text)
            assert sentence.start <= token.start
            assert token.end <= sentence.end
            end = token.end


@given(st.text(alphabet="aBé\u0301'’-.,(“\"1/@ \n–—" + GAP, max_size=60))
def test_the_words_of_chunks_are_those_of_the_sentences(text: str) -> None:
    assert [word[0] for chunk in chunks(text) for word in CHUNKS[chunk][0]] == words(text)

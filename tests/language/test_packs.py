"""A further language: an entry in the table of languages, its little words, and its files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from scripts.build_dictionaries import form_files

from contentlint.language import Finding, Level, Piece, Reason, SpellChecker, WordList, detect, forms, packs
from contentlint.language import flags as f
from contentlint.language.listed import ListedSpelling

WORDS = ("la", "kato", "dormas", "sur", "tablo", "granda", "hundo", "Parizo", "kuras", "ĉirkaŭ", "domo", "bela")


@pytest.fixture
def esperanto(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A tiny language of twelve words."""
    frequencies = {word.lower(): 4.0 for word in WORDS}
    for name, content in form_files("eo", {word: {f.WORD} for word in WORDS}, frequencies).items():
        (tmp_path / name).write_bytes(content)
    monkeypatch.setattr(forms, "DATA", tmp_path)
    monkeypatch.setattr(packs, "_PACKS", {"eo": lambda: ListedSpelling("eo", ("c ĉ", "u ŭ"))})
    monkeypatch.setattr(detect, "FUNCTION_WORDS", {"eo": frozenset({"la", "sur"})})
    monkeypatch.setattr("contentlint.language.passages.FUNCTION_WORDS", detect.FUNCTION_WORDS)
    monkeypatch.setattr("contentlint.language.context.FUNCTION_WORDS", detect.FUNCTION_WORDS)
    packs.language_pack.cache_clear()
    yield
    packs.language_pack.cache_clear()


def check(text: str, words: tuple[str, ...] = ()) -> list[Finding]:
    return list(SpellChecker(WordList(words)).check([Piece(text, "eo-001")]))


@pytest.mark.usefixtures("esperanto")
def test_a_language_with_a_list_of_words_is_checked() -> None:
    (finding,) = check("La granda kato dormaz sur la tablo.")
    assert (finding.word, finding.level, finding.reason) == ("dormaz", Level.UNKNOWN, Reason.UNKNOWN)
    assert finding.suggestions[0] == "dormas"
    assert not finding.is_certain


@pytest.mark.usefixtures("esperanto")
@pytest.mark.parametrize("text", ["La GRANDA kato.", "Hundo kuras ĉirkaŭ la domo.", "La kato de Zamenhof dormas."])
def test_known_words_and_names_are_right_in_it(text: str) -> None:
    assert check(text, ("de",)) == []


@pytest.mark.usefixtures("esperanto")
def test_capitals_and_sounds_of_it_are_known() -> None:
    assert [(one.word, one.suggestions[0]) for one in check("La hundo kuras cirkaŭ parizo.")] == [
        ("cirkaŭ", "ĉirkaŭ"),
        ("parizo", "Parizo"),
    ]


@pytest.mark.usefixtures("esperanto")
def test_a_language_that_has_no_entry_is_passed_over() -> None:
    assert list(SpellChecker().check([Piece("Dit is fouut.", "nl")])) == []


def test_every_language_has_its_little_words() -> None:
    assert set(packs.SPELLED) == set(detect.FUNCTION_WORDS)

"""``contentlint words``: adding words to lists, and looking for words to add."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_a_word_is_added_to_a_new_list_that_the_next_check_uses(call: Call, site: Path) -> None:
    put(site / "content" / "een.md", "---\ntitle: Een\n---\n\nEen frobelstrunk en twee frobelstrunks.\n")
    check = ("check", "--select", "SP", "--fail-on", "warning", "content/een.md")
    assert call(*check).code == 1
    outcome = call("words", "add", "frobelstrunk/tafel")
    assert outcome == (0, "", "Added to rules/words.nl.txt: frobelstrunk/tafel.\n")
    assert (site / "rules" / "words.nl.txt").read_bytes() == b"frobelstrunk/tafel\n"
    assert call(*check).code == 0


def test_a_model_tells_the_language_where_the_site_has_another(call: Call, site: Path) -> None:
    put(site / "contentlint.toml", 'language = "en"\n')
    outcome = call("words", "add", "frobelstrunk/schrijver")
    assert outcome == (0, "", "Added to rules/words.nl.txt: frobelstrunk/schrijver.\n")
    outcome = call("words", "add", "blorkel/house", "flurb")
    assert outcome == (0, "", "Added to rules/words.en.txt: blorkel/house, flurb.\n")
    outcome = call("words", "add", "blorkel/snorblefitz")
    assert (outcome.code, outcome.out) == (2, "")
    assert "‘snorblefitz’" in outcome.err


def test_a_guessed_language_is_told_with_the_way_to_choose_another(call: Call, site: Path) -> None:
    put(site / "contentlint.toml", 'language = "en"\n')
    assert call("words", "add", "abo", "--lang", "nl").err.splitlines() == [
        "Toegevoegd aan rules/words.en.txt: abo.",
        "Dat is de lijst voor Engelse teksten; zeg voor andere teksten --language nl.",
    ]
    assert call("words", "add", "abo", "--language", "nl").err == "Added to rules/words.nl.txt: abo.\n"


def test_the_dictionary_that_does_not_know_a_model_is_named(call: Call) -> None:
    outcome = call("words", "add", "frobelstrunk/schrijver", "--language", "en", "--lang", "nl")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Het Engelse woordenboek kent ‘schrijver’ niet" in outcome.err


def test_added_words_are_sorted_and_leave_the_rest_of_the_list_as_it_was(call: Call, site: Path) -> None:
    path = put(site / "rules" / "words.nl.txt", "\ufeff# onze woorden\r\n\r\nblorkel  # het apparaat\r\nzwats")
    assert call("words", "add", "--language", "nl", "flurb", "zwots", "ablork", "Éfflurb", "flurb").code == 0
    assert path.read_bytes().decode() == (
        "\ufeff# onze woorden\r\n\r\nablork\r\nblorkel  # het apparaat\r\nÉfflurb\r\nflurb\r\nzwats\r\nzwots\r\n"
    )


def test_a_word_that_is_listed_is_not_added_again(call: Call, site: Path) -> None:
    path = put(site / "rules" / "words.nl.txt", "foto’s\n")
    outcome = call("words", "add", "foto's", "--language", "nl", "--lang", "nl")
    assert (outcome.code, outcome.err) == (0, "Niets toe te voegen: alles staat al in rules/words.nl.txt.\n")
    assert path.read_text("utf-8") == "foto’s\n"


def test_a_listed_word_gets_the_model_that_it_is_given(call: Call, site: Path) -> None:
    path = put(site / "rules" / "words.nl.txt", "blorkel  # het apparaat\n")
    assert call("words", "add", "blorkel/tafel").code == 0
    assert path.read_text("utf-8") == "blorkel/tafel  # het apparaat\n"


def test_words_go_to_the_list_of_their_language_that_the_settings_name(call: Call, site: Path) -> None:
    put(site / "contentlint.toml", 'words = ["names.txt", "lists/jargon.en.txt"]\n')
    put(site / "names.txt", "")
    path = put(site / "lists" / "jargon.en.txt", "")
    assert call("words", "add", "snorble", "--language", "en").code == 0
    assert path.read_text("utf-8") == "snorble\n"


def test_a_new_list_that_the_settings_do_not_name_is_said_to_be_unused(call: Call, site: Path) -> None:
    put(site / "contentlint.toml", 'words = ["names.txt"]\n')
    put(site / "names.txt", "")
    outcome = call("words", "add", "snorble", "--language", "en")
    assert outcome.code == 0
    assert outcome.err.splitlines()[1] == (
        'This list is not used yet: add "rules/words.en.txt" to ‘words’ in contentlint.toml.'
    )


@pytest.mark.parametrize(
    "entry", ["twee woorden", "", "/tafel", "blorkel/", "a/b/c", "blorkel/snorblefitz", "2024", "#x"]
)
def test_what_is_no_word_is_refused_and_nothing_is_written(call: Call, site: Path, entry: str) -> None:
    outcome = call("words", "add", "goedblork", entry)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("contentlint: ")
    assert not (site / "rules").exists()


def test_without_a_language_anywhere_the_user_is_asked_for_one(call: Call, site: Path) -> None:
    (site / "hugo.toml").write_text("", "utf-8")
    outcome = call("words", "add", "blorkel")
    assert (outcome.code, outcome.err) == (
        2,
        "contentlint: For texts in which language? Say so with --language nl|en.\n",
    )


def test_a_list_that_cannot_be_made_is_an_error_and_no_traceback(call: Call, site: Path) -> None:
    put(site / "rules", "no folder")
    outcome = call("words", "add", "blorkel")
    assert outcome.code == 2
    assert outcome.err.startswith("rules/words.nl.txt could not be written: ")


def unknown(site: Path) -> None:
    put(
        site / "content" / "nl.md",
        "---\ntitle: Een\n---\n\nDe frobelstrunk is weg. Waar is de frobelstrunk?\n\nFrobelstrunk is zoek en de zwatsblork ook.\n"
        "\nKom naar de mapathon en doe mee met de mapathon.\n",
    )
    put(
        site / "content" / "en.md",
        "---\ntitle: One\n---\n\nIt was the snorblefitz that they had seen on our snorblefitz.\n",
    )


def test_unknown_words_are_suggested_most_frequent_first_and_mistakes_apart(call: Call, site: Path) -> None:
    unknown(site)
    outcome = call("words", "suggest", "--at-least", "1")
    assert outcome.code == 0
    blocks = [block.splitlines() for block in outcome.out.split("\n\n") if block]
    assert [block[0] for block in blocks] == [
        "Unknown words, for rules/words.en.txt if they are right:",
        "Unknown words, for rules/words.nl.txt if they are right:",
        "Probably mistakes:",
    ]
    assert blocks[0][1].split() == ["2", "snorblefitz", "content/en.md:5:12"]
    assert [line.split() for line in blocks[1][1:]] == [
        ["2", "frobelstrunk", "content/nl.md:5:4"],  # what opens a sentence may be a name
        ["1", "zwatsblork", "content/nl.md:7:28"],
    ]
    assert blocks[2][1].split()[:4] == ["2", "mapathon", "→", "marathon"]
    assert not (site / "rules").exists()


def test_writing_suggestions_adds_the_first_group_and_silences_it(call: Call, site: Path) -> None:
    unknown(site)
    outcome = call("words", "suggest", "--language", "nl", "--write", "--lang", "nl")
    assert outcome.code == 0
    assert outcome.err == "Toegevoegd aan rules/words.nl.txt: frobelstrunk.\n"
    assert (site / "rules" / "words.nl.txt").read_text("utf-8") == "frobelstrunk\n"
    assert not (site / "rules" / "words.en.txt").exists()
    assert "frobelstrunk" not in call("words", "suggest", "--at-least", "1").out


def test_a_word_that_many_files_have_is_no_mistake_for_being_near_another(call: Call, site: Path) -> None:
    for number in range(5):
        put(site / "content" / f"{number}.md", "---\ntitle: Een\n---\n\nKom naar de mapathon en doe mee.\n")
    outcome = call("words", "suggest")
    assert "mapathon" in outcome.out
    assert "mistakes" not in outcome.out


def test_nothing_to_suggest_is_said(call: Call) -> None:
    assert call("words", "suggest") == (0, "", "No unknown words to add.\n")


def test_a_path_that_does_not_exist_is_an_error(call: Call) -> None:
    outcome = call("words", "suggest", "nergens")
    assert outcome.code == 2
    assert "nergens does not exist." in outcome.err


def test_a_bad_line_in_a_list_is_told_with_its_place(call: Call, site: Path) -> None:
    put(site / "rules" / "words.nl.txt", "goedblork\n\n  twee woorden  # zo niet\n")
    outcome = call("check")
    assert outcome.code == 2
    assert outcome.err.startswith("rules/words.nl.txt:3:3: ‘twee woorden’ is more than one word")

"""Word lists of a site."""

from contentlint.language import WordList


def test_comments_and_empty_lines_are_no_words() -> None:
    assert WordList(["# onze woorden", "", "  Mastodon  # de dienst", "foto’s"]).words == {"Mastodon", "foto's"}


def test_a_model_brings_the_forms_that_the_dictionary_has_of_it() -> None:
    known = {"tafel", "tafels", "tafeltje", "getafeld"}
    forms = WordList(["blorkel/tafel"]).forms("nl", known.__contains__)
    assert forms == {"blorkel", "blorkels", "blorkeltje", "geblorkeld"}


def test_a_verb_brings_its_participle() -> None:
    known = {"werk", "werken", "werkt", "werkte", "werkten", "gewerkt"}
    forms = WordList(["blork/werk"]).forms("nl", known.__contains__)
    assert forms == {"blork", "blorken", "blorkt", "blorkte", "blorkten", "geblorkt"}


def test_a_word_without_a_model_has_no_other_forms() -> None:
    assert WordList(["blorkel"]).forms("nl", lambda _: True) == {"blorkel"}


def test_the_spelling_of_a_word_is_found_by_its_letters() -> None:
    words = WordList(["GitLab", "blorkel"])
    assert words.spelling_of("gitlab") == "GitLab"
    assert words.spelling_of("GITLAB") == "GitLab"
    assert words.spelling_of("gitla") is None

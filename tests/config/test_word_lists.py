"""The files with words of a site."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.config.word_lists import BadLine, entries_of, language_of_list, with_entries
from contentlint.language.words import split_entry
from contentlint.text import SourceText

WORDS = st.text(alphabet="abcéx'-", min_size=1, max_size=5)
LINES = st.lists(st.one_of(WORDS, st.just(""), st.just("# een opmerking"), WORDS.map("{}  # zo".format)), max_size=8)


@pytest.mark.parametrize(
    ("name", "language"), [("rules/words.nl.txt", "nl"), ("en.txt", ""), ("a.en/words.txt", ""), ("x.y.en.lst", "en")]
)
def test_the_name_of_a_list_tells_its_language(name: str, language: str) -> None:
    assert language_of_list(name) == language


@pytest.mark.parametrize(
    ("line", "column", "says"),
    [
        ("  New York", 3, "more than one word"),
        ("/tafel", 1, "is no word"),
        ("blork/", 1, "is no word"),
        ("a/b/c", 1, "is no word"),
        ("blork/snorblefitz", 1, "The Dutch dictionary does not know ‘snorblefitz’"),
        ("123", 1, "is no word"),
        ("blo\x1brk", 1, "is no word"),
        ("blo\u00adrk", 1, "is no word"),
    ],
)
def test_a_line_that_cannot_be_used_is_told_with_its_place(line: str, column: int, says: str) -> None:
    source = SourceText(f"goed  # zo\r\n\r\n{line}\r\nbeter/tafel")
    problems: list[BadLine] = []
    found = list(entries_of(source, "nl", problems))
    assert found == ["goed", "beter/tafel"]
    ((at, place, message),) = problems
    assert (at, place) == (3, column)
    assert says in message.render("en")
    assert message.render("nl") != message.render("en")


@given(lines=LINES, words=st.lists(WORDS, max_size=4), newline=st.sampled_from(["\n", "\r\n"]), ends=st.booleans())
def test_added_words_are_in_the_list_once_and_all_other_lines_stay(
    lines: list[str], words: list[str], newline: str, *, ends: bool
) -> None:
    text = newline.join(lines) + newline * ends
    listed = {split_entry(line)[0] for line in lines}
    result = with_entries(text, words)
    assert set(result.added) == set(words) - listed
    after = result.text.split(newline) if newline in text else result.text.splitlines()
    left = list(after)
    for word in result.added:
        assert left.count(word) == 1
        left.remove(word)
    assert [line for line in left if line] == [line for line in lines if line]
    assert with_entries(result.text, words).text == result.text

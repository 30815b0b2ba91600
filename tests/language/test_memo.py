"""What was made of a word is remembered, within bounds."""

from hypothesis import given
from hypothesis import strategies as st

from contentlint.language.memo import Memo


def test_a_word_is_looked_at_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    memo = Memo(length)
    assert [*map(memo.__getitem__, ["een", "twee", "een"])] == [3, 4, 3]
    assert asked == ["een", "twee"]


@given(st.lists(st.text(max_size=3) | st.text(min_size=101, max_size=120), max_size=60))
def test_no_more_is_kept_than_there_is_room_for_and_answers_stay_right(words: list[str]) -> None:
    memo = Memo(str.upper, most=4)
    for word in words:
        assert memo[word] == word.upper()
        assert len(memo) <= 4
    assert all(len(word) <= 100 for word in memo)

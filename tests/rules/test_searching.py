"""Rules that say what a piece of prose must hold miss nothing by it."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.document import Document, Heading, Prose, Surroundings
from contentlint.rules.base import Rule, Violation, on
from contentlint.rules.registry import builtin
from contentlint.site import Page, Site
from contentlint.text import SourceText

PIECES = (
    "a b", "twee  spaties", "Wat ?", "op Maandag 3 april", "op 03/04/2025", "5.9 miljard", "17,500,000", "3duizend", "‘s avonds",
    "foto´s", "e\u0301n", "we\u200bb", "f\ufffdn", "[a][b]", "[a] (/b)", "[x](a b.png)", "(a)[/b]", "**vet tekst", "Doe `ls nu",
    "🎉🎉🎉🎉", ":tada::tada: :tada::tada:", "LEES DIT EERST GOED DOOR", "𝓯𝓪𝓷𝓬𝔂", "é", "…", "1", "D", "- x",
)  # fmt: skip

SEARCHING = [
    (entry.rule, name)
    for entry in builtin()
    if issubclass(entry.rule, Rule)
    for _, name in entry.rule.checks
    if getattr(getattr(entry.rule, name), "__having__", None) is not None
]
NOWHERE = Site.none(Path("/nowhere"))


def test_many_rules_search() -> None:
    assert len(SEARCHING) > 15


@given(
    parts=st.lists(
        st.tuples(
            st.sampled_from(["", " ", ", ", "\n\n", "\n\n## ", "\n- ", "\n| a |\n|---|\n| "]), st.sampled_from(PIECES)
        ),
        max_size=12,
    ),
    language=st.sampled_from(["nl", "en"]),
)
def test_what_is_found_in_all_pieces_is_found_in_those_that_hold_what_is_sought(
    parts: list[tuple[str, str]], language: str
) -> None:
    source = SourceText("".join(before + text for before, text in parts))
    document = Document(source, "page.md", Surroundings(language))
    page = Page(NOWHERE, "page.md")
    for rule, name in SEARCHING:
        if rule.info.languages and language not in rule.info.languages:
            continue
        running = rule(document, page, rule.options_type())
        running.begin()
        check = getattr(running, name)
        searched = [*document.prose_with(check.__having__)]
        assert [*found(check, document.prose)] == [*found(check, searched)], rule.info.name


def found(check: Callable[[Prose], Iterator[Violation]], pieces: Iterable[Prose]) -> Iterator[Violation]:
    for piece in pieces:
        yield from check(piece)


def test_only_a_check_of_prose_can_say_what_it_must_hold() -> None:
    for node_types in ((Heading,), (Prose, Heading), ()):
        with pytest.raises(TypeError, match="only a check of prose"):
            on(*node_types, having="a")

"""Patterns for paths."""

from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.config.globs import Globs, check_glob


@pytest.mark.parametrize(
    ("glob", "fits", "fits_not"),
    [
        ("a.md", ["a.md", "x/a.md", "x/y/a.md"], ["ba.md", "a.mdx", "a.md.txt"]),
        ("drafts", ["drafts", "drafts/a.md", "x/drafts/y/a.md"], ["draft", "drafts2/a.md"]),
        ("drafts/", ["drafts/a.md", "x/drafts/a.md"], ["xdrafts/a.md"]),
        ("/drafts", ["drafts/a.md"], ["x/drafts/a.md"]),
        ("./drafts/x", ["drafts/x", "drafts/x/a.md"], ["y/drafts/x"]),
        ("content/drafts", ["content/drafts/a.md"], ["x/content/drafts/a.md"]),
        ("content/*.md", ["content/a.md", "content/.md"], ["content/x/a.md"]),
        ("content/*", ["content/a.md", "content/x/a.md"], ["content"]),
        ("content/**", ["content/a.md", "content/x/a.md"], ["content", "contents/a.md"]),
        ("**/a.md", ["a.md", "x/a.md", "x/y/a.md"], ["xa.md"]),
        ("content/**/a.md", ["content/a.md", "content/x/y/a.md"], ["content/xa.md", "a.md"]),
        ("a**b", ["ab", "axxb"], ["a/b"]),
        ("?.md", ["a.md", "é.md"], [".md", "ab.md"]),
        ("[ab].md", ["a.md", "b.md"], ["c.md"]),
        ("[!ab].md", ["c.md"], ["a.md", "x/a.md"]),
        ("[]].md", ["].md"], ["a.md"]),
        ("[a-c^].md", ["b.md", "^.md"], ["d.md"]),
        ("*.{nl,en}.md", ["a.nl.md", "x/a.en.md"], ["a.de.md", "a.nl,en.md"]),
        ("{a,b{c,d}}.md", ["a.md", "bc.md", "bd.md"], ["b.md"]),
        ("a,b.md", ["a,b.md"], ["a.md"]),
        ("a}.md", ["a}.md"], ["a.md"]),
        ("a.b+(c).md", ["a.b+(c).md"], ["axb+(c).md", "a.bb(c).md"]),
    ],
)
def test_a_pattern_fits(glob: str, fits: list[str], fits_not: list[str]) -> None:
    assert check_glob(glob) == glob
    assert [path for path in fits if not Globs((glob,)).match(path)] == []
    assert [path for path in fits_not if Globs((glob,)).match(path)] == []


@pytest.mark.parametrize("glob", ["", " ", "/", "../a", "a/../b", "[a", "{a,b", "{a,{b}", "[z-a]"])
def test_a_pattern_that_cannot_work_is_told(glob: str) -> None:
    problem = check_glob(glob)
    assert not isinstance(problem, str)
    assert problem.render("en") != problem.render("nl")


def test_no_patterns_fit_nothing_and_more_fit_what_one_of_them_fits() -> None:
    assert not Globs(()).match("a")
    assert not Globs(())
    both = Globs(("a", "b"))
    assert [both.match(path) for path in ("a", "b", "c")] == [True, True, False]


@pytest.mark.parametrize(
    ("glob", "fits", "misses"),
    [
        ("[!-x]", "a", "x"),
        ("[!-x]", "a", "-"),
        ("[--a]", "-", "b"),
        ("[a&&b]", "&", "c"),
        ("[a-c-]", "-", "d"),
        ("[!]]", "a", "]"),
    ],
)
def test_odd_signs_in_a_set_stand_for_themselves(glob: str, fits: str, misses: str) -> None:
    assert check_glob(glob) == glob
    assert Globs((glob,)).match(fits)
    assert not Globs((glob,)).match(misses)


@given(st.text(alphabet="ab*?[]!{},./-^\\é&|~", max_size=12), st.text(alphabet="ab./-é{}[]", max_size=8))
def test_any_pattern_is_refused_or_can_be_matched(glob: str, path: str) -> None:
    if check_glob(glob) == glob:
        assert isinstance(Globs((glob,)).match(path), bool)


@given(st.text(alphabet="ab*?.", min_size=1, max_size=8), st.text(alphabet="ab.", min_size=1, max_size=8))
def test_within_one_name_patterns_mean_what_the_shell_means(glob: str, name: str) -> None:
    assert Globs((glob,)).match(name) == fnmatchcase(name, glob)

"""Words, expressions and capitals are found where they stand, and nowhere else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.declarative.expressions import ExpressionFinder, check_expression
from contentlint.declarative.letters import STYLES, keep_case, miscased
from contentlint.declarative.phrases import PhraseFinder, expand
from contentlint.declarative.problems import DeclarationError
from contentlint.declarative.scopes import PATTERN


def found(phrases: list[str], text: str, *, exact: bool = False) -> list[str]:
    finder = PhraseFinder([(phrase, None) for phrase in phrases], exact=exact)
    return [text[one.start : one.end] for one in finder.find(text)]


@pytest.mark.parametrize(
    ("phrase", "forms"),
    [
        ("over", ["over"]),
        ("benut{,ten,te}", ["benut", "benutten", "benutte"]),
        ("{a,b} c {d,e}", ["a c d", "a c e", "b c d", "b c e"]),
        ("  een   twee ", ["een twee"]),
    ],
)
def test_braces_stand_for_forms(phrase: str, forms: list[str]) -> None:
    assert list(expand(phrase)) == forms


@pytest.mark.parametrize("phrase", ["{a", "a}", "{a{b}}", "{,x}", "", " ", "{a,b}" * 11])
def test_braces_that_mean_nothing_are_refused(phrase: str) -> None:
    with pytest.raises(DeclarationError):
        expand(phrase)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het plan is er.", ["plan"]),
        ("Plan, PLAN en plan!", ["Plan", "PLAN", "plan"]),
        ("plannen, plan-b, AI-plan, plan's, plan’s", []),
        ("plan.nl, info@plan, @plan, #plan, /plan, plan/b, :plan:, x=plan", []),
        ("(plan) “plan” plan/ plan.", ["plan"] * 4),
        ("éplan plané", []),
        ("met  betrekking\ntot en met\u00a0betrekking tot", ["met  betrekking\ntot", "met\u00a0betrekking tot"]),
        ("zo’n en zo'n", ["zo’n", "zo'n"]),
        ("… en één", ["…", "één"]),
    ],
)
def test_phrases_are_whole_words(text: str, expected: list[str]) -> None:
    assert found(["plan", "met betrekking tot", "zo'n", "één", "…"], text) == expected


def test_of_phrases_that_begin_alike_the_longest_counts() -> None:
    assert found(["in", "in het kader", "in het kader van", "kader"], "in het kader van in het kader") == [
        "in het kader van",
        "in het kader",
    ]


def test_exact_phrases_need_their_capitals() -> None:
    assert found(["Sluis"], "Sluis, sluis, SLUIS", exact=True) == ["Sluis"]


@given(
    st.lists(
        st.text(alphabet="abé '-.", min_size=1, max_size=6).filter(lambda text: text.strip()), min_size=1, max_size=5
    ),
    st.text(alphabet="abé '-.\n", max_size=40),
)
def test_phrases_are_found_as_a_plain_search_finds_them(phrases: list[str], text: str) -> None:
    def at(start: int) -> int:
        """Return where the longest phrase ends that stands at an offset; -1 for none."""
        ends = [-1]
        for phrase in phrases:
            pattern = r"\s+".join(re.escape(word) for word in phrase.split())
            match = re.compile(pattern, re.IGNORECASE).match(text, start)
            if match is None:
                continue
            first, last = phrase.strip()[0], phrase.strip()[-1]
            if re.match(r"\w", first) and re.search(r"[\w@#/:=]\Z|\w[-'’.]\Z", text[:start]):
                continue
            if re.match(r"\w", last) and re.match(r"\w|[-'’.@/=]\w", text[match.end() :]):
                continue
            ends.append(match.end())
        return max(ends)

    expected = []
    position = 0
    while position < len(text):
        end = at(position)
        if end > position:
            expected.append((position, end))
            position = end
        else:
            position += 1
    finder = PhraseFinder([(phrase, None) for phrase in phrases])
    assert [(one.start, one.end) for one in finder.find(text)] == expected


@pytest.mark.parametrize(
    ("expression", "text", "expected"),
    [
        (r"\d+ procent", "30 procent, 4 procent en 5 procenten", ["30 procent", "4 procent"]),
        ("a|ab", "ab a", ["ab", "a"]),
        ("één", "één keer één, geéén", ["één", "één"]),
        (r"[a-z]+e", "caféé cafe", ["cafe"]),
        (r"\.{3}", "Wacht... en", ["..."]),
        ("FOO", "foo", ["foo"]),
    ],
)
def test_expressions_fit_whole_words(expression: str, text: str, expected: list[str]) -> None:
    finder = ExpressionFinder([(expression, None)])
    assert [text[one.start : one.end] for one in finder.find(text)] == expected


def test_expressions_may_fit_parts_of_words_and_capitals_only() -> None:
    finder = ExpressionFinder([("AI", None)], exact=True, whole_words=False)
    assert [one.start for one in finder.find("AI-plan, OpenAI, hai")] == [0, 13]


def test_expressions_give_their_parts() -> None:
    (one,) = ExpressionFinder([(r"(\d+):(\d+)", None)]).find("om 9:30 uur")
    assert one.groups == ("9:30", "9", "30")


@pytest.mark.parametrize("expression", ["(a+)+$", "(a|a)*b", "(.*)*x", r"(\w+\s?)*!", "(x+x+)+y"])
def test_expressions_that_run_away_elsewhere_come_to_an_end(expression: str) -> None:
    check_expression(f"b{expression}")
    assert list(ExpressionFinder([(expression, None)], whole_words=False).find("a x" * 30_000)) is not None


@pytest.mark.parametrize(
    "expression", ["(?=a)b", "a(?!b)", "(?<=a)b", "(?<!a)b", r"(a)\1", "(?>a)", "(", "[", "a{2,1}", "", "a?"]
)
def test_expressions_that_cannot_be_used_are_refused(expression: str) -> None:
    with pytest.raises(DeclarationError):
        check_expression(expression)


@given(st.text(alphabet="ab(|)*+?[]{}\\^$.1,é-", max_size=15), st.text(alphabet="abé .", max_size=30))
def test_no_expression_makes_finding_fail(expression: str, text: str) -> None:
    try:
        check_expression(expression)
    except DeclarationError:
        return
    for one in ExpressionFinder([(expression, None)]).find(text):
        assert text[one.start : one.end]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("aangaande", "over", "over"),
        ("Aangaande", "over", "Over"),
        ("AANGAANDE", "over", "OVER"),
        ("Ik", "ijs", "IJs"),
        ("A", "over", "Over"),
        ("12", "twaalf", "twaalf"),
        ("github", "GitHub", "GitHub"),
    ],
)
def test_capitals_are_kept(old: str, new: str, expected: str) -> None:
    assert keep_case(old, new, "nl") == expected


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        ("sentence", "What to Bring to Utrecht", ["bring"]),
        ("sentence", "what it does", ["What"]),
        ("sentence", "Before you come: Bring a bulb", []),
        ("sentence", "“Bring” it! Now", []),
        ("sentence", "Use the NASA, McDonald and iPhone", []),
        ("sentence", "12 things", []),
        ("title", "What to Bring to the fair", ["Fair"]),
        ("title", "The Old Man And the Sea", ["and"]),
        ("title", "Out With the Old, In", ["with"]),
        ("capital", "what To do", ["What"]),
        ("lower", "Foo bar", ["foo bar"]),
        ("upper", "FOO", []),
    ],
)
def test_capitals_are_looked_at_by_style(style: str, text: str, expected: list[str]) -> None:
    common = {"bring", "now", "sea"}
    assert [one.better for one in miscased(text, style, "en", common.__contains__)] == expected


@given(st.text(max_size=30), st.sampled_from(STYLES))
def test_what_capitals_become_is_right(text: str, style: str) -> None:
    better = text
    for one in reversed([*miscased(text, style, "en", lambda _: True)]):
        assert one.better != text[one.start : one.end]
        better = better[: one.start] + one.better + better[one.end :]
    if better.lower() == text.lower():  # some letters have no capital of their own
        assert [*miscased(better, style, "en", lambda _: True)] == []


@pytest.mark.parametrize(
    "scope", ["prose", "heading", "front-matter:title", "front-matter:a.b", "shortcode:figure.alt"]
)
def test_scopes_are_written_so(scope: str) -> None:
    assert re.fullmatch(PATTERN, scope)


@pytest.mark.parametrize("scope", ["", "headings", "front-matter:", "front-matter", "shortcode:figure", "prose:x"])
def test_scopes_are_not_written_so(scope: str) -> None:
    assert not re.fullmatch(PATTERN, scope)

"""What a comment silences."""

import pytest

from contentlint.document import Document
from contentlint.text import SourceText


def scopes(text: str) -> list[tuple[str, str | None]]:
    document = Document(SourceText(text))
    return [
        (suppression.action, None if suppression.scope is None else document[suppression.scope])
        for suppression in document.suppressions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a\n\nb <!-- contentlint-disable-line x --> c\n",
            [("disable-line", "b <!-- contentlint-disable-line x --> c\n")],
        ),
        ("<!-- contentlint-disable-next-line x -->\n\n\nb\nc\n", [("disable-next-line", "b\n")]),
        ("<!-- contentlint-disable-next-line -->", [("disable-next-line", "")]),
        ("a <!-- contentlint-disable-file -->\n", [("disable-file", "a <!-- contentlint-disable-file -->\n")]),
        ("<!-- contentlint-unknown x -->\n", [("unknown", None)]),
        ("<!-- contentlint-disable\nx -->\n", [("disable", "<!-- contentlint-disable\nx -->\n")]),
        ("<!-- contentlintdisable -->\n", []),
    ],
)
def test_a_comment_silences_its_scope(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert scopes(text) == expected


@pytest.mark.parametrize(
    ("disabled", "enabled", "ends"),
    [("x", "x", True), ("x", "y", False), ("x y", "y", True), ("", "x", False), ("x", "", True), ("", "", True)],
)
def test_enable_ends_what_it_names(disabled: str, enabled: str, ends: bool) -> None:  # noqa: FBT001 - a column of the table
    first = f"<!-- contentlint-disable {disabled} -->\n\na\n\n"
    text = f"{first}<!-- contentlint-enable {enabled} -->\n\nb\n"
    assert scopes(text)[0] == ("disable", first if ends else text)


def test_rules_and_reason_are_read_with_their_places() -> None:
    text = "é\n\n<!-- contentlint-disable HD002, link-empty -- quoted -- as written -->\n"
    (suppression,) = Document(SourceText(text)).suppressions
    assert [(rule.key, text[slice(*rule.span)]) for rule in suppression.rules] == [
        ("HD002", "HD002"),
        ("link-empty", "link-empty"),
    ]
    assert suppression.reason == "quoted -- as written"


def test_front_matter_silences_the_file() -> None:
    text = "---\ncontentlint:\n  disable: [SP, link-empty]\n---\na\n"
    (suppression,) = Document(SourceText(text)).suppressions
    assert suppression.in_front_matter
    assert [rule.key for rule in suppression.rules] == ["SP", "link-empty"]
    assert suppression.scope == (0, len(text))


def test_comments_in_code_silence_nothing() -> None:
    assert scopes("```\n<!-- contentlint-disable-file -->\n```\n\n`<!-- contentlint-disable -->`\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\n# contentlint-disable-next-line x -- why\ntitle: A\n---\n", [("disable-next-line", "title: A\n")]),
        (
            "---\ntitle: A # contentlint-disable-line x\n---\n",
            [("disable-line", "title: A # contentlint-disable-line x\n")],
        ),
        ("+++\n# contentlint-disable-next-line x\n[a]\nb = 1\n+++\n", [("disable-next-line", "[a]\n")]),
        ("---\ntags:\n  # contentlint-disable-next-line x\n  - a\n---\n", [("disable-next-line", "  - a\n")]),
        ("---\na: 'it # contentlint-disable-line x'\n---\n", []),
        ("---\na: |\n  # contentlint-disable-line x\nb: 1\n---\n", []),
        ('+++\na = """\n# contentlint-disable-line x\n"""\n+++\n', []),
        ("---\na: b#contentlint-disable-line x\n---\n", []),
        ('{\n"a": "# contentlint-disable-line x"\n}\n', []),
    ],
)
def test_a_comment_in_front_matter_silences_like_one_in_the_body(text: str, expected: list[tuple[str, str]]) -> None:
    assert scopes(text) == expected


def test_a_comment_in_front_matter_may_silence_the_whole_file() -> None:
    text = "---\n# contentlint-disable-file x -- old\ntitle: A\n---\n\nText.\n"
    assert scopes(text) == [("disable-file", text)]

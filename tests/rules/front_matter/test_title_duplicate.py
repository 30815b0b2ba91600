from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from contentlint.document.facts import DocumentFacts, Fact
from contentlint.rules.base import Severity
from contentlint.rules.front_matter.title_duplicate import TitleDuplicate, _place
from contentlint.site import Site
from contentlint.text import Span

PATHS = st.lists(
    st.tuples(st.sampled_from(["a/", "b/", "a/c/", ""]), st.sampled_from(["index.md", "x.md", "x.nl.md", "y.md"])).map(
        "".join
    ),
    unique=True,
)


def facts(path: str, title: str) -> DocumentFacts:
    return DocumentFacts(path, "nl", {"title": Fact(title, Span(0, 1))}, Span(0, 0), frozenset(), True, ())


def by_definition(path: str, others: list[str]) -> tuple[str, Severity] | None:
    """Return the other page with the title: the first in the same folder, else the first of another name."""
    for other in others:
        if _place(other).folder == _place(path).folder:
            return other, Severity.WARNING
    for other in others:
        if _place(other).name != _place(path).name:
            return other, Severity.INFO
    return None


@given(PATHS, st.data())
def test_each_page_is_told_the_first_other_one_that_counts(paths: list[str], data: st.DataObject) -> None:
    titles = [data.draw(st.sampled_from(["Nieuws", "nieuws ", "Agenda"])) for _ in paths]
    pages = [facts(path, title) for path, title in zip(paths, titles, strict=True)]
    rule = TitleDuplicate(Site.none(Path()), TitleDuplicate.options_type())
    found = {path: (dict(one.message.values)["other"], one.severity) for path, one in rule.check(pages)}
    wanted = {}
    for number, page in enumerate(pages):
        same = [
            other.path
            for other in pages[:number]
            if other.values["title"].value.strip().casefold() == page.values["title"].value.strip().casefold()
        ]
        if (told := by_definition(page.path, same)) is not None:
            wanted[page.path] = told
    assert found == wanted

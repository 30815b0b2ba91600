"""What front matter has in common: whatever the pages hold, what is asked of them holds for all of them."""

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from contentlint.config.keys import declare
from contentlint.config.problems import Misfit
from contentlint.document import Document, FrontMatter
from contentlint.engine.survey.front_matter import FrontMatterSurvey
from contentlint.engine.survey.images import ImageSurvey
from contentlint.engine.survey.survey import Survey
from contentlint.outputs.starter import starter_files
from contentlint.rules.front_matter.schema.schema import Schema
from contentlint.rules.registry import builtin
from contentlint.site import Site
from contentlint.text import SourceText

DECLARED = declare(builtin())
KEYS = st.sampled_from(
    [
        "title",
        "date",
        "tags",
        "Tags",
        "weight",
        "draft",
        "cover",
        "bron",
        "keywords",
        "images",
        "menu",
        "é",
        "a b",
        "1",
        "x.y",
        "a\nb",
        "\x7f\x1b",
        "\u2028",
        "",
        "#",
        "'''",
    ]
)
TEXTS = st.sampled_from(
    [
        "",
        "a",
        "b",
        "concept",
        "2025-01-01",
        "2025-01-01T10:00:00+01:00",
        "a b",
        "true",
        "3",
        "https://example.org/",
        '"',
        "{",
        "\u2028",
    ]
)
SCALARS = TEXTS | st.integers(-5, 2025) | st.floats(-2, 2) | st.booleans() | st.none()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=5
)
PAGES = st.lists(st.dictionaries(KEYS, VALUES, min_size=1, max_size=6), min_size=1, max_size=12)


def front_matters(pages: Iterable[dict[str, Any]]) -> list[FrontMatter]:
    found = []
    for page in pages:
        text = yaml.safe_dump(page, allow_unicode=True, sort_keys=False)
        document = Document(SourceText(f"---\n{text}---\n"))
        if document.front_matter is not None and not document.front_matter_problems:
            found.append(document.front_matter)
    return found


def settings_for(found: Iterable[FrontMatter]) -> dict[str, str]:
    """Return the files that are written for pages of one section."""
    site = Site.none(Path("/nowhere"))
    counted, images = FrontMatterSurvey(), ImageSurvey()
    for number, front_matter in enumerate(found):
        path = f'news "x"\n#/{number}.md'
        counted.add(site.page(path), path, front_matter, broken=False)
        images.add(front_matter)
    survey = Survey(
        root=Path("/nowhere"), site=None, sites_below=(), content=(".",), pages=1, languages={"nl": 1}, elsewhere=(), versions=(),
        asked=tuple(counted.asked()), too_small=counted.too_small(), unread=(), without=(), shortcodes=(),
        images=images.used(), words={}, doubtful={},
    )  # fmt: skip
    return starter_files(survey, "nl", message_language=None, existing=())


@given(PAGES)
def test_what_is_asked_holds_for_every_page_it_was_taken_from(pages: list[dict[str, Any]]) -> None:
    found = front_matters(pages)
    files = settings_for(found)
    settings = tomllib.loads(files["contentlint.toml"])
    misfits: list[Misfit] = []
    DECLARED.read(settings, (), misfits)
    assert misfits == []
    for table in settings.get("front-matter", ()):
        checks = [Schema.from_short(table)]
        if "schema" in table:
            checks.append(Schema.from_json_schema(json.loads(files[table["schema"]])))
        for front_matter in found:
            assert [error.message.render("en") for check in checks for error in check.validate(front_matter)] == []


def test_too_few_pages_say_nothing() -> None:
    found = front_matters([{"title": "A", "bron": "x"}] * 4)
    assert "front-matter" not in tomllib.loads(settings_for(found)["contentlint.toml"])


def test_keys_about_one_page_are_not_asked_of_the_next() -> None:
    found = front_matters([{"title": "A", "draft": False, "aliases": ["/a"], "Bron": "x"}] * 6)
    (table,) = tomllib.loads(settings_for(found)["contentlint.toml"])["front-matter"]
    assert table["required"] == ["title", "Bron"]
    assert table["types"] == {"Bron": "string"}


def test_a_wider_type_is_taken_where_values_differ_and_none_where_they_clash() -> None:
    pages = [{"n": 1, "d": "2025-01-01", "l": ["a"], "m": 1}, {"n": 1.5, "d": "later", "l": [], "m": "x"}] * 4
    (table,) = tomllib.loads(settings_for(front_matters(pages))["contentlint.toml"])["front-matter"]
    assert table["types"] == {"n": "number", "d": "string", "l": "list of strings"}

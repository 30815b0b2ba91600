"""What we know of Hugo's own shortcodes is what Hugo does."""

import pytest
from tests.conformance.judge import judge_bodies, judge_page

from contentlint.site.shortcode_builtins import BUILTINS, THEMES, BuiltinShortcode

HEAD = "---\ntitle: Page\n---\n\n"
FAILING = sorted(name for name, known in BUILTINS.items() if known.required and known.fails != "never")
REMOVED = sorted(name for name, known in BUILTINS.items() if known.removed)


@pytest.mark.hugo
def test_inner_text_is_taken_where_hugo_takes_it(hugo: str) -> None:
    verdicts = judge_bodies(hugo, [f"{{{{< {name} />}}}}" for name in BUILTINS])
    refused = {
        name for name, verdict in zip(BUILTINS, verdicts, strict=True) if "not evaluate .Inner" in verdict.message
    }
    assert refused == {name for name, known in BUILTINS.items() if not known.inner}


@pytest.mark.hugo
@pytest.mark.parametrize("name", FAILING)
def test_the_build_fails_without_what_is_required(name: str, hugo: str) -> None:
    slash = " /" if BUILTINS[name].inner else ""
    assert not judge_page(hugo, f"{HEAD}{{{{< {name}{slash} >}}}}\n").builds


@pytest.mark.hugo
@pytest.mark.parametrize("name", REMOVED)
def test_the_build_fails_on_what_was_removed(name: str, hugo: str) -> None:
    verdict = judge_page(hugo, f"{HEAD}{{{{< {name} a >}}}}\n")
    assert not verdict.builds
    assert "not found" not in verdict.message  # there is a template still, which says that it is of no use


@pytest.mark.parametrize(
    "known", [known for table in (BUILTINS, *THEMES.values()) for known in table.values()], ids=lambda known: known.name
)
def test_what_is_said_of_a_shortcode_fits_together(known: BuiltinShortcode) -> None:
    assert known.name == known.name.lower()
    assert known.inner == bool(known.inner_as)
    assert known.removed is None or known.deprecated is not None
    keys = [key for group in known.required for key in group] + [*known.identifiers, *known.source, *known.alt]
    assert all(key in known.named if isinstance(key, str) else key < known.positional for key in keys)
    assert {key for key, _ in (*known.choices, *known.minimum)} <= set(known.named)

"""What a page costs grows with its length: twice the page takes about twice the steps, whatever is on it."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from contentlint.config import load_settings
from contentlint.engine.runner import Checker
from contentlint.rules.registry import builtin
from contentlint.text import SourceText

WORDS = "De bakker om de hoek verkoopt brood dat hij zelf heeft gebakken. "
PAGES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: (WORDS * 3 + "\n\n") * n,
    "one line": lambda n: WORDS * n,
    "lines": lambda n: (WORDS + "\n") * n,
    "headings": lambda n: "".join(f"## Kop nummer {i}\n\nTekst.\n\n" for i in range(n)),
    "the same heading": lambda n: "## Kop\n\nTekst.\n\n" * n,
    "links to pages": lambda n: "".join(f"- [tekst over {i}](pagina-{i}.md)\n" for i in range(n)),
    "links elsewhere": lambda n: "".join(f"- [tekst over {i}](https://example.org/{i})\n" for i in range(n)),
    "links between tags": lambda n: "".join(f'[tekst over {i}](/p/{i}/) {{{{< x "a" >}}}}\n\n' for i in range(n)),
    "bare links": lambda n: "".join(f"https://example.org/{i} en www.example.org/{i}\n" for i in range(n)),
    "nested quotations": lambda n: ">" * n + " tekst\n",
    "links in nested quotations": lambda n: ">" * n + "".join(f" [tekst {i}](/p/{i}/)" for i in range(n)) + "\n",
    "lists": lambda n: "".join(f"{i}. een *woord* en **nog** een\n" for i in range(n)),
    "tables": lambda n: "| a | b |\n|---|---|\n" + "| een | twee |\n" * n,
    "pictures": lambda n: "".join(f"![Foto {i} van de tuin](foto-{i}.jpg)\n\n" for i in range(n)),
    "shortcodes": lambda n: "".join(f'{{{{< figuur src="{i}.jpg" alt="Foto {i}" >}}}}\n\n' for i in range(n)),
    "pairs of shortcodes": lambda n: "".join(f"{{{{< kader >}}}}tekst {i}{{{{< /kader >}}}}\n\n" for i in range(n)),
    "raw HTML": lambda n: '<p class="a">tekst <b>vet</b></p>\n\n' * n,
    "marks that turn": lambda n: "Een ‘woord’ - en een 'woord' – en “nog” een \"woord\"…  ... 3.5% op 03/04/2025 ,\n\n" * n,
    "emphasis that is not closed": lambda n: "*a **b " * n,
}  # fmt: skip
SMALL = 150


def steps(check: Callable[[], object]) -> int:
    """Return how many lines of contentlint and its libraries are run."""
    count = 0

    def trace(_: FrameType, event: str, __: Any) -> Callable[..., Any]:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        check()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", PAGES)
def test_twice_the_page_takes_about_twice_the_steps(name: str, tmp_path: Path) -> None:
    page = PAGES[name]
    with Checker(load_settings(tmp_path, builtin())) as checker:

        def check(size: int) -> int:
            source = SourceText("---\ntitle: Een pagina\n---\n\n" + page(size))
            return steps(lambda: checker.examine(source, tmp_path / "pagina.nl.md"))

        check(10)  # what is loaded and remembered once
        small, large = check(SMALL), check(2 * SMALL)
    assert large <= 2.2 * small

"""Measures what one very long page costs: of text, of one line, of headings, links, tables, nested quotations and more.

Usage: ``python -m benchmarks.growth``. Each kind is measured at two lengths, one ten times the other, so that more than ten
times the time would show. Times are seconds of processor time of the whole process, without a cache and with all rules; the
pages are made for it and thrown away. ``tests/engine/test_growth.py`` holds the same for short pages by counting steps.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks.measuring import cost

_SENTENCE: Final = "De bakker om de hoek verkoopt brood dat hij zelf heeft gebakken. "
PAGES: Final[dict[str, tuple[int, Callable[[int], str]]]] = {
    "paragraphs, 5 MB": (25_000, lambda n: (_SENTENCE * 3 + "\n\n") * n),
    "one line of 10 MB": (155_000, lambda n: _SENTENCE * n),
    "50,000 headings": (50_000, lambda n: "".join(f"## Kop nummer {i}\n\nTekst.\n\n" for i in range(n))),
    "100,000 links to pages": (100_000, lambda n: "".join(f"- [tekst over {i}](pagina-{i}.md)\n" for i in range(n))),
    "100,000 links elsewhere": (
        100_000,
        lambda n: "".join(f"- [tekst over {i}](https://example.org/{i})\n" for i in range(n)),
    ),
    "10,000 nested quotations": (10_000, lambda n: ">" * n + " tekst\n"),
    "20,000 rows of a table": (20_000, lambda n: "| a | b |\n|---|---|\n" + "| een | twee |\n" * n),
    "20,000 pictures": (20_000, lambda n: "".join(f"![Foto {i} van de tuin](foto-{i}.jpg)\n\n" for i in range(n))),
    "20,000 shortcodes": (20_000, lambda n: "".join(f'{{{{< figuur src="{i}.jpg" >}}}}\n\n' for i in range(n))),
    "20,000 pieces of raw HTML": (20_000, lambda n: '<p class="a">tekst <b>vet</b></p>\n\n' * n),
}
"""The long page of each kind: how often, and what it is made of."""


def main() -> None:
    """Measure and print a table."""
    print("| page | CPU s | memory MB | × a tenth of it |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name, (count, made) in PAGES.items():
            found = []
            for size in (count // 10, count):
                page = folder / "pagina.nl.md"
                page.write_text("---\ntitle: Een pagina\n---\n\n" + made(size), "utf-8")
                command = (
                    sys.executable,
                    "-m",
                    "contentlint",
                    "check",
                    "--isolated",
                    "--no-cache",
                    "--statistics",
                    page,
                )
                found.append(cost(command, runs=1, folder=folder, more={}))
            tenth, whole = found
            ratio = whole.seconds / tenth.seconds
            print(f"| {name} | {whole.seconds:.1f} | {whole.megabytes:.0f} | {ratio:.1f} |", flush=True)


if __name__ == "__main__":
    main()

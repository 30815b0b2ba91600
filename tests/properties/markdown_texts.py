"""Markdown made up at random: a grammar that nests blocks and inlines, so that structures really occur."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = st.sampled_from(
    ["een", "kat", "é", "日本", "😀", "👩‍👩‍👧", "don't", "a_b", "2 * 3", "x<y", "R&D", "&amp;", "&eacute;", r"\*", r"\[", "$5", "$x^2$",
     "www.voorbeeld.nl", "https://a.be/b_c?d=1.", "jan@voorbeeld.nl", "\u00a0", "\t", "e\u0301", "\u202e", "–", "#", "[", "]", "*", "`", "<", "|",
     "[^1]", "[a]", "[a][]", "[b][a]", "\\", "{#id}", "<!-- x -->", "<br>", "{{< mark >}}", '{{% mark a="b *c*" %}}', "{{<", "{{</* x */>}}",
     "{{< mark\na=1 >}}", ":", "~", "!["]
)  # fmt: skip
PLAIN = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        inner.map(lambda text: f"*{text}*"),
        inner.map(lambda text: f"**{text}**"),
        inner.map(lambda text: f"_{text}_"),
        inner.map(lambda text: f"~~{text}~~"),
        inner.map(lambda text: f"`{text}`"),
        inner.map(lambda text: f'[{text}](/pad "titel")'),
        inner.map(lambda text: f"[{text}](<een pad> 'titel \\' é')"),
        inner.map(lambda text: f"![{text}](beeld.png (titel))"),
        inner.map(lambda text: f"[![{text}](a.png)](/b)"),
        inner.map(lambda text: f"[{text}][a]"),
        inner.map(lambda text: f'<span lang="en" title="{{{{< mark >}}}}">{text}</span>'),
        inner.map(lambda text: f"<code>{text}</code>"),
        inner.map(lambda text: f"woord{text}woord"),
        inner.map(lambda text: f"{{{{< mark >}}}}{text}{{{{< /mark >}}}}"),
        st.tuples(inner, st.sampled_from([" ", "\n", "  \n", "\\\n", "\n "]), inner).map("".join),
    )


INLINE = st.recursive(PLAIN, _wrapped, max_leaves=5)
LEAVES = st.one_of(
    INLINE,
    st.tuples(
        st.sampled_from(["# ", "## ", "###### ", "#\t"]), PLAIN, st.sampled_from(["", " ##", " {#k .c}", " #"])
    ).map("".join),
    INLINE.map(lambda text: f"{text}\n==="),
    INLINE.map(lambda text: f"{text}\n---"),
    INLINE.map(lambda text: f"```js\n{text}\n```"),
    INLINE.map(lambda text: f"~~~\n{text}"),
    INLINE.map(lambda text: f"    {text}"),
    INLINE.map(lambda text: f"<div>\n{text}\n</div>"),
    INLINE.map(lambda text: f"<details><summary>{text}</summary>\n\n{text}\n\n</details>"),
    INLINE.map(lambda text: f"| a | {text} |\n|---|:-:|\n| {text} | c |\n| x"),
    INLINE.map(lambda text: f"{text}\n: {text}\n: nog een"),
    INLINE.map(lambda text: f"[^1]: {text}"),
    INLINE.map(lambda text: f"{{{{< mermaid >}}}}\n{text}\n{{{{< /mermaid >}}}}"),
    st.sampled_from(
        [
            "---",
            "[a]: /u 'titel'",
            '[a]:\n  <u v>\n  "t"',
            "<!-- contentlint-disable x -->",
            "",
            "<script>\n\n*a*\n</script>",
        ]
    ),
)


def _prefixed(first: str, rest: str, text: str) -> str:
    head, *tail = text.split("\n")
    return "\n".join([first + head, *(rest + line for line in tail)])


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        inner.map(lambda text: _prefixed("> ", "> ", text)),
        inner.map(lambda text: _prefixed(">", "", text)),
        inner.map(lambda text: _prefixed("- ", "  ", text)),
        inner.map(lambda text: _prefixed("-\t", "\t", text)),
        inner.map(lambda text: _prefixed("- [x] ", "  ", text)),
        inner.map(lambda text: _prefixed("12. ", "    ", text)),
        inner.map(lambda text: _prefixed("* ", " ", text)),
        inner.map(lambda text: _prefixed("[^1]: ", "    ", text)),
        inner.map(lambda text: f"<div>\n\n{text}\n\n</div>"),
        st.tuples(inner, st.sampled_from(["\n\n", "\n"]), inner).map("".join),
    )


BLOCKS = st.recursive(LEAVES, _nested, max_leaves=6)
NEWLINES = st.sampled_from(["\n", "\r\n", "\r"])
HEADS = st.sampled_from(
    ["", "\ufeff", "---\ntitle: é😀\n---\n\n", "\ufeff---\ntitle: 'a''b'\n---\n", "+++\ntitle = 'x'\n+++\n"]
)

DOCUMENTS = st.builds(lambda head, body, newline: (head + body + "\n").replace("\n", newline), HEADS, BLOCKS, NEWLINES)
"""Whole files: front matter, a body, one kind of newline."""

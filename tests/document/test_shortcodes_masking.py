"""Filler keeps every place; placeholders keep what matters to Hugo."""

from hypothesis import given
from hypothesis import strategies as st

from contentlint.document.shortcodes import mask, scan_shortcodes, with_placeholders
from contentlint.text import Span


def placeholders(text: str) -> str:
    return with_placeholders(text, scan_shortcodes(text, Span(0, len(text))).tags)


def test_a_span_becomes_letters_and_its_newlines_too() -> None:
    text = "é {{< a\r\nb >}} 😀"
    assert mask(text, [Span(2, 14)]) == "é xxxxxxxxxxxx 😀"


@given(st.text(), st.lists(st.integers(0, 40), max_size=6))
def test_everything_outside_the_spans_stays_as_it_is(text: str, places: list[int]) -> None:
    ends = sorted({place for place in places if place <= len(text)})
    spans = [Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False)]
    masked = mask(text, spans)
    assert len(masked) == len(text)
    for index, (before, after) in enumerate(zip(text, masked, strict=True)):
        inside = any(span.start <= index < span.end for span in spans)
        assert after == ("x" if inside else before)


def test_how_a_tag_is_written_does_not_matter() -> None:
    one = 'a {{< note k="v" >}}b{{< /note >}}'
    assert placeholders(one) == placeholders("a {{<note k=`v`>}}b{{%/  note%}}")
    assert placeholders("{{< icon a >}}") == placeholders('{{<  icon "a">}}')


def test_what_a_tag_means_does_matter() -> None:
    texts = ["{{< note >}}", "{{% note %}}", "{{< note />}}", "{{< Note >}}", '{{< note a="1" >}}', "{{< note a=1 >}}"]
    assert len({placeholders(text) for text in texts}) == len(texts)


def test_a_broken_tag_stays_as_it_is() -> None:
    assert placeholders("{{< note 'a' >}}") == "{{< note 'a' >}}"

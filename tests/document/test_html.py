"""Raw HTML: elements, attributes, comments."""

from contentlint.document import Document, HtmlElement
from contentlint.text import SourceText


def elements(body: str) -> list[HtmlElement]:
    return list(Document(SourceText(f"\n{body}\n")).html_elements)


def test_attributes_have_values_and_places() -> None:
    body = 'x <img SRC=\'a>b\' alt="R&amp;D" hidden width=3 title="{{< mark "q" >}}"/> y'
    document = Document(SourceText(f"\n{body}\n"))
    (image,) = document.html_elements
    assert (image.name, image.self_closing, image.end) == ("img", True, None)
    assert [(attribute.name, attribute.value) for attribute in image.attributes] == [
        ("src", "a>b"),
        ("alt", "R&D"),
        ("hidden", None),
        ("width", "3"),
        ("title", '{{< mark "q" >}}'),
    ]
    assert document[image.attributes[1].span] == 'alt="R&amp;D"'


def test_closing_tags_belong_to_the_innermost_open_element() -> None:
    body = "<div><p>a<div>b</div>\n</div>\n\nx <b>y <i>z</b> w</i>"
    ends = [(element.name, element.end and element.end.start) for element in elements(body)]
    assert ends == [("div", 23), ("p", None), ("div", 16), ("b", 42), ("i", None)]


def test_scripts_hold_no_elements() -> None:
    assert [element.name for element in elements("<script>\nif (a<b) '<p>'\n</script>\n\n<p>x</p>")] == ["script", "p"]
    assert [element.name for element in elements("<script>\n'<p>'")] == ["script"]


def test_comments_are_found_and_code_is_not_html() -> None:
    document = Document(SourceText("\na <!-- <b> --> `<!-- c -->` b\n\n<!--\nd\n-->\n\n```\n<!-- e -->\n```\n"))
    assert [document[comment.content] for comment in document.html_comments] == [" <b> ", "\nd\n"]
    assert document.html_elements == []

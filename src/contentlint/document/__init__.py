"""The model of one document: front matter, shortcodes, Markdown nodes, prose. No file access, no output."""

from contentlint.document.anchors import slug
from contentlint.document.document import Document, Surroundings
from contentlint.document.front_matter import (
    Entry,
    FrontMatter,
    FrontMatterProblem,
    ListValue,
    MapValue,
    StringValue,
    Value,
)
from contentlint.document.markdown import plain_text
from contentlint.document.nodes import (
    BlockQuote,
    CodeBlock,
    CodeSpan,
    DefinitionDetails,
    DefinitionList,
    DefinitionTerm,
    Emphasis,
    FootnoteDefinition,
    FootnoteReference,
    HardBreak,
    Heading,
    HtmlAttribute,
    HtmlBlock,
    HtmlComment,
    HtmlElement,
    Image,
    InlineHtml,
    Link,
    LinkDefinition,
    List,
    ListItem,
    Masked,
    Node,
    Paragraph,
    Parent,
    Root,
    SoftBreak,
    Strikethrough,
    Strong,
    Table,
    TableCell,
    TableRow,
    Text,
    ThematicBreak,
    descendants,
)
from contentlint.document.prose import GAP, Prose
from contentlint.document.shortcodes import (
    ShortcodeComment,
    ShortcodePair,
    ShortcodePairs,
    ShortcodeParameter,
    ShortcodeProblem,
    ShortcodeScan,
    ShortcodeTag,
)
from contentlint.document.suppressions import Suppression

__all__ = [
    "GAP", "BlockQuote", "CodeBlock", "CodeSpan", "DefinitionDetails", "DefinitionList", "DefinitionTerm", "Document",
    "Emphasis", "Entry", "FootnoteDefinition", "FootnoteReference", "FrontMatter", "FrontMatterProblem", "HardBreak",
    "Heading", "HtmlAttribute", "HtmlBlock", "HtmlComment", "HtmlElement", "Image", "InlineHtml", "Link",
    "LinkDefinition", "List", "ListItem", "ListValue", "MapValue", "Masked", "Node", "Paragraph", "Parent", "Prose",
    "Root", "ShortcodeComment", "ShortcodePair", "ShortcodePairs", "ShortcodeParameter", "ShortcodeProblem",
    "ShortcodeScan", "ShortcodeTag", "SoftBreak", "Strikethrough", "StringValue", "Strong", "Suppression",
    "Surroundings", "Table", "TableCell", "TableRow", "Text", "ThematicBreak", "Value", "descendants", "plain_text", "slug",
]  # fmt: skip

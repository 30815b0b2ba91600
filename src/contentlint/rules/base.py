"""What a rule is written with. Built-in rules and plug-ins use this module alike."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import FunctionType
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, TypeVar, cast, get_args

from contentlint.text import Edit, Span
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    import re

    from contentlint.document import Document
    from contentlint.document.facts import DocumentFacts
    from contentlint.site import Page, Site

LANGUAGES = ("en", "nl")
"""The languages in which messages are written."""


class Severity(enum.IntEnum):
    """How bad a violation is; a greater value is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The name in settings and in JSON: ``error``, ``warning`` or ``info``."""
        return self.name.lower()


class Applicability(enum.Enum):
    """What may be done with a fix.

    SAFE leaves the rendered page and the front matter's values as they were; UNSAFE changes the page in the way the rule
    describes; SUGGESTION is a choice for a person and is never applied by itself.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"
    SUGGESTION = "suggestion"


class Family:
    """A family of rules, by the letters that their codes begin with (``value``).

    The families of the built-in rules are attributes of the class; a plug-in may add rules to them, or have letters of its
    own: ``Family("HR")``. Families with the same letters are equal.
    """

    __slots__ = ("value",)

    FRONT_MATTER: ClassVar[Family]
    IMAGES: ClassVar[Family]
    HEADINGS: ClassVar[Family]
    SHORTCODES: ClassVar[Family]
    LINKS: ClassVar[Family]
    ACCESSIBILITY: ClassVar[Family]
    SPELLING: ClassVar[Family]
    GRAMMAR: ClassVar[Family]
    LANGUAGETOOL: ClassVar[Family]
    TYPOGRAPHY: ClassVar[Family]
    READABILITY: ClassVar[Family]
    MARKUP: ClassVar[Family]
    CONTENTLINT: ClassVar[Family]

    def __init__(self, value: str) -> None:
        self.value: Final = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Family) and other.value == self.value

    def __hash__(self) -> int:
        return hash(self.value)

    def __repr__(self) -> str:
        return f"Family({self.value!r})"


BUILTIN_FAMILIES: Final[Mapping[str, Family]] = {
    name: Family(letters)
    for name, letters in (
        ("FRONT_MATTER", "FM"),
        ("IMAGES", "IM"),
        ("HEADINGS", "HD"),
        ("SHORTCODES", "SC"),
        ("LINKS", "LK"),
        ("ACCESSIBILITY", "AX"),
        ("SPELLING", "SP"),
        ("GRAMMAR", "GR"),
        ("LANGUAGETOOL", "LT"),
        ("TYPOGRAPHY", "TY"),
        ("READABILITY", "RD"),
        ("MARKUP", "MK"),
        ("CONTENTLINT", "CL"),
    )
}
"""The families of the built-in rules, by the names they have in ``Family``."""

for _name, _family in BUILTIN_FAMILIES.items():
    setattr(Family, _name, _family)


class Message:
    """A text in English and Dutch with ``{named}`` gaps. Calling it with values makes a ``BoundMessage``."""

    __slots__ = ("en", "nl")

    def __init__(self, *, en: str, nl: str) -> None:
        self.en: Final = en
        self.nl: Final = nl

    def __call__(self, **values: object) -> BoundMessage:
        return BoundMessage(self, tuple(values.items()))

    def in_language(self, language: str) -> str:
        """Return the text with its gaps, in Dutch for ``nl`` and in English for anything else."""
        return self.nl if language == "nl" else self.en


class BoundMessage(NamedTuple):
    """A message with its values; it becomes a sentence when the reader's language is known.

    A value that is itself a message is rendered in the same language.
    """

    message: Message
    values: tuple[tuple[str, object], ...] = ()

    def render(self, language: str) -> str:
        """Return the sentence in ``en`` or ``nl``."""
        text = self.message.in_language(language)
        values = {
            name: value.render(language)
            if isinstance(value, BoundMessage)
            else value.in_language(language)
            if isinstance(value, Message)
            else value
            for name, value in self.values
        }
        return text.format_map(values)


class Fix(NamedTuple):
    """Edits that mend a violation, and what they do in a few words."""

    applicability: Applicability
    title: BoundMessage
    edits: tuple[Edit, ...]


class Violation(NamedTuple):
    """A place where a rule is broken.

    ``suggestions`` are texts that could stand at ``span``, best first. ``engine_rule`` is the id that another engine
    (LanguageTool) gives its finding. ``stop`` is the offset at which Hugo gives up because of it, where that is elsewhere.
    """

    rule: RuleInfo
    severity: Severity
    span: Span
    message: BoundMessage
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    engine_rule: str | None = None
    stop: int | None = None


class RuleInfo:
    """What is known of a rule without running it.

    Args:
        name: the rule's identity: the pattern it reports, at most 30 characters.
        code: its second key, such as ``HD002``.
        summary: what it reports, in a few words.
        fixable: the strongest fix it ever offers.
        wcag: success criteria of WCAG 2.2, such as ``1.3.1``.
        default: whether it runs without being selected.
        languages: languages of text it understands; empty for all.
        since: the version in which it appeared.
    """

    __slots__ = (
        "code", "default", "family", "fixable", "languages", "name", "severity", "since", "summary", "wcag",
    )  # fmt: skip

    def __init__(
        self,
        *,
        name: str,
        code: str,
        family: Family,
        severity: Severity,
        summary: Message,
        fixable: Applicability | None = None,
        wcag: tuple[str, ...] = (),
        default: bool = True,
        languages: tuple[str, ...] = (),
        since: str,
    ) -> None:
        self.name: Final = name
        self.code: Final = code
        self.family: Final = family
        self.severity: Final = severity
        self.summary: Final = summary
        self.fixable: Final = fixable
        self.wcag: Final = wcag
        self.default: Final = default
        self.languages: Final = languages
        self.since: Final = since


class Origin(NamedTuple):
    """Where a rule comes from that is not built in.

    Attributes:
        name: what people know it by: a file, or a package with its version.
        fingerprint: changes whenever the rule may have changed; what was found with another one is out of date.
        is_code: whether it is Python, which may do anything, and not just data.
        pack: the pack of contentlint's own that it is in; empty for a rule of others.
    """

    name: str
    fingerprint: str
    is_code: bool
    pack: str = ""


class Example:
    """A text that shows a rule; it is a test and part of the documentation.

    ``⟦…⟧`` marks each span the rule must report (none in a ``Valid`` example).

    Args:
        text: the content of the file, front matter included.
        path: the file's path below the site's root.
        files: further files of a Hugo site around it, by path; a value of None is a tiny valid
            picture.
        options: options of the rule under test.
        language: the page's language when neither path nor site gives one.
        with_rules: names of further rules that run along; what they report is not looked at.
        movable: whether the same is found when the text stands in a quotation, in a list or behind something else.
    """

    __slots__ = ("files", "fixed", "language", "movable", "options", "path", "text", "with_rules")

    def __init__(
        self,
        text: str,
        *,
        fixed: str | None = None,
        path: str = "content/post/index.md",
        files: Mapping[str, str | bytes | None] | None = None,
        options: Mapping[str, object] | None = None,
        language: str = "en",
        with_rules: tuple[str, ...] = (),
        movable: bool = True,
    ) -> None:
        self.with_rules: Final = with_rules
        self.movable: Final = movable
        self.text: Final = text
        self.fixed: Final = fixed
        self.path: Final = path
        self.files: Final[Mapping[str, str | bytes | None]] = files or {}
        self.options: Final[Mapping[str, object]] = options or {}
        self.language: Final = language


class Valid(Example):
    """A text on which the rule must stay silent."""

    __slots__ = ()


class Invalid(Example):
    """A text with marked violations; ``fixed`` is the text after every fix the rule offers (suggestions too)."""

    __slots__ = ()


class OptionError(ValueError):
    """A value that does not fit an option. ``key`` names the option."""

    def __init__(self, key: str, message: BoundMessage) -> None:
        super().__init__(f"{key}: {message.render('en')}")
        self.key: Final = key
        self.message: Final = message


class Option:
    """The declaration of one option of a rule."""

    __slots__ = ("choices", "default", "help", "minimum", "name")

    def __init__(self, default: object, help_: Message, choices: tuple[str, ...], minimum: int | None) -> None:
        self.default: Final = default
        self.help: Final = help_
        self.choices: Final = choices
        self.minimum: Final = minimum
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @property
    def key(self) -> str:
        """The name in settings: ``max-length`` for ``max_length``."""
        return self.name.replace("_", "-")

    _not_a_list: ClassVar = Message(en="must be a list of texts", nl="moet een lijst van teksten zijn")
    _wrong_type: ClassVar = Message(en="must be {expected}", nl="moet {expected} zijn")
    _not_a_choice: ClassVar = Message(en="must be one of: {choices}", nl="moet een van deze zijn: {choices}")
    _too_small: ClassVar = Message(en="must be at least {minimum}", nl="moet minstens {minimum} zijn")
    _type_names: ClassVar[Mapping[type, Message]] = {
        bool: Message(en="true or false", nl="true of false"),
        int: Message(en="a whole number", nl="een heel getal"),
        str: Message(en="a text", nl="een tekst"),
    }

    def check(self, value: object) -> object:
        """Return the value as the rule sees it.

        Raises:
            OptionError: the value has the wrong type, or is not one of the choices.
        """
        if isinstance(self.default, tuple):
            if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
                raise OptionError(self.key, self._not_a_list())
            return tuple(value)
        expected = type(self.default)
        if type(value) is not expected:
            raise OptionError(self.key, self._wrong_type(expected=self._type_names[expected]))
        if self.choices and value not in self.choices:
            raise OptionError(self.key, self._not_a_choice(choices=", ".join(self.choices)))
        if self.minimum is not None and cast("int", value) < self.minimum:
            raise OptionError(self.key, self._too_small(minimum=self.minimum))
        return value


_T = TypeVar("_T", bool, int, str, tuple[str, ...])


def option(default: _T, *, en: str, nl: str, choices: tuple[str, ...] = (), minimum: int | None = None) -> _T:
    """Declare an option in an ``Options`` class: its default value gives its type, ``en`` and ``nl`` say what it does."""
    return cast("_T", Option(default, Message(en=en, nl=nl), choices, minimum))


class Options:
    """The options of a rule. A rule without options uses this class itself; others declare theirs with ``option()``."""

    @classmethod
    def declared(cls) -> dict[str, Option]:
        """Return the declared options by their key in settings."""
        return {
            value.key: value for base in cls.__mro__[::-1] for value in vars(base).values() if isinstance(value, Option)
        }

    _unknown: ClassVar = Message(en="is not an option of this rule", nl="is geen optie van deze regel")

    def __init__(self, values: Mapping[str, object] | None = None) -> None:
        """Take the values from settings; what is not given has its default.

        Raises:
            OptionError: an unknown option, or a value that does not fit.
        """
        declared = self.declared()
        for key in values or {}:
            if key not in declared:
                raise OptionError(key, self._unknown())
        for key, declaration in declared.items():
            value = declaration.check(values[key]) if values and key in values else declaration.default
            setattr(self, declaration.name, value)


_Check = TypeVar("_Check", bound="Callable[..., Iterator[Violation]]")


def on(*node_types: type, having: re.Pattern[str] | str | None = None) -> Callable[[_Check], _Check]:
    """Mark a method as the check for nodes of exactly these types.

    Node types are those of ``contentlint.document``: Markdown nodes, ``ShortcodeTag``, ``HtmlElement``, ``HtmlComment``,
    ``Prose``, ``FrontMatter``, and ``Document`` (called once, before the others).

    Args:
        node_types: the types.
        having: for a check of ``Prose`` alone, an expression or a text that a piece must hold for the check to be called.
            All prose of a page is searched at once, so a page without it costs one search; see ``Document.prose_with`` for
            what such an expression may ask.

    Raises:
        TypeError: ``having`` stands with something else than ``Prose``.
    """
    if having is not None and [one.__name__ for one in node_types] != ["Prose"]:
        message = "only a check of prose can say what it must hold"
        raise TypeError(message)

    def mark(check: _Check) -> _Check:
        check.__node_types__ = node_types  # type: ignore[attr-defined]
        check.__having__ = having  # type: ignore[attr-defined]
        return check

    return mark


_O = TypeVar("_O", bound=Options)


class RuleBase(Generic[_O]):
    """What rules about a document and rules about a site have in common. Write a ``Rule`` or a ``SiteRule``.

    Attributes:
        info: what is known of the rule without running it.
        dutch: the docstring in Dutch, with the sections ``## Waarom is dat erg?`` and, where there is a fix,
            ``## Wat herstellen doet``. Without it, Dutch readers are shown the English docstring.
        examples: texts that show the rule.
        looks_elsewhere: whether what it finds on a page changes with other pages and files of the site.
        origin: where it comes from; None for a built-in rule. It is set by what loads the rule.
        options_type: the class of its options, taken from ``Rule[…]``.
    """

    info: ClassVar[RuleInfo]
    dutch: ClassVar[str] = ""
    examples: ClassVar[tuple[Example, ...]] = ()
    origin: ClassVar[Origin | None] = None
    options_type: ClassVar[type[Options]] = Options
    looks_elsewhere: ClassVar[bool] = False

    def __init_subclass__(cls) -> None:
        for base in getattr(cls, "__orig_bases__", ()):
            for argument in get_args(base):
                if isinstance(argument, type) and issubclass(argument, Options):
                    cls.options_type = argument

    def __init__(self, options: _O) -> None:
        self.options: Final = options

    def violation(
        self,
        span: Span,
        message: BoundMessage,
        *,
        severity: Severity | None = None,
        suggestions: tuple[str, ...] = (),
        fix: Fix | None = None,
        stop: int | None = None,
    ) -> Violation:
        """Return a violation of this rule.

        Without a ``fix``, the first of the ``suggestions`` becomes one that a person may choose.
        """
        if fix is None and suggestions:
            fix = self.suggest(REPLACE(new=suggestions[0]), Edit(span, suggestions[0]))
        return Violation(self.info, severity or self.info.severity, span, message, suggestions, fix, stop=stop)

    def safe_fix(self, title: BoundMessage, *edits: Edit) -> Fix:
        """Return a fix that leaves the rendered page as it was."""
        return Fix(Applicability.SAFE, title, edits)

    def unsafe_fix(self, title: BoundMessage, *edits: Edit) -> Fix:
        """Return a fix that changes the rendered page as the rule describes."""
        return Fix(Applicability.UNSAFE, title, edits)

    def suggest(self, title: BoundMessage, *edits: Edit) -> Fix:
        """Return a fix that only a person may choose."""
        return Fix(Applicability.SUGGESTION, title, edits)


class Rule(RuleBase[_O]):
    """One rule, checking one document: the engine makes a new instance for each.

    Attributes:
        document: the document under check.
        page: what the site knows of it: language, bundle, resources, templates.
        options: the rule's options as they hold for this file.
        needs: an expression (``re.search`` over the whole file as it is written, front matter included) without which a
            file holds nothing for this rule: it is not even loaded then. What shows as ``…`` may be written as
            ``&hellip;``, and in front matter with a backslash, so allow for both. Empty for none.
    """

    checks: ClassVar[tuple[tuple[type, str], ...]] = ()
    needs: ClassVar[str] = ""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        inherited = [check for base in cls.__mro__[:0:-1] for check in vars(base).get("checks", ())]
        own = [
            (node_type, name)
            for name, value in vars(cls).items()
            if isinstance(value, FunctionType)
            for node_type in getattr(value, "__node_types__", ())
        ]
        cls.checks = tuple(dict.fromkeys(inherited + own))  # a check that overrides another is one check

    def __init__(self, document: Document, page: Page, options: _O) -> None:
        super().__init__(options)
        self.document: Final = document
        self.page: Final = page

    def safe_fix(self, title: BoundMessage, *edits: Edit) -> Fix:
        """Return a fix that leaves the rendered page as it was.

        An edit that gives a heading another id is unsafe all the same: links from elsewhere would lead nowhere.
        """
        if any(self.document.changes_heading_id(edit) for edit in edits):
            return self.unsafe_fix(title, *edits)
        return super().safe_fix(title, *edits)

    def applies(self) -> bool:
        """Whether the rule can find anything in this document; the engine asks once, before ``begin``."""
        return True

    def begin(self) -> None:
        """Set up state before the first node."""

    def finish(self) -> Iterator[Violation]:
        """Yield what is known only after the last node."""
        return iter(())


class SiteRule(RuleBase[_O]):
    """One rule about a whole site: it sees the facts of all checked pages, once, after they were checked.

    Attributes:
        site: the site the pages belong to.
        options: the rule's options.
    """

    looks_elsewhere = True

    def __init__(self, site: Site, options: _O) -> None:
        super().__init__(options)
        self.site: Final = site

    def check(self, pages: Sequence[DocumentFacts]) -> Iterator[tuple[str, Violation]]:
        """Yield violations, each with the path of its file as the facts name it.

        Args:
            pages: the facts of the checked pages of one site, by path.
        """
        raise NotImplementedError


REPLACE: Final = Message(en="Replace by ‘{new}’.", nl="Vervang door ‘{new}’.")

AnyRule = RuleBase[Any]
"""A rule whatever its options."""

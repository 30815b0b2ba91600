"""What is known of a rule before its code is loaded."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from contentlint.rules.base import Rule, SiteRule

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from contentlint.rules.base import AnyRule, Origin, RuleInfo


class RuleEntry:
    """A rule by what tells whether it runs, and whether it can find anything; its class is loaded when it is asked for.

    Most rules can find nothing in most documents, and loading all of them takes longer than checking a page. So whatever
    chooses rules uses entries, and only a rule that may find something is loaded.

    Args:
        name: the rule's name.
        code: its second key.
        family: the letters of its family.
        default: whether it runs without being selected.
        languages: languages of text it understands; empty for all.
        options: the keys of its options.
        nodes: the types of nodes without which it finds nothing, by name; empty for one that is no check of a document.
        about_site: whether it is a ``SiteRule``.
        looks_elsewhere: whether what it finds on a page changes with other pages and files of the site.
        needs: an expression without which a text holds nothing for it; empty for none.
        home: the module of its class, and the name of the class.

    Attributes:
        origin: where it comes from; None for a built-in rule.
    """

    __slots__ = (
        "_class", "_home", "about_site", "code", "default", "family", "languages", "looks_elsewhere", "name",
        "needs", "nodes", "options", "origin",
    )  # fmt: skip

    def __init__(  # noqa: PLR0917 - the index lists them in this order
        self,
        name: str,
        code: str,
        family: str,
        default: bool,  # noqa: FBT001 - as above
        languages: tuple[str, ...],
        options: tuple[str, ...],
        nodes: tuple[str, ...],
        about_site: bool,  # noqa: FBT001 - as above
        looks_elsewhere: bool,  # noqa: FBT001 - as above
        needs: str,
        home: tuple[str, str],
    ) -> None:
        self.name: Final = name
        self.code: Final = code
        self.family: Final = family
        self.default: Final = default
        self.languages: Final = languages
        self.options: Final = options
        self.nodes: Final = frozenset(nodes)
        self.about_site: Final = about_site
        self.looks_elsewhere: Final = looks_elsewhere
        self.needs: Final = needs
        self.origin: Origin | None = None
        self._home: Final = home
        self._class: type[AnyRule] | None = None

    @classmethod
    def of(cls, rule: type[AnyRule]) -> RuleEntry:
        """Return the entry of a rule that is loaded."""
        entry = cls(*facts_of(rule))
        entry.origin = rule.origin
        entry._class = rule
        return entry

    @property
    def rule(self) -> type[AnyRule]:
        """The rule itself."""
        if self._class is None:
            module, name = self._home
            self._class = getattr(import_module(module), name)
        return self._class

    @property
    def info(self) -> RuleInfo:
        """All that the rule says of itself."""
        return self.rule.info

    def may_find(self, contents: Contents) -> bool:
        """Whether the rule could find anything in a document."""
        return (
            not self.nodes.isdisjoint(contents.nodes)
            and (not self.languages or contents.language in self.languages)
            and contents.meet(self.needs)
        )


class Contents:
    """What tells of a document which rules may find something in it.

    Args:
        text: the whole file.
        nodes: the types of nodes in it, by name.
        language: its language without a region, empty when unknown.
    """

    def __init__(self, text: str, nodes: AbstractSet[str], language: str) -> None:
        self.nodes: Final = nodes
        self.language: Final = language
        self._text: Final = text
        self._met: Final = {"": True}

    def meet(self, needs: str) -> bool:
        """Whether the text has what a rule needs."""
        met = self._met.get(needs)
        if met is None:
            met = self._met[needs] = _compiled(needs).search(self._text) is not None
        return met


_compiled: Final = cache(re.compile)


def facts_of(rule: type[AnyRule]) -> tuple[Any, ...]:
    """Return what an entry is made of: plain data, so that it can be written down."""
    info = rule.info
    return (
        info.name,
        info.code,
        info.family.value,
        info.default,
        info.languages,
        tuple(rule.options_type.declared()),
        _nodes(rule),
        issubclass(rule, SiteRule),
        rule.looks_elsewhere,
        rule.needs if issubclass(rule, Rule) else "",
        (rule.__module__, rule.__qualname__),
    )


def _nodes(rule: type[AnyRule]) -> tuple[str, ...]:
    if not issubclass(rule, Rule):
        return ()
    nodes = {node_type.__name__ for node_type, _ in rule.checks}
    if rule.finish is not Rule.finish:  # it may speak of what is not there
        nodes.add("Document")
    return tuple(sorted(nodes))

"""The one run of the grammar checks that the grammar rules share, and how its findings are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from contentlint.document import Document, Prose
from contentlint.language.findings import Piece
from contentlint.language.grammar import GrammarFinding, Topic
from contentlint.language.grammar.check import check_grammar
from contentlint.rules.base import BoundMessage, Message, Rule, Severity, Violation


def _run(document: Document) -> tuple[GrammarFinding, ...]:
    return tuple(check_grammar([Piece(piece.text, piece.language, piece.kind) for piece in document.prose]))


def grammar_findings(document: Document) -> tuple[GrammarFinding, ...]:
    """Return what the grammar checks find in a document; they run once."""
    return document.cached("grammar", lambda: _run(document))


class GrammarRule(Rule[Any]):
    """A rule that tells the findings of one topic.

    Attributes:
        topic: the topic.
        reasons: what is said of each reason, with gaps for ``word`` and ``right``.
        certain: the severity of what is beyond reasonable doubt.
        unsure: the severity of reasons that differ from the rule's own, when there is doubt.
    """

    topic: ClassVar[Topic]
    reasons: ClassVar[Mapping[str, Message]]
    certain: ClassVar[Severity] = Severity.ERROR
    unsure: ClassVar[Mapping[str, Severity]] = {}

    def findings(self) -> Iterator[Violation]:
        """Yield what was found on this rule's topic."""
        for finding in grammar_findings(self.document):
            if finding.topic is self.topic:
                yield self._tell(finding, self.document.prose[finding.piece])

    def tell(self, finding: GrammarFinding, piece: Prose, message: BoundMessage, severity: Severity) -> Violation:
        """Return the violation for a finding without markup inside, with its replacements as suggestions."""
        span = piece.span_of(finding.start, finding.end)
        return self.violation(span, message, severity=severity, suggestions=finding.replacements)

    def _tell(self, finding: GrammarFinding, piece: Prose) -> Violation:
        span = piece.span_of(finding.start, finding.end)
        word = piece.text[finding.start : finding.end]
        message = self.reasons[finding.reason](word=" ".join(word.split()), right=finding.replacements[0])
        severity = self.certain if finding.certain else self.unsure.get(finding.reason, self.info.severity)
        if self.document[span] != word:  # markup stands in between
            return self.violation(span, message, severity=severity)
        return self.tell(finding, piece, message, severity)

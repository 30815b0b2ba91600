"""Looks at a site without settings, and says what its pages have in common: what ``contentlint init`` writes down."""

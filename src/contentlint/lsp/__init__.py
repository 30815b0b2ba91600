"""The language server: what `contentlint check` finds, in the program in which a text is written."""

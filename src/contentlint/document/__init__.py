"""The model of one document: front matter, shortcodes, Markdown nodes, prose. No file access, no output."""

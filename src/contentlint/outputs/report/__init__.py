"""The parts of the report in HTML: the page, the text of a post, the marks in it, and the style."""

"""Everything about words: dictionaries, compounds, suggestions, verb forms."""

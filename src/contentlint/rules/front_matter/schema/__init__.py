"""What a site asks of its front matter: JSON Schema, or its short form in the settings.

Nothing is imported here: a site without schemas pays nothing for them.
"""

"""LanguageTool as a further engine: where it is, how it is started, and what it says of prose.

Nothing here is imported before LanguageTool is asked for.
"""

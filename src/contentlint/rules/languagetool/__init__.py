"""What LanguageTool adds to the rules of our own."""

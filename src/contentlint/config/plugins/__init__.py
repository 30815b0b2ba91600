"""Rules that are not built in: those of the site's own folder, of packs, and of installed plug-ins."""

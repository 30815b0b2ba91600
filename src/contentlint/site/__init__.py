"""The site around a page: configuration, languages, bundles, templates, images, links."""

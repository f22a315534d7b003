"""Stage ``articles``: source texts -> the article on each page, and a map of every page with the role of each of its blocks."""

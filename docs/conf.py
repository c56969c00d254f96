"""Sphinx settings: Markdown pages, no theme to fetch, no request to anywhere."""

from clarion.__about__ import __version__

project = "Clarion"
author = "The Clarion authors"
copyright = "the Clarion authors, Apache-2.0"
release = version = __version__
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "alabaster"
html_theme_options = {"description": "What is claimed, by whom and how surely", "fixed_sidebar": True}
html_show_sourcelink = False
myst_heading_anchors = 3

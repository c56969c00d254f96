"""Drawings made by the server: SVG without style attributes, coloured by the style sheet `drawing.css`."""

from clarion.workbench.drawing.axis import Scale, draw_scale, draw_stretch, scale_of
from clarion.workbench.drawing.bars import Bar, Legend, draw_bars

__all__ = ["Bar", "Legend", "Scale", "draw_bars", "draw_scale", "draw_stretch", "scale_of"]

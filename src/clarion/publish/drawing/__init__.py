"""Drawings of a dossier, as SVG text made here: the map, the time line and the axis of figures.

Every drawing repeats what a table beside it says, so nothing is told by a drawing alone.
Colours stand as attributes (paper needs them) and are overruled by the classes of the page's style (screens have them).
"""

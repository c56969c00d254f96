"""Incidents held against norms, element by element, and the procedures that are open."""

from clarion.assess.binding import Binding, binding, court_reach
from clarion.assess.catalogue import ElementTest, Norm, norm_of, norms, title_of_norm
from clarion.assess.channels import Access, Channel, open_channels
from clarion.assess.findings import assess

__all__ = [
    "Access",
    "Binding",
    "Channel",
    "ElementTest",
    "Norm",
    "assess",
    "binding",
    "court_reach",
    "norm_of",
    "norms",
    "open_channels",
    "title_of_norm",
]

"""Incidents held against norms, element by element."""

from clarion.assess.catalogue import ElementTest, Norm, norm_of, norms, title_of_norm
from clarion.assess.findings import assess

__all__ = ["ElementTest", "Norm", "assess", "norm_of", "norms", "title_of_norm"]

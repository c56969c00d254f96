"""Compiling the reference data from its sources."""

"""The place `preserve`: its addresses and views."""

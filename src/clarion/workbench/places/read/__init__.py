"""The place `read`: its addresses and views."""

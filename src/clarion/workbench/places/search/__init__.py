"""The place `search`: its addresses and views."""

"""The place `extract`: its addresses and views."""

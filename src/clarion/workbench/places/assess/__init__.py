"""The place `assess`: its addresses and views."""

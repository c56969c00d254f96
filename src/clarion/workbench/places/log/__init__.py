"""The place `log`: its addresses and views."""

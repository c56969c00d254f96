"""The place `publish`: its addresses and views."""

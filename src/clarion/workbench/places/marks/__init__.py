"""The place `marks`: its addresses and views."""

"""The place `start`: its addresses and views."""

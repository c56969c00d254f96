"""The place `respond`: its addresses and views."""

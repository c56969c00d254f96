"""The place `reconcile`: its addresses and views."""

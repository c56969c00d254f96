"""The place `voices`: its addresses and views."""

"""The place `judging`: where judgements made anywhere on the pages are sent."""

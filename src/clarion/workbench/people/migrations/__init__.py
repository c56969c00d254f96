"""How the tables of people changed."""

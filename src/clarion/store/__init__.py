"""The only room with a database or case files."""

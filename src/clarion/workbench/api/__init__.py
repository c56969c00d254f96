"""The JSON API: the same queries and commands as the pages, described by OpenAPI."""

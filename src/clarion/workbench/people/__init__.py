"""People who use the workbench: their names, roles and preferences. Nothing of the case."""

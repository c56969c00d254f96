"""The places of the workbench, one package each."""

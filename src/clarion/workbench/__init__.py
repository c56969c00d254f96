"""The workbench: the pages where a team reads, judges and follows a case. The only room that knows Django."""

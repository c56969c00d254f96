"""The door between the workbench and a case: what can be asked (`Reading`), by whom (`Viewer`), and in which form."""

from clarion.flow.desk.reading import Reading
from clarion.flow.desk.sitting import Viewer

__all__ = ["Reading", "Viewer"]

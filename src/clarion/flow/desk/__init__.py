"""The door between the workbench and a case: queries read, commands write, each by the name of a person.

`Desk` is both: what can be asked (`Reading`) and said (`Writing`), as one `Viewer` sees it.
"""

from clarion.flow.desk.desk import Desk
from clarion.flow.desk.reading import Reading
from clarion.flow.desk.results import Batch, Given, Judged, Progress, Refused, SheetColumns, TakenIn, Upload, Withheld
from clarion.flow.desk.viewer import Viewer
from clarion.flow.desk.writing import Writing

__all__ = [
    "Batch",
    "Desk",
    "Given",
    "Judged",
    "Progress",
    "Reading",
    "Refused",
    "SheetColumns",
    "TakenIn",
    "Upload",
    "Viewer",
    "Withheld",
    "Writing",
]

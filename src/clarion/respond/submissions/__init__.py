"""Submissions to bodies of the United Nations: their forms as data, filled in from the record as far as it goes.

    prepare(SubmissionOrder(record=…, incident=…, form="wgad", state="state:CN", …)) -> Submission

Pure. The record must be the one that the submission's view may see. Nothing is submitted.
"""

from clarion.respond.submissions.forms import FORMS, form_of
from clarion.respond.submissions.nouns import (
    Filled,
    Form,
    FormField,
    GateCheck,
    GateState,
    Named,
    Opening,
    Submission,
    SubmissionOrder,
)
from clarion.respond.submissions.preparing import prepare

__all__ = [
    "FORMS",
    "Filled",
    "Form",
    "FormField",
    "GateCheck",
    "GateState",
    "Named",
    "Opening",
    "Submission",
    "SubmissionOrder",
    "form_of",
    "prepare",
]

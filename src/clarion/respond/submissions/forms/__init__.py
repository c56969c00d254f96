"""The forms that come with Clarion, one file for each."""

from clarion.respond.submissions.forms.reading import FORMS, form_of

__all__ = ["FORMS", "form_of"]

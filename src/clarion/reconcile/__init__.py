"""Claims to incidents: copies, origins, same happening or not, rival figures, warnings borne out."""

from clarion.reconcile.copies import find_copies
from clarion.reconcile.reconciled import Reconciled, reconcile

__all__ = ["Reconciled", "find_copies", "reconcile"]

"""What became of interventions: where each stands on a day, by when an answer is due, what is to be done next."""

from clarion.respond.following.agreed import Held, HeldBecause, held_back
from clarion.respond.following.deadlines import Deadline, deadline_of
from clarion.respond.following.standing import DUE_WORDS, Due, Followed, Stage, Standing, agenda, follow

__all__ = [
    "DUE_WORDS",
    "Deadline",
    "Due",
    "Followed",
    "Held",
    "HeldBecause",
    "Stage",
    "Standing",
    "agenda",
    "deadline_of",
    "follow",
    "held_back",
]

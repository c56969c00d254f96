"""People who pledge or volunteer: forms taken by a process of its own, kept apart from every case."""

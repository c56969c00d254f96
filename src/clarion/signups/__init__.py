"""People who pledge or volunteer: forms taken by a process of its own, which knows no case.

    campaigns   what a campaign asks and of whom the answers are: a file that flow writes and this room reads
    shelf       the sign-ups on the disk: encrypted to the owner on arrival, beside them a keyed hash, a state and a day
    desk        signing up, confirming by mail, deleting, counting
    web         the pages and forms, as a WSGI application
    serving     the process: `clarion serve-forms FOLDER`
    owner       what the owner does with the secret key, on a machine of their own

The process never opens a case: this room stands beside the store and below flow, so it can import neither.
"""

from clarion.signups.campaigns import Campaign, Kind, read_campaign, read_campaigns, write_campaign

__all__ = ["Campaign", "Kind", "read_campaign", "read_campaigns", "write_campaign"]

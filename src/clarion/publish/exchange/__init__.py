"""A record in the forms that other tools read: calendars, maps, linked data, humanitarian tables.

Each maker takes what every other form takes, an index and options, and gives bytes. It tells claims as claims: what is
said, by whom and how surely; what is unknown is left out, never filled in.
"""

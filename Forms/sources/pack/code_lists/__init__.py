"""All code lists."""

from . import casework, circumstances, concerns, help, origins, people, safety, session, sweep

ALL = [
    *session.LISTS,
    *safety.LISTS,
    *concerns.LISTS,
    *people.LISTS,
    *circumstances.LISTS,
    *help.LISTS,
    *casework.LISTS,
    *origins.LISTS,
    *sweep.LISTS,
]
"""Every list, those of the forms and those that only desks use."""

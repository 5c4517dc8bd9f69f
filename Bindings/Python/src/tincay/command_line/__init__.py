"""A desk on the command line: ``python -m tincay desk ...``.

Each command unlocks the desk, does one thing and locks it again. A secret and what was told about a child are never
arguments, because everybody on a machine can see those, and a shell keeps them.
"""

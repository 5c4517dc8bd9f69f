"""Brings forms over from XLSForm workbooks, as ODK, KoboToolbox and Primero's kin write them.

What has no counterpart in a form of the library is not guessed at: it is left out, and told with its row.
"""

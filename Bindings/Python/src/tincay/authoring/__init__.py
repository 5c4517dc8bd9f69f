"""Tools for people who write forms: check one, look at one on a page, bring one over from an XLSForm.

They stand beside the binding and judge nothing that the library judges: whether a form can be used is the library's
word. What they add is advice, a page to read, and a way in. `python -m tincay form --help` is how they are used.
"""

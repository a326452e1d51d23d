"""How findings are told: one format, one file.

A reporter is a module with a docstring, whose first line says for whom the format is and whose last names its
specification, and one function::

    def render(report: Report, style: Style) -> str: ...

It returns the whole output with a line end, reads no files, prints nothing, and gives the same bytes for the same
report. The file's name is the format's: `make check FORMAT=sarif` finds `sarif.py`, and `tests/test_reporters.py`
renders every file here with hostile names and texts. Nothing else is to be registered.

Every value of a report may come from an author: escape for your format, and where people read the bytes directly
send them through `visible`.
"""

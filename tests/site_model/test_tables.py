"""Tables: who cannot see them hears of which row and column a number is."""

from __future__ import annotations

import pytest

from pelican.plugins.site_model.markdown_text import convert

CORNER = "|  | 26 knots |\n|---|--:|\n| Crossings | 214 |\n"
NAMED = "| Ship | Knots |\n|---|--:|\n| Terne | 14 |\n"


@pytest.mark.parametrize(("table", "names"), [(CORNER, True), (NAMED, False)])
def test_the_first_cell_names_its_row_where_the_corner_above_is_empty(table: str, names: bool) -> None:
    text = convert(table, 1, (), lambda url: False).html
    assert ('<th scope="row">Crossings</th>' in text) == names
    assert ("<td></td>" in text) == ('scope="col"' in text) == names
    assert text.startswith('<div class="scroll" tabindex="0"><table>')
    assert '<td class="align-right">' in text

"""Tables that the keyboard can scroll, and whose rows and columns a screen reader can name."""

from __future__ import annotations

from lxml import etree


def into_readable(root: etree._Element) -> None:
    """Change every table below `root`."""
    for cell in root.iter("th", "td"):
        # A class, because the pages' Content-Security-Policy allows no styles inside the text.
        if align := str(cell.attrib.pop("align", "")):
            cell.set("class", f"align-{align}")
    for table in list(root.iter("table")):
        _name_rows(table)
        _into_scroller(table)


def _name_rows(table: etree._Element) -> None:
    """Take the first cell of each row for its name where the corner above is empty, as over a column of names."""
    corner = table.find("thead/tr/th")
    if corner is None or len(corner) or (corner.text or "").strip():
        return
    for name in table.iterfind("thead/tr/th"):
        name.set("scope", "col")
    corner.tag = "td"
    del corner.attrib["scope"]
    for row in table.iterfind("tbody/tr"):
        if len(row) and row[0].tag == "td":
            row[0].tag = "th"
            row[0].set("scope", "row")


def _into_scroller(table: etree._Element) -> None:
    # The keyboard must reach what scrolls: https://www.w3.org/WAI/WCAG22/Understanding/keyboard.html
    scroller = etree.Element("div", {"class": "scroll", "tabindex": "0"})
    scroller.tail, table.tail = table.tail, None
    table.addprevious(scroller)
    scroller.append(table)
